//! When a meeting is held.

use chrono::NaiveDate;
use leptos::prelude::*;
use yaodian_progress::SessionId;

use crate::desk::desk;

/// The day of a meeting, once it is set. Tracks.
pub fn held_on(id: SessionId) -> Option<NaiveDate> {
    desk().ledger.book.with(|book| book.session(id).date())
}
