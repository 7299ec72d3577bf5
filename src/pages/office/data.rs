//! 数据: where records are stored; backups, imports, restore points.

mod backup;
mod conflict;
mod handing;
mod import;
mod keep;
mod lines;
mod mailbox;
mod office_files;
mod other_plan;
mod preview;
mod queue;
mod restore;
mod sealed;
mod side;
mod single_file;
mod site;
mod understand;

use crate::route::Page;
use crate::text;
use crate::widgets::card::card;
use crate::widgets::heading::heading;
use crate::widgets::link::page_link;
use yaodian_ui::{El, View, el, fragment};

pub use self::backup::{save_backup, share_ready};
pub use self::import::take_in;
pub use self::mailbox::open_mailbox;
pub use self::queue::enqueue;

/// The page.
pub fn data() -> View {
    fragment(vec![
        heading(&Page::Data).into_view(),
        el("div")
            .class("data")
            .child(keep::place())
            .child(backup::backup())
            .child(import::import())
            .child(new_plan())
            .child(office_files::office_files())
            .child(handing::exports())
            .child(restore::restore())
            .child(keep::writer())
            .child(single_file::single_file())
            .child(site::site())
            .child(restore::damaged())
            .into_view(),
    ])
}

/// The way to another plan.
fn new_plan() -> El {
    let link = page_link(Page::Import(String::new())).class("button").child(text::IMPORT_PLAN);
    part(text::IMPORT_PLAN, text::IMPORT_PLAN_NOTE).child(el("p").class("tools").child(link))
}

/// A card with a sentence that explains it.
fn part(title: &'static str, note: &'static str) -> El {
    card(title, Vec::new()).child(el("p").class("lead").child(note))
}

/// A button that does something.
fn button(name: impl yaodian_ui::Child, action: impl FnMut(web_sys::Event) + 'static) -> El {
    el("button").attr("type", "button").class("button").on("click", action).child(name)
}
