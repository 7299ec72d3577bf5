//! Which meetings items are brought to, and the plan's list of them.

use std::collections::HashMap;

use super::numbers;
use super::remarks::{Cause, Remarks, Spot};
use super::tables::{Tick, tick};
use super::text::{brackets, compact, has_any, squash, without_brackets};
use yaodian_plan::sort::sort_few;
use yaodian_plan::{Extra, MeetingKind, NamedMeeting, SessionNumber};

/// The kinds of meeting of a document.
#[derive(Default)]
pub struct Meetings {
    /// Other kinds than the usual ones, by name.
    others: HashMap<String, u8>,
    names: Vec<String>,
    usual: [bool; 2],
}

/// Where an item goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goes {
    pub meetings: Vec<MeetingKind>,
    pub sessions: Vec<SessionNumber>,
    /// What else the cells say: 书面.
    pub extras: Vec<Extra>,
}

impl Meetings {
    /// Adds what a cell under the name of a meeting says.
    pub fn ticked(&mut self, goes: &mut Goes, name: &str, cell: &str, spot: &Spot, out: &mut Remarks) {
        let mark = tick(cell);
        if mark == Tick::No {
            return;
        }
        let Some(kind) = kind(name) else { return };
        let meeting = self.meeting(kind, spot, out);
        goes.add(meeting);
        if mark == Tick::Yes {
            return;
        }
        let plain = squash(cell);
        if let Some(no) = session(&plain) {
            goes.session(meeting, no);
            return;
        }
        if has_any(&plain, &["书面", "审议", "听取", "汇报", "报告", "口头", "视频", "专题", "表决"])
        {
            out.say(Cause::InWriting, spot, &plain, "");
        } else {
            out.say(Cause::OddMark, spot, &plain, "");
        }
        goes.extras.push(Extra { heading: compact(name), text: compact(cell) });
    }

    /// Adds the meetings that a text names: 常委会会议、主任会议.
    pub fn named(&mut self, goes: &mut Goes, text: &str, spot: &Spot, out: &mut Remarks) {
        for piece in pieces(text) {
            if tick(&piece) == Tick::No {
                continue;
            }
            let whole = squash(&piece);
            // 3月份会议 is that of the Standing Committee, as far as anybody can tell.
            let alone = whole == "会议";
            // 8月检查 beside 10月常委会听取报告 is a step, and no meeting.
            if !whole.contains('会') && whole.starts_with(|c: char| c.is_ascii_digit()) {
                out.say(Cause::NoMeeting, spot, &compact(&piece), "");
                goes.extras.push(Extra { heading: "说明".to_owned(), text: compact(&piece) });
                continue;
            }
            let Some(kind) = kind(&piece).map(|kind| if alone { Kind::StandingCommittee } else { kind })
            else {
                continue;
            };
            if alone || is_bare(&whole) {
                out.say(Cause::MeetingAssumed, spot, &compact(&piece), "");
            }
            let meeting = self.meeting(kind, spot, out);
            goes.add(meeting);
            if let Some(no) = session(&squash(&piece)) {
                goes.session(meeting, no);
            }
            if let Some((_, inner)) = brackets(&piece).first()
                && session(&squash(inner)).is_none()
            {
                goes.extras.push(Extra { heading: "会议".to_owned(), text: compact(&piece) });
            }
        }
    }

    fn meeting(&mut self, kind: Kind, spot: &Spot, out: &mut Remarks) -> MeetingKind {
        match kind {
            Kind::StandingCommittee => {
                self.usual[0] = true;
                MeetingKind::StandingCommittee
            }
            Kind::Chairpersons => {
                self.usual[1] = true;
                MeetingKind::Chairpersons
            }
            Kind::Other(name) => {
                if let Some(no) = self.others.get(&name) {
                    return MeetingKind::Other(*no);
                }
                let no = u8::try_from(self.names.len() + 1).unwrap_or(u8::MAX);
                if no < u8::MAX {
                    out.say(Cause::OtherMeetings, spot, &name, "");
                    self.names.push(name.clone());
                }
                self.others.insert(name, no.min(u8::try_from(self.names.len()).unwrap_or(no)));
                MeetingKind::Other(no.min(u8::try_from(self.names.len()).unwrap_or(no)))
            }
        }
    }

