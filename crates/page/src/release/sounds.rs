//! The readings of the plan's characters, in a file of their own: nobody searches by pinyin before the page is there.
//!
//! The single file has them inside. The page of a release names the file where the single file has them.

use super::file::{CHUNKS, File};
use crate::single::{PINYIN, element};

/// Where the element with the readings begins.
const BEGIN: &str = "<script type=\"text/plain\" id=\"pinyin\"";
/// The attribute that names the file.
const NAMED: [&str; 2] = [" data-file=\"", "\""];

/// The page with the name of a file in place of these readings, and the file. `None` if the text is no such page.
pub fn set_apart(page: &str, sounds: &str) -> Option<(String, File)> {
    let (head, _, after) = element(page, PINYIN)?;
    let before = head.get(..head.rfind(BEGIN)?)?;
    let mut file = File::new("", sounds.as_bytes().to_vec());
    file.name = format!("{CHUNKS}pinyin-{}.txt", file.sum.short());
    let [begin, end] = NAMED;
    Some((format!("{before}{BEGIN}{begin}{}{end}>{after}", file.name), file))
}

/// The readings that a page holds, which is empty where it names a file.
pub fn of(page: &str) -> Option<&str> {
    element(page, PINYIN).map(|(_, sounds, _)| sounds)
}

/// The name of the file that a page names.
pub fn file_of(page: &str) -> Option<&str> {
    let (head, ..) = element(page, PINYIN)?;
    let (_, attributes) = head.rsplit_once(BEGIN)?;
    let [begin, end] = NAMED;
    let (name, _) = attributes.strip_prefix(begin)?.split_once(end)?;
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<body><script type=\"text/plain\" id=\"pinyin\">a阿\n</script><script id=\"notes\"></script></body>";

    #[test]
    fn readings_move_to_a_file_and_the_page_names_it() {
        assert_eq!((of(PAGE), file_of(PAGE)), (Some("a阿\n"), None));
        let (page, file) = set_apart(PAGE, "a阿\n").unwrap();
        assert_eq!((of(&page), file_of(&page)), (Some(""), Some(&*file.name)));
        assert_eq!(file.bytes, "a阿\n".as_bytes());
        assert!(file.name.starts_with("chunks/pinyin-") && file.name.ends_with(".txt"), "{}", file.name);
        assert_eq!(page.matches("</script>").count(), 2);
        // A page that names a file comes to name another.
        let (again, other) = set_apart(&page, "b八").unwrap();
        assert_ne!(file.name, other.name);
        assert_eq!(again, page.replace(&file.name, &other.name));
    }

    #[test]
    fn what_is_no_such_page_is_refused() {
        assert_eq!(set_apart("<body></body>", ""), None);
        assert_eq!(set_apart(BEGIN, ""), None);
        assert_eq!((of(""), file_of("")), (None, None));
    }
}
