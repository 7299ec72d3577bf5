//! The plan's model through its public interface: ids and periods, the JSON format, the checks.

mod builder;
mod check;
mod ids;
mod json;
