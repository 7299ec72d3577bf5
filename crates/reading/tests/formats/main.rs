//! Files as they arrive, and what is read of them: blocks, not plans.

mod docx;
mod docx_markup;
mod docx_numbers;
mod docx_parts;
mod errors;
mod html;
mod noise;
mod same;
mod support;
mod text;
mod zip;
