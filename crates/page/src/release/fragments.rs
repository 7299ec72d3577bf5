//! The parts of a release that are about its plan.

use yaodian_plan::Plan;

use crate::html;
use crate::pack::pack;

/// For the `<body>` of the page: the plan to read, which is painted while the rest is still on its way, then the data that
/// the app starts from. They say the same twice, so they stand side by side, where compression sees it. Behind them is
/// the place, empty in a release, where the app puts what was recorded when it saves the page as one file.
///
/// `None` if the readings contain a `<`: a script that is text has no escapes, so nothing in it may look like markup.
pub fn body(plan: &Plan, sounds: &str) -> Option<String> {
    let (readable, packed) = (html::write(plan), pack(plan));
    (!sounds.contains('<')).then(|| {
        format!(
            "{readable}<script type=\"text/plain\" id=\"plan\">{packed}</script>\n\
             <script type=\"text/plain\" id=\"pinyin\">{sounds}</script>\n\
             <script type=\"application/json\" id=\"notes\"></script>\n"
        )
    })
}

/// What a system needs to know to install the page as an app. All addresses are seen from the manifest, so the page may
/// lie anywhere. There is no `id`: it is made from the start address, which differs where two plans share an origin.
pub fn manifest(plan: &Plan) -> String {
    let icon = |src: &str, kind: &str, sizes: &str, purpose: &str| {
        format!(r#"{{"purpose":"{purpose}","sizes":"{sizes}","src":"{src}","type":"{kind}"}}"#)
    };
    let icons = [
        icon("icon-192.png", "image/png", "192x192", "any"),
        icon("install/icon-512.png", "image/png", "512x512", "any"),
        icon("install/icon-maskable-512.png", "image/png", "512x512", "maskable"),
        icon("install/icon.svg", "image/svg+xml", "any", "any"),
    ]
    .join(",");
    let name = json_text(&plan.title);
    format!(
        "{{\"background_color\":\"#faf8f5\",\"dir\":\"ltr\",\"display\":\"standalone\",\"icons\":[{icons}],\
         \"lang\":\"zh-CN\",\"name\":{name},\"scope\":\"./\",\"short_name\":\"要点\",\"shortcuts\":[\
         {{\"name\":\"日历\",\"url\":\"./#/calendar\"}},{{\"name\":\"我的工委\",\"url\":\"./#/mine\"}}],\
         \"start_url\":\"./\",\"theme_color\":\"#a8201a\"}}\n"
    )
}

/// A text as JSON.
fn json_text(text: &str) -> String {
    let mut json = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            char if char.is_control() => json.push_str(&format!("\\u{:04x}", u32::from(char))),
            char => json.push(char),
        }
    }
    json.push('"');
    json
}
