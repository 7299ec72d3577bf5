//! What a first look shows.

mod overview;
mod year;

use yaodian_ui::View;

use crate::chunks::MainPage;
use crate::widgets::unknown::unknown;

/// Builds a page of the page's own module.
pub fn page(page: MainPage) -> View {
    match page {
        MainPage::Overview => overview::overview(),
        MainPage::Year => year::year_page(),
        MainPage::Unknown(said) => unknown(said),
    }
}
