//! Whose plan an address is about: `#/@<plan>/…`, or no plan named.
//!
//! A page shows one plan for its life. What it shows is set once, at the start; from then on every address that
//! [`super::Route::format`] writes names it, and nothing else writes addresses.

use std::sync::OnceLock;

/// What stands before the name of a plan.
const MARK: &str = "/@";

/// The plan of this page, unless it is the one that the page ships with.
static PLAN: OnceLock<String> = OnceLock::new();

/// Makes this the plan that all addresses name. Once, before any is written.
pub fn set_plan(key: &str) {
    let _ = PLAN.set(key.to_owned());
}

/// The plan that all addresses name; `None` for the one that the page ships with.
pub fn plan() -> Option<&'static str> {
    PLAN.get().map(String::as_str)
}

/// The plan that an address names, and the rest of it: `#/@x/data` is `x` and `/data`. Both may begin with `#`.
pub fn split(hash: &str) -> (Option<&str>, &str) {
    let text = hash.strip_prefix('#').unwrap_or(hash);
    match text.strip_prefix(MARK) {
        None => (None, text),
        Some(rest) => {
            let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?')).unwrap_or(rest.len());
            let (key, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
            (Some(key), rest)
        }
    }
}

/// Whether an address is of this page, which shows the plan with this id. One without a plan means the plan that the page
/// ships with, and an empty one whatever is there.
pub fn is_here(hash: &str, id: &str) -> bool {
    match split(hash) {
        (Some(named), _) => named == id,
        (None, rest) => rest.is_empty() || plan().is_none(),
    }
}

/// The address of the first page of the plan that the page ships with.
pub fn bundled_address() -> String {
    String::from("#") + "/"
}

/// The address of a plan's first page.
pub fn plan_address(key: &str) -> String {
    format!("#{MARK}{key}/")
}

/// What an address of this page begins with.
pub fn prefix() -> String {
    match plan() {
        None => "#".into(),
        Some(key) => format!("#{MARK}{key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_here, plan_address, split};

    #[test]
    fn an_address_names_a_plan_or_none() {
        for (hash, plan, rest) in [
            ("", None, ""),
            ("#", None, ""),
            ("#/", None, "/"),
            ("#/data", None, "/data"),
            ("#/@x-2024/data?item=s1-1", Some("x-2024"), "/data?item=s1-1"),
            ("#/@x-2024/", Some("x-2024"), "/"),
            ("#/@x-2024", Some("x-2024"), ""),
            ("#/@x?item=s1-1", Some("x"), "?item=s1-1"),
            ("#/@", Some(""), ""),
            ("#/search?q=/@x", None, "/search?q=/@x"),
        ] {
            assert_eq!(split(hash), (plan, rest), "{hash}");
        }
        assert_eq!(split(&plan_address("x")), (Some("x"), "/"));
    }

    #[test]
    fn the_page_of_the_bundled_plan_knows_its_addresses() {
        for (hash, here) in
            [("", true), ("#/data", true), ("#/@a/data", true), ("#/@b/data", false), ("#/@a-1/", false)]
        {
            assert_eq!(is_here(hash, "a"), here, "{hash}");
        }
    }
}
