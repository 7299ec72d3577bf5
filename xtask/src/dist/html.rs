//! What is read from pages and changed in them, by lol_html: it reads a page as browsers do, and leaves whatever is not
//! changed as it was.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str, text};

use crate::outcome::Outcome;

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

/// The texts of all inline scripts that run, in order, as a browser hashes them.
pub fn inline_scripts(html: &str) -> Outcome<Vec<String>> {
    // A browser turns line ends into \n before it looks at anything.
    let html = html.replace("\r\n", "\n").replace('\r', "\n");
    texts(&html, "script:not([src])", |script| {
        let kind = script.get_attribute("type").unwrap_or_default();
        EXECUTED.contains(&kind.trim().to_ascii_lowercase().as_str())
    })
}

/// The texts of those elements that a selector finds and that are wanted, in order.
pub fn texts(html: &str, selector: &str, wanted: impl Fn(&Element) -> bool) -> Outcome<Vec<String>> {
    let found = RefCell::new(Vec::new());
    let is_wanted = Cell::new(false);
    rewrite(
        html,
        vec![
            element!(selector, |element| {
                is_wanted.set(wanted(element));
                if is_wanted.get() {
                    found.borrow_mut().push(String::new());
                }
                Ok(())
            }),
            text!(selector, |text| {
                if let (true, Some(last)) = (is_wanted.get(), found.borrow_mut().last_mut()) {
                    last.push_str(text.as_str());
                }
                Ok(())
            }),
        ],
    )?;
    Ok(found.into_inner())
}

/// A page in which the elements that a selector finds have other texts. Only for elements whose text is no markup.
pub fn with_texts(
    html: &str,
    selector: &str,
    mut change: impl FnMut(&str) -> Outcome<String>,
) -> Outcome<String> {
    let mut whole = String::new();
    let handler = text!(selector, |text| {
        whole.push_str(text.as_str());
        match text.last_in_text_node() {
            true => text.replace(&change(&std::mem::take(&mut whole))?, ContentType::Html),
            false => text.remove(),
        }
        Ok(())
    });
    rewrite(html, vec![handler])
}

/// A page with one more tag, right after the one that names its encoding: before every script, whatever comes there.
pub fn after_charset(html: &str, tag: &str) -> Outcome<String> {
    let (done, too_late) = (Cell::new(false), Cell::new(false));
    let handlers = vec![
        element!("meta[charset]", |meta| {
            if !done.replace(true) {
                meta.after(&format!("\n{tag}"), ContentType::Html);
            }
            Ok(())
        }),
        element!("script", |_| {
            too_late.set(too_late.get() || !done.get());
            Ok(())
        }),
    ];
    let page = rewrite(html, handlers)?;
    match (done.get(), too_late.get()) {
        (false, _) => Err("index.html has no <meta charset=…>".to_owned()),
        (true, false) => Ok(page),
        (true, true) => {
            Err("index.html has a script before its <meta charset=…>, where no policy reaches it".to_owned())
        }
    }
}

/// A page as these handlers leave it.
pub fn rewrite(
    html: &str,
    handlers: Vec<(Cow<'static, Selector>, ElementContentHandlers<'_>)>,
) -> Outcome<String> {
    let mut settings = RewriteStrSettings::new();
    for handler in handlers {
        settings = settings.append_element_content_handler(handler);
    }
    rewrite_str(html, settings).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        assert_eq!(inline_scripts(html).unwrap(), expected, "{html}");
    }

    #[test]
    fn scripts_that_run() {
        check("<script>a</script><p>要点</p><SCRIPT type=\"module\">\nb\n</SCRIPT>", &["a", "\nb\n"]);
        check("<script type='text/javascript' defer>a < b &amp; c</script>", &["a < b &amp; c"]);
        check("<script type=\"importmap\">{}</script>", &["{}"]);
        check("<script data-x='>'>a</script>", &["a"]);
        check("<script>a\r\nb</script>", &["a\nb"]);
        check("<script></script><script>a</script>", &["", "a"]);
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
    fn only_the_texts_that_are_changed_differ() {
        let page = "<P  class=x>1 < 2 &amp; 3</P><style>a</style><style></style><script>b</script><style>c";
        let changed = with_texts(page, "style", |text| Ok(format!("[{text}]"))).unwrap();
        let expected =
            "<P  class=x>1 < 2 &amp; 3</P><style>[a]</style><style></style><script>b</script><style>[c]";
        assert_eq!(changed, expected);
        assert!(
            with_texts(page, "style", |_| Err("no".to_owned())).is_err_and(|message| message.contains("no"))
        );
    }

    #[test]
    fn a_page_that_no_policy_could_protect_is_refused() {
        let page = "<head><META charset=\"utf-8\"><title>要点</title>";
        assert_eq!(
            after_charset(page, "<b>").unwrap(),
            "<head><META charset=\"utf-8\">\n<b><title>要点</title>"
        );
        assert!(after_charset("<html><head></head></html>", "<b>").is_err());
        assert!(after_charset("<script>1</script><meta charset=\"utf-8\">", "<b>").is_err());
    }
}
