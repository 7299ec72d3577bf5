//! Texts, whatever their encoding and whatever keeps their cells apart.

use yaodian_reading::document::{Block, Place, RemarkKind};

use crate::support::{check, lines, read, remark, rows, tables, text};

#[test]
fn texts_of_notepad() {
    let ansi = read("plan-gb18030.txt");
    assert_eq!(lines(&ansi)[0], "河西省人大常委会二〇二七年工作要点");
    let [schedule, months] = tables(&ansi)[..] else { panic!("two tables") };
    assert_eq!(
        rows(schedule)[1],
        "听取和审议报告（３项）|１|听取和审议省人民政府关于科技创新体系建设情况的报告|教育科学文化卫生委员会|３月|✓|"
    );
    assert_eq!(
        rows(months)[3],
        "三月|１．召开代表建议交办会；２．开展“春风行动”就业服务专题调研。|选举联络人事任免委员会、办公厅⏎社会建设委员会|"
    );
    let unicode = read("plan-utf16.txt");
    assert_eq!(lines(&unicode)[0], "海棠区人大常委会2025年工作要点");
    assert_eq!(rows(tables(&unicode)[0]).len(), 17);
    assert!(ansi.remarks.is_empty() && unicode.remarks.is_empty());
}

#[test]
fn every_end_of_a_line() {
    let lf = "某区工作要点\n\n一、总则\n序号\t内容\t时间\n1\t调研\t3月\n";
    let expected = "第1行: 某区工作要点\n第3行: 一、总则\n第4行 header 0\n第4行: 0=序号 | 1=内容 | 2=时间\n第5行: 0=1 | 1=调研 | 2=3月";
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}"] {
        check(&text(&lf.replace('\n', end)), expected);
    }
}

const TABLE: &str = "类别\t序号\t内容\t时间\n甲\t1\t调研\t3月\n\t2\t视察\t\n";

#[test]
fn tables_by_marks() {
    let expected = ["类别|序号|内容|时间", "甲|1|调研|3月", "|2|视察|"];
    let fenced = |row: &str| format!("| {} |", row.replace('\t', " | "));
    let markdown: Vec<String> = TABLE.lines().map(fenced).collect();
    for table in [
        TABLE.to_owned(),
        TABLE.replace('\t', "|"),
        TABLE.replace('\t', ","),
        markdown.join("\n"),
        format!("{}\n|---|:-:|---|---|\n{}", markdown[0], markdown[1..].join("\n")),
        TABLE.replace('\t', "│").lines().map(|row| format!("│{row}│\n├──┼──┼──┼──┤\n")).collect(),
    ] {
        let document = text(&format!("某表\n\n{table}\n\n说明\n"));
        assert_eq!(rows(tables(&document)[0]), expected, "{table}");
        assert_eq!(lines(&document), ["某表", "说明"], "{table}");
    }
}

#[test]
fn drawn_rows_of_several_lines() {
    let drawn = "\
┌──┬────┬──┐
│序号│内容    │时间│
├──┼────┼──┤
│1   │听取报告│3月 │
│    │和审议  │    │
├──┼────┼──┤
│2   │视察    │5月 │
└──┴────┴──┘
";
    assert_eq!(rows(tables(&text(drawn))[0]), ["序号|内容|时间", "1|听取报告⏎和审议|3月", "2|视察|5月"]);
}

#[test]
fn cells_over_several_lines() {
    let quoted = "时间\t内容\t承办部门\t备注\n1月\t\"召开会议\n开展培训\"\t\"办公室\n财经工委\"\t\n2月\t视察\t办公室\t\n";
    let document = text(quoted);
    assert_eq!(
        rows(tables(&document)[0]),
        ["时间|内容|承办部门|备注", "1月|召开会议⏎开展培训|办公室⏎财经工委|", "2月|视察|办公室|"]
    );
    let row = &tables(&document)[0].rows[1];
    let below: Vec<u32> = row.cells.iter().flat_map(|cell| &cell.lines).map(|line| line.below).collect();
    assert_eq!((row.place.clone(), below), (Place::Line(2), vec![0, 0, 1, 1, 2]));
    let plain =
        "时间\t内容\t承办部门\t备注\n1月\t召开会议\t办公室\n财经工委\t\n2月\t视察\n和调研\t办公室\t\n";
    assert_eq!(
        rows(tables(&text(plain))[0]),
        ["时间|内容|承办部门|备注", "1月|召开会议|办公室⏎财经工委|", "2月|视察⏎和调研|办公室|"]
    );
    assert_eq!(tables(&text(plain))[0].rows[1].printed.as_deref(), Some("1月\t召开会议\t办公室\n财经工委\t"));
}

#[test]
fn what_stands_below_a_table_is_none_of_its_rows() {
    let document = text("序号\t内容\t部门\t时间\n1\t调研\t财经工委\t3月\n2\t视察\t办公室\n注：可以调整。\n");
    assert_eq!(rows(tables(&document)[0]), ["序号|内容|部门|时间", "1|调研|财经工委|3月", "2|视察|办公室|"]);
    assert_eq!(lines(&document), ["注：可以调整。"]);
}

#[test]
fn titles_above_a_sheet_are_paragraphs() {
    let document =
        text("某区2026年台账,,,\n序号,内容,部门,时间\n1,调研,财经工委,3月\n2,\"视察,检查\",办公室,5月\n");
    assert_eq!(lines(&document), ["某区2026年台账"]);
    assert_eq!(
        rows(tables(&document)[0]),
        ["序号|内容|部门|时间", "1|调研|财经工委|3月", "2|视察,检查|办公室|5月"]
    );
}