    /// The plan's list; empty where there are only the usual ones.
    pub fn finish(self) -> Vec<NamedMeeting> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let usual = MeetingKind::DEFAULT.into_iter().zip(self.usual).filter(|(_, used)| *used);
        let usual = usual.map(|(id, _)| NamedMeeting { id, name: id.default_name().to_owned() });
        let others = self
            .names
            .into_iter()
            .zip(1..)
            .map(|(name, no)| NamedMeeting { id: MeetingKind::Other(no), name });
        usual.chain(others).collect()
    }
}

impl Goes {
    fn add(&mut self, meeting: MeetingKind) {
        if !self.meetings.contains(&meeting) {
            self.meetings.push(meeting);
            sort_few(&mut self.meetings);
        }
    }

    fn session(&mut self, meeting: MeetingKind, no: u16) {
        let session = SessionNumber { meeting, no };
        if no > 0 && !self.sessions.contains(&session) {
            self.sessions.push(session);
        }
    }
}

/// Whether a text is the name of a meeting, or of several, and nothing else.
pub fn is_named(text: &str) -> bool {
    let pieces = pieces(text);
    let named = |piece: &String| {
        let plain = squash(&without_brackets(piece));
        let whole = matches!(plain.as_str(), "常委会" | "主任会" | "主席会" | "党组会");
        whole || (plain.ends_with("会议") && plain.chars().count() <= 16 && kind(&plain).is_some())
    };
    !pieces.is_empty() && pieces.iter().all(named)
}

/// A kind of meeting by what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    StandingCommittee,
    Chairpersons,
    Other(String),
}

fn kind(name: &str) -> Option<Kind> {
    let whole = squash(name);
    if is_bare(&whole) {
        return Some(Kind::StandingCommittee);
    }
    let bare = squash(&without_brackets(&whole));
    let plain = without_number(if bare.is_empty() { &whole } else { &bare });
    let mut plain = plain.as_str();
    for word in ["拟提交", "拟提请", "提交", "提请", "列入", "是否", "拟", "报", "上"] {
        plain = plain.strip_prefix(word).unwrap_or(plain);
    }
    for word in ["审议", "听取", "讨论", "研究", "审定", "通过", "上"] {
        plain = plain.strip_suffix(word).unwrap_or(plain);
    }
    if plain.is_empty() || !plain.chars().any(char::is_alphabetic) {
        return None;
    }
    if has_any(plain, &["主任会", "主任办公会"]) && !plain.contains("委员长") {
        return Some(Kind::Chairpersons);
    }
    // 区委常委会 is the Party committee's.
    let party = has_any(
        plain,
        &["党组", "省委常委", "市委常委", "县委常委", "区委常委", "州委常委", "旗委常委", "党委常委", "党委"],
    );
    let standing =
        plain.contains("常委") || matches!(plain, "常务委员会会议" | "常务委员会" | "人大常务委员会会议");
    if standing && !party && !has_any(plain, &["主席会", "委员长会", "机关", "办公会"]) {
        return Some(Kind::StandingCommittee);
    }
    Some(Kind::Other(plain.to_owned()))
}

/// 第三十次会议, which says no more than its number.
pub fn is_bare(plain: &str) -> bool {
    let plain = without_brackets(plain);
    number_of(&plain).is_some() && matches!(without_number(&plain).as_str(), "会议" | "")
}

/// 常委会会议 for 常委会第三十次会议.
fn without_number(plain: &str) -> String {
    let Some((start, end, _)) = number_of(plain) else { return plain.to_owned() };
    let mut rest = String::with_capacity(plain.len());
    rest.push_str(plain.get(..start).unwrap_or_default());
    rest.push_str(plain.get(end..).unwrap_or_default());
    rest
}

/// The number of a session: 第23次, 第二十三次.
pub fn session(plain: &str) -> Option<u16> {
    number_of(plain).and_then(|(_, _, no)| u16::try_from(no).ok())
}

fn number_of(plain: &str) -> Option<(usize, usize, u32)> {
    plain.match_indices('第').find_map(|(at, mark)| {
        let (no, rest) = numbers::number(plain.get(at + mark.len()..)?)?;
        let rest = rest.strip_prefix('次')?;
        Some((at, plain.len() - rest.len(), no))
    })
}

/// The names in a text that lists meetings.
fn pieces(text: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![String::new()];
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let separates = depth == 0
            && matches!(c, '、' | '，' | ',' | ';' | '；' | '/' | '／' | '\n' | '和' | '及' | '并' | '或');
        match found.last_mut() {
            Some(open) if !separates => open.push(c),
            _ => found.push(String::new()),
        }
    }
    found.retain(|piece| !piece.trim().is_empty());
    found
}
