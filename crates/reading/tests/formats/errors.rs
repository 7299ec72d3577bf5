//! Files that cannot be read say what they are, and what to do.

use yaodian_reading::formats::{ErrorKind, Kind, recognise};

use crate::support::{docx_bytes, file, try_read, zip};

#[track_caller]
fn check(bytes: &[u8], name: &str, kind: ErrorKind, must_say: &[&str]) {
    let error = try_read(bytes, name).expect_err(name);
    assert_eq!(error.kind, kind, "{name}: {error}");
    for words in must_say {
        assert!(error.message.contains(words), "{name}: {error}");
    }
}

#[test]
fn bad_files_say_the_remedy() {
    for (name, kind, must_say) in [
        ("bomb.docx", ErrorKind::TooBig, ["太大"].as_slice()),
        ("empty.docx", ErrorKind::Empty, &["空", "重新"]),
        ("image.pdf", ErrorKind::Scan, &["PDF", "没有文字", "Word"]),
        ("notazip.docx", ErrorKind::NotWord, &["不是 Word", "重新"]),
        ("old.doc", ErrorKind::OldWord, &[".doc", "另存为", ".docx"]),
        ("password.docx", ErrorKind::Password, &["密码", "另存"]),
        ("truncated.docx", ErrorKind::Incomplete, &["不完整", "重新"]),
    ] {
        check(&file(name), name, kind, must_say);
        // What a file is called does not change what it is.
        check(&file(name), &name.replace(".docx", ".doc").replace(".doc", ".wps"), kind, must_say);
    }
}

#[test]
fn files_are_recognised_by_how_they_begin() {
    let page = "<!DOCTYPE html><html><body><p>登录 <input type=password></body></html>".as_bytes();
    let pdf = b"%PDF-1.7\n1 0 obj <</Type /Font /Subtype /Type0>> endobj\n".as_slice();
    for (bytes, kind) in [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), ErrorKind::Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", ErrorKind::Picture),
        (b"Rar!\x1a\x07\0", ErrorKind::Archive),
        (b"7z\xbc\xaf\x27\x1c", ErrorKind::Archive),
        (b"{\\rtf1\\ansi", ErrorKind::Rtf),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", ErrorKind::WebArchive),
        (pdf, ErrorKind::Pdf),
        (page, ErrorKind::LoginPage),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11", ErrorKind::Unknown),
        (b"  \r\n \t ", ErrorKind::NoText),
        (b"<html><body><p> </p></body></html>", ErrorKind::NoText),
    ] {
        check(bytes, "", kind, &[]);
    }
    let named = |names: &[&str]| {
        zip(&names.iter().map(|name| ((*name).to_owned(), String::new())).collect::<Vec<_>>())
    };
    for (names, kind) in [
        (["计划.docx", "附件.xlsx"].as_slice(), ErrorKind::Archive),
        (&["mimetype", "content.xml"], ErrorKind::OtherOffice),
        (&["OFD.xml", "Doc_0/Document.xml"], ErrorKind::Ofd),
        (&["[Content_Types].xml", "ppt/presentation.xml"], ErrorKind::OtherOffice),
        (&["[Content_Types].xml", "xl/workbook.bin"], ErrorKind::OtherOffice),
    ] {
        check(&named(names), "", kind, &[]);
    }
    assert_eq!(recognise(&named(&["[Content_Types].xml", "xl/workbook.xml"]), "a.docx"), Ok(Kind::Workbook));
    assert_eq!(recognise(&vec![b'a'; 21 << 20], "").map_err(|error| error.kind), Err(ErrorKind::TooLarge));
}

#[test]
fn a_page_for_word_may_be_called_so() {
    let page =
        r#"<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p>某区2026年工作要点</body></html>"#;
    assert_eq!(recognise(page.as_bytes(), "要点.doc"), Ok(Kind::Html));
    let error =
        recognise("<html><body><p>某区2026年工作要点".as_bytes(), "要点.doc").map_err(|error| error.kind);
    assert_eq!(error, Err(ErrorKind::NotWord));
    assert_eq!(recognise("<html><body><p>某区2026年工作要点".as_bytes(), "要点.html"), Ok(Kind::Html));
    let part = "<h1>某区2026年工作要点</h1><table><tr><td>事项".as_bytes();
    assert_eq!(recognise(part, "要点.htm"), Ok(Kind::Html));
    assert_eq!(recognise(part, "要点.txt"), Ok(Kind::Text));
}

/// A part that is not what the directory says is not used: the text might be another one.
#[test]
fn damaged_parts_are_not_read() {
    let mut bytes = docx_bytes("<w:p><w:r><w:t>5月</w:t></w:r></w:p>", &[]);
    let at = bytes.windows(4).position(|window| window == "5月".as_bytes()).expect("the text");
    bytes[at] = b'6';
    check(&bytes, "", ErrorKind::Damaged, &["损坏", "重新"]);
    check(&docx_bytes("<w:p><w:r>", &[]), "", ErrorKind::Damaged, &[]);
}

#[test]
fn word_files_without_text() {
    check(&docx_bytes("<w:p/>", &[]), "", ErrorKind::NoText, &["没有文字"]);
    let picture = "<w:p><w:r><w:drawing><a><blip/></a></w:drawing></w:r></w:p>";
    check(&docx_bytes(picture, &[]), "", ErrorKind::PicturesOnly, &["图片", "Word"]);
    check(&docx_bytes("<w:altChunk r:id=\"r1\"/>", &[]), "", ErrorKind::Embedded, &["另存为"]);
}
