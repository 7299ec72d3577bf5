//! The other forms of the plan, the search, the sheet of keys.

mod calendar;
mod categories;
mod copying;
mod guide;
mod help;
mod print;
mod search;
pub mod unit;
mod units;

use yaodian_ui::View;

use crate::browser::carry;
use crate::chunks::{Browse, BrowsePage};

/// The chunk.
pub fn chunk() -> Browse {
    Browse {
        style: concat!(
            include_str!("../../style/load.css"),
            include_str!("../../style/month.css"),
            include_str!("../../style/timeline.css"),
            include_str!("../../style/guide.css"),
            include_str!("../../style/search.css"),
            include_str!("../../style/contrast.css")
        ),
        prepare: || Box::pin(carry::fetch_sounds()),
        page,
        open_help: help::open,
        matching: search::matching,
        hits: search::hits,
        copy: copying::copy,
        print: print::print,
    }
}

fn page(page: BrowsePage) -> View {
    match page {
        BrowsePage::Timeline(by) => calendar::timeline_page(by),
        BrowsePage::Month(month) => calendar::month_page(month),
        BrowsePage::List => calendar::list_page(),
        BrowsePage::Units => units::units(),
        BrowsePage::Unit(id) => unit::unit(id),
        BrowsePage::Categories(group, sort) => categories::categories(group, sort),
        BrowsePage::Search => search::search(),
        BrowsePage::Guide(part) => guide::guide(&part),
    }
}
