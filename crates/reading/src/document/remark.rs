//! What a reader of a format left out, accepted or assumed.

use serde::Serialize;

use super::Place;

/// Something that has to be said about how a file was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remark {
    pub kind: RemarkKind,
    /// Where, in the order of the document; empty if everywhere.
    pub places: Vec<Place>,
    /// The texts concerned (left out, struck out, taken away), as many as there are places or
    /// fewer, each short enough to be shown.
    pub texts: Vec<String>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum RemarkKind {
    /// Hidden rows of a sheet were left out.
    HiddenRows,
    /// Hidden columns of a sheet were left out.
    HiddenColumns,
    /// Hidden sheets were left out.
    HiddenSheets,
    /// Hidden text was left out.
    HiddenText,
    /// Struck-out text was left out.
    StruckOut,
    /// Tracked changes: what was inserted counts, what was deleted does not.
    TrackedChanges,
    /// A table of contents was left out.
    Contents,
    /// Text boxes stand apart from the body.
    TextBoxes,
    /// Parts of a table that were apart, with the header repeated, were joined.
    JoinedTables,
    /// Cells with an error value (`#N/A`) count as empty.
    ErrorValues,
    /// Formulas without a stored result count as empty.
    FormulasWithoutValue,
    /// A date was shown in a way that is not known; year, month and day are written instead.
    DateFormat,
    /// Page numbers and running heads were left out.
    RunningHeads,
    /// Lines that were broken by hand or by a PDF were rejoined.
    RejoinedLines,
    /// Rows that lost the tab of their empty first cell got it back.
    RestoredCells,
    /// Columns were told apart by runs of spaces.
    ColumnsBySpaces,
    /// Characters that only look like the usual ones (⼈, U+2F08) are read as the usual ones.
    LookAlikes,
    /// Characters that nobody sees (marks of direction, U+202E) are left out. Their codes stand in the texts.
    Invisible,
    /// Bytes that are not characters of the text's encoding.
    BadCharacters,
    /// A symbol whose meaning is not known was left out.
    UnknownSymbols,
    /// A picture: what is written in it cannot be read.
    Pictures,
    /// Which months a row has was read from the colours of its cells.
    Colours,
    /// The rest was too much to read.
    CutOff,
}

impl RemarkKind {
    /// What is said on the screen, in Chinese, without the places.
    pub fn wording(self) -> &'static str {
        match self {
            RemarkKind::HiddenRows => "隐藏的行没有读入",
            RemarkKind::HiddenColumns => "隐藏的列没有读入",
            RemarkKind::HiddenSheets => "隐藏的工作表没有读入",
            RemarkKind::HiddenText => "隐藏的文字没有读入",
            RemarkKind::StruckOut => "加了删除线的文字没有读入",
            RemarkKind::TrackedChanges => "文件里有修订，按接受全部修订后的文字读入",
            RemarkKind::Contents => "目录没有读入",
            RemarkKind::TextBoxes => "文本框里的文字不作为正文",
            RemarkKind::JoinedTables => "分成几段、重复表头的表格已接成一张",
            RemarkKind::ErrorValues => "单元格里是错误值，按空白处理",
            RemarkKind::FormulasWithoutValue => "公式没有存下结果，按空白处理",
            RemarkKind::DateFormat => "日期的显示格式认不出，按年月日写出",
            RemarkKind::RunningHeads => "页码和页眉页脚没有读入",
            RemarkKind::RejoinedLines => "被拆开的行已接回",
            RemarkKind::RestoredCells => "行首缺的空格子已补上",
            RemarkKind::ColumnsBySpaces => "表格的列是按空格分开的，请核对",
            RemarkKind::LookAlikes => "有形近的异体码字，按常用字理解",
            RemarkKind::Invisible => "有看不见的控制字符，没有读入",
            RemarkKind::BadCharacters => "有认不出的字符",
            RemarkKind::UnknownSymbols => "有认不出的符号，没有读入",
            RemarkKind::Pictures => "文件里有图片，图片里的文字读不了",
            RemarkKind::Colours => "表格用底色标出月份，按底色读入，请核对",
            RemarkKind::CutOff => "内容太多，后面的没有读入",
        }
    }
}

impl Remark {
    /// A remark about the whole file.
    pub fn new(kind: RemarkKind) -> Self {
        Self { kind, places: Vec::new(), texts: Vec::new() }
    }
}
