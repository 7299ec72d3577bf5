//! Word files made for one thing each.

use yaodian_reading::document::{AsideKind, RemarkKind};

use crate::docx_markup::{p, r, tc};
use crate::support::{check, docx, docx_with, lines, remark, rows, tables, try_read, zip};

#[test]
fn ticks_in_fonts_of_symbols() {
    let font = |font: &str, text: &str| {
        format!(r#"<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>{text}</w:t></w:r>"#)
    };
    let sym = |font: &str, code: &str| format!(r#"<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>"#);
    let runs = [
        sym("Wingdings", "F0FC"),
        sym("Wingdings 2", "F050"),
        sym("Wingdings 2", "0052"),
        sym("Symbol", "F0D6"),
        font("Wingdings 2", "P"),
        font("Wingdings", "\u{f0fe}"),
        font("仿宋", "P"),
        r("\u{f0fc}"),
        font("Wingdings", "工"),
    ];
    let document = docx(&format!("<w:p>{}</w:p>", runs.concat()));
    assert_eq!(lines(&document), ["✓✓☑√✓☑P✓工"]);
    let document = docx(&format!("<w:p>{}{}</w:p>", r("甲"), sym("Wingdings", "F04A")));
    assert_eq!(lines(&document), ["甲"]);
    assert!(remark(&document, RemarkKind::UnknownSymbols).is_some());
}

#[test]
fn a_deleted_mark_joins_paragraphs() {
    let mark =
        |text: &str, mark: &str| format!("<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>{}</w:p>", r(text));
    assert_eq!(
        lines(&docx(&[mark("甲", "del"), p("乙"), mark("丙", "moveFrom"), mark("丁", "del")].concat())),
        ["甲乙", "丙丁"]
    );
    let body = format!("{}<w:tbl><w:tr>{}</w:tr></w:tbl>", mark("甲", "del"), tc("", "乙") + &tc("", "丙"));
    assert_eq!(lines(&docx(&body)), ["甲"]);
}

#[test]
fn what_is_not_text() {
    let plain = |inner: &str| docx(&format!("<w:p>{}{inner}{}</w:p>", r("甲"), r("乙")));
    let field = |instruction: &str, rest: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{rest}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let separate = r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#;
    for (inner, expected) in [
        (field(" PAGE ", &format!("{separate}{}", r("3"))), "甲3乙"),
        (field(" DATE ", ""), "甲乙"),
        (field(r" EQ \o\ac(□,√) ", ""), "甲√乙"),
        (field(" IF ", &format!("{}{separate}{}", field("PAGE", &format!("{separate}{}", r("9"))), r("丙"))), "甲丙乙"),
        (r#"<w:fldSimple w:instr="SEQ a">"#.to_owned() + &r("4") + "</w:fldSimple>", "甲4乙"),
        ("<w:r><w:ruby><w:rt>".to_owned() + &r("yi") + "</w:rt><w:rubyBase>" + &r("丙") + "</w:rubyBase></w:ruby></w:r>", "甲丙乙"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>".to_owned() + &r("单击输入") + "</w:sdtContent></w:sdt>", "甲乙"),
        ("<w:smartTag><w:smartTagPr/>".to_owned() + &r("丙") + "</w:smartTag>", "甲丙乙"),
        ("<w:hyperlink>".to_owned() + &r("丙") + "</w:hyperlink>", "甲丙乙"),
        ("<mc:AlternateContent><mc:Choice>".to_owned() + &r("丙") + "</mc:Choice><mc:Fallback>" + &r("丁") + "</mc:Fallback></mc:AlternateContent>", "甲丙乙"),
        ("<w:r><w:noBreakHyphen/><w:softHyphen/><w:tab/></w:r>".to_owned(), "甲-\t乙"),
        (r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#.to_owned(), "甲☑乙"),
        ("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>丙</w:t></w:r>".to_owned(), "甲丙乙"),
    ] {
        assert_eq!(lines(&plain(&inner)), [expected], "{inner}");
    }
    for (props, kind) in [("<w:vanish/>", RemarkKind::HiddenText), ("<w:strike/>", RemarkKind::StruckOut)] {
        let document = plain(&format!("<w:r><w:rPr>{props}</w:rPr><w:t>丙</w:t></w:r>"));
        assert_eq!(lines(&document), ["甲乙"]);
        assert_eq!(remark(&document, kind), Some(["丙".to_owned()].as_slice()));
    }
    assert_eq!(lines(&plain(r#"<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>丙</w:t></w:r>"#)), ["甲丙乙"]);
}

#[test]
fn a_table_of_contents_is_left_out() {
    let styles = r#"<w:styles NS><w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>"#;
    let contents = format!(r#"<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr>{}</w:p>"#, r("一、总则1"));
    let gallery = format!(
        r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"#,
        p("二、监督2")
    );
    let document = docx_with(&[contents, gallery, p("一、总则")].concat(), &[("styles.xml", styles)]);
    assert_eq!(lines(&document), ["一、总则"]);
    assert!(remark(&document, RemarkKind::Contents).is_some());
}

#[test]
fn two_points_in_one_paragraph() {
    let body = "<w:p><w:r><w:t>1. 甲。</w:t><w:br/><w:t>2. 乙。</w:t></w:r></w:p><w:p><w:r><w:t>某区</w:t><w:br/><w:t>工作要点</w:t></w:r></w:p>";
    check(&docx(body), "第1段: 1. 甲。\n第2段: 2. 乙。\n第3段: 某区⏎工作要点");
}

#[test]
fn spans_of_every_kind() {
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let body = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row(&[tc("", "甲"), tc(r#"<w:hMerge w:val="restart"/>"#, "乙"), tc("<w:hMerge/>", ""), tc("", "丙")]),
        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned()
            + &tc(r#"<w:vMerge w:val="restart"/>"#, "丁")
            + &tc(r#"<w:gridSpan w:val="2"/>"#, "戊")
            + "</w:tr>",
        row(&[tc("", "己"), tc("<w:vMerge/>", "不见"), tc("", "庚"), tc("", "辛")]),
        // What goes on with nothing above it is a cell of its own.
        row(&[tc("<w:vMerge/>", "壬"), tc(r#"<w:vMerge w:val="continue"/>"#, "")]),
    );
    check(
        &docx(&body),
        "表1 header 0
        表1第1行: 0=甲 | 1<2x1>=乙 | 3=丙
        表1第2行: 1<1x3>=丁 | 2<2x1>=戊
        表1第3行: 0=己 | 2=庚 | 3=辛
        表1第4行: 0=壬",
    );
}

/// Whoever draws a table by hand leaves edges that do not meet: they are one edge to a reader.
#[test]
fn edges_close_together_are_one() {
    let grid = |widths: &[u32]| {
        let columns: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        format!("<w:tblGrid>{columns}</w:tblGrid>")
    };
    let span = |columns: u32, text: &str| tc(&format!(r#"<w:gridSpan w:val="{columns}"/>"#), text);
    let rows_of = |grid: &str| {
        let first = [span(1, "序号"), span(2, "内容"), span(1, "时间")].concat();
        let second = [span(2, "1"), span(1, "调研"), span(1, "3月")].concat();
        rows(tables(&docx(&format!("<w:tbl>{grid}<w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>")))[0])
    };
    assert_eq!(rows_of(&grid(&[600, 40, 3000, 900])), ["序号|内容|时间", "1|调研|3月"]);
    assert_eq!(rows_of(&grid(&[600, 900, 3000, 900])), ["序号|内容|内容|时间", "1|1|调研|3月"]);
}

#[test]
fn tables_that_only_arrange() {
    let boxed = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("甲"), p("乙"));
    check(&docx(&boxed), "第1段: 甲\n第2段: 乙");
    let inner = format!("<w:tbl><w:tr>{0}{0}{0}</w:tr><w:tr>{0}{0}{0}</w:tr></w:tbl>", tc("", "丙"));
    let outer =
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{inner}</w:tc></w:tr></w:tbl>", p("甲"), p("乙"));
    check(
        &docx(&outer),
        "第1段: 甲\n第2段: 乙\n表1 header 0\n表1第1行: 0=丙 | 1=丙 | 2=丙\n表1第2行: 0=丙 | 1=丙 | 2=丙",
    );
}

#[test]
fn a_document_in_text_boxes_is_read() {
    let boxed =
        format!("<w:p><w:r><w:pict><v><w:txbxContent>{}</w:txbxContent></v></w:pict></w:r></w:p>", p("甲"));
    let document = docx(&boxed);
    assert_eq!(lines(&document), ["甲"]);
    assert_eq!(document.asides[0].kind, AsideKind::TextBox);
}

/// The main part may have another name, elements another prefix and namespace.
#[test]
fn other_names_for_the_same() {
    let document = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>甲 &amp; &#x4e59;</x:t></x:r></x:p></x:body></x:document>"#;
    let relations = r#"<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let entries = [("_rels/.rels", relations), ("word/document2.xml", document)];
    let bytes = zip(&entries.map(|(name, content)| (name.to_owned(), content.to_owned())));
    check(&try_read(&bytes, "").unwrap(), "第1段 centred: 甲 & 乙");
}

#[test]
fn documents_that_are_one_file() {
    let package = r#"<?xml version="1.0"?><?mso-application progid="Word.Document"?>
        <pkg:package xmlns:pkg="http://p"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>
        <w:document xmlns:w="http://w"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>
        </pkg:xmlData></pkg:part><pkg:part pkg:name="/word/numbering.xml"><pkg:xmlData><w:numbering xmlns:w="http://w">
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering></pkg:xmlData></pkg:part></pkg:package>"#;
    check(&try_read(package.as_bytes(), "要点.xml").unwrap(), "第1段: [一、]甲");
    let of_2003 = r#"<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://a" xmlns:wx="http://x">
        <w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="（%1）"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>
        <w:body><wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>甲</w:t></w:r>
        <aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>乙</w:delText></w:r></aml:content></aml:annotation>
        <aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>丙</w:t></w:r></aml:content></aml:annotation></w:p>
        <w:p><w:pPr><w:listPr><w:ilfo w:val="9"/><wx:t wx:val="3."/></w:listPr></w:pPr><w:r><w:t>丁</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>1月</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>戊</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>己</w:t></w:r></w:p></w:tc></w:tr></w:tbl></wx:sect></w:body></w:wordDocument>"#;
    check(
        &try_read(of_2003.as_bytes(), "要点.doc").unwrap(),
        "第1段: [（一）]甲丙\n第2段: [3.]丁\n表1 header 0\n表1第1行: 0<1x2>=1月 | 1=戊\n表1第2行: 1=己\n! TrackedChanges 第1段",
    );
}
