//! Word files as they arrive: what a careful reader sees in them.

use yaodian_reading::document::{AsideKind, RemarkKind};

use crate::support::{lines, paragraphs, read, remark, rows, tables};

#[test]
fn numbers_that_word_makes() {
    let document = read("autonumber.docx");
    let outline = [
        "一、坚持党的全面领导",
        "（一）强化政治引领",
        "1．加强理论武装",
        "2．严格请示报告",
        "（二）落实管党治党责任",
        "1．推进作风建设",
        "二、依法履行法定职责",
        "（一）增强监督实效",
        "1．加强经济运行监督",
        "2．加强民生领域监督",
        "3．加强法治监督",
        "（二）依法讨论决定重大事项",
        "1．作出有关决议",
        "三、更好发挥代表作用",
        "（一）丰富代表活动",
        "1．密切联系群众",
        "2．提高建议办理质量",
        "四、加强自身建设",
        "1．提升机关效能",
        "附件：",
        "1．白鹭县人大常委会2026年主要工作安排表",
        "2．白鹭县人大常委会各工委（室）2026年月度工作计划",
        "附件1",
    ];
    let lines = lines(&document);
    for (line, expected) in lines[3..].iter().zip(outline) {
        assert_eq!(line.split('。').next(), Some(expected));
    }
    let levels: Vec<_> = paragraphs(&document).iter().map(|paragraph| paragraph.level).collect();
    assert_eq!(levels[3..7], [Some(1), Some(2), None, None]);
}

#[test]
fn serial_numbers_that_stand_in_no_cell() {
    let document = read("autonumber.docx");
    let [schedule, months] = tables(&document)[..] else { panic!("two tables") };
    let serials: Vec<String> =
        rows(schedule).iter().map(|row| row.split('|').nth(1).unwrap().to_owned()).collect();
    assert_eq!(serials, ["序号", "1", "1", "2", "3", "4", "1", "1", "2"]);
    // The number of a category is no part of its name.
    let category = &schedule.rows[2].cells[0];
    assert_eq!(category.text(), "听取和审议专项工作报告（4项）");
    assert_eq!(category.shown(), "（二）听取和审议专项工作报告（4项）");
    let tasks = months.rows[2].cells[1].shown();
    assert_eq!(
        tasks,
        "1．调研城乡供水一体化建设情况；\n2．举办代表履职培训班；\n3．初审县级国土空间规划修改方案。"
    );
}

#[test]
fn only_accepted_text_counts() {
    let document = read("tracked.docx");
    let all = lines(&document);
    assert_eq!(all[0], "海棠区人大常委会2025年工作要点");
    assert_eq!(all[4], "1.加强理论武装。坚持第一议题制度，持续学习党的创新理论。");
    let numbers: Vec<_> =
        all.iter().filter_map(|line| line.get(..2)).filter(|number| number.ends_with('.')).collect();
    assert_eq!(numbers, ["1.", "2.", "3.", "4.", "5."], "deleted and moved paragraphs");
    assert!(all.iter().all(|line| !line.contains("专题党课")));
    assert!(remark(&document, RemarkKind::TrackedChanges).is_some());
    let rows = rows(tables(&document)[0]);
    assert_eq!(rows.len(), 17);
    assert_eq!(rows[0], "序号|议题|完成时间|会议名称|责任部门|牵头领导|备注");
    assert!(rows.iter().all(|row| !row.contains("校外培训")), "a deleted row");
    assert_eq!(
        rows[6],
        "5|听取和审议区法院关于家事审判改革工作情况的报告|10月|常委会会议|监察和司法委员会|陈立|"
    );
}

#[test]
fn fields_links_controls_and_hyphens() {
    let document = read("tracked.docx");
    let rows = rows(tables(&document)[0]);
    assert_eq!(
        rows[3],
        "2|听取和审议区政府关于2024年度区级预算执行和其他财政收支的审计工作报告|８月|常委会会议|财政经济委员会|张明远|"
    );
    assert_eq!(
        rows[5],
        "4|听取区政府关于老旧小区加装电梯工作推进情况的报告|6月|主任会议|城市建设环境保护委员会|王建国|"
    );
    assert_eq!(
        rows[9],
        "2|检查《安全生产法》在本区的贯彻实施情况|3-6月|常委会会议|社会建设委员会⏎办公室|李\t静|上下联动"
    );
    assert_eq!(remark(&document, RemarkKind::HiddenText), Some(["（此件暂不公开）".to_owned()].as_slice()));
    assert_eq!(lines(&document)[1], "（2025年2月18日海棠区第十八届人大常委会第二十六次会议通过）");
}

#[test]
fn notes_and_headers_stand_apart() {
    let document = read("tracked.docx");
    let asides: Vec<_> = document
        .asides
        .iter()
        .map(|aside| (aside.kind, aside.place.as_ref().map(ToString::to_string), aside.text.as_str()))
        .collect();
    assert_eq!(
        asides,
        [
            (AsideKind::Footnote, Some("第3段".to_owned()), "2025年3月起按新的议事规则执行，见附件。"),
            (AsideKind::Comment, Some("第6段".to_owned()), "这里是否加上“3.加强机关党建”？请办公室研究"),
            (AsideKind::Comment, Some("表1第6行".to_owned()), "能否推迟到7月？"),
            (AsideKind::Header, None, "海棠区人大常委会2024年工作要点（送审稿）"),
            (AsideKind::Footer, None, "第1页 共3页"),
        ]
    );
}