#[test]
fn a_tab_after_a_number_makes_no_table() {
    let document = text("一、\t总则\n1.\t抓学习。学文件。\n2.\t抓监督。查预算。\n\t\t某区人大\n");
    assert_eq!(lines(&document), ["一、\t总则", "1.\t抓学习。学文件。", "2.\t抓监督。查预算。", "某区人大"]);
    assert!(tables(&document).is_empty());
}

#[test]
fn pages_of_a_table_are_one() {
    let document = text(
        "类别\t序号\t内容\t时间\n甲\t1\t调研\t3月\n- 1 -\n类别\t序号\t内容\t时间\n\t2\t视察\t5月\n\n（续）\n\n类别\t序号\t内容\t时间\n\t3\t检查\t6月\n",
    );
    assert_eq!(
        rows(tables(&document)[0]),
        ["类别|序号|内容|时间", "甲|1|调研|3月", "|2|视察|5月", "|3|检查|6月"]
    );
    assert!(remark(&document, RemarkKind::JoinedTables).is_some());
    assert_eq!(remark(&document, RemarkKind::RunningHeads), Some(["- 1 -".to_owned()].as_slice()));
}

#[test]
fn a_row_that_lost_its_first_tab() {
    let document = text("类别\t序号\t内容\t时间\n甲\t1\t调研\t3月\n2\t视察\t5月\n");
    assert_eq!(rows(tables(&document)[0]), ["类别|序号|内容|时间", "甲|1|调研|3月", "|2|视察|5月"]);
    assert!(remark(&document, RemarkKind::RestoredCells).is_some());
}

#[test]
fn columns_that_only_spaces_keep_apart() {
    let document = text(
        "\
                某区2026年工作安排

  序号   工作内容                         责任单位         时间
   1     听取和审议关于现代物流业发展情   财经工委         4月
         况的报告

   2     检查消防法实施情况               社会建设工委     5—8月

                          - 1 -
　　以上安排可以调整。
",
    );
    assert_eq!(lines(&document), ["某区2026年工作安排", "以上安排可以调整。"]);
    assert_eq!(
        rows(tables(&document)[0]),
        [
            "序号|工作内容|责任单位|时间",
            "1|听取和审议关于现代物流业发展情况的报告|财经工委|4月",
            "2|检查消防法实施情况|社会建设工委|5—8月",
        ]
    );
    assert!(remark(&document, RemarkKind::ColumnsBySpaces).is_some());
}

#[test]
fn look_alikes_are_kept_and_said() {
    let document = text("某区⼈⼤⼯作要点\n");
    assert_eq!(lines(&document), ["某区⼈⼤⼯作要点"]);
    assert!(remark(&document, RemarkKind::LookAlikes).is_some());
}

#[test]
fn invisible_characters_are_said_with_their_codes() {
    let document =
        text("某区人大\u{202e}工作要点\n\n序号\t事项\t责任\t时间\n1\t检查\u{200b}消防\t财经工委\t4月\n");
    assert_eq!(remark(&document, RemarkKind::Invisible).unwrap(), ["U+202E", "U+200B"]);
}

#[test]
fn bad_bytes_are_said() {
    let mut bytes = "某区人大常委会工作要点\n".repeat(20).into_bytes();
    bytes[40] = 0xff;
    let document = yaodian_reading::formats::read(yaodian_reading::formats::Kind::Text, &bytes).unwrap();
    let said =
        document.remarks.iter().find(|remark| remark.kind == RemarkKind::BadCharacters).expect("a remark");
    assert_eq!(said.places, [Place::Line(2)]);
    assert!(matches!(document.blocks[0], Block::Paragraph(_)));
}

/// Lines of so many characters, as a PDF reader hands them on: pages with a head and a number.
fn printed(paragraphs: &[String], width: usize, indent: &str) -> String {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        let text =
            if paragraph.chars().count() > 24 { format!("{indent}{paragraph}") } else { paragraph.clone() };
        let mut line = String::new();
        let mut taken = 0;
        for c in text.chars() {
            let wide = if c.is_ascii() { 1 } else { 2 };
            if taken + wide > width * 2 {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push(c);
            taken += wide;
        }
        lines.push(line);
    }
    let mut pages = String::new();
    for (page, lines) in (1..).zip(lines.chunks(22)) {
        pages += &format!("某区人大常委会文件\n\n{}\n\n— {page} —\n", lines.join("\n"));
    }
    pages
}

#[test]
fn a_printed_document_is_put_together_again() {
    let whole: Vec<String> =
        lines(&read("nanhai.docx")).into_iter().take_while(|line| !line.contains("附件")).collect();
    for (width, indent) in [(34, "　　"), (34, ""), (28, "　　"), (42, "")] {
        let document = text(&printed(&whole, width, indent));
        let found = lines(&document);
        let found: Vec<&String> = found.iter().filter(|line| *line != "某区人大常委会文件").collect();
        for (found, expected) in found.iter().zip(&whole) {
            assert_eq!(found.replace(' ', ""), expected.replace(' ', ""), "{width}");
        }
        assert_eq!(found.len(), whole.len(), "{width}");
        assert!(remark(&document, RemarkKind::RejoinedLines).is_some());
    }
}
