//! What a cell shows.

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    /// Whether the format is known only in part, so that the whole date is written instead.
    pub(crate) doubtful: bool,
}

impl Shown {
    pub(super) fn sure(text: String) -> Self {
        Self { text, doubtful: false }
    }
}

/// A number without a format of its own.
pub(crate) fn general(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    // What binary fractions leave behind is not shown.
    let text = format!("{value:.10}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
