//! How many of some items pass the filter, kept up to date.

use std::sync::Arc;

use yaodian_ui::Text;

use crate::desk::desk;
use crate::text;

/// `14 件`, of those that pass the filter.
pub fn count_text(items: Arc<[usize]>) -> impl FnMut() -> Text + Send + 'static {
    let desk = desk();
    move || text::count(desk.count(&items)).into()
}

/// Whether none of these items passes the filter.
pub fn none_passes(items: Arc<[usize]>) -> impl FnMut() -> bool + Send + 'static {
    let desk = desk();
    move || desk.count(&items) == 0
}
