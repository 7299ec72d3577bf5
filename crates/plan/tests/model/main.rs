//! The plan's model through its public interface: ids and periods, the JSON format, the checks.

mod any_plan;
mod builder;
mod check;
mod check_amendments;
mod ids;
mod json;
mod names;
mod periods;
mod sections;
