//! What can be done to a draft, as data: it is applied again whenever a draft is opened, or an earlier step is taken back.

use yaodian_plan::{MeetingKind, Month};

use crate::key::Key;

/// One thing that somebody does.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Title(String),
    Issuer(String),
    Year(i32),
    /// Another value of a row.
    Row(Key, Change),
    /// A new row under that of another one, or under the last one; with its key.
    Add {
        after: Option<Key>,
        new: Key,
    },
    Delete(Key),
    /// A row one place up or down among those of its group.
    Move {
        row: Key,
        up: bool,
    },
    /// What stands in the title from this character on becomes a row of its own.
    Split {
        row: Key,
        at: usize,
        new: Key,
    },
    /// A row and the one below it become one.
    Join(Key),
    /// The same values in rows below: those of a column down to the last of these.
    Fill {
        from: Key,
        to: Key,
        column: Column,
    },
    /// Another name for a unit; that of another one makes them one.
    RenameUnit {
        from: String,
        to: String,
    },
    /// A unit one place up or down.
    MoveUnit {
        name: String,
        up: bool,
    },
    RenameCategory {
        key: Key,
        name: String,
    },
    /// Everything of a category is listed under another one.
    MergeCategory {
        from: Key,
        into: Key,
    },
    MoveCategory {
        key: Key,
        up: bool,
    },
    AddCategory {
        key: Key,
        name: String,
    },
    PointHeading {
        no: u16,
        text: String,
    },
    PointText {
        no: u16,
        text: String,
    },
    /// What the reader said of these is right as it is; `false` takes it back.
    Accept(Vec<Mark>, bool),
    /// Proposed links, by position: whether they hold.
    Link(Vec<usize>, bool),
    /// Several at once.
    Several(Vec<Edit>),
}

/// Another value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Title(String),
    /// Who leads and who takes part, as names.
    Who {
        lead: String,
        joint: String,
    },
    /// When, as it is typed.
    Time(String),
    /// When, as months; none is 时间未定.
    Months(Vec<Month>),
    WholeYear,
    Meetings(Vec<MeetingKind>),
    /// Which sessions of a meeting that it goes to.
    Sessions {
        meeting: MeetingKind,
        numbers: Vec<u16>,
    },
    /// The category that it is listed under.
    Category(Key),
    Remark(String),
}

/// What can be filled down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Who,
    Time,
    Meetings,
    Category,
}

/// One place that the reader said something about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub cause: String,
    pub line: u32,
    pub text: String,
}
