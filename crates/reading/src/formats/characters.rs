//! Characters that are read as others, or not at all: what [`fold`](crate::document::fold) does is said, whatever the
//! format.

use crate::document::{Block, Cell, Document, Place, Remark, RemarkKind, has_look_alikes};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::look_alikes::is_invisible;

/// Adds remarks about the characters of a document that was read.
pub async fn remark_on(document: &mut Document, pace: &Pace) {
    let mut found = Found {
        look_alikes: Remark::new(RemarkKind::LookAlikes),
        invisible: Remark::new(RemarkKind::Invisible),
    };
    for block in &document.blocks {
        pace.tick(Stage::Read, 1, 1).await;
        match block {
            Block::Paragraph(paragraph) => {
                found.look(&paragraph.place, [paragraph.text.as_str()].into_iter())
            }
            Block::Table(table) => {
                for row in &table.rows {
                    pace.tick(Stage::Read, 1, 1).await;
                    found.look(&row.place, row.cells.iter().flat_map(texts));
                }
            }
        }
    }
    let remarks = [found.look_alikes, found.invisible];
    document.remarks.extend(remarks.into_iter().filter(|remark| !remark.places.is_empty()));
}

/// The texts of a cell. Tables in it have rows of their own, which are read as its lines.
fn texts(cell: &Cell) -> Box<dyn Iterator<Item = &str> + '_> {
    let inner =
        cell.tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter().flat_map(texts));
    Box::new(cell.lines.iter().map(|line| line.text.as_str()).chain(inner))
}

struct Found {
    look_alikes: Remark,
    invisible: Remark,
}

impl Found {
    /// Looks at the texts of one place.
    fn look<'a>(&mut self, place: &Place, texts: impl Iterator<Item = &'a str>) {
        let (mut is_alike, mut invisible) = (false, None);
        for text in texts {
            is_alike = is_alike || has_look_alikes(text);
            invisible = invisible.or_else(|| text.chars().find(|c| is_invisible(*c)));
        }
        if is_alike {
            self.look_alikes.places.push(place.clone());
        }
        if let Some(char) = invisible {
            self.invisible.places.push(place.clone());
            self.invisible.texts.push(format!("U+{:04X}", u32::from(char)));
        }
    }
}
