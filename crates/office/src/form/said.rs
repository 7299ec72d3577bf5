//! What has to be said about a row of a form.

use std::fmt;

use chrono::NaiveDate;
use yaodian_plan::names::status_phrase;
use yaodian_plan::query::Status;
use yaodian_progress::ChineseDate;
use yaodian_reading::document::Place;

use crate::form::{DAY, STATUS};

/// Something that was assumed about a row, or why it was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It has neither the id nor the title of an item.
    NoItem,
    /// Its id and its title belong to different items.
    Disagree,
    /// Several items have its title, and it has no id.
    SeveralWithTitle,
    /// Another row, there, is about the same item and says something else.
    Repeated(Place),
    /// The item has another title in the plan; the id counts.
    TitleDiffers,
    /// It has no id that the plan knows; the title counts.
    ByTitle,
    /// The status is none; it is kept in the note.
    Status(String),
    /// It is put off to a month that is not after its own time; kept in the note.
    NotLater(String),
    /// The status is in other words than the list's.
    StatusReadAs(String, Status),
    /// The day is none; it is kept in the note.
    Day(String),
    /// The day was written without a year: the plan's was taken.
    YearAssumed(NaiveDate),
    /// The day is not in the plan's year.
    OtherYear(NaiveDate),
}

impl Said {
    /// Whether the row could not be taken at all.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Said::NoItem | Said::Disagree | Said::SeveralWithTitle | Said::Repeated(_))
    }
}

/// As a sentence for the screen.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Said::NoItem => f.write_str("本计划中没有这个编号和事项，没有合并，原文保留"),
            Said::Disagree => f.write_str("编号和事项不是同一件，没有合并，原文保留"),
            Said::SeveralWithTitle => f.write_str("没有编号，而同名的事项不止一件，没有合并，原文保留"),
            Said::Repeated(place) => write!(f, "与{place}是同一件事项而内容不同，没有合并，原文保留"),
            Said::TitleDiffers => f.write_str("事项名称与计划不同，按编号对应"),
            Said::ByTitle => f.write_str("没有可用的编号，按事项名称对应"),
            Said::Status(text) => write!(f, "{STATUS}“{text}”无法识别，写入了记录"),
            Said::NotLater(text) => write!(f, "“{text}”不晚于计划时间，没有改动进展，写入了记录"),
            Said::StatusReadAs(text, status) => {
                write!(f, "{STATUS}“{text}”按“{}”读入", status_phrase(*status))
            }
            Said::Day(text) => write!(f, "{DAY}“{text}”无法识别，写入了记录"),
            Said::YearAssumed(day) => write!(f, "{DAY}没有写年份，按{}读入", ChineseDate(*day)),
            Said::OtherYear(day) => write!(f, "{DAY}{}不在计划年度内，请核对", ChineseDate(*day)),
        }
    }
}
