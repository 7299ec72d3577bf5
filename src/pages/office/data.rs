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
mod part;
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
use crate::widgets::heading::heading;
use crate::widgets::link::page_link;
use yaodian_ui::{El, View, el, fragment};

pub use self::backup::{save_backup, share_ready};
pub use self::import::take_in;
pub use self::mailbox::open_mailbox;
use self::part::part;
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
            .child(handing::exports())
            .child(keep::writer())
            // It is as wide as the page. Before it stand six cards, which fill rows of two and of three.
            .child(office_files::office_files())
            .child(restore::restore())
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
