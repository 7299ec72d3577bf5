//! What an address says: a page, and how it is looked at.

use yaodian_plan::query::{Filter, Group};
use yaodian_plan::{ItemId, Month, UnitId};
use yaodian_progress::{HistoryFilter, SessionId};

/// A complete address: a page, what is filtered, from when it is seen, which item is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The page in the main area.
    pub page: Page,
    /// Which of its items are shown.
    pub filter: Filter,
    /// The month from which standings are computed; today if absent.
    pub as_of: Option<Month>,
    /// The item that is open beside the page.
    pub item: Option<ItemId>,
    /// Which records 进展 lists.
    pub history: HistoryFilter,
}

/// The pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// 总览.
    #[default]
    Overview,
    /// 日历.
    Calendar(Calendar),
    /// 工委: all of them, or one.
    Units(Option<UnitId>),
    /// 我的工委: the unit of this browser's author.
    Mine,
    /// 类别: all tables, or one.
    Categories(Option<Group>, Sort),
    /// 会议.
    Sessions,
    /// One meeting: its agenda.
    Session(SessionId),
    /// 要点, perhaps at one of them.
    Points(Option<u16>),
    /// 要点: what covers what.
    Coverage,
    /// 进展: everything that was recorded.
    History,
    /// 进展通报 of these months, the first and the last.
    Bulletin(Month, Month),
    /// 数据: where it is kept, backups, imports.
    Data,
    /// 导入计划; a draft by its id, or the way to a new one.
    Import(String),
    /// 计划库: the plans of this browser.
    Library,
    /// Search results.
    Search(String),
    /// 使用说明, at a part of it if one is named.
    Guide(String),
    /// An item on a page of its own.
    Item(ItemId),
    /// A link that leads nowhere; holds what it said after `#`, still encoded.
    Unknown(String),
}

impl Page {
    /// Whether two pages are the same one in another form: sorted or grouped otherwise, at another place, for another
    /// text.
    pub fn is_form_of(&self, other: &Page) -> bool {
        match (self, other) {
            (Page::Points(_), Page::Points(_))
            | (Page::Search(_), Page::Search(_))
            | (Page::Guide(_), Page::Guide(_))
            | (Page::Import(_), Page::Import(_))
            | (Page::Unknown(_), Page::Unknown(_))
            | (Page::Calendar(Calendar::Timeline(_)), Page::Calendar(Calendar::Timeline(_))) => true,
            (Page::Categories(group, _), Page::Categories(other, _)) => group == other,
            _ => self == other,
        }
    }
}

/// The four forms of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// 年历: twelve months.
    Year,
    /// 时间轴: bars over months.
    Timeline(By),
    /// 月历: one month.
    Month(Month),
    /// 月历: the month that is now.
    ThisMonth,
    /// 列表: an agenda by month.
    List,
}

/// How the timeline is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By the unit that leads.
    Unit,
    /// By category.
    Category,
    /// By meeting.
    Meeting,
}

/// How a category's table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the document.
    #[default]
    Document,
    /// By time.
    Time,
    /// By the unit that leads.
    Unit,
    /// By progress.
    Standing,
}
