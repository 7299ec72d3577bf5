//! What the reader said.

use yaodian_pace::{Pace, Stage};
use yaodian_reading::Severity;

use super::lines::{Done, Lines};
use crate::notes::{About, Note, Spot};

const SEVERITIES: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];
const ABOUT: [About; 12] = [
    About::Title,
    About::Issuer,
    About::Year,
    About::Period,
    About::Who,
    About::Meetings,
    About::Row,
    About::Unit,
    About::Count,
    About::Category,
    About::Table,
    About::Other,
];

pub async fn write(lines: &mut Lines<'_>, notes: &[Note], pace: &Pace) -> Done {
    lines.number(&mut notes.len())?;
    for note in notes {
        head(lines, &mut note.without_places())?;
        lines.number(&mut note.found.len())?;
        for found in &note.found {
            spot(lines, &mut found.clone())?;
            pace.tick(Stage::Read, 0, note.found.len()).await;
        }
    }
    Some(())
}

pub async fn read(lines: &mut Lines<'_>, notes: &mut Vec<Note>, pace: &Pace) -> Done {
    let mut count = 0_usize;
    lines.number(&mut count)?;
    for _ in 0..count {
        let mut note = Note {
            cause: String::new(),
            severity: Severity::Note,
            what: String::new(),
            done: String::new(),
            remedy: String::new(),
            about: About::Other,
            found: Vec::new(),
        };
        head(lines, &mut note)?;
        let mut places = 0_usize;
        lines.number(&mut places)?;
        for at in 0..places {
            let mut found = Spot::default();
            spot(lines, &mut found)?;
            note.found.push(found);
            pace.tick(Stage::Read, at, places).await;
        }
        notes.push(note);
    }
    Some(())
}

fn head(lines: &mut Lines<'_>, note: &mut Note) -> Done {
    lines.text(&mut note.cause)?;
    lines.one_of(&mut note.severity, &SEVERITIES)?;
    lines.text(&mut note.what)?;
    lines.text(&mut note.done)?;
    lines.text(&mut note.remedy)?;
    lines.one_of(&mut note.about, &ABOUT)
}

fn spot(lines: &mut Lines<'_>, spot: &mut Spot) -> Done {
    lines.number(&mut spot.line)?;
    lines.text(&mut spot.words)?;
    lines.text(&mut spot.text)?;
    lines.text(&mut spot.other)?;
    lines.list(&mut spot.rows, || 0, Lines::number)
}
