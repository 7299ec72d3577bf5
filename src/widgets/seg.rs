//! A row of links of which one is current.

use yaodian_ui::{El, el};

/// The row. `label` says what is chosen.
pub fn seg(label: &'static str, links: Vec<El>) -> El {
    el("nav").class("seg").attr("aria-label", label).child(links)
}
