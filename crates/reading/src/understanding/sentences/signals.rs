//! Time and units in the brackets behind a title.

use super::super::tables::{Layout, Role};
use super::super::text::{brackets, is_longer_than, squash, trim};
use super::super::time::{self, Doubt, Reading};
use super::super::units::is_name;
use yaodian_plan::Period;

/// What a title says beside what is to be done.
#[derive(Clone, Debug, Default)]
pub struct OfTitle {
    /// The title without it, where it said something.
    pub title: Option<String>,
    pub units: Option<String>,
    pub time: Option<(Reading, String)>,
}

/// Reads the last bracket of a title, as far as the table has no column for what stands there.
pub fn of_title(title: &str, layout: &Layout, year: i32) -> OfTitle {
    let wants_units = layout.at(&Role::Lead).is_none()
        && layout.at(&Role::Joint).is_none()
        && !layout.columns.iter().any(|column| matches!(column.role, Role::Unit(_)));
    if !wants_units {
        return OfTitle::default();
    }
    let wants_time = layout.at(&Role::Time).is_none();
    let mut found = OfTitle::default();
    let Some((range, inner)) = brackets(title).pop().filter(|(range, _)| range.end == title.len()) else {
        return found;
    };
    let mut units: Vec<&str> = Vec::new();
    for piece in inner.split(['，', ',', '；', ';']) {
        let reading = time::read(piece, year);
        let dated = reading.period != Period::Unscheduled && !reading.doubts.contains(&Doubt::Partial);
        if wants_time && dated && found.time.is_none() {
            found.time = Some((reading, trim(piece).to_owned()));
        } else if are_units(piece) {
            units.push(trim(piece));
        } else {
            return OfTitle::default();
        }
    }
    found.units = (!units.is_empty()).then(|| units.join("，"));
    found.title =
        title.get(..range.start).map(|title| trim(title).to_owned()).filter(|title| !title.is_empty());
    found
}

/// Whether a text names units and nothing else.
pub fn are_units(text: &str) -> bool {
    let plain = squash(text);
    let roles = ["牵头", "负责", "承办", "主办", "配合", "协助", "参与", "组织实施"];
    let bare = roles.iter().fold(plain.clone(), |text, role| text.replace(role, "、"));
    let mut parts = bare.split(['、', '和', '及', '/']).filter(|part| !part.is_empty()).peekable();
    let short = !is_longer_than(&plain, 60) && parts.peek().is_some();
    short && parts.all(|part| is_name(part.trim_start_matches('由')) || part.starts_with(['各', '有']))
}
