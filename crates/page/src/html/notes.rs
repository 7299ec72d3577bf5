//! Notes on why the app is not running. Which of them are shown: `<noscript>` without scripts, and the rest by
//! the root element's `data-app` (static.css).

use std::fmt::{self, Write};

use super::text;

pub(super) fn write(out: &mut String) -> fmt::Result {
    writeln!(
        out,
        "<noscript><p class=\"notice\" id=\"before-no-script\">{}</p></noscript>",
        text::NO_SCRIPT
    )?;
    writeln!(out, "<div class=\"notice trouble\" id=\"before-trouble\" role=\"alert\">")?;
    writeln!(out, "<p id=\"before-unsupported\">{}</p>", text::UNSUPPORTED)?;
    writeln!(out, "<p id=\"before-failed\">{}</p>", text::FAILED)?;
    writeln!(out, "<p>{}</p>\n</div>", text::BROWSERS)
}
