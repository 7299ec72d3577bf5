//! Lines that name what they say: `承办单位：农环委`, `完成时限：5月份`.

use super::super::tables::{Heading, classify, is_contact};
use super::super::text::{brackets, is_longer_than, squash, trim};
use super::super::units::is_label;
use super::meeting;
use super::who::{are_units, without_deputies};

/// What lines and brackets with names say.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    pub(super) lead: Vec<String>,
    pub(super) joint: Vec<String>,
    pub(super) times: Vec<String>,
    pub(super) meetings: Vec<String>,
    pub(super) remark: Option<String>,
    /// Others, with their names.
    pub(super) others: Vec<(String, String)>,
    /// The field that says what is to be done, with its name.
    pub(super) title: Option<(String, String)>,
}

impl Fields {
    /// Takes a line, or a bracket, if all of it is fields; whether it did.
    pub(super) fn take(&mut self, line: &str) -> bool {
        let line = trim(line).trim_end_matches(['。', '；', ';']);
        let inner = match brackets(line).as_slice() {
            [(range, inner)] if range.start == 0 && range.end == line.len() => *inner,
            _ => line,
        };
        let Some(found) = pieces(inner) else { return false };
        for (heading, name, value) in found {
            self.add(heading, name, value);
        }
        true
    }

    /// Whether any of them says when, who or for which meeting.
    pub(super) fn says(&self) -> bool {
        !(self.lead.is_empty() && self.joint.is_empty() && self.times.is_empty() && self.meetings.is_empty())
    }

    /// Whether a line of fields that names nothing to be done says when, who or for which meeting; `None` for another line.
    pub(super) fn says_of_line(line: &str) -> Option<bool> {
        let mut fields = Fields::default();
        (fields.take(line) && fields.title.is_none()).then(|| fields.says())
    }

    /// Where no field says who does it, the committee that is in contact about it does: 联系委室.
    pub(super) fn take_contacts(&mut self) {
        if !self.lead.is_empty() || !self.joint.is_empty() {
            return;
        }
        let contact = |(name, value): &(String, String)| is_contact(name) && are_units(value);
        if let Some(at) = self.others.iter().position(contact) {
            self.lead.push(self.others.remove(at).1);
        }
    }

    /// Takes the fields that end a line which begins with what is to be done; the line without them.
    pub(super) fn take_tail<'a>(&mut self, line: &'a str) -> &'a str {
        let marks = ['。', '；', ';', '\u{3000}', ' ', '，', '\t'];
        let starts = line.match_indices(['：', ':']).filter_map(|(colon, _)| {
            let before = line.get(..colon)?;
            let mark = before.rfind(marks)?;
            let start = mark + before.get(mark..)?.chars().next()?.len_utf8();
            // A bracket is taken with what it is about, and as a whole.
            let name = before.get(start..)?;
            let depth = |marks: [char; 2]| before.matches(marks).count();
            if depth(['（', '(']) > depth(['）', ')']) {
                return None;
            }
            let says = |heading: &Heading| {
                matches!(
                    heading,
                    Heading::Lead | Heading::Joint | Heading::Time | Heading::MeetingName | Heading::Person
                )
            };
            let named = !is_longer_than(name, 10) && !name.starts_with(['（', '(']);
            // 召开民主生活会　责任领导：张三　完成时限：1月.
            let apart = line.get(mark..start).is_some_and(|mark| trim(mark).is_empty());
            let kept = |heading: &Heading| apart && *heading == Heading::Kept;
            let known = classify(name).filter(|heading| says(heading) || kept(heading));
            (named && known.is_some()).then_some(start)
        });
        // Where the first few are none, the others are none either.
        for start in starts.take(4) {
            if self.take(line.get(start..).unwrap_or_default()) {
                let head = line.get(..start).unwrap_or_default();
                return head.trim_end_matches(['；', ';', '，', ' ', '\u{3000}', '\t']);
            }
        }
        line
    }

    fn add(&mut self, heading: Heading, name: &str, value: &str) {
        let value = trim(value).to_owned();
        match heading {
            Heading::Lead => self.lead.push(value),
            Heading::Joint => {
                let (units, deputies) = without_deputies(&value);
                self.joint.extend((!units.is_empty()).then_some(units));
                self.others.extend((!deputies.is_empty()).then(|| (name.to_owned(), deputies)));
            }
            Heading::Time | Heading::Start => self.times.push(value),
            Heading::MeetingName => self.meetings.push(value),
            Heading::Form if meeting::within(&value).is_some() => {
                self.meetings.extend(meeting::within(&value));
                self.others.push((name.to_owned(), value));
            }
            // 报告审议：5月下旬第四十三次常委会会议.
            Heading::Title(_) if name.contains("审议") && meeting::meeting_at(&value).is_some() => {
                self.meetings.extend(meeting::within(&value).or_else(|| meeting::meeting_at(&value)));
                self.others.push((name.to_owned(), value));
            }
            Heading::Remark => self.remark = Some(value),
            Heading::Person if are_units(&value) => self.lead.push(value),
            Heading::Title(_) if self.title.is_none() => self.title = Some((name.to_owned(), value)),
            _ => self.others.push((name.to_owned(), value)),
        }
    }
}