#[test]
fn merged_cells_cross_and_tables_go_on() {
    let document = read("merged.docx");
    let [table] = tables(&document)[..] else { panic!("one table of two parts") };
    assert_eq!(table.header_rows, 2);
    assert_eq!(
        rows(table),
        [
            "序号|工作内容|责任部门|时间|提交会议|提交会议|备注",
            "序号|工作内容|责任部门|时间|常委会⏎会议|主任⏎会议|备注",
            "一、听取和审议专项工作报告（4项）|一、听取和审议专项工作报告（4项）|一、听取和审议专项工作报告（4项）|一、听取和审议专项工作报告（4项）|一、听取和审议专项工作报告（4项）|一、听取和审议专项工作报告（4项）|一、听取和审议专项工作报告（4项）",
            "1|听取和审议区政府关于现代物流业发展情况的报告|财经工委|4月|✓||",
            "2|听取和审议区政府关于国有企业改革情况的报告|财经工委|6月|✓||",
            "3|听取和审议区政府关于职业教育发展情况的报告|教科文卫工委|6月|✓||会前视察",
            "4|听取区政府关于数字城管建设情况的报告|城建环资工委⏎办公室|6月||✓|",
            "二、执法检查和专题询问（3项）|二、执法检查和专题询问（3项）|二、执法检查和专题询问（3项）|二、执法检查和专题询问（3项）|二、执法检查和专题询问（3项）|二、执法检查和专题询问（3项）|二、执法检查和专题询问（3项）",
            "5|检查《中华人民共和国残疾人保障法》实施情况|社会建设工委|5—8月|✓||",
            "6|检查《中华人民共和国消防法》实施情况|社会建设工委|7月至9月|✓||",
            "7|就老旧小区物业管理开展专题询问|城建环资工委|9月|✓||",
            "三、视察调研（2项）|三、视察调研（2项）|三、视察调研（2项）|三、视察调研（2项）|三、视察调研（2项）|三、视察调研（2项）|三、视察调研（2项）",
            "8|视察重点水利工程建设情况|农业农村工委|10月||✓|",
            "9|视察高标准农田建设情况|农业农村工委|10月|||",
            "四、代表工作（2项）|四、代表工作（2项）|四、代表工作（2项）|四、代表工作（2项）|四、代表工作（2项）|四、代表工作（2项）|四、代表工作（2项）",
            "10|组织代表“家站”接待选民|代表工委、各街道人大工委|每月|||",
            "11|督办代表建议|代表工委⏎各工委|4-11月||✓|",
            "合计|11项|11项|11项|11项|11项|11项",
            "注：议题提交会议的时间以会议议程为准；12月可视情增加议题。|注：议题提交会议的时间以会议议程为准；12月可视情增加议题。|注：议题提交会议的时间以会议议程为准；12月可视情增加议题。|注：议题提交会议的时间以会议议程为准；12月可视情增加议题。|注：议题提交会议的时间以会议议程为准；12月可视情增加议题。|注：议题提交会议的时间以会议议程为准；12月可视情增加议题。|注：议题提交会议的时间以会议议程为准；12月可视情增加议题。",
        ]
    );
    let places: Vec<String> = table.rows.iter().map(|row| row.place.to_string()).collect();
    assert_eq!(
        (places[9].as_str(), places[10].as_str()),
        ("表1第10行", "表2第3行"),
        "as the parts stand in the file"
    );
    assert!(remark(&document, RemarkKind::JoinedTables).is_some());
}

/// The months in a small table inside a cell are no months of the item.
#[test]
fn tables_in_cells_stay_inside() {
    let document = read("merged.docx");
    let cell = &tables(&document)[0].rows[8].cells[6];
    assert_eq!((cell.text().as_str(), cell.tables.len()), ("", 1));
    assert_eq!(rows(&cell.tables[0]), ["组别|时间|片区", "一组|5月|东片", "二组|8月|西片"]);
    assert_eq!(cell.whole(), "组别\t时间\t片区\n一组\t5月\t东片\n二组\t8月\t西片");
    // A row that ends early has no last cell.
    assert_eq!(tables(&document)[0].grid().at(9, 6), None);
}

#[test]
fn text_boxes_stand_apart_and_once() {
    let document = read("notice.docx");
    let boxes: Vec<&str> = document
        .asides
        .iter()
        .filter(|aside| aside.kind == AsideKind::TextBox)
        .map(|aside| aside.text.as_str())
        .collect();
    assert_eq!(boxes, ["内部资料 注意保存", "江源市人民代表大会常务委员会文件"]);
    let lines = lines(&document);
    assert_eq!(lines[0], "江人常〔2026〕3号");
    assert_eq!(lines[8], "江源市人大常委会\n2026年工作要点", "a title over two lines is one");
    assert!(remark(&document, RemarkKind::TextBoxes).is_some());
    let [schedule, imprint] = tables(&document)[..] else { panic!("two tables") };
    assert_eq!(
        rows(schedule)[8],
        "筹备（1项）|1|筹备召开市十六届人大七次会议|办公室及各工作机构|12月至次年1月|市人民代表大会会议|"
    );
    assert_eq!(rows(imprint)[0], "抄送：市委，市政府，市监委，市中级法院，市检察院。");
}
