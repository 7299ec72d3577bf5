//! Dates by the format of their cell.

use super::pieces::{Piece, chinese, written};
use super::shown::{Shown, general};
use crate::date::{Moment, moment};

/// A day or a time.
pub(super) fn date(value: f64, pieces: &[Piece<'_>], from_1904: bool) -> Shown {
    let Some(moment) = moment(value, from_1904) else {
        return Shown { text: general(value), doubtful: true };
    };
    // Names of months are English: written as a whole date, which everybody reads.
    let english = pieces.iter().any(|piece| matches!(piece, Piece::Date('m', 3..)));
    if english {
        return Shown { text: spelt(&moment, pieces), doubtful: true };
    }
    let chinese = chinese(pieces);
    let half = pieces.iter().any(|piece| matches!(piece, Piece::HalfDay(_)));
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match *piece {
            Piece::Words(words) => text.push_str(words),
            Piece::HalfDay(in_chinese) => text.push_str(match (moment.hour < 12, in_chinese) {
                (true, true) => "上午",
                (false, true) => "下午",
                (true, false) => "AM",
                (false, false) => "PM",
            }),
            Piece::Date('m', count) if is_minute(pieces, at) => text.push_str(&padded(moment.minute, count)),
            Piece::Date('y' | 'e', count) => {
                let year = if count == 2 { moment.year % 100 } else { moment.year };
                let year = if count == 2 && chinese.is_none() {
                    format!("{year:02}")
                } else {
                    written(year, chinese, true)
                };
                text.push_str(&year);
            }
            Piece::Date('m', count) => text.push_str(&unit(moment.month, count, chinese)),
            Piece::Date('d', count @ 1..=2) => text.push_str(&unit(moment.day, count, chinese)),
            // Days of the week.
            Piece::Date('d' | 'a', count) => {
                text.push_str(if count == 4 { "星期" } else { "周" });
                text.extend("日一二三四五六".chars().nth(moment.weekday));
            }
            Piece::Date('h', count) => {
                let hour = if half { (moment.hour + 11) % 12 + 1 } else { moment.hour };
                text.push_str(&padded(hour, count));
            }
            Piece::Date('s', count) => text.push_str(&padded(moment.second, count)),
            _ => {}
        }
    }
    Shown::sure(text.trim().to_owned())
}

/// `m` means minutes after hours and before seconds.
fn is_minute(pieces: &[Piece<'_>], at: usize) -> bool {
    let is =
        |piece: Option<&Piece<'_>>, wanted: char| matches!(piece, Some(Piece::Date(c, _)) if *c == wanted);
    let dates = |piece: &&Piece<'_>| matches!(piece, Piece::Date(..));
    let before = pieces[..at].iter().rev().find(dates);
    let after = pieces[at + 1..].iter().find(dates);
    is(before, 'h') || is(after, 's')
}

fn padded(value: u32, count: usize) -> String {
    if count >= 2 { format!("{value:02}") } else { value.to_string() }
}

fn unit(value: u32, count: usize, chinese: Option<char>) -> String {
    if chinese.is_some() { written(value, chinese, false) } else { padded(value, count) }
}

/// The parts of the date that the format shows, in Chinese.
fn spelt(moment: &Moment, pieces: &[Piece<'_>]) -> String {
    let has = |wanted: char| pieces.iter().any(|piece| matches!(piece, Piece::Date(c, _) if *c == wanted));
    let mut text = String::new();
    if has('y') {
        text += &format!("{}年", moment.year);
    }
    text += &format!("{}月", moment.month);
    if has('d') {
        text += &format!("{}日", moment.day);
    }
    text
}
