//! From a plan to HTML, as pure functions.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use yaodian_page::{html, release};
use yaodian_plan::Plan;

use crate::outcome::Outcome;

/// The icon of the page's tab, made by `tools/icons.mjs`. It is no drawing, because Chromium takes the tab's icon once
/// more with every change of the address, and a drawing is a document to read and lay out each time.
const TAB_ICON: &[u8] = include_bytes!("tab.png");

/// For the `<head>`: the document's title, the icon of its tab, and the script that runs before anything is painted.
pub fn head(plan: &Plan) -> String {
    let (title, icon) = (html::escape(&plan.title), STANDARD.encode(TAB_ICON));
    // Within the page, because taking it is otherwise a request each time.
    format!(
        "<title>{title}</title>\n<link rel=\"icon\" href=\"data:image/png;base64,{icon}\">\n<script>{}</script>\n",
        html::START_SCRIPT
    )
}

/// For the `<body>`.
pub fn body(plan: &Plan) -> Outcome<String> {
    release::body(plan, &pinyin_table(plan)).ok_or_else(|| "the pinyin table contains a `<`".to_owned())
}

/// The pinyin of the plan's characters, as the text that the search reads.
fn pinyin_table(plan: &Plan) -> String {
    yaodian_page::pinyin::table_for(plan).to_text()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use yaodian_page::release::manifest;

    use super::*;
    use crate::fixture;

    const HOSTILE: &str = "</script><!-- & \u{2028}\u{2029} \"\\ 要点";

    #[test]
    fn the_body_carries_the_plan() {
        let mut plan = fixture::plan();
        plan.title = HOSTILE.to_owned();
        let body = body(&plan).unwrap();
        assert_eq!(body.matches("</script>").count(), 3);
        assert!(!body.contains("<!--"));
        let packed = body.split_once("id=\"plan\">").unwrap().1.split_once("</script>").unwrap().0;
        assert_eq!(yaodian_page::pack::unpack(packed).unwrap(), plan);
    }

    #[test]
    fn the_title_is_text() {
        let mut plan = fixture::plan();
        plan.title = "甲 & 乙</title>".to_owned();
        assert!(head(&plan).starts_with("<title>甲 &amp; 乙&lt;/title&gt;</title>\n"));
    }

    #[test]
    fn the_manifest_has_the_plans_title_and_no_address_of_its_own() {
        let mut plan = fixture::plan();
        plan.title = HOSTILE.to_owned();
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&plan)).unwrap();
        assert_eq!(manifest["name"], HOSTILE);
        assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("./"), &json!("./")));
    }

    #[test]
    fn the_script_of_the_head_ends_where_it_should() {
        let head = head(&fixture::plan()).to_lowercase();
        assert_eq!(head.matches("<script").count(), 1);
        assert_eq!(head.matches("</script").count(), 1);
        assert!(!head.contains("<!--"));
    }
}
