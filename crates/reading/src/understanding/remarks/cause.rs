//! Why something is said about a document.

use std::fmt;

use serde::Serialize;

use crate::document::RemarkKind;

/// How much a remark matters, by what it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A reading that the document suggests but does not state; nothing is likely to be wrong.
    Note,
    /// A title, a time, a unit or a meeting may be wrong; look at it.
    Warning,
    /// A part of the document could not be read, or the plan lacks what it must have.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Note => "说明",
            Severity::Warning => "请核对",
            Severity::Error => "未能读取",
        })
    }
}

/// A cause. What stood at a place, and what was made of it, is said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The reader of the format said so.
    Format(RemarkKind),
    // The head.
    NoTitle,
    NoYear,
    YearElsewhere,
    YearAssumed,
    YearDiffers,
    NoIssuer,
    OtherPlan,
    MadeUpId,
    NoticeLeftOut,
    FrontLeftOut,
    SignatureLeftOut,
    RecordLeftOut,
    // The body.
    NothingRead,
    NoItems,
    NumberGap,
    NumberRestarts,
    PointsBeforeSection,
    StrayText,
    // Tables.
    NoAnnexTitle,
    TableNotUnderstood,
    TableLeftOut,
    HeaderAssumed,
    HeadingRead,
    HeadingUnknown,
    ExtraCells,
    RowContinued,
    CellRestored,
    RowLeftOut,
    NestedTable,
    FromHeading,
    UnitFromHeading,
    UnitFromLast,
    // Rows.
    NoCategory,
    CategoryOpened,
    CategoryNamedLate,
    CategoryUnnamed,
    CategoryStartsLate,
    Count,
    Duplicate,
    NoSerial,
    SerialGap,
    NoItemTitle,
    TooMany,
    // Times.
    BlankTime,
    TimeCarried,
    UnknownPeriod,
    PartialPeriod,
    CoarserPeriod,
    SeveralMonths,
    OutsideYear,
    NextJanuary,
    PeriodInTitle,
    PeriodNotInRow,
    TwoTimes,
    NoMonth,
    // Meetings.
    OddMark,
    NoMeeting,
    InWriting,
    OtherMeetings,
    MeetingInForm,
    MeetingAssumed,
    // Units.
    BlankUnit,
    NoUnit,
    OddUnit,
    Alias,
    TwinUnits,
    MaybeTwoUnits,
    UnitAside,
    Inferred,
    TasksSplit,
    // Remarks.
    RemarkShared,
    RemarkUnread,
    // Sentences.
    FromSentences,
    SentenceUnsure,
    SentenceBare,
}

impl Cause {
    /// How much it matters.
    pub fn severity(self) -> Severity {
        use Cause::*;
        match self {
            NoTitle | NoYear | OtherPlan | NothingRead | TableNotUnderstood | TooMany => Severity::Error,
            Format(
                RemarkKind::Pictures
                | RemarkKind::CutOff
                | RemarkKind::BadCharacters
                | RemarkKind::HiddenRows
                | RemarkKind::StruckOut
                | RemarkKind::FormulasWithoutValue
                | RemarkKind::ErrorValues
                | RemarkKind::UnknownSymbols
                | RemarkKind::ColumnsBySpaces
                | RemarkKind::Colours,
            ) => Severity::Warning,
            YearElsewhere | YearAssumed | YearDiffers | StrayText | HeaderAssumed | ExtraCells
            | CategoryUnnamed | CategoryStartsLate | Count | Duplicate | NoSerial | SerialGap
            | NoItemTitle | UnknownPeriod | PartialPeriod | OutsideYear | NextJanuary | PeriodNotInRow
            | NoMonth | BlankUnit | NoUnit | NoMeeting | OddMark | OddUnit | TwinUnits | MaybeTwoUnits
            | NumberGap | TwoTimes | SentenceUnsure | UnitFromLast | MeetingAssumed => Severity::Warning,
            _ => Severity::Note,
        }
    }

    /// A name for programs, e.g. `unknown_period`.
    pub fn code(self) -> String {
        let name = match self {
            Cause::Format(kind) => format!("{kind:?}"),
            cause => format!("{cause:?}"),
        };
        let mut code = String::new();
        for c in name.chars() {
            if c.is_ascii_uppercase() && !code.is_empty() {
                code.push('_');
            }
            code.push(c.to_ascii_lowercase());
        }
        code
    }
}
