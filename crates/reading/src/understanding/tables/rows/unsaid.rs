//! What a row does not say itself: it stands in a heading above, in another column, or in the row before.

use super::super::super::meetings::{is_bare, is_named};
use super::super::super::remarks::{Cause, Spot};
use super::super::super::sentences::{in_title, meeting_at, meeting_in, time_of};
use super::super::super::text::{brackets, has_any, squash, unwrap_lines, without_brackets};
use super::super::super::time::{self, Doubt};
use super::super::layout::{Kind, Role};
use super::super::vocabulary::{Heading, classify};
use super::facts::Facts;
use super::words::{is_one_task, starts_late};
use super::{EntryKind, Reader};
use yaodian_plan::{Extra, Month, Period};

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
        // 主任会议 below a month, or as the kind of what is done; 会议 alone may be any.
        let kind = squash(&facts.category);
        let below = facts.months.iter().map(|months| squash(&months.cell)).filter(|cell| is_named(cell));
        for name in below.chain(meeting_in(&kind).filter(|name| *name == kind)) {
            self.out.say(Cause::MeetingInForm, spot, &name, "");
            names.push(name);
        }
        facts.meetings = if names.is_empty() { self.meeting.clone() } else { names.join("、") };
    }

    /// An empty time: that of the row above where the time is what rows are listed by.
    pub(super) fn time(&mut self, row: usize, facts: &mut Facts, spot: &Spot) {
        self.take_time_of_meeting(facts);
        self.keep_exact(row, facts);
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

    /// Where no cell says when, the one that names the meeting may: 常委会第41次会议（2月下旬）.
    fn take_time_of_meeting(&self, facts: &mut Facts) {
        if !facts.times.is_empty() || !facts.months.is_empty() {
            return;
        }
        let dated = |text: &str| {
            let reading = time_of(text, self.year, false);
            let plain =
                !reading.doubts.contains(&Doubt::Partial) && !reading.doubts.contains(&Doubt::Unknown);
            plain && reading.period.months().is_some()
        };
        let cell = unwrap_lines(&facts.meetings);
        let found: Vec<_> = brackets(&cell).into_iter().filter(|(_, inner)| dated(inner)).collect();
        match found.as_slice() {
            [(range, inner)] => {
                facts.times.push((*inner).to_owned());
                facts.meetings = cell.get(..range.start).unwrap_or_default().to_owned()
                    + cell.get(range.end..).unwrap_or_default();
            }
            // 2月下旬常委会第41次会议.
            [] if meeting_in(&cell).is_some() && dated(&cell) => {
                facts.meetings = meeting_at(&cell).unwrap_or_default();
                facts.times.push(cell);
            }
            // 六月份常委会会议（第三十二次）, and what is understood in part: 8月检查，10月常委会听取.
            [] if cell.contains('月') && time_of(&cell, self.year, false).period.months().is_some() => {
                let bare = without_brackets(&cell);
                facts.times.push(if dated(&bare) { bare } else { cell.clone() });
                if let Some(meeting) = meeting_at(&cell).filter(|_| cell.contains(['，', '、', '；'])) {
                    facts.meetings = meeting;
                }
            }
            several => facts.times.extend(several.iter().map(|(_, inner)| (*inner).to_owned())),
        }
        // 第43次（6月） below 常委会会议.
        for (_, cell) in &facts.ticks {
            let inner = brackets(cell).into_iter().map(|(_, inner)| inner);
            facts.times.extend(inner.filter(|inner| dated(inner)).map(str::to_owned));
        }
    }

    /// Of a quarter and a month within it, in two columns, the month is what counts. Of other times one of which is within
    /// the other, the longer one does. What does not count is kept under its heading.
    fn keep_exact(&self, row: usize, facts: &mut Facts) {
        let [one, other] = facts.times.as_slice() else { return };
        let read = |text: &String| time::read_as(text, self.year, self.layout.bare_months).period;
        let (first, second) = (read(one), read(other));
        let within = |inner: Period, outer: Period| {
            inner != outer
                && inner.months().is_some()
                && outer.months().is_some()
                && Month::all().all(|month| !inner.covers(month) || outer.covers(month))
        };
        let (inner, outer) = match (within(second, first), within(first, second)) {
            (true, _) => (1, 0),
            (_, true) => (0, 1),
            _ => return,
        };
        let part_of_year = facts.times.get(outer).is_some_and(|text| has_any(text, &["季", "半年"]));
        let at = if part_of_year { outer } else { inner };
        let text = facts.times.remove(at);
        let says = |column: &usize| squash(&self.view.text(row, *column)) == squash(&text);
        let column = self.layout.with(&Role::Time).find(says).or(self.layout.with(&Role::Time).nth(at));
        let heading = column.and_then(|column| self.layout.columns.get(column));
        if let Some(column) = heading.filter(|column| !column.heading.contains('季')) {
            facts.extras.push(Extra { heading: column.heading.clone(), text: unwrap_lines(&text) });
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
