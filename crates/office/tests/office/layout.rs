//! What GB/T 9704-2012 asks of a document, looked up in its files.

use yaodian_office::Made;
use yaodian_reading::formats::archive::Archive;

use crate::support::catalog;
use crate::written::whole_plan;

fn part(bytes: &[u8], name: &str) -> String {
    let archive = Archive::open(bytes).expect("a zip file");
    let part = archive.read(name).expect("sound").expect(name);
    String::from_utf8(part).expect("UTF-8")
}

#[test]
fn a_plan_has_the_margins_the_fonts_and_the_page_numbers_of_the_standard() {
    let bytes = whole_plan(&catalog().plan, &Made::default());
    let document = part(&bytes, "word/document.xml");
    // 37, 26, 35 and 28 millimetres.
    assert!(document.contains(r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#), "margins");
    assert_eq!(document.matches("w:orient=\"landscape\"").count(), 2);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(document.matches(r#"<w:docGrid w:type="lines""#).count(), 3);
    let styles = part(&bytes, "word/styles.xml");
    for (font, size) in [("方正小标宋简体", 44), ("仿宋_GB2312", 32), ("黑体", 32), ("楷体_GB2312", 32)]
    {
        let style = styles.split("<w:style ").find(|style| {
            style.contains(&format!("w:eastAsia=\"{font}\""))
                && style.contains(&format!("<w:sz w:val=\"{size}\"/>"))
        });
        assert!(style.is_some(), "{font}");
    }
    assert!(styles.contains(r#"w:line="560" w:lineRule="exact""#));
    assert!(styles.contains(r#"w:firstLineChars="200""#));
    assert!(part(&bytes, "word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    assert!(part(&bytes, "word/footer1.xml").contains(r#"<w:jc w:val="right"/>"#));
    assert!(part(&bytes, "word/footer2.xml").contains(r#"<w:jc w:val="left"/>"#));
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let made = Made { at_ms: 1_689_400_000_000, ..Made::default() };
    assert_eq!(whole_plan(&catalog().plan, &made), whole_plan(&catalog().plan, &made));
    let core = part(&whole_plan(&catalog().plan, &made), "docProps/core.xml");
    assert!(core.contains("2023-07-15T05:46:40Z"), "{core}");
}
