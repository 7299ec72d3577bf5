//! The line by which a form says what it is.

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The plan's id.
    pub plan: &'a str,
    /// The id of the unit that fills it in.
    pub unit: &'a str,
    /// When it was made, in milliseconds since 1970 in UTC: whoever fills it in knows what was recorded by then.
    pub at_ms: i64,
}

const BEFORE: &str = "本表编码（请勿修改）：";
const KIND: &str = "yaodian-form";

impl<'a> Mark<'a> {
    /// `本表编码（请勿修改）：yaodian-form/1/nanhai-2023/finance/1689400000000`.
    pub fn line(&self) -> String {
        format!("{BEFORE}{KIND}/1/{}/{}/{}", self.plan, self.unit, self.at_ms)
    }

    /// The mark in a text that may have more around it.
    pub fn find(text: &'a str) -> Option<Mark<'a>> {
        let (_, rest) = text.split_once(KIND)?;
        let mut parts = rest.strip_prefix("/1/")?.splitn(3, '/');
        let (plan, unit, at) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = at.find(|char: char| !char.is_ascii_digit()).unwrap_or(at.len());
        Some(Mark { plan, unit, at_ms: at.get(..digits)?.parse().ok()? })
    }
}
