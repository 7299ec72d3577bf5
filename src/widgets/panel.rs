//! The open item beside the page: a panel on a desktop, a sheet on a tablet, a page on a phone.

use leptos::prelude::*;

use super::chunk_missing::or_missing;
use crate::chunks::record;
use crate::desk::desk;
use yaodian_ui::{View, fragment, live};

/// The panel; empty while no item is open.
pub fn panel() -> View {
    let desk = desk();
    live(move || match desk.open.get() {
        Some(id) => untrack(|| or_missing(move || record().map(|record| (record.item)(id, true)))),
        None => fragment(Vec::new()),
    })
}
