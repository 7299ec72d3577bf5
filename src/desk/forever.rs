//! What lives as long as the page, whoever asks for it first.

use leptos::prelude::*;

/// Makes signals that no part of the page takes along when it goes: not the one that has asked for them, and also where
/// nobody owns anything, as when a file is dropped.
pub fn forever<T>(make: impl FnOnce() -> T) -> T {
    let mut owner = Owner::current().unwrap_or_default();
    while let Some(around) = owner.parent() {
        owner = around;
    }
    let made = owner.with(make);
    std::mem::forget(owner);
    made
}
