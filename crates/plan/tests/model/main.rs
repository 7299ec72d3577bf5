//! The plan's model through its public interface: ids and periods, the JSON and the packed format, the checks.

mod builder;
mod check;
mod ids;
mod json;
mod packed;
