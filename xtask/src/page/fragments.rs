//! From a plan to HTML, as pure functions.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use yaodian_page::html;
use yaodian_page::pack::pack;
use yaodian_plan::Plan;

use crate::Outcome;

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

/// For the `<body>`: the plan to read, which is painted while the rest is still on its way, then the data that the
/// app starts from. They say the same twice, so they stand side by side, where compression sees it. Behind them is the
/// place, empty in a release, where the app puts what was recorded when it saves the page as one file.
pub fn body(plan: &Plan) -> Outcome<String> {
    let pinyin = pinyin_table(plan);
    if pinyin.contains('<') {
        // A script that is text has no escapes, so nothing in it may look like markup.
        return Err("the pinyin table contains a `<`".to_owned());
    }
    let readable = html::write(plan);
    let packed = pack(plan);
    Ok(format!(
        "{readable}<script type=\"text/plain\" id=\"plan\">{packed}</script>\n\
         <script type=\"text/plain\" id=\"pinyin\">{pinyin}</script>\n\
         <script type=\"application/json\" id=\"notes\"></script>\n"
    ))
}

/// What a system needs to know to install the page as an app. All addresses are seen from the manifest, so the page may
/// lie anywhere. There is no `id`: it is made from the start address, which differs where two plans share an origin.
pub fn manifest(plan: &Plan) -> String {
    let icon = |src: &str, kind: &str, sizes: &str, purpose: &str| json!({ "src": src, "type": kind, "sizes": sizes, "purpose": purpose });
    let manifest = json!({
        "name": plan.title,
        "short_name": "要点",
        "lang": "zh-CN",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": "#a8201a",
        "background_color": "#faf8f5",
        "icons": [
            icon("icon-192.png", "image/png", "192x192", "any"),
            icon("install/icon-512.png", "image/png", "512x512", "any"),
            icon("install/icon-maskable-512.png", "image/png", "512x512", "maskable"),
            icon("install/icon.svg", "image/svg+xml", "any", "any"),
        ],
        "shortcuts": [
            { "name": "日历", "url": "./#/calendar" },
            { "name": "我的工委", "url": "./#/mine" },
        ],
    });
    format!("{manifest}\n")
}

/// The pinyin of the plan's characters, as the text that the search reads.
fn pinyin_table(plan: &Plan) -> String {
    yaodian_page::pinyin::table_for(plan).to_text()
}

#[cfg(test)]
mod tests {
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
