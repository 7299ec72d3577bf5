//! Finds the inline scripts of a page.

/// The types of `<script>` that a content security policy looks at; every other type is data.
const EXECUTED: &[&str] = &[
    "",
    "module",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "application/ecmascript",
    "importmap",
    "speculationrules",
];

/// Elements that hold text, in which no tag begins.
const TEXT_ELEMENTS: &[&str] = &["<title", "<style", "<textarea", "<noscript"];

/// The texts of all inline scripts that run, in order, as a browser hashes them.
///
/// It is no HTML parser: it relies on what holds for pages that Trunk writes, that outside of comments and scripts
/// a `<script` begins a script.
pub fn inline(html: &str) -> Vec<String> {
    // A browser turns line ends into \n before it looks at anything.
    let html = html.replace("\r\n", "\n").replace('\r', "\n");
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = lower[at..].find('<').map(|offset| at + offset) {
        if lower[next..].starts_with("<!--") {
            at = lower[next..].find("-->").map_or(html.len(), |end| next + end + 3);
        } else if starts_tag(&lower[next..], "<script") {
            let start = tag_end(&html, next);
            let end = lower[start..].find("</script").map_or(html.len(), |end| start + end);
            let tag = &html[next..start];
            let kind = attribute(tag, "type").unwrap_or_default().trim().to_ascii_lowercase();
            if attribute(tag, "src").is_none() && EXECUTED.contains(&kind.as_str()) {
                found.push(html[start..end].to_owned());
            }
            at = end;
        } else if let Some(name) = TEXT_ELEMENTS.iter().find(|name| starts_tag(&lower[next..], name)) {
            let close = name.replacen('<', "</", 1);
            at = lower[next..].find(&close).map_or(html.len(), |end| next + end);
        } else {
            at = next + 1;
        }
    }
    found
}

fn starts_tag(text: &str, tag: &str) -> bool {
    let rest = text.strip_prefix(tag).map(|rest| rest.as_bytes().first());
    matches!(rest, Some(Some(b' ' | b'\n' | b'\t' | b'>' | b'/')))
}

/// Where the tag that begins at `start` is over: after its `>`, which quotes may hide.
fn tag_end(html: &str, start: usize) -> usize {
    let mut quote = None;
    for (offset, character) in html[start..].char_indices() {
        match (quote, character) {
            (None, '>') => return start + offset + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The value of an attribute of a tag; an empty one if it has none.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches('>');
    rest = rest.split_once(|c: char| c.is_ascii_whitespace()).map_or("", |(_, attributes)| attributes);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
        let found = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len())),
            };
        }
        if found.eq_ignore_ascii_case(name) {
            return Some(value.to_owned());
        }
        if found.is_empty() && value.is_empty() {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        assert_eq!(inline(html), expected, "{html}");
    }

    #[test]
    fn scripts_that_run() {
        check("<script>a</script><p>要点</p><SCRIPT type=\"module\">\nb\n</SCRIPT>", &["a", "\nb\n"]);
        check("<script type='text/javascript' defer>a < b</script>", &["a < b"]);
        check("<script type=\"importmap\">{}</script>", &["{}"]);
        check("<script data-x='>'>a</script>", &["a"]);
        check("<script>a\r\nb</script>", &["a\nb"]);
        check("<title><!-- <script></title><script>a</script>", &["a"]);
        check("<style>/* <script> */</style><script>a</script>", &["a"]);
    }

    #[test]
    fn scripts_that_do_not() {
        check("<script src=\"a.js\"></script><script type=module src=a.js></script>", &[]);
        check("<script type=\"application/json\" id=\"plan\">{\"a\": 1}</script>", &[]);
        check("<script type=\"text/plain\">a</script>", &[]);
        check("<!-- <script>a</script> --><scripted>b</scripted>", &[]);
        check("<noscript><script>a</script></noscript>", &[]);
    }

    #[test]
    fn attributes() {
        let tag = "<script a b = 'c d' type=module data-src=\"x\">";
        assert_eq!(attribute(tag, "a").as_deref(), Some(""));
        assert_eq!(attribute(tag, "b").as_deref(), Some("c d"));
        assert_eq!(attribute(tag, "type").as_deref(), Some("module"));
        assert_eq!(attribute(tag, "src"), None);
    }
}
