//! Numbers that Word makes: levels, lists, styles, bullets.

use crate::docx_markup::{li, p, r};
use crate::support::{docx_with, lines, paragraphs, rows, tables};

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>"#
    )
}

fn numbering(levels: &str, lists: &str) -> String {
    format!(
        r#"<w:numbering NS><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}</w:numbering>"#
    )
}

#[track_caller]
fn numbered(numbering: &str, body: &str, expected: &[&str]) {
    assert_eq!(lines(&docx_with(body, &[("numbering.xml", numbering)])), expected);
}

#[test]
fn levels_restart_below_and_go_on() {
    let levels = [
        level(0, "chineseCountingThousand", "第%1章", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "lowerLetter", "%3)", r#"<w:lvlRestart w:val="1"/>"#),
        level(3, "decimal", "%4.", r#"<w:lvlRestart w:val="0"/>"#),
    ];
    let body = [
        (0, "甲"),
        (1, "乙"),
        (2, "丙"),
        (3, "丁"),
        (1, "戊"),
        (2, "己"),
        (3, "庚"),
        (0, "辛"),
        (1, "壬"),
        (2, "癸"),
        (3, "子"),
    ];
    let body: String = body.map(|(level, text)| li(1, level, text)).concat();
    numbered(
        &numbering(&levels.concat(), ""),
        &body,
        &["第一章甲", "1.1乙", "a)丙", "1.丁", "1.2戊", "b)己", "2.庚", "第二章辛", "2.1壬", "a)癸", "3.子"],
    );
}

#[test]
fn lists_of_one_definition_count_on_or_begin_anew() {
    let levels = level(0, "decimal", "%1．", "");
    let lists = r#"<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1-"/></w:lvl></w:lvlOverride></w:num>"#;
    let body =
        [li(1, 0, "甲"), li(2, 0, "乙"), li(3, 0, "丙"), li(3, 0, "丁"), li(4, 0, "戊"), li(0, 0, "己")]
            .concat();
    numbered(&numbering(&levels, lists), &body, &["1．甲", "2．乙", "5．丙", "6．丁", "VII-戊", "己"]);
}

#[test]
fn numbers_of_styles() {
    let levels = [
        level(0, "chineseCounting", "%1、", r#"<w:pStyle w:val="1"/>"#),
        level(1, "chineseCounting", "（%2）", r#"<w:pStyle w:val="2"/>"#),
    ];
    let styles = r#"<w:styles NS><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="3"><w:name w:val="plain"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let styled = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, r(text))
    };
    let body = [styled("1", "甲"), styled("2", "乙"), styled("3", "丙"), styled("1", "丁"), p("戊")].concat();
    let numbering = numbering(&levels.concat(), "");
    let document = docx_with(&body, &[("numbering.xml", &numbering), ("styles.xml", styles)]);
    assert_eq!(lines(&document), ["一、甲", "（一）乙", "丙", "二、丁", "戊"]);
    let levels: Vec<_> = paragraphs(&document).iter().map(|paragraph| paragraph.level).collect();
    assert_eq!(levels, [Some(1), Some(2), None, Some(1), None]);
}

#[test]
fn a_list_may_take_its_levels_from_a_style() {
    let numbering = r#"<w:numbering NS>
        <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalFullWidth"/><w:lvlText w:val="%1．"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;
    let styles = r#"<w:styles NS><w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let document = docx_with(
        &[li(1, 0, "甲"), li(1, 0, "乙")].concat(),
        &[("numbering.xml", numbering), ("styles.xml", styles)],
    );
    assert_eq!(lines(&document), ["３．甲", "４．乙"]);
}

#[test]
fn a_bullet_is_no_number_but_a_tick_says_something() {
    let bullet = |code: &str| {
        level(0, "bullet", code, r#"<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>"#)
    };
    numbered(&numbering(&bullet("\u{f06c}"), ""), &li(1, 0, "甲"), &["甲"]);
    let cell = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", li(1, 0, ""), p("甲"));
    let document = docx_with(&cell, &[("numbering.xml", &numbering(&bullet("\u{f0fc}"), ""))]);
    assert_eq!(rows(tables(&document)[0]), ["✓|甲"]);
}
