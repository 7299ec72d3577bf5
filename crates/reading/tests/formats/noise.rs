//! Whatever a file holds, it is read or refused: nothing panics, and what is read is sound.

use proptest::prelude::*;
use yaodian_reading::document::{Block, Document, Table, describe};
use yaodian_reading::formats::{self, Kind};

use crate::support::{NAMESPACES, docx_bytes, file, try_read};

/// What must hold for every document.
fn sound(document: &Document) {
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => assert!(!paragraph.line().trim().is_empty()),
            Block::Table(table) => sound_table(table),
        }
    }
    assert!(document.remarks.iter().all(|remark| !remark.kind.wording().is_empty()));
    let _ = describe(document).len();
}

fn sound_table(table: &Table) {
    assert!(table.header_rows <= table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let mut next = 0;
        for cell in &row.cells {
            assert!(cell.column >= next && cell.colspan >= 1 && cell.rowspan >= 1, "{cell:?}");
            assert!(at + cell.rowspan <= table.rows.len(), "{cell:?}");
            next = cell.column + cell.colspan;
            cell.tables.iter().for_each(sound_table);
        }
    }
    let grid = table.grid();
    assert_eq!(grid.rows(), table.rows.len());
}

fn check(bytes: &[u8]) {
    for kind in [Kind::Docx, Kind::FlatXml, Kind::Html, Kind::Text] {
        if let Ok(document) = formats::read(kind, bytes) {
            sound(&document);
        }
    }
    if let Ok(document) = try_read(bytes, "计划.docx") {
        sound(&document);
    }
}

/// A file with some bytes changed, and cut somewhere.
fn mutated(bytes: &[u8], changes: &[(prop::sample::Index, u8)], cut: Option<prop::sample::Index>) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    if let Some(cut) = cut {
        bytes.truncate(cut.index(bytes.len()));
    }
    bytes
}

/// Elements of Word in any order and nesting, closed as they were opened.
fn elements() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "<w:t>甲</w:t>",
        "<w:tab/>",
        "<w:br/>",
        "<w:gridSpan w:val=\"3\"/>",
        "<w:gridSpan w:val=\"-1\"/>",
        "<w:vMerge/>",
        "<w:vMerge w:val=\"restart\"/>",
        "<w:hMerge/>",
        "<w:gridBefore w:val=\"300\"/>",
        "<w:tblHeader/>",
        "<w:del/>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:instrText>TOC</w:instrText>",
        "<w:numId w:val=\"1\"/>",
        "<w:ilvl w:val=\"99\"/>",
        "<w:vanish/>",
        "<w:gridCol w:w=\"9\"/>",
        "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>",
        "text",
        "<w:footnoteReference w:id=\"1\"/>",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(8, 120, 8, |inner| {
        let names = prop::sample::select(vec![
            "p",
            "r",
            "tbl",
            "tr",
            "tc",
            "pPr",
            "rPr",
            "tcPr",
            "trPr",
            "numPr",
            "sdt",
            "sdtContent",
            "ins",
            "del",
            "AlternateContent",
            "Choice",
            "Fallback",
            "txbxContent",
            "drawing",
            "tblGrid",
            "hyperlink",
            "ruby",
            "part",
            "xmlData",
        ]);
        (names, prop::collection::vec(inner, 0..8))
            .prop_map(|(name, inner)| format!("<w:{name}>{}</w:{name}>", inner.concat()))
    })
}

/// Tags of pages in any order, closed or not.
fn tags() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<td rowspan=3>",
        "<td colspan=999 rowspan=0>",
        "<th>",
        "<thead>",
        "</thead>",
        "<caption>",
        "</caption>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ol>",
        "<ul>",
        "<li>",
        "</li>",
        "</ol>",
        "<br>",
        "<span style='display:none'>",
        "</span>",
        "<div style='mso-element:footnote'>",
        "<del>",
        "</del>",
        "<h1>",
        "</h1>",
        "甲",
        "1. 乙",
        " ",
        "\n",
        "&nbsp;",
        "&#0;",
        "<!--",
        "-->",
        "<![if !a]>",
        "<script>",
        "</script>",
        "<",
        ">",
        "\"",
        "<p class=\"",
        "<tr height=0>",
        "<tr style='display:none'>",
        "<span style='mso-list:Ignore'>",
        "<pre>",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// What texts with tables consist of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n",
        "\n",
        "\t",
        "\t",
        "|",
        ",",
        "  ",
        "    ",
        "\u{3000}",
        "\"",
        "\"\"",
        "\r",
        "\u{c}",
        "序号",
        "内容",
        "时间",
        "1",
        "2",
        "- 3 -",
        "3月",
        "一、",
        "（续）",
        "听取和审议关于某某情况的报告",
        "。",
        "├──┼──┤",
        "|---|---|",
        "│",
        "注：",
        "第 3 页",
        "财经工委",
        "\u{2028}",
        "a",
    ]);
    prop::collection::vec(piece, 0..160).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        check(&bytes);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        check(text.as_bytes());
    }

    #[test]
    fn any_pieces_of_a_text(text in pieces()) {
        check(text.as_bytes());
    }

    #[test]
    fn any_tags(page in tags()) {
        check(page.as_bytes());
    }

    #[test]
    fn any_elements(body in prop::collection::vec(elements(), 0..12)) {
        let body = body.concat();
        if let Ok(document) = try_read(&docx_bytes(&body, &[]), "") {
            sound(&document);
        }
        check(format!("<w:wordDocument {NAMESPACES}>{body}</w:wordDocument>").as_bytes());
    }

    #[test]
    fn any_change_of_a_file(
        name in prop::sample::select(vec![
            "autonumber.docx", "merged.docx", "notice.docx", "old.doc", "password.docx", "image.pdf", "plan.html",
            "word-clipboard.html", "plan-gb18030.txt", "plan-utf16.txt",
        ]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        if let Ok(document) = try_read(&mutated(&file(name), &changes, cut), "") {
            sound(&document);
        }
    }

    /// Changes inside the parts of a Word file, whose checksums are right again.
    #[test]
    fn any_change_of_a_part(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..30),
        numbering in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..30),
    ) {
        let body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
        let lists = "<w:numbering NS><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        let body = mutated(body.as_bytes(), &changes, None);
        let lists = mutated(lists.as_bytes(), &numbering, None);
        let bytes = docx_bytes(&String::from_utf8_lossy(&body), &[("numbering.xml", &String::from_utf8_lossy(&lists))]);
        check(&bytes);
    }
}

/// Nothing that is repeated without end takes more than its share.
#[test]
fn absurd_files_are_bounded() {
    check(&docx_bytes(&"<w:tbl><w:tr><w:tc>".repeat(5000), &[]));
    check("<table><tr><td>".repeat(20_000).as_bytes());
    check("<table><tr><td colspan=1000 rowspan=60000>甲".repeat(2000).as_bytes());
    check("\t".repeat(100_000).as_bytes());
    check("\"\t\n".repeat(20_000).as_bytes());
    check("|\n".repeat(50_000).as_bytes());
    check("甲  乙  丙\n".repeat(20_000).as_bytes());
    check("1,2\n".repeat(60_000).as_bytes());
}
