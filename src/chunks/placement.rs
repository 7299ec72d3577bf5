//! Which chunk a page is in.

use yaodian_plan::query::Group;
use yaodian_plan::{ItemId, Month, UnitId};
use yaodian_progress::SessionId;

use crate::route::{By, Calendar, Page, Sort};

/// A chunk of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The other forms of the plan, the search, the sheet of keys.
    Browse,
    /// An item as a whole, and whatever records its progress.
    Record,
    /// What the office does with all that was recorded, and what else is not looked at every day.
    Office,
    /// From a document to a plan.
    Import,
    /// What reads documents.
    Reader,
    /// What reads workbooks: plans, and forms that were filled in.
    Sheets,
    /// The plans of this browser: opening one, handing them on.
    Library,
    /// Writes documents for Word.
    Word,
    /// Writes workbooks for Excel.
    Workbooks,
    /// Makes a website of a plan.
    Site,
}

/// A page by the module that it is in. Each chunk builds exactly the pages of its own type.
pub enum Placement {
    /// In the page's own module.
    Main(MainPage),
    /// In [`Chunk::Browse`].
    Browse(BrowsePage),
    /// In [`Chunk::Record`]: an item on a page of its own.
    Record(ItemId),
    /// In [`Chunk::Office`].
    Office(OfficePage),
    /// In [`Chunk::Import`].
    Import,
    /// In [`Chunk::Library`]: 计划库.
    Library,
}

/// The pages of the page's own module.
pub enum MainPage {
    /// 总览.
    Overview,
    /// 年历.
    Year,
    /// A link that leads nowhere.
    Unknown(String),
}

/// The pages of [`Chunk::Browse`].
pub enum BrowsePage {
    /// 时间轴.
    Timeline(By),
    /// 月历; `None`: of the month that is now.
    Month(Option<Month>),
    /// 列表.
    List,
    /// 工委: all of them.
    Units,
    /// One unit.
    Unit(UnitId),
    /// 类别.
    Categories(Option<Group>, Sort),
    /// Search results.
    Search,
    /// 使用说明.
    Guide(String),
}

/// The pages of [`Chunk::Office`].
pub enum OfficePage {
    /// 我的工委.
    Mine,
    /// 会议.
    Sessions,
    /// One meeting.
    Session(SessionId),
    /// 要点.
    Points(Option<u16>),
    /// 对照.
    Coverage,
    /// 进展.
    History,
    /// 进展通报.
    Bulletin(Month, Month),
    /// 数据.
    Data,
}

impl Placement {
    /// Where a page is.
    pub fn of(page: Page) -> Placement {
        match page {
            Page::Overview => Placement::Main(MainPage::Overview),
            Page::Calendar(Calendar::Year) => Placement::Main(MainPage::Year),
            Page::Units(None) => Placement::Browse(BrowsePage::Units),
            Page::Unknown(said) => Placement::Main(MainPage::Unknown(said)),
            Page::Calendar(Calendar::Timeline(by)) => Placement::Browse(BrowsePage::Timeline(by)),
            Page::Calendar(Calendar::Month(month)) => Placement::Browse(BrowsePage::Month(Some(month))),
            Page::Calendar(Calendar::ThisMonth) => Placement::Browse(BrowsePage::Month(None)),
            Page::Calendar(Calendar::List) => Placement::Browse(BrowsePage::List),
            Page::Units(Some(id)) => Placement::Browse(BrowsePage::Unit(id)),
            Page::Categories(group, sort) => Placement::Browse(BrowsePage::Categories(group, sort)),
            Page::Search(_) => Placement::Browse(BrowsePage::Search),
            Page::Guide(part) => Placement::Browse(BrowsePage::Guide(part)),
            Page::Item(id) => Placement::Record(id),
            Page::Mine => Placement::Office(OfficePage::Mine),
            Page::Sessions => Placement::Office(OfficePage::Sessions),
            Page::Session(id) => Placement::Office(OfficePage::Session(id)),
            Page::Points(at) => Placement::Office(OfficePage::Points(at)),
            Page::Coverage => Placement::Office(OfficePage::Coverage),
            Page::History => Placement::Office(OfficePage::History),
            Page::Bulletin(first, last) => Placement::Office(OfficePage::Bulletin(first, last)),
            Page::Import(_) => Placement::Import,
            Page::Data => Placement::Office(OfficePage::Data),
            Page::Library => Placement::Library,
        }
    }

    /// The chunk; `None` for the page's own module.
    pub fn chunk(&self) -> Option<Chunk> {
        match self {
            Placement::Main(_) => None,
            Placement::Browse(_) => Some(Chunk::Browse),
            Placement::Record(_) => Some(Chunk::Record),
            Placement::Office(_) => Some(Chunk::Office),
            Placement::Import => Some(Chunk::Import),
            Placement::Library => Some(Chunk::Library),
        }
    }
}
