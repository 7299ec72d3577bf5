//! Web pages, and what browsers, Word and Excel put on the clipboard.

use yaodian_reading::document::{AsideKind, RemarkKind};

use crate::support::{check, lines, page, paragraphs, read, remark, rows, tables};

#[test]
fn a_page_of_a_government() {
    let document = read("plan.html");
    let lines = lines(&document);
    assert_eq!(lines[1], "东湾市人大常委会2026年工作要点");
    assert_eq!(paragraphs(&document)[1].level, Some(1));
    assert_eq!(lines[9], "（三）深化“两个联系”。组织代表进站接待群众。", "two points in one paragraph");
    assert_eq!(lines[10], "（四）办好代表建议。开展代表建议办理“回头看”。");
    assert!(lines.iter().all(|line| !line.contains("hits") && !line.contains("TRS_Editor")));
    let [table] = tables(&document)[..] else { panic!("the table around the page is none") };
    let rows = rows(table);
    assert_eq!(rows[0], "月\u{a0}\u{a0}份|序号|工作内容|责任单位|提交会议|备注");
    assert_eq!(rows[1], ["一季度"; 6].join("|"));
    assert_eq!(rows[3], "2月|2|听取市政府关于春运安全保障工作情况的汇报|监察和司法委|主任会议|");
    assert_eq!(rows[4], "3月|3|调研规范性文件备案审查工作|监察和司法委|—|");
    assert_eq!(rows[7], "4月|5|视察渔港经济区建设情况|农业农村\u{200b}委|不提交会议|不提交会议");
    assert_eq!(
        rows[9], "7月|6|听取和审议市政府关于上半年计划执行情况的报告|财经委|常委会会议|书面",
        "a line end in the source"
    );
    assert_eq!(rows[10], "8月|7|审查和批准2025年市级决算|财经委|常委会会议|");
}

#[test]
fn word_on_the_clipboard() {
    let document = read("word-clipboard.html");
    assert_eq!(
        lines(&document),
        [
            "石桥县人大常委会2026年工作要点",
            "2026年是“十五五”规划开局之年。县人大常委会工作的总体要求是：全面贯彻落实中央、省委、市委和县委人大工作会议精神，依法履职、主动作为。",
            "一、加强和改进监督工作",
            "1.加强预算审查监督。听取和审议国有资产管理情况的报告。",
            "2.加强民生实事监督。听取乡村道路管护、校园周边环境整治情况的报告。",
            "二、做好代表工作",
            "3.提升代表履职能力。组织代表约见国家机关负责人。",
            "附件：石桥县人大常委会2026年主要工作安排表",
            "附件",
            "石桥县人大常委会2026年主要工作安排表",
        ]
    );
    let [table] = tables(&document)[..] else { panic!("one table") };
    assert_eq!(table.header_rows, 2);
    assert_eq!(
        rows(table),
        [
            "类别|序号|项目名称|组织实施⏎部门|时间|提交会议|提交会议",
            "类别|序号|项目名称|组织实施⏎部门|时间|常委会会议|主任会议",
            "听取报告（3项）|1|听取和审议县政府关于乡村道路管护情况的报告|城建环资工委|4月|✓|",
            "听取报告（3项）|2|听取县政府关于校园周边环境整治情况的汇报|教科文卫工委、监察司法工委|5月||✓",
            "听取报告（3项）|3|听取和审议县政府关于2025年度国有资产管理情况的综合报告|财经工委|9月|✓|",
            "执法检查（1项）|1|检查《中华人民共和国水污染防治法》实施情况|城建环资工委|6-8月|✓|",
            "代表活动（2项）|1|组织代表约见国家机关负责人|代表工委|上半年||",
            "代表活动（2项）|2|开展代表小组活动|代表工委及各乡镇人大|每季度||",
        ]
    );
    assert!(remark(&document, RemarkKind::TrackedChanges).is_some());
}

#[test]
fn numbers_of_lists_are_text() {
    for (list, expected) in [
        ("<ol><li>甲<li>乙</ol>", vec!["1.甲", "2.乙"]),
        ("<ol start=3 type=a><li>甲</li><li value=7>乙</li></ol>", vec!["c.甲", "g.乙"]),
        (
            "<ol style='list-style-type:cjk-ideographic'><li>甲<ol><li>乙</ol><li>丙</ol>",
            vec!["一、甲", "1.乙", "二、丙"],
        ),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", vec!["甲", "乙"]),
        ("<ol reversed start=2><li>甲<li>乙</ol>", vec!["2.甲", "1.乙"]),
        ("<ol><li>1. 甲<li><p>乙</p><p>丙</p></ol>丁", vec!["1. 甲", "2.乙", "丙", "丁"]),
        ("<ol><li><li>甲</ol>乙", vec!["2.甲", "乙"]),
        (
            "<p><!--[if !supportLists]--><span style='mso-list:Ignore'>（一）<span>&nbsp; </span></span><!--[endif]-->甲</p>",
            vec!["（一）甲"],
        ),
        ("<p><span style='font-family:Wingdings;mso-list:Ignore'>l<span> </span></span>甲</p>", vec!["甲"]),
    ] {
        assert_eq!(lines(&page(list)), expected, "{list}");
    }
}

