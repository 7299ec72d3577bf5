//! 督办单: what is late or shall not be forgotten, one page an item.

use yaodian_export::Facts;
use yaodian_pace::{Pace, Steps};
use yaodian_plan::names::month_name;
use yaodian_plan::query::{Catalog, Timing, item_links};
use yaodian_progress::ChineseDate;

use super::annexes::{Progress, group_name};
use super::body::{Body, Pages};
use super::styles::Look;
use super::table::{Cell, Row, Table};
use crate::{Made, printed, text};

/// The widths of the columns: label, value, label, value.
const WIDTHS: [u32; 4] = [1_700, 3_072, 1_900, 2_172];
/// The height of a line of a cell.
const LINE: u32 = 360;
/// What the page has for the rows of the table, in twentieths of a point.
const ROOM: u32 = 9_300;
/// The heights of the rows that somebody writes into.
const LEAST: u32 = 1_400;
const SIGNATURE: u32 = 900;
/// The longest text of a cell, in lines: what is longer would need a second page.
const MAX_LINES: usize = 8;

/// The forms of items, by position, as one .docx.
pub async fn supervision(
    catalog: &Catalog,
    items: &[usize],
    progress: Progress<'_>,
    made: &Made,
    pace: &Pace,
) -> Vec<u8> {
    let timings = progress.book.states(catalog, progress.moment).timings;
    let maker = Maker { catalog, progress, timings };
    let mut body = Body::new(Pages::Portrait);
    let steps = Steps::new(pace, items.len());
    for facts in yaodian_export::facts(catalog, progress.book, items, progress.moment) {
        body.on_new_page(Look::Title, text::SUPERVISION);
        body.space();
        body.table(maker.form(&facts));
        body.paragraph(Look::Signature, &catalog.plan.issuer);
        body.paragraph(Look::Signature, &ChineseDate(made.day).to_string());
        steps.next().await;
    }
    body.finish(text::SUPERVISION, made, pace).await
}

/// What the forms are made from.
struct Maker<'a> {
    catalog: &'a Catalog,
    progress: Progress<'a>,
    timings: Vec<Timing>,
}

impl Maker<'_> {
    fn form(&self, facts: &Facts<'_>) -> Table {
        let known = [
            (text::MATTER, facts.item.title.clone()),
            (text::BASIS, self.basis(facts)),
            (text::STATE, self.state(facts)),
            (text::LATEST, self.latest_note(facts)),
        ];
        let mut rows: Vec<Row> = Vec::new();
        let mut used = 0;
        for (label, value) in known {
            let (value, lines) = fitted(&value, WIDTHS.iter().skip(1).sum());
            let height = (u32::try_from(lines).unwrap_or(1).max(1) * LINE).max(600);
            used += height;
            rows.push(wide(label, value, height, false));
            if label == text::BASIS {
                let time = facts.timing.in_words_of(facts.item);
                let time = if time.is_empty() { facts.timing.to_string() } else { time };
                let (who, lines) = fitted(&facts.item.responsibility.text, WIDTHS[1]);
                let height = (u32::try_from(lines).unwrap_or(1).max(1) * LINE).max(600);
                used += height;
                let cells = vec![
                    Cell::label(text::WHO),
                    Cell::text(who),
                    Cell::label(text::DUE),
                    Cell::centred(time),
                ];
                rows.push(Row { cells, height });
            }
        }
        // What is left is shared by those who write.
        let left = ROOM.saturating_sub(used + SIGNATURE);
        rows.push(wide(text::OPINION, String::new(), (left / 3).max(LEAST), false));
        rows.push(wide(text::ANSWER, String::new(), (left - left / 3).max(LEAST), false));
        rows.push(wide(text::SIGNED, text::SIGNED_DAY.into(), SIGNATURE, true));
        Table { widths: WIDTHS.to_vec(), head: Vec::new(), rows }
    }

    /// Where the item stands in the plan, and the words of the points that it implements.
    fn basis(&self, facts: &Facts<'_>) -> String {
        let plan = &self.catalog.plan;
        let row = text::basis_row(facts.origin(), &group_name(plan, facts.item.id), &facts.no());
        let points = item_links(self.catalog, &self.timings, facts.item.id).basis.into_iter();
        let points = points.map(|(no, phrase)| text::basis_point(no, &phrase));
        [format!("{}：{row}", plan.title)].into_iter().chain(points).collect::<Vec<_>>().join("\n")
    }

    fn state(&self, facts: &Facts<'_>) -> String {
        let as_of = self.progress.moment.as_of.month().map(|month| text::as_of(&month_name(month)));
        format!("{}{}", printed::standing(facts, self.catalog.plan.year), as_of.unwrap_or_default())
    }

    fn latest_note(&self, facts: &Facts<'_>) -> String {
        let Some((id, note)) = self.progress.book.latest_note(facts.item.id) else {
            return text::NO_NOTE.to_owned();
        };
        let day = ChineseDate(id.created.date()).to_string();
        text::note(&day, &self.progress.book.signature(id.created.by, self.catalog), note)
    }
}

fn wide(label: &str, value: String, height: u32, at_right: bool) -> Row {
    let value = Cell { columns: 3, at_bottom: at_right, centred: at_right, ..Cell::text(value) };
    Row { cells: vec![Cell::label(label), value], height }
}

/// A text that fits into a cell of some width, and how many lines it takes there.
fn fitted(value: &str, width: u32) -> (String, usize) {
    // Characters of twelve points, within the margins of a cell.
    let per_line = usize::try_from((width - 170) / 240).unwrap_or(1).max(1);
    let mut lines = 0;
    let mut kept = String::new();
    for line in value.split('\n') {
        let chars: Vec<char> = line.chars().collect();
        let needed = chars.len().div_ceil(per_line).max(1);
        if !kept.is_empty() {
            kept.push('\n');
        }
        if lines + needed > MAX_LINES {
            let room = (MAX_LINES - lines).max(1) * per_line;
            kept.extend(chars.iter().take(room.saturating_sub(text::CLIPPED.chars().count())));
            kept.push_str(text::CLIPPED);
            return (kept, MAX_LINES);
        }
        kept.push_str(line);
        lines += needed;
    }
    (kept, lines)
}
