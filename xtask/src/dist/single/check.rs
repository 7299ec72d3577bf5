//! The proof that a page needs no other file.

use lol_html::element;
use lol_html::html_content::Element;

use super::super::html;
use crate::outcome::Outcome;

/// Attributes through which an element loads something or leads somewhere.
const ADDRESSES: &[&str] =
    &["src", "srcset", "href", "xlink:href", "data", "poster", "action", "formaction", "background"];

/// Fails with the first thing in a page that is not in the page itself.
pub fn stands_alone(page: &str) -> Outcome {
    let refused = |address: &str| Err(format!("the single file would need {address:?}"));
    let checked = element!("*", |element| match outside(element) {
        None => Ok(()),
        Some(address) => Ok(refused(&address)?),
    });
    html::rewrite(page, vec![checked])?;
    for sheet in html::texts(page, "style", |_| true)? {
        if let Some(address) = loaded_by_style(&sheet) {
            return refused(&address);
        }
    }
    Ok(())
}

fn outside(element: &Element) -> Option<String> {
    ADDRESSES.iter().filter_map(|name| element.get_attribute(name)).find(|value| !inside(value))
}

/// A place of the page, or what is written out in the address.
fn inside(address: &str) -> bool {
    address.starts_with('#') || address.starts_with("data:")
}

fn loaded_by_style(sheet: &str) -> Option<String> {
    let mut addresses = sheet.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    let address = addresses.find(|rest| !inside(rest)).map(|rest| rest.chars().take(40).collect());
    address.or_else(|| sheet.contains("@import").then(|| "@import".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_on_its_own() {
        let page = "<link rel=icon href=\"data:,\"><a href=\"#/points/5\">5</a><noscript>a</noscript>\
            <style>a { background: url(\"data:image/png;base64,\") }</style><script>fetch('/x')</script>";
        stands_alone(page).unwrap();
    }

    #[test]
    fn whatever_lies_elsewhere_is_named() {
        for (page, address) in [
            ("<link rel=\"manifest\" href=\"app.webmanifest\">", "app.webmanifest"),
            ("<script src='a.js'></script>", "a.js"),
            ("<img src=//example.org/a.png>", "//example.org/a.png"),
            ("<a href=\"./\">", "./"),
            ("<style>@import 'a.css';</style>", "@import"),
            ("<style>a { background: url( 'a.png') }</style>", "a.png"),
        ] {
            assert!(stands_alone(page).unwrap_err().contains(address), "{page}");
        }
    }
}
