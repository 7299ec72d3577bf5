//! What the readers of parts share.

use yaodian_pace::Pace;
use yaodian_reading::formats::FormatError;
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::xml::text_of;

/// The text of a part; `None` if there is no such part.
pub async fn part(archive: &Archive<'_>, name: &str, pace: &Pace) -> Result<Option<String>, FormatError> {
    Ok(archive.read_in_slices(name, pace).await?.map(text_of))
}

/// Row and column of `B7`, from 0.
pub fn position(text: &str) -> Option<(u32, u32)> {
    let text = text.trim_matches('$');
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = text.split_at(letters);
    let value = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().take(3).fold(0, |column, letter| column * 26 + value(letter));
    let row: u32 = digits.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("$AB$12"), Some((11, 27)));
        assert_eq!(position("1"), None);
        assert_eq!(position("A0"), None);
        assert_eq!(position("A99999999999"), None);
    }
}
