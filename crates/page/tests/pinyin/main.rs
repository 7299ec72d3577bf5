//! Searching the real document with its real table of readings.

mod fixture;
mod queries;
mod readings;
