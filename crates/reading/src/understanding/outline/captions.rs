//! Titles of tables: in a paragraph above them, or in a row of their own.

use super::super::numbers;
use super::super::source::{Para, TableView};
use super::super::text::{is_longer_than, squash, trim};
use super::label::{label, plain};
use super::titles::plan_words_at_end;
use crate::document::Merged;

/// Whether a paragraph is the heading of a table below it.
pub(super) fn heads_table(para: &Para) -> bool {
    let words = squash(&plain(&para.text));
    let words = label(&words).map_or(words.as_str(), |label| label.rest);
    let short = !is_longer_than(words, 40) && !words.contains(['。', '；', '：']);
    short && (plan_words_at_end(words) || (para.centred && para.bold) || words.ends_with('表'))
}

/// The title that a table has in a row of its own above its header.
pub(super) fn title_within(view: &TableView<'_>) -> Option<String> {
    let own = |row: usize| {
        let slots = view.grid.row(row).iter().flatten();
        slots.filter(|slot| slot.merged == Merged::Own && !slot.cell.is_empty()).count()
    };
    let above = (0..view.rows().min(4)).take_while(|row| own(*row) < 2);
    let texts = above.filter(|row| own(*row) == 1).map(|row| {
        let texts = (0..view.columns()).map(|column| view.text(row, column));
        plain(&texts.into_iter().find(|text| !trim(text).is_empty()).unwrap_or_default())
    });
    texts.into_iter().find(|text| {
        let named = plan_words_at_end(text) || (numbers::year(text).is_some() && text.ends_with('表'));
        named && view.columns() > 2 && label(text).is_none() && !is_longer_than(text, 60)
    })
}

/// The words of a heading, without its number.
pub(super) fn unnumbered(heading: &str) -> String {
    label(heading).map_or_else(|| plain(heading), |label| label.rest.to_owned())
}
