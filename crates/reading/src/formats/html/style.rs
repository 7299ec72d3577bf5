//! How an element looks: what its tag and its `style` say, and what it inherits.

use super::tokens::Tag;
use crate::formats::symbol;

/// The look of text at some place of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// Not shown at all.
    pub(super) hidden: bool,
    /// Hidden by whoever wrote it, not by the page.
    pub(super) said_hidden: bool,
    pub(super) struck: bool,
    /// Deleted, with changes tracked.
    pub(super) deleted: bool,
    pub(super) bold: bool,
    pub(super) centred: bool,
    /// White space counts.
    pub(super) pre: bool,
    /// Part of a list's number.
    pub(super) number: bool,
    /// In half points.
    pub(super) size: Option<u16>,
    /// A font whose letters are pictures.
    pub(super) font: Option<String>,
}

/// The declarations of a `style` attribute.
#[derive(Debug, Default)]
pub(super) struct Style(Vec<(String, String)>);

impl Style {
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let Some(text) = tag.attribute("style") else { return Self::default() };
        let parts = text.split(';').filter_map(|part| part.split_once(':'));
        let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self(parts.map(|(key, value)| (clean(key).to_ascii_lowercase(), clean(value))).collect())
    }

    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    pub(super) fn is(&self, key: &str, value: &str) -> bool {
        self.get(key).is_some_and(|found| found.to_ascii_lowercase().starts_with(value))
    }
}

/// Elements that never show text.
const UNSHOWN: &[&str] = &[
    "head", "script", "style", "title", "xml", "noscript", "template", "select", "option", "datalist",
    "textarea", "svg", "object", "embed", "iframe", "audio", "video", "canvas", "map", "rt", "rp",
    "noframes", "button",
];

impl Look {
    /// The look inside an element, by the look around it.
    pub(super) fn inside(&self, tag: &Tag<'_>, style: &Style) -> Look {
        let mut look = self.clone();
        let name = tag.name.as_str();
        let class = tag.attribute("class").unwrap_or_default().to_ascii_lowercase();
        look.said_hidden |= style.is("mso-hide", "all");
        look.hidden |= UNSHOWN.contains(&name)
            || style.is("display", "none")
            || style.is("visibility", "hidden")
            || tag.attribute("hidden").is_some()
            || class.contains("msocomanchor");
        look.deleted |= name == "del" || class.contains("msodel");
        let line_through = ["text-decoration", "text-decoration-line"]
            .iter()
            .any(|key| style.get(key).is_some_and(|value| value.contains("line-through")));
        look.struck |= matches!(name, "s" | "strike") || line_through;
        look.number |= style.is("mso-list", "ignore");
        look.pre |= name == "pre" || style.is("white-space", "pre") && !style.is("white-space", "pre-line");
        match name {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => look.bold = true,
            "center" => look.centred = true,
            "td" => (look.bold, look.centred) = (false, false),
            _ => {}
        }
        if let Some(weight) = style.get("font-weight") {
            look.bold = weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u32| weight >= 600);
        }
        if let Some(align) = style.get("text-align").map(str::to_owned).or_else(|| tag.attribute("align")) {
            look.centred = align.to_ascii_lowercase().contains("center");
        }
        if let Some(size) = style.get("font-size").and_then(half_points) {
            look.size = Some(size);
        }
        let family = style
            .get("mso-symbol-font-family")
            .or_else(|| style.get("font-family"))
            .or_else(|| style.get("font"));
        if let Some(family) = family.map(str::to_owned).or_else(|| tag.attribute("face")) {
            look.font = symbol_font(&family);
        }
        look
    }
}

/// A size in points or pixels, in half points; fractions of one do not count.
fn half_points(size: &str) -> Option<u16> {
    let (digits, rest) = size.split_at(size.find(|c: char| !c.is_ascii_digit()).unwrap_or(size.len()));
    let fraction = rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let half = u32::from(rest.starts_with(".5"));
    let halves = digits.parse::<u32>().ok().filter(|size| (1..200).contains(size))? * 2 + half;
    match fraction.trim() {
        "pt" | "PT" => u16::try_from(halves).ok(),
        "px" | "PX" => u16::try_from(halves * 3 / 4).ok(),
        _ => None,
    }
}

/// The first family if its letters are pictures.
fn symbol_font(families: &str) -> Option<String> {
    let first = families.split(',').next()?;
    let name = first.trim().trim_matches(['"', '\'']);
    // `font: 7.0pt "Wingdings 2"` names it last.
    let name = name.rsplit_once('"').map_or(name, |(before, _)| before.rsplit('"').next().unwrap_or(before));
    symbol::is_symbol_font(name).then(|| name.to_owned())
}
