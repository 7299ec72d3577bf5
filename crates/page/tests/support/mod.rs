//! What tests look for in HTML.

/// The page as its readers see it: without tags, and with its escapes undone.
pub fn seen(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>').unwrap().1;
    }
    text.push_str(rest);
    let escapes = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#13;", "\r"),
        ("&#8232;", "\u{2028}"),
        ("&#8233;", "\u{2029}"),
        ("&amp;", "&"),
    ];
    escapes.into_iter().fold(text, |text, (escape, character)| text.replace(escape, character))
}

/// What stands between the first `from` and the next `to`.
pub fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let rest = html.split_once(from).unwrap_or_else(|| panic!("no {from}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

/// Every element that is opened is closed, in order, and no attribute and no id occurs twice.
pub fn check_balance(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::HashSet::new();
    for piece in html.split('<').skip(1) {
        let tag = piece.split_once('>').unwrap_or_else(|| panic!("<{piece} has no end")).0;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}> closes something else");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()), "<{tag}>");
        assert_eq!(attributes.matches('"').count(), 2 * attributes.matches("=\"").count(), "<{tag}>");
        if attributes.contains("id=\"") {
            let id = between(attributes, "id=\"", "\"");
            assert!(ids.insert(id), "{id} occurs twice");
            assert!(!id.contains(' '), "{id}");
        }
        if name != "hr" {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}
