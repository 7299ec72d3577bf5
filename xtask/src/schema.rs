//! The JSON Schema of the plan format, for editors and for whoever writes a plan by hand.

use yaodian_plan::Plan;

use clap::ArgMatches;

use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run};

const PLACE: &str = "plans/plan.schema.json";

pub fn schema(project: &Project, _: &ArgMatches) -> Outcome {
    files::write(&project.root.join(PLACE), text())?;
    run::say(&format!("{PLACE} is written."));
    Ok(())
}

fn text() -> String {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(Plan)).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_current() {
        let project = Project::find().unwrap();
        let committed = files::read_text(&project.root.join(PLACE)).unwrap();
        assert!(committed == text(), "the plan format has changed: run `cargo xtask schema`");
    }
}
