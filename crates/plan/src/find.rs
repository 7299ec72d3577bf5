//! Where a word stands in a text.
//!
//! The standard library's search for texts is made for long ones, and weighs 2 KB of brotli on a first visit together with
//! what it says when it fails. Titles and words are short.

/// Where a word begins in a text, in bytes, from the left, none within another. An empty word is nowhere.
pub fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let mut from = 0;
    std::iter::from_fn(move || {
        let last = text.len().checked_sub(word.len()).filter(|_| !word.is_empty())?;
        let at = (from..=last).find(|at| text.get(*at..at + word.len()) == Some(word))?;
        from = at + word.len();
        Some(at)
    })
}

/// Whether a text has a word in it.
pub fn holds(text: &str, word: &str) -> bool {
    places(text, word).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_the_standard_library_finds_them() {
        for (text, word) in [
            ("视察和考察", "视察"),
            ("视察和考察", "察"),
            ("察察察", "察察"),
            ("", "a"),
            ("aaa", "aa"),
            ("ab", "abc"),
            ("中", "\u{4e2d}"),
            ("abcabc", "c"),
            ("报告", "告报"),
        ] {
            let expected: Vec<_> = text.match_indices(word).map(|(at, _)| at).collect();
            assert_eq!(places(text, word).collect::<Vec<_>>(), expected, "{word} in {text}");
            assert_eq!(holds(text, word), text.contains(word), "{word} in {text}");
        }
        assert!(!holds("报告", ""));
    }
}
