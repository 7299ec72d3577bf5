//! 网站包: the plan as a website, for whoever has a web server.

use yaodian_ui::{El, el};

use super::part::part;
use crate::browser::window;
use crate::chunks::Export;
use crate::text;
use crate::widgets::export::export_button;

/// The card about it.
pub fn site() -> El {
    let card = part(text::SITE, text::SITE_NOTE);
    match window::single_file() {
        Some(_) => card
            .child(el("p").class("tools").child(export_button(text::SITE_MAKE, || Export::Site)))
            .child(el("p").class("lead").child(text::SITE_HOW)),
        // A single file is a page without the files of a website beside it.
        None => card.child(el("p").class("lead").child(text::SITE_FROM_FILE)),
    }
}
