//! The content security policy: the page runs its own scripts and no others, and talks to no other server.
//!
//! Trunk writes a script into the page that loads the app. The policy allows it, and every other inline script, by
//! its hash, so the policy is made last and is put in front of the first of them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::html;
use crate::outcome::Outcome;

/// What the page is, and so what it may fetch.
#[derive(Clone, Copy)]
pub enum Form {
    /// A page among the files of a release.
    Hosted,
    /// A file that holds everything. It has no `'self'`: opened from a disk, that could be any file beside it.
    Single,
}

/// Adds the policy to a page, right after the tag that names its encoding.
pub fn secure(page: &str, form: Form) -> Outcome<String> {
    if page.contains("Content-Security-Policy") {
        return Err("index.html has a content security policy of its own".to_owned());
    }
    let policy = policy(page, form)?;
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
    html::after_charset(page, &meta)
}

fn policy(page: &str, form: Form) -> Outcome<String> {
    let mut hashes: Vec<_> = html::inline_scripts(page)?.into_iter().map(|text| hash(&text)).collect();
    hashes.sort();
    hashes.dedup();
    let scripts = hashes.join(" ");
    // Views set the place and the size of things through style attributes.
    Ok(match form {
        Form::Hosted => format!(
            "default-src 'none'; script-src 'self' {scripts} 'wasm-unsafe-eval'; \
             style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
        ),
        Form::Single => format!(
            "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
             img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
        ),
    })
}

fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>要点</title>\
        <script>alert(1)</script></head><body></body></html>";

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // Printed by: printf 'alert(1)' | openssl dgst -sha256 -binary | openssl base64
        assert_eq!(hash("alert(1)"), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }

    #[test]
    fn the_policy_follows_the_encoding_and_names_every_script() {
        let page = secure(PAGE, Form::Hosted).unwrap();
        let start = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
            script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval'; style-src";
        assert!(page.contains(start), "{page}");
        assert!(page.ends_with("</head><body></body></html>"));
    }

    #[test]
    fn a_single_file_may_fetch_nothing_at_all() {
        let page = secure(PAGE, Form::Single).unwrap();
        let policy = page.split_once("content=\"").unwrap().1.split_once('"').unwrap().0;
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' \
             'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; \
             base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn a_page_with_a_policy_is_refused() {
        let secured = secure(PAGE, Form::Hosted).unwrap();
        assert!(secure(&secured, Form::Hosted).is_err());
    }
}
