//! A page's heading.

use yaodian_ui::{El, el};

use crate::desk::desk;
use crate::route::Page;
use crate::text;

/// The heading, which takes the focus when the page opens.
pub fn heading(page: &Page) -> El {
    el("h1").attr("tabindex", "-1").child(text::page(page, desk().catalog()))
}
