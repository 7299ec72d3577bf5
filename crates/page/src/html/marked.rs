//! Text of the plan with its misprints marked. The characters stay those that were printed.

use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use super::{escape, text};
use yaodian_plan::sort::sort_by;
use yaodian_plan::{Correction, Place, Plan};

/// A text with the misprints marked that corrections name for this place.
pub(super) fn marked<'a>(plan: &'a Plan, place: Place, text: &'a str) -> impl Display + 'a {
    let mut misprints: Vec<_> = plan
        .corrections
        .iter()
        .filter(|correction| correction.place == place)
        .flat_map(|correction| correction.ranges_in(text).map(move |range| (range, correction)))
        .collect();
    sort_by(&mut misprints, &|(one, _), (other, _)| one.start < other.start);
    Marked { text, misprints }
}

struct Marked<'a> {
    text: &'a str,
    misprints: Vec<(Range<usize>, &'a Correction)>,
}

impl Display for Marked<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut end = 0;
        for (range, correction) in &self.misprints {
            // Where two overlap, the first is marked.
            let Some(before) = self.text.get(end..range.start) else { continue };
            let note = text::correction(correction);
            write!(f, "{}<abbr class=\"sic\" title=\"{}\">", escape(before), escape(&note))?;
            write!(f, "{}</abbr>", escape(&correction.printed))?;
            end = range.end;
        }
        escape(self.text.get(end..).unwrap_or_default()).fmt(f)
    }
}
