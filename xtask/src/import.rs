//! From the text of a source document to a plan.
use crate::{Outcome, args::Args, project::Project};
pub fn import(_: &Project, _: Args) -> Outcome {
    Err("not yet".to_owned())
}
