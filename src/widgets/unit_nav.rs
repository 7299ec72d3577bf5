//! The way from one unit to the others.

use yaodian_ui::{El, el};

use super::badge::unit_name;
use super::link::{current, page_link};
use crate::browser::focus;
use crate::desk::desk;
use crate::route::Page;
use crate::text;

/// The way from one unit to the others.
pub fn unit_nav(chosen: Option<usize>) -> El {
    let units = desk().catalog().plan.units.iter().enumerate();
    let mut links = vec![current(page_link(Page::Units(None)).child(text::ALL_TABLES), chosen.is_none())];
    links.extend(units.map(|(row, unit)| {
        current(page_link(Page::Units(Some(unit.id.clone()))).child(unit_name(row)), chosen == Some(row))
    }));
    links.push(current(page_link(Page::Mine).child(text::MY_UNIT), false));
    focus::centre_later(".seg.units [aria-current]".into());
    el("nav").class("seg units").attr("aria-label", text::UNITS).child(links)
}
