//! The release as one file, with another plan in it.
//!
//! The program in the file is the same whatever the plan: the plan stands in it as the title, as the plain plan, and as two
//! texts that the app reads. They are replaced as text, so that a file that was saved can be saved again.

use yaodian_plan::Plan;

use crate::html::{self, escape};
use crate::pack::pack;

/// What begins and ends the parts of the file. No text of a plan looks like them: its brackets are written otherwise.
const TITLE: [&str; 2] = ["<title", "</title>"];
const BEFORE: [&str; 2] = ["<div id=\"before\"", "<script type=\"text/plain\" id=\"plan\""];
const PLAN: [&str; 2] = ["id=\"plan\"", "</script>"];
pub(crate) const PINYIN: [&str; 2] = ["id=\"pinyin\"", "</script>"];

const OWN: &str = " data-own=\"\"";
/// How a hosted page says where the single file is that lies beside it.
const ANNOUNCED: [&str; 2] = ["<meta name=\"single-file\" content=\"", "\">"];

/// What tells the hosted page's app under which name the single file lies beside it. A page without this offers none.
pub fn announcement(name: &str) -> String {
    let [begin, end] = ANNOUNCED;
    format!("{begin}{name}{end}")
}

/// Where a hosted page says that the single file is.
pub(crate) fn announced(page: &str) -> Option<&str> {
    let [begin, end] = ANNOUNCED;
    let (_, rest) = page.split_once(begin)?;
    Some(rest.split_once(end)?.0)
}

/// A hosted page that says so of another file.
pub(crate) fn announcing(page: &str, name: &str) -> Option<String> {
    Some(page.replacen(&announcement(announced(page)?), &announcement(name), 1))
}

/// The name of the file for a plan.
pub fn name(plan_id: &str) -> String {
    format!("yaodian-{plan_id}.html")
}

/// The file, or the page of a release, with another plan and the readings of its characters. `None` if the text is no such
/// file.
pub fn with_plan(file: &str, plan: &Plan, sounds: &str) -> Option<String> {
    if sounds.contains('<') {
        return None;
    }
    let file = with_text(file, TITLE, &escape(&plan.title).to_string())?;
    let (head, rest) = file.split_once(BEFORE[0])?;
    let mut before = html::write(plan);
    // The single file's own elements carry a mark, see its starter.
    if rest.split_once('>').is_some_and(|(tag, _)| tag.contains(OWN)) {
        before = before.replacen('>', &format!("{OWN}>"), 1);
    }
    let (_, rest) = rest.split_at(rest.find(BEFORE[1])?);
    let file = format!("{head}{before}{rest}");
    let file = with_text(&file, PLAN, &pack(plan))?;
    with_text(&file, PINYIN, sounds)
}

/// The packed plan of a file. `None` if the text is no such file.
pub fn plan_in(file: &str) -> Option<&str> {
    // A backup is JSON and may say anything within.
    if !file.trim_start_matches('\u{feff}').trim_start().starts_with("<!") {
        return None;
    }
    let (_, text, _) = element(file, PLAN)?;
    Some(text).filter(|text| !text.trim().is_empty())
}

/// What stands before an element's text, the text, and what comes behind.
pub(crate) fn element<'a>(file: &'a str, [begin, end]: [&str; 2]) -> Option<(&'a str, &'a str, &'a str)> {
    let start = file.find(begin)?;
    let text = start + file.get(start..)?.find('>')? + 1;
    let close = text + file.get(text..)?.find(end)?;
    Some((file.get(..text)?, file.get(text..close)?, file.get(close..)?))
}

fn with_text(file: &str, part: [&str; 2], text: &str) -> Option<String> {
    let (before, _, after) = element(file, part)?;
    Some(format!("{before}{text}{after}"))
}

#[cfg(test)]
mod tests {
    use yaodian_plan::Plan;

    use super::{plan_in, with_plan};
    use crate::html;
    use crate::pack::{pack, unpack};

    fn nanhai() -> Plan {
        Plan::from_json(include_str!("../../../plans/nanhai-2023/plan.json")).unwrap()
    }

    fn file(plan: &Plan) -> String {
        let before = html::write(plan).replacen("class=\"app\">", "class=\"app\" data-own=\"\">", 1);
        format!(
            "<!DOCTYPE html>\n<html><head><title data-own=\"\">{}</title>\n<script>a</script></head><body>\n{before}\
             <script type=\"text/plain\" id=\"plan\">{}</script>\n\
             <script type=\"text/plain\" id=\"pinyin\">a阿</script>\n\
             <script type=\"application/json\" id=\"notes\">{{}}</script>\n<script type=\"module\">b</script></body></html>",
            html::escape(&plan.title),
            pack(plan)
        )
    }

    #[test]
    fn the_plan_takes_the_others_place_and_nothing_else_changes() {
        let (one, mut other) = (nanhai(), nanhai());
        other.title = "</script><!-- <title>甲 & 乙 \u{2028} id=\"plan\">".into();
        other.id = "other".into();
        other.items.truncate(3);
        other.links.clear();
        other.corrections.clear();
        let changed = with_plan(&file(&one), &other, "a阿").unwrap();
        assert_eq!(changed, file(&other));
        assert_eq!(unpack(plan_in(&changed).unwrap()).unwrap(), other);
        assert_eq!(with_plan(&changed, &one, "a阿").unwrap(), file(&one));
        assert_eq!(changed.matches("</script>").count(), 5);
        assert!(!changed.contains("<!--"));
    }

    #[test]
    fn what_is_no_such_file_is_refused() {
        let plan = nanhai();
        for text in ["", "<html></html>", "<!DOCTYPE html><title>x</title>", "{\"id\":\"plan\"}"] {
            assert_eq!(with_plan(text, &plan, ""), None, "{text}");
            assert_eq!(plan_in(text), None, "{text}");
        }
        assert_eq!(with_plan(&file(&plan), &plan, "a</script>"), None);
        assert_eq!(plan_in(&format!("{{\"a\":{:?}}}", file(&plan))), None);
        assert_eq!(plan_in(&format!("\u{feff}{}", file(&plan))), plan_in(&file(&plan)));
    }
}
