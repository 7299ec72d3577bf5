//! Workbooks as they arrive, and any change of their bytes.

#[path = "../../reading/tests/formats/zip.rs"]
mod zip;

use proptest::prelude::*;
use yaodian_reading::document::{AsideKind, Block, Document, RemarkKind, Table, describe};
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::{ErrorKind, Kind, recognise};
use zip::zip;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a file of the tests")
}

fn read(name: &str) -> Document {
    let bytes = file(name);
    assert_eq!(recognise(&bytes, name), Ok(Kind::Workbook));
    yaodian_sheets::read(&bytes).expect("a document")
}

fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
        .collect()
}

fn rows(table: &Table) -> Vec<String> {
    let grid = table.grid();
    let row = |row| {
        (0..grid.columns)
            .map(|column| grid.shown(row, column).replace('\n', "⏎"))
            .collect::<Vec<_>>()
            .join("|")
    };
    (0..grid.rows()).map(row).collect()
}

fn said(document: &Document, kind: RemarkKind) -> Option<(Vec<String>, &[String])> {
    let remark = document.remarks.iter().find(|remark| remark.kind == kind)?;
    Some((remark.places.iter().map(ToString::to_string).collect(), &remark.texts))
}

#[test]
fn an_office_ledger() {
    let document = read("ledger.xlsx");
    let [ledger, months] = tables(&document)[..] else { panic!("two tables") };
    assert_eq!(ledger.header_rows, 2);
    assert_eq!(
        rows(ledger),
        [
            "类别|序号|工作事项|牵头部门|配合部门|完成时间|提交会议|提交会议|分管领导|进展情况",
            "类别|序号|工作事项|牵头部门|配合部门|完成时间|常委会会议|主任会议|分管领导|进展情况",
            "听取和审议报告|1|听取和审议市政府关于低空经济产业发展情况的报告|财经委||3月|√||刘志远|已完成调研，拟提交3月会议",
            "听取和审议报告|2|听取和审议市政府关于基层医疗服务能力提升情况的报告|教科文卫委|社会委|5月|√||赵敏|",
            "听取和审议报告|4|听取市政府关于集贸市场标准化改造情况的报告|城环委|办公室|2026年8月||√|刘志远|名称有调整",
            "听取和审议报告|5|听取和审议市监委关于整治群众身边不正之风和腐败问题的报告|监察司法委||10月|√||孙国平|",
            "执法检查|6|检查《云州市养犬管理条例》实施情况|监察司法委|城环委|3-6月|√||孙国平|",
            "执法检查|7|检查《中华人民共和国农产品质量安全法》⏎实施情况|农业农村委|教科文卫委⏎社会委|5月—9月|√||赵敏|",
            "代表工作|8|组织市人大代表集中视察|代表工委|各专门委员会|11月18日|||孙国平|",
            "代表工作|9|举办代表履职能力提升班|代表工委|办公室|4月、9月|||孙国平|",
            "代表工作|10|开展代表建议“回头看”|代表工委||全年||√|孙国平|",
            "合计|合计|10||||5|3||",
        ]
    );
    assert_eq!(
        rows(months)[1..4],
        [
            "1月|召开市人大常委会机关工作会议|办公室",
            "1月|调研低空经济产业发展情况|财经委",
            "2月|走访慰问基层人大代表|代表工委"
        ]
        .map(|row| format!("{row}|"))
    );
    let titles: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(format!("{}: {}", paragraph.place, paragraph.text)),
            Block::Table(_) => None,
        })
        .collect();
    assert_eq!(
        titles,
        [
            "工作表“台账”第1行: 云州市人大常委会2026年重点工作任务台账",
            "工作表“台账”第2行: 制表：市人大常委会办公室\t更新日期\t2026/3/5",
            "工作表“月度”第1行: 云州市人大常委会2026年度重点工作月度安排",
        ]
    );
}

