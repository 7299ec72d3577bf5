//! The open item beside the page: a panel on a desktop, a sheet on a tablet, a page on a phone.

use leptos::prelude::*;

use super::there::there;
use crate::parts::record;
use crate::state::desk;
use yaodian_ui::{View, fragment, live};

/// The panel; empty while no item is open.
pub fn panel() -> View {
    let desk = desk();
    live(move || match desk.open.get() {
        Some(id) => untrack(|| there(record().map(|record| (record.item)(id, true)))),
        None => fragment(Vec::new()),
    })
}
