//! The importer, on the real document, on variants of it, on small documents and on noise.

mod cells;
mod mutations;
mod nanhai;
mod noise;
mod points;
mod support;
mod variants;
