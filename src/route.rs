//! The address of everything that can be on screen, as the part of the URL after `#`.
//!
//! `format` and `parse` are inverses. What a link says and this module does not understand is
//! [`Page::Unknown`], never a guess.

mod page;
mod params;
mod path;
mod plan;
mod words;

pub use page::{By, Calendar, Page, Route, Sort};
pub use plan::{bundled_address, is_here, plan_address, set_plan, split};
pub use words::{KINDS, decode, name, named, written, written_name};
use yaodian_plan::ItemId;
use yaodian_plan::query::Filter;

impl Route {
    /// A page without filters.
    pub fn to(page: Page) -> Route {
        Route { page, ..Route::default() }
    }

    /// Reads what follows `#` in a URL. The plan that it names, if any, is the page's own: see [`split`].
    pub fn parse(hash: &str) -> Route {
        let (_, text) = split(hash);
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parsed = path::parse(path).and_then(|page| params::parse(page, query));
        parsed.unwrap_or_else(|| Route::to(Page::Unknown(text.into())))
    }

    /// Writes the address, with its leading `#`.
    pub fn format(&self) -> String {
        let mut text = plan::prefix();
        path::format(&self.page, &mut text);
        params::format(self, &mut text);
        text
    }

    /// The same view with an item open, or with none.
    pub fn with_item(&self, item: Option<ItemId>) -> Route {
        Route { item, ..self.clone() }
    }

    /// The same moment on another page, without filters and without an open item.
    pub fn with_page(&self, page: Page) -> Route {
        Route { page, as_of: self.as_of, ..Route::default() }
    }

    /// The same page in another form: filters stay.
    pub fn with_form(&self, page: Page) -> Route {
        Route { page, item: None, ..self.clone() }
    }

    /// The same page with another filter.
    pub fn with_filter(&self, filter: Filter) -> Route {
        Route { filter, ..self.clone() }
    }
}

#[cfg(test)]
mod tests;
