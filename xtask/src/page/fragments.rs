//! From a plan to HTML, as pure functions.

use yaodian_plan::{Plan, html};

use crate::Outcome;

/// For the `<head>`: the document's title, and the script that runs before anything is painted.
pub fn head(plan: &Plan) -> String {
    format!("<title>{}</title>\n<script>{}</script>\n", html::escape(&plan.title), html::STARTING)
}

/// For the `<body>`: the plan to read, which is painted while the rest is still on its way, then the data that the
/// app starts from. They say the same twice, so they stand side by side, where compression sees it.
pub fn body(plan: &Plan) -> Outcome<String> {
    let pinyin = pinyin_table(plan);
    if pinyin.contains('<') {
        // A script that is text has no escapes, so nothing in it may look like markup.
        return Err("the pinyin table contains a `<`".to_owned());
    }
    let readable = html::write(plan);
    let json = escape_json(&plan.to_compact_json());
    Ok(format!(
        "{readable}<script type=\"application/json\" id=\"plan\">{json}</script>\n\
         <script type=\"text/plain\" id=\"pinyin\">{pinyin}</script>\n"
    ))
}

/// The pinyin of the plan's characters, as the text that the search reads.
fn pinyin_table(plan: &Plan) -> String {
    yaodian_pinyin_table::table_for(plan).to_text()
}

/// JSON that means the same and that no HTML parser takes for the end of the script, nor for a comment. Inside JSON
/// these characters occur only in strings, where `\u` escapes are allowed.
fn escape_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const HOSTILE: &str = "</script><!-- & \u{2028}\u{2029} \"\\ 要点";

    #[test]
    fn json_stays_the_same_and_holds_no_markup() {
        let json = serde_json::to_string(HOSTILE).unwrap();
        let escaped = escape_json(&json);
        for character in ['<', '>', '&', '\u{2028}', '\u{2029}'] {
            assert!(!escaped.contains(character), "{escaped}");
        }
        assert!(escaped.contains(r"\u003c/script\u003e\u003c!--"));
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), HOSTILE);
    }

    #[test]
    fn the_body_carries_the_plan() {
        let mut plan = fixture::plan();
        plan.title = HOSTILE.to_owned();
        let body = body(&plan).unwrap();
        assert_eq!(body.matches("</script>").count(), 2);
        assert!(!body.contains("<!--"));
        let json = body.split_once("id=\"plan\">").unwrap().1.split_once("</script>").unwrap().0;
        assert_eq!(Plan::from_json(json).unwrap(), plan);
    }

    #[test]
    fn the_title_is_text() {
        let mut plan = fixture::plan();
        plan.title = "甲 & 乙</title>".to_owned();
        assert!(head(&plan).starts_with("<title>甲 &amp; 乙&lt;/title&gt;</title>\n"));
    }

    #[test]
    fn the_script_of_the_head_ends_where_it_should() {
        let head = head(&fixture::plan()).to_lowercase();
        assert_eq!(head.matches("<script").count(), 1);
        assert_eq!(head.matches("</script").count(), 1);
        assert!(!head.contains("<!--"));
    }
}