/// Fields of a line, `牵头单位：甲；完成时限：5月` or with blanks between them; `None` if a part of it is none.
fn pieces(line: &str) -> Option<Vec<(Heading, &str, &str)>> {
    let mut starts: Vec<(usize, usize, Heading)> = Vec::new();
    for (at, mark) in line.match_indices(['：', ':']) {
        let before = line.get(..at)?;
        // 人 员 is a name with a blank in it; after a value a blank ends that.
        let behind = |from: usize, marks: &[char]| {
            let at = from + before.get(from..)?.rfind(marks)?;
            Some(at + before.get(at..)?.chars().next().map_or(1, char::len_utf8))
        };
        let strong = behind(0, &['；', ';', '，', ',', '。', '\t', '、', '：', ':']).unwrap_or(0);
        let weak = behind(strong, &['\u{3000}', ' ']).filter(|at| *at > strong);
        let named = |start: usize| {
            let plain = squash(before.get(start..)?);
            // 3月15日 主题：… begins with a time.
            let dated = plain.contains('月') && plain.starts_with(|c: char| c.is_ascii_digit());
            let known = if dated || is_longer_than(&plain, 8) { None } else { classify(&plain) };
            known.map(|heading| (start, heading))
        };
        // Behind another field a blank ends that one's value: 承办：教务处　时间：3月.
        let found = match starts.is_empty() {
            true => named(strong).or_else(|| named(weak?)),
            false => weak.and_then(named).or_else(|| named(strong)),
        };
        let (start, heading) = found.map_or((strong, None), |(start, heading)| (start, Some(heading)));
        // 时间 5:30 is no field.
        let digit = before.ends_with(|c: char| c.is_ascii_digit());
        match heading.filter(|heading| {
            !digit && !matches!(heading, Heading::Unit(_) | Heading::Months(..) | Heading::Meeting(_))
        }) {
            Some(heading) => starts.push((start, at + mark.len(), heading)),
            None if starts.is_empty() => return None,
            // 承办：甲；督办：张三 names two fields, and 责任单位：主责：甲 one.
            None if !digit && is_unknown_role(&starts, line.get(strong..at).unwrap_or_default()) => {
                starts.push((strong, at + mark.len(), Heading::Kept));
            }
            None => {}
        }
    }
    let first = starts.first()?.0;
    if !trim(line.get(..first)?).is_empty() {
        return None;
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(start, ..)| *start).chain([line.len()]).collect();
    let found = starts.into_iter().zip(ends).map(|((start, value, heading), end)| {
        let name = line.get(start..value).unwrap_or_default().trim_end_matches(['：', ':']);
        let value = line.get(value..end).unwrap_or_default();
        (heading, trim(name), trim(value).trim_end_matches(['；', ';', '，', ',', '。', '、']))
    });
    Some(found.collect())
}

/// Whether a name before a colon, behind units, is that of another field, though it is not known.
fn is_unknown_role(starts: &[(usize, usize, Heading)], name: &str) -> bool {
    let name = trim(name);
    let behind_units = matches!(starts.last(), Some((.., Heading::Lead | Heading::Joint)));
    behind_units && !name.is_empty() && !is_longer_than(name, 6) && !is_label(name) && !are_units(name)
}
