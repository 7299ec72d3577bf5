//! What is to be done, as a text says it.

use super::signals::Signals;

/// Something that is to be done, as a text says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Task {
    pub(super) title: String,
    pub(super) signals: Signals,
    /// Fields that have no place, and text that says more.
    pub(super) others: Vec<(String, String)>,
    pub(super) remark: Option<String>,
    /// As it stands.
    pub(super) text: String,
    /// Whether its time is that of the task before it in the same sentence.
    pub(super) carried: bool,
    /// Whether a bracket behind it says when or who: then it is to be done, whatever it is called.
    pub(super) bracketed: bool,
    /// Whether a bracket says when.
    pub(super) dated_in_bracket: bool,
    /// Whether others of the same sentence are, and it says nothing of the kind.
    pub(super) beside: bool,
}

impl Task {
    /// Adds text that says more about it.
    pub(super) fn explain(&mut self, text: &str) {
        const HEADING: &str = "说明";
        if text.is_empty() {
            return;
        }
        match self.others.iter_mut().find(|(heading, _)| heading == HEADING) {
            Some((_, said)) => *said = format!("{said}。{text}"),
            None => self.others.push((HEADING.to_owned(), text.to_owned())),
        }
    }

    /// Takes the time of the part before it: 6月份听取甲报告；听取乙报告 is for both.
    pub(super) fn carry(&mut self, before: &Signals) {
        if !self.signals.times.is_empty() {
            return;
        }
        self.signals.times.clone_from(&before.times);
        if self.signals.meetings.is_empty() {
            self.signals.meetings.clone_from(&before.meetings);
        }
        self.carried = !before.times.is_empty();
    }
}
