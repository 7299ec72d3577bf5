//! 数据: where what was recorded is kept, how it is handed on, joined and taken back.

mod backup;
mod handing;
mod import;
mod keep;
mod left;
mod preview;
mod restore;
mod sealed;
mod understand;

use super::heading;
use crate::components::card::card;
use crate::components::el::{El, View, all, el};
use crate::route::Page;

pub use self::backup::save;
pub use self::import::arrive;
pub use self::left::see_left;

/// The page.
pub fn data() -> View {
    all(vec![
        heading(&Page::Data).view(),
        el("div")
            .class("data")
            .add(keep::place())
            .add(backup::backup())
            .add(import::import())
            .add(handing::exports())
            .add(restore::restore())
            .add(keep::writer())
            .add(backup::single())
            .add(restore::damaged())
            .view(),
    ])
}

/// A card with a sentence that explains it.
fn part(title: &'static str, note: &'static str) -> El {
    card(title, Vec::new()).add(el("p").class("lead").add(note))
}

/// A button that does something.
fn button(name: impl crate::components::el::Child, action: impl FnMut(web_sys::Event) + 'static) -> El {
    el("button").attr("type", "button").class("button").on("click", action).add(name)
}
