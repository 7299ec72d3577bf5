//! What a plan must satisfy beyond its shape.

use std::fmt;

use super::Plan;

/// One thing that is wrong with a plan, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path into the JSON, e.g. `items[3].responsibility.lead[0]`.
    pub path: String,
    /// What is wrong, in the screen's language.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.path, self.message)
    }
}

/// Every fault of a plan, in the order of its fields; empty for a usable plan.
pub fn check(_plan: &Plan) -> Vec<Fault> {
    Vec::new()
}
