//! The signs of the page, and where the focus goes after something was done by them.

use leptos::prelude::document;
use web_sys::HtmlElement;

use crate::browser::dom;

/// The signs in the page's main part.
pub const SIGNS: &str = "main button[data-of]";

/// Selectors of where the focus may go after something was done to an item: its sign, any sign, the heading.
pub fn focus_targets(at: Option<usize>) -> Vec<String> {
    let sign = at.map(|at| format!("{SIGNS}[data-of='{at}']"));
    sign.into_iter().chain([SIGNS.to_owned(), "main h1".into()]).collect()
}

/// The signs from the first one of an item on: where the focus goes if that one passes the filter no more.
pub fn signs_from(at: usize) -> Vec<HtmlElement> {
    let at = at.to_string();
    all().into_iter().skip_while(|sign| sign.get_attribute("data-of").as_ref() != Some(&at)).collect()
}

/// The positions of the items whose signs are on the page.
pub fn positions() -> Vec<usize> {
    all().into_iter().filter_map(|sign| position(&sign)).collect()
}

/// The position of a sign's item.
pub fn position(sign: &web_sys::Element) -> Option<usize> {
    sign.get_attribute("data-of")?.parse().ok()
}

fn all() -> Vec<HtmlElement> {
    document().document_element().map(|root| dom::all(&root, SIGNS)).unwrap_or_default()
}
