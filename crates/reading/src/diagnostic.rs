//! What the importer had to assume, and what it could not read.

use std::fmt;

use yaodian_plan::{ItemId, Month};

/// One remark about the source document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Line of the source document, from 1.
    pub line: u32,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub problem: Problem,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A reading that the document suggests but does not state.
    Note,
    /// Something contradicts itself or was not understood; look at it.
    Warning,
    /// A part of the document could not be read.
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

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第{}行（{}）：{}", self.line, self.severity, self.problem)
    }
}

/// What was expected, what was found. What was done about it is part of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No line names 工作要点; the first line stands in for the title.
    NoTitle { used: String },
    /// Neither the title nor anything else names a year.
    NoYear,
    /// The year comes from another place than the title.
    YearElsewhere { year: i32 },
    /// The caller's year is not the title's.
    YearDiffers { printed: i32, used: i32 },
    /// The title names nobody.
    NoIssuer,
    /// The plan's short name was made up.
    MadeUpId { id: String },
    /// The body has no section.
    NoSections,
    /// Sections or points are not numbered one after the other.
    NumberGap { what: &'static str, expected: u32, found: u32, used: u32 },
    /// Points are numbered anew in every section; the plan's numbers run on.
    NumberRestarts { found: u32, used: u32 },
    /// Points stand before the first section heading.
    PointsBeforeSection,
    /// A line that belongs nowhere.
    StrayText { text: String },
    /// No table of annex 1.
    NoSchedule,
    /// No table of annex 2.
    NoMonthly,
    /// A table without a title above it.
    NoAnnexTitle { used: String },
    /// A column heading that differs from the usual words.
    HeaderRead { found: String, read_as: &'static str },
    /// A column that the plan has no place for.
    ColumnIgnored { header: String },
    /// A row with more cells than the header has.
    ExtraCells { text: String },
    /// A line that continues the row above.
    RowContinued { text: String },
    /// A row that had lost its empty category cell.
    CellRestored { serial: u32 },
    /// A serial number starts again at 1 without a category; the next category begins.
    CategoryOpened { no: u8 },
    /// The name of a category stands beside a later row than its first.
    CategoryNamedLate { no: u8, name: String, serial: u32 },
    /// A category whose name is nowhere.
    CategoryUnnamed { no: u8, name: String },
    /// A category that does not begin with serial number 1.
    CategoryStartsLate { name: String, serial: u32 },
    /// A category's heading states another count than it has rows.
    Count { category: String, stated: u16, found: usize },
    /// A serial number that is taken.
    Duplicate { found: u32, used: ItemId },
    /// A row or task without a serial number.
    NoSerial { used: ItemId },
    /// Serial numbers that are not in order.
    SerialGap { expected: u32, found: u32 },
    /// A row without a title.
    NoItemTitle,
    /// More rows than the plan can number.
    TooMany,
    /// A time that was not understood.
    UnknownPeriod { text: String },
    /// A time that months cannot express exactly.
    CoarserPeriod { text: String },
    /// Months that do not follow each other.
    PeriodGap { text: String },
    /// A task's own time, in brackets.
    PeriodInTitle { text: String, row: String, within: bool },
    /// A row of annex 2 without a month; its tasks are numbered under this one.
    NoMonth { text: String, used: Month },
    /// Something in a meeting column that is not a usual mark.
    OddMark { text: String },
    /// A unit that is not among the well-known ones.
    UnknownUnit { name: String, id: String },
    /// A responsible body that does not look like a unit at all.
    OddUnit { name: String, id: String },
    /// A short name of a unit.
    Alias { alias: String, name: String },
    /// Nobody is named.
    NoUnit,
    /// A month's tasks and units differ in number; how they were paired.
    Inferred { month: Month, tasks: usize, units: usize, pairing: String },
    /// A remark beside several tasks.
    RemarkShared { remark: String, tasks: usize },
    /// A remark that speaks of completion without being the usual word.
    RemarkUnread { remark: String },
}

impl Problem {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        use Problem::*;
        match self {
            NoTitle { .. } | NoYear | NoSections | NoSchedule => Severity::Error,
            MadeUpId { .. }
            | HeaderRead { .. }
            | NumberRestarts { .. }
            | RowContinued { .. }
            | CellRestored { .. }
            | CategoryOpened { .. }
            | CategoryNamedLate { .. }
            | CoarserPeriod { .. }
            | PeriodInTitle { within: true, .. }
            | UnknownUnit { .. }
            | Alias { .. }
            | Inferred { .. }
            | RemarkShared { .. }
            | RemarkUnread { .. } => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// The diagnostic of this problem on this line.
    pub(super) fn at(self, line: u32) -> Diagnostic {
        Diagnostic { line, severity: self.severity(), problem: self }
    }
}
