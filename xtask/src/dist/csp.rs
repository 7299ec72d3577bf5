//! The content security policy: the page runs its own scripts and no others, and talks to no other server.
//!
//! Trunk writes a script into the page that loads the app. The policy allows it, and every other inline script, by
//! its hash, so the policy is made last and is put in front of the first of them.

mod scripts;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::Outcome;

/// Adds the policy to a page, right after the tag that names its encoding.
pub fn secure(html: &str) -> Outcome<String> {
    if html.contains("Content-Security-Policy") {
        return Err("index.html has a content security policy of its own".to_owned());
    }
    let charset = html.find("<meta charset=").ok_or("index.html has no <meta charset=…>")?;
    let end = charset + html[charset..].find('>').ok_or("index.html: <meta charset=…> has no end")? + 1;
    if html[..end].contains("<script") {
        return Err(
            "index.html has a script before its <meta charset=…>, where no policy reaches it".to_owned()
        );
    }
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{}">"#, policy(html));
    Ok(format!("{}\n{meta}{}", &html[..end], &html[end..]))
}

fn policy(html: &str) -> String {
    let mut hashes: Vec<_> = scripts::inline(html).into_iter().map(|text| hash(&text)).collect();
    hashes.sort();
    hashes.dedup();
    let script: Vec<_> = ["'self'"]
        .into_iter()
        .map(str::to_owned)
        .chain(hashes)
        .chain(["'wasm-unsafe-eval'".to_owned()])
        .collect();
    [
        "default-src 'none'",
        &format!("script-src {}", script.join(" ")),
        // Views set the place and the size of things through style attributes.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
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
        let page = secure(PAGE).unwrap();
        let start = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
            script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval'; style-src";
        assert!(page.contains(start), "{page}");
        assert!(page.ends_with("</head><body></body></html>"));
    }

    #[test]
    fn a_page_that_cannot_be_secured_is_refused() {
        assert!(secure("<html><head></head></html>").is_err());
        assert!(secure("<script>1</script><meta charset=\"utf-8\">").is_err());
        assert!(secure(&secure(PAGE).unwrap()).is_err());
    }
}