#[test]
fn what_is_hidden_or_doubtful_is_said() {
    let document = read("ledger.xlsx");
    let place = |text: &str| vec![text.to_owned()];
    let (places, texts) = said(&document, RemarkKind::HiddenRows).expect("a hidden row");
    assert_eq!(places, place("工作表“台账”第7行"));
    assert!(texts[0].contains("听取市政府关于农贸市场改造情况的报告"));
    assert_eq!(said(&document, RemarkKind::HiddenSheets).unwrap().0, place("工作表“选项”"));
    assert_eq!(
        said(&document, RemarkKind::StruckOut),
        Some((place("工作表“台账”第8行"), ["农贸市场".to_owned()].as_slice()))
    );
    assert_eq!(
        said(&document, RemarkKind::ErrorValues),
        Some((place("工作表“台账”第14行"), ["#N/A".to_owned()].as_slice()))
    );
    let comment = &document.asides[0];
    assert_eq!((comment.kind, comment.text.as_str()), (AsideKind::Comment, "王秘书:\n赵主任建议改到6月"));
}

#[test]
fn a_workbook_of_excel_97() {
    let document = read("ledger.xls");
    assert_eq!(
        rows(tables(&document)[0]),
        [
            "类别|序号|工作事项|责任单位|完成时间|常委会会议",
            "听取报告|1|听取低空经济报告|财经委|3月|✓",
            "听取报告|2|听取医疗报告|教科文卫委⏎社会委|5月|",
            "|4|听取集贸市场报告|城环委|2026年8月|✓",
            "|5||办公室|4月|",
        ]
    );
    assert_eq!(said(&document, RemarkKind::HiddenRows).unwrap().0, ["工作表“台账”第5行"]);
    assert_eq!(said(&document, RemarkKind::HiddenSheets).unwrap().0, ["工作表“选项”"]);
    assert_eq!(said(&document, RemarkKind::StruckOut).unwrap().1, ["删除的事项"]);
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet, as few programs write them but the format allows.
fn workbook(sheet: &str, strings: &str, styles: &str, properties: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |all: &[String]| format!("<Relationships>{}</Relationships>", all.concat());
    let parts = [
        ("_rels/.rels", relations(&[relation("a", "officeDocument", "xl/workbook.xml")])),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[
                relation("a", "worksheet", "worksheets/sheet1.xml"),
                relation("b", "sharedStrings", "sharedStrings.xml"),
                relation("c", "styles", "/xl/styles.xml"),
                relation("d", "chartsheet", "chartsheets/sheet2.xml"),
            ]),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook>{properties}<sheets><sheet name=\"台账\" r:id=\"a\"/>\
                 <sheet name=\"图\" r:id=\"d\"/></sheets></workbook>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>")),
        ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>")),
    ];
    zip(&parts.map(|(name, text)| (name.to_owned(), text.into_bytes())))
}

const STYLES: &str = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"m&quot;月&quot;;@\"/></numFmts>\
    <fonts><font><name val=\"宋体\"/></font><font><strike/></font><font><name val=\"Wingdings\"/></font></fonts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"58\"/><xf fontId=\"1\"/>\
    <xf fontId=\"2\"/><xf numFmtId=\"5\"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>";

