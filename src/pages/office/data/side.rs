//! The two sides of a register, as a preview shows them.

use yaodian_progress::{Side, value_in_words};
use yaodian_ui::{El, el};

use crate::desk::desk;
use crate::text;

/// Adds what is here, if anything is, and what would come.
pub fn sides(line: El, mine: Option<&Side>, theirs: &Side) -> El {
    line.child(mine.map(|mine| el("small").child(side(text::MINE_HERE, mine))))
        .child(el("small").child(side(text::THEIRS_THERE, theirs)))
}

fn side(place: &'static str, side: &Side) -> String {
    let catalog = desk().catalog();
    let when = text::moment(side.authored.at, catalog.plan.year);
    text::side(place, &value_in_words(&side.value, catalog), &side.author_name, &when)
}