#[test]
fn what_is_not_shown() {
    for (inner, expected) in [
        ("<span style='display: none'>乙</span>", "甲丙"),
        ("<span hidden>乙</span>", "甲丙"),
        ("<!-- 乙 --><!--[if gte mso 9]><xml>乙</xml><![endif]-->", "甲丙"),
        ("<script>乙</script><style>乙</style><select><option>乙</select>", "甲丙"),
        ("<span style='mso-hide:all'>乙</span>", "甲丙"),
        ("<del>乙</del><ins>丁</ins>", "甲丁丙"),
        ("<s>乙</s><span style='text-decoration:line-through'>丁</span>", "甲丙"),
        ("<o:p>&nbsp;</o:p><ruby>乙<rt>yi</rt></ruby>", "甲\u{a0}乙丙"),
        ("<a class=msocomanchor>[王1]</a>", "甲丙"),
        ("<input type=checkbox checked><input type=checkbox>", "甲☑☐丙"),
        ("<font face='Wingdings 2'>P</font>", "甲✓丙"),
        (
            "<span style=\"font-family:Wingdings\">&#252;<span style='font-family:宋体'>ü</span></span>",
            "甲✓ü丙",
        ),
        ("<img alt='√'><img alt='徽标'>", "甲√丙"),
        ("<span style='mso-tab-count:1'>      </span>", "甲\t丙"),
    ] {
        let text = format!("<p>甲{inner}丙</p>");
        assert_eq!(lines(&page(&text)), [expected], "{inner}");
    }
    let document = page("<p>甲<s>乙</s></p>");
    assert_eq!(remark(&document, RemarkKind::StruckOut), Some(["乙".to_owned()].as_slice()));
}

#[test]
fn white_space_is_as_a_browser_shows_it() {
    for (text, expected) in [
        ("<p>甲\n乙  丙\t1 月", "甲乙 丙 1 月"),
        ("<p>\n 甲<b> 乙</b>\n</p>", "甲 乙"),
        ("<p>甲<br>\n 乙</p>", "甲\n乙"),
        ("<p>budget\nplan</p>", "budget plan"),
        ("<pre>甲  乙</pre>", "甲  乙"),
        ("甲&nbsp;&nbsp;乙", "甲\u{a0}\u{a0}乙"),
        ("<div>甲<span>乙</span></div>", "甲乙"),
    ] {
        assert_eq!(lines(&page(text)), [expected], "{text}");
    }
    assert_eq!(lines(&page("<div>甲<p>乙<p>丙</div>丁<h2>戊</h2>己")), ["甲", "乙", "丙", "丁", "戊", "己"]);
}

#[test]
fn spans_cross() {
    let document = page(
        "<table><tr><th rowspan=2>类别<th colspan=2>会议<tr><th>常委会<th>主任<tr><td rowspan=0>甲<td rowspan=2>✓<td>\
         <tr><td>√</table>",
    );
    check(
        &document,
        "表1 header 2
        表1第1行: 0<1x2>=类别 | 1<2x1>=会议
        表1第2行: 1=常委会 | 2=主任
        表1第3行: 0<1x2>=甲 | 1<1x2>=✓ | 2=
        表1第4行: 2=√",
    );
}

#[test]
fn excel_on_the_clipboard() {
    let document = page(
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><table><!--StartFragment--><col width=72>\
         <tr height=19><td class=xl65>序号</td><td>完成时间</td></tr>\
         <tr style='display:none'><td>0</td><td>旧</td></tr>\
         <tr><td align=right x:num>1</td><td x:num='46082'>3月</td></tr>\
         <tr><td>2</td><td>5月<br>9月</td></tr><!--EndFragment--></table></body></html>",
    );
    assert_eq!(rows(tables(&document)[0]), ["序号|完成时间", "1|3月", "2|5月⏎9月"]);
    assert!(remark(&document, RemarkKind::HiddenRows).is_some());
}

#[test]
fn notes_and_captions_stand_apart() {
    let document = page(
        "<table><caption>安排表</caption><tr><td>甲<td>乙</table><div style='mso-element:footnote-list'><p>[1] 见附件</div>\
         <div style='mso-element:comment-list'><p>改到6月？</div><p>丙",
    );
    assert_eq!(tables(&document)[0].caption.as_deref(), Some("安排表"));
    assert_eq!(lines(&document), ["丙"]);
    let asides: Vec<_> = document.asides.iter().map(|aside| (aside.kind, aside.text.as_str())).collect();
    assert_eq!(asides, [(AsideKind::Footnote, "[1] 见附件"), (AsideKind::Comment, "改到6月？")]);
}

#[test]
fn pages_that_are_badly_closed() {
    assert_eq!(lines(&page("</table></td><p>甲</div></p><b>乙")), ["甲", "乙"]);
    assert_eq!(rows(tables(&page("<table><tr><td>甲<td>乙<tr><td>丙<p>丁"))[0]), ["甲|乙", "丙⏎丁|"]);
    assert_eq!(rows(tables(&page("<table><td>甲</td><td>乙</td></table>"))[0]), ["甲|乙"]);
    assert_eq!(lines(&page("<td>甲</td><td>乙</td>")), ["甲", "乙"]);
    let nested = format!("{}甲", "<div><table><tr><td>".repeat(400));
    assert_eq!(lines(&page(&nested)), ["甲"]);
}