#[test]
fn values_of_every_kind() {
    let strings = "<si><t>题目</t></si><si><t xml:space=\"preserve\"> 甲_x000D_&#10;乙 </t></si>\
        <si><r><t>前</t></r><r><rPr><strike/></rPr><t>删</t></r><rPh><t>yomi</t></rPh></si>";
    for (cell, expected) in [
        ("<c t=\"s\"><v>0</v></c>", "题目"),
        ("<c t=\"s\"><v> 1 </v></c>", "甲⏎乙"),
        ("<c t=\"s\"><v>2</v></c>", "前"),
        ("<c t=\"inlineStr\"><is><t>内</t></is></c>", "内"),
        ("<c t=\"str\"><f>A1</f><v>文 字</v></c>", "文 字"),
        ("<c t=\"b\"><v>true</v></c>", "TRUE"),
        ("<c t=\"b\"><v>0</v></c>", "FALSE"),
        ("<c t=\"e\"><v>#N/A</v></c>", ""),
        ("<c s=\"1\"><v>46082</v></c>", "3月"),
        ("<c s=\"2\"><v>46082</v></c>", "3月1日"),
        ("<c s=\"2\" t=\"d\"><v>2026-03-01T00:00:00</v></c>", "3月1日"),
        ("<c s=\"5\"><v>1200</v></c>", "¥1,200"),
        ("<c s=\"99\" t=\"n\"><v>1E3</v></c>", "1000"),
        ("<c><v>约三月</v></c>", "约三月"),
        ("<c><v>inf</v></c>", "inf"),
        ("<c s=\"3\" t=\"s\"><v>0</v></c>", ""),
        ("<c s=\"4\" t=\"inlineStr\"><is><t>\u{fc}</t></is></c>", "✓"),
        ("<c><f>A1</f></c>", ""),
        ("<c><f>A1</f><v></v></c>", ""),
    ] {
        let row = format!("<row><c t=\"inlineStr\"><is><t>头</t></is></c><c><v>1</v></c>{cell}</row>");
        let document = yaodian_sheets::read(&workbook(&row, strings, STYLES, "")).expect(cell);
        let shown = rows(tables(&document)[0]).remove(0);
        assert_eq!(shown.trim_end_matches('|'), format!("头|1|{expected}").trim_end_matches('|'), "{cell}");
        // What is not shown is said.
        assert_eq!(document.remarks.is_empty(), !expected.is_empty() && expected != "前", "{cell}");
    }
}

#[test]
fn days_from_1904() {
    let row = "<row><c s=\"2\"><v>44620</v></c><c s=\"2\" t=\"d\"><v>2026-03-01</v></c></row>";
    let document = yaodian_sheets::read(&workbook(row, "", STYLES, "<workbookPr date1904=\"1\"/>")).unwrap();
    assert_eq!(rows(tables(&document)[0]), ["3月1日|3月1日"]);
}

#[test]
fn a_text_that_is_not_there_is_damage() {
    let row = "<row><c t=\"s\"><v>7</v></c></row>";
    let error = yaodian_sheets::read(&workbook(row, "", "", "")).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Damaged);
}

#[test]
fn damaged_workbooks_are_refused() {
    for name in ["ledger.xlsx", "ledger.xls"] {
        let bytes = file(name);
        let cut = &bytes[..bytes.len() / 2];
        let error = recognise(cut, name).and_then(|_| yaodian_sheets::read(cut)).expect_err(name);
        assert!(matches!(error.kind, ErrorKind::Incomplete | ErrorKind::Damaged), "{name}: {error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_a_workbook(
        name in prop::sample::select(vec!["ledger.xlsx", "ledger.xls"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = file(name);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(document) = yaodian_sheets::read(&bytes) {
            let _ = describe(&document);
        }
    }
}

/// A workbook whose parts are changed, checksums right again.
fn with_changed_part(part: prop::sample::Index, changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let bytes = file("ledger.xlsx");
    let archive = Archive::open(&bytes).expect("an archive");
    let names: Vec<&str> = archive.names().filter(|name| !name.contains("theme")).collect();
    let changed = part.index(names.len());
    let mut parts = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let mut content = archive.read(name).expect("a part").expect("a part");
        if at == changed {
            for (at, byte) in changes {
                let at = at.index(content.len());
                content[at] = *byte;
            }
        }
        parts.push(((*name).to_owned(), content));
    }
    zip(&parts)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_a_part(
        part in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        if let Ok(document) = yaodian_sheets::read(&with_changed_part(part, &changes)) {
            let _ = describe(&document);
        }
    }
}
