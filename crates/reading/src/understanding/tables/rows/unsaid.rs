//! What a row does not say itself: it stands in a heading above, in another column, or in the row before.

use super::super::super::meetings::is_bare;
use super::super::super::remarks::{Cause, Spot};
use super::super::super::sentences::{in_title, meeting_at, meeting_in};
use super::super::super::text::{squash, unwrap_lines};
use super::super::super::time;
use super::super::layout::{Kind, Role};
use super::super::vocabulary::{Heading, classify};
use super::facts::Facts;
use super::words::{is_one_task, starts_late};
use super::{EntryKind, Reader};
use yaodian_plan::{Month, Period};

impl Reader<'_, '_> {
    /// Without a column for it, a meeting may stand under 协商形式, or in a heading above.
    pub(super) fn meeting(&mut self, row: usize, facts: &mut Facts, spot: &Spot) {
        let asked = self
            .layout
            .columns
            .iter()
            .any(|column| matches!(column.role, Role::Meeting(_) | Role::MeetingName));
        if asked || !facts.meetings.is_empty() {
            if facts.meetings.is_empty() {
                facts.meetings.clone_from(&self.meeting);
            } else if is_bare(&squash(&facts.meetings)) && !self.meeting.is_empty() {
                // 第三十次 below 常委会会议.
                let number = squash(&facts.meetings);
                facts.meetings = format!("{}{}", number.trim_end_matches("会议"), self.meeting);
            }
            return;
        }
        let forms = self.layout.columns.iter().enumerate().filter(|(_, column)| {
            let heading = column.heading.rsplit('／').next().unwrap_or_default();
            classify(heading) == Some(Heading::Form)
        });
        let named = forms.filter_map(|(column, _)| meeting_in(&self.view.text(row, column))).next();
        if let Some(name) = named {
            self.out.say(Cause::MeetingInForm, spot, &name, "");
            facts.meetings = name;
            return;
        }
        let mut names: Vec<String> = Vec::new();
        for time in &facts.times {
            let Some(name) = meeting_at(time) else { continue };
            self.out.say(Cause::MeetingInForm, spot, &name, "");
            names.push(name);
        }
        facts.meetings = if names.is_empty() { self.meeting.clone() } else { names.join("、") };
    }

    /// An empty time: that of the row above where the time is what rows are listed by.
    pub(super) fn time(&mut self, facts: &mut Facts, spot: &Spot) {
        self.keep_exact(facts);
        if !facts.times.is_empty() {
            self.seen_time = true;
            if let Some(time) = facts.times.first() {
                self.last_time.clone_from(time);
            }
            return;
        }
        if self.layout.at(&Role::Time).is_none() {
            facts.above.clone_from(&self.above);
            return;
        }
        let key = self.layout.at(&Role::Time) < self.layout.at(&Role::Title)
            && self.layout.at(&Role::Category).is_none()
            && self.layout.at(&Role::Time) <= self.layout.at(&Role::Serial).or(self.layout.at(&Role::Time));
        if let Some(above) = &self.above {
            facts.above = Some(above.clone());
        } else if key && !self.last_time.is_empty() {
            facts.times.push(self.last_time.clone());
            if !starts_late(&facts.title) {
                self.out.say(
                    Cause::TimeCarried,
                    spot,
                    &facts.title,
                    &format!("按“{}”", unwrap_lines(&self.last_time)),
                );
            }
        } else if self.view.plain && self.seen_time {
            self.out.say(Cause::BlankTime, spot, &facts.title, "");
        }
    }

    /// Of a quarter and a month within it, in two columns, the month is what counts.
    fn keep_exact(&self, facts: &mut Facts) {
        let [one, other] = facts.times.as_slice() else { return };
        let read = |text: &String| time::read_as(text, self.year, self.layout.bare_months).period;
        let (first, second) = (read(one), read(other));
        let within = |inner: Period, outer: Period| {
            inner != outer
                && inner.months().is_some()
                && outer.months().is_some()
                && Month::all().all(|month| !inner.covers(month) || outer.covers(month))
        };
        if within(second, first) {
            facts.times.remove(0);
        } else if within(first, second) {
            facts.times.truncate(1);
        }
    }

    pub(super) fn who(&mut self, facts: &mut Facts, spot: &Spot) {
        // A task may name its own in a bracket.
        let own = || in_title::of_title(&facts.title, self.layout, true, self.year).units;
        if let Some(unit) = self.unit.as_ref().filter(|_| own().is_none()) {
            self.out.say(Cause::UnitFromHeading, spot, unit, "");
            facts.lead.clone_from(unit);
        }
        let asked = self.layout.at(&Role::Lead).is_some();
        if !facts.lead.is_empty() || !facts.units.is_empty() {
            self.seen_unit = true;
        } else if asked && facts.joint.is_empty() && !facts.title.is_empty() {
            let plain = self.view.plain && self.seen_unit;
            self.out.say(if plain { Cause::BlankUnit } else { Cause::NoUnit }, spot, &facts.title, "");
        }
    }

    /// Whether the row is the rest of the one above: of a month that a page has cut, or of an item
    /// that has no more to say than another unit.
    pub(super) fn continues(&mut self, facts: &mut Facts, spot: &Spot) -> bool {
        let monthly = self.layout.kind == Kind::Monthly;
        let Some(EntryKind::Item(last)) = self.rows.entries.last_mut().map(|entry| &mut entry.kind) else {
            return false;
        };
        let same_month = facts.times == last.times && facts.above == last.above;
        let apart = is_one_task(&facts.title) && is_one_task(&last.title) && facts.says_more();
        if monthly && same_month && starts_late(&facts.title) && facts.serial.is_empty() && !apart {
            for (open, more) in [
                (&mut last.title, &facts.title),
                (&mut last.lead, &facts.lead),
                (&mut last.remark, &facts.remark),
            ] {
                if !more.is_empty() {
                    open.push_str(if open.is_empty() { "" } else { "\n" });
                    open.push_str(more);
                }
            }
            self.out.say(Cause::RowContinued, spot, &facts.title, "");
            return true;
        }
        let names = !facts.lead.is_empty()
            || !facts.joint.is_empty()
            || !facts.extras.is_empty()
            || !facts.remark.is_empty();
        // A row of a matrix has no title, and one with a time of its own is no rest of another.
        let rest = !monthly
            && !matches!(self.layout.kind, Kind::Matrix | Kind::Activities)
            && (facts.times.is_empty() || facts.times == last.times);
        if facts.title.is_empty() && facts.serial.is_empty() && names && rest {
            for (open, more) in [
                (&mut last.lead, &facts.lead),
                (&mut last.joint, &facts.joint),
                (&mut last.remark, &facts.remark),
            ] {
                if !more.is_empty() && squash(open) != squash(more) {
                    open.push_str(if open.is_empty() { "" } else { "、" });
                    open.push_str(more);
                }
            }
            last.extras.append(&mut facts.extras);
            self.out.say(
                Cause::RowContinued,
                spot,
                if facts.lead.is_empty() { &facts.remark } else { &facts.lead },
                "",
            );
            return true;
        }
        false
    }
}
