//! From a plan to HTML, as pure functions.

use yaodian_plan::Plan;
use yaodian_plan::pack::pack;

use crate::Outcome;

/// For the `<head>`: the document's title.
pub fn head(plan: &Plan) -> String {
    format!("<title>{}</title>\n", escape_html(&plan.title))
}

/// For the `<body>`: the plan to read, then the data that the app starts from.
pub fn body(plan: &Plan) -> Outcome<String> {
    let pinyin = pinyin_table(plan);
    if pinyin.contains('<') {
        // A script that is text has no escapes, so nothing in it may look like markup.
        return Err("the pinyin table contains a `<`".to_owned());
    }
    let readable = readable_plan(plan);
    let packed = pack(plan);
    Ok(format!(
        "{readable}<script type=\"text/plain\" id=\"plan\">{packed}</script>\n\
         <script type=\"text/plain\" id=\"pinyin\">{pinyin}</script>\n"
    ))
}

/// The pinyin of the plan's characters, as the text that the search reads.
fn pinyin_table(plan: &Plan) -> String {
    yaodian_pinyin_table::table_for(plan).to_text()
}

/// The whole plan as plain HTML, for whoever reads it before, or without, the app.
fn readable_plan(_plan: &Plan) -> String {
    String::new()
}

/// Text as the content of an element.
fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
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
        assert_eq!(body.matches("</script>").count(), 2);
        assert!(!body.contains("<!--"));
        let packed = body.split_once("id=\"plan\">").unwrap().1.split_once("</script>").unwrap().0;
        assert_eq!(yaodian_plan::pack::unpack(packed).unwrap(), plan);
    }

    #[test]
    fn the_title_is_text() {
        let mut plan = fixture::plan();
        plan.title = "甲 & 乙</title>".to_owned();
        assert_eq!(head(&plan), "<title>甲 &amp; 乙&lt;/title&gt;</title>\n");
    }
}
