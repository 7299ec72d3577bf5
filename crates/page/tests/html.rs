//! The plan as plain HTML: everything is in it, once and in its place, and nothing in it is markup by accident.

mod support;

use support::{between, check_balance, seen};
use yaodian_page::html;
use yaodian_plan::{
    Amendment, AnnexNote, Basis, Correction, Extra, ItemId, MeetingKind, NamedMeeting, Part, Place, Plan,
    SessionNumber, Subsection, amended,
};

fn nanhai() -> Plan {
    Plan::from_json(include_str!("../../../plans/nanhai-2023/plan.json")).unwrap()
}

#[test]
fn the_page_is_one_balanced_element() {
    let page = html::write(&nanhai());
    assert!(page.starts_with("<div id=\"before\"") && page.ends_with("</div>\n"));
    check_balance(&page);
}

#[test]
fn every_point_is_in_its_section_once() {
    let plan = nanhai();
    let page = html::write(&plan);
    let article = between(&page, "<article", "</article>");
    let sections: Vec<&str> = article.split("<section>").skip(1).collect();
    assert_eq!(sections.len(), plan.sections.len());
    for (section, written) in plan.sections.iter().zip(sections) {
        let heading = format!("<h2>{}、{}</h2>", section.numeral(), section.title);
        assert!(written.contains(&heading), "{heading}");
        let text = seen(written);
        for point in &section.points {
            let printed = format!("{}．{}。{}", point.no, point.heading, point.text);
            assert_eq!(text.matches(&printed).count(), 1, "{printed}");
            assert_eq!(seen(&page).matches(&point.text).count(), 1, "{}", point.text);
            assert!(written.contains(&format!("id=\"/points/{}\"><h3>", point.no)));
        }
    }
    assert!(seen(article).contains(&plan.title) && article.matches("<h1").count() == 1);
    assert!(plan.preamble.iter().all(|paragraph| seen(article).contains(paragraph)));
}

#[test]
fn every_item_is_in_its_table_once() {
    let plan = nanhai();
    let page = html::write(&plan);
    for (class, schedule, annex) in [("schedule", true, 0), ("monthly", false, 1)] {
        let table = between(&page, &format!("<table class=\"document {class}\">"), "</table>");
        assert!(between(table, "<caption>", "</caption>").contains(&plan.annexes[annex]));
        assert!(table.contains("<thead><tr><th scope=\"col\">"));
        let items: Vec<_> = plan.items.iter().filter(|item| item.id.is_schedule() == schedule).collect();
        assert_eq!(table.matches("<tr id=\"/item/").count(), items.len());
        for item in items {
            let row = between(table, &format!("<tr id=\"/item/{}\">", item.id), "</tr>");
            let name = seen(between(row, "<td class=\"name\">", "</td>"));
            let title = match item.id {
                ItemId::Schedule { .. } => item.title.clone(),
                ItemId::Monthly { no, .. } => format!("{no}. {}", item.title),
            };
            assert_eq!(name, title);
            assert_eq!(page.matches(&format!("\"/item/{}\"", item.id)).count(), 1);
            assert!(row.contains(&format!(">{}", item.responsibility.text)), "{row}");
            if schedule {
                assert!(row.contains(&format!(">{}<", item.time())), "{row}");
                assert_eq!(row.matches('✓').count(), item.meetings.len(), "{row}");
            } else {
                assert_eq!(row.contains("*</td>"), item.responsibility.basis == Basis::Inferred, "{row}");
                assert!(row.contains(item.remark.as_deref().unwrap_or_default()), "{row}");
            }
        }
    }
}

#[test]
fn items_stand_under_their_category_and_their_month() {
    let plan = nanhai();
    let page = html::write(&plan);
    for category in &plan.categories {
        let body = between(&page, &format!("<tbody id=\"/categories/{}\">", category.no), "</tbody>");
        let heading = format!("{}（{}项）", category.name, category.stated.unwrap());
        assert!(body.contains(&heading), "{heading}");
        let own = |id: ItemId| matches!(id, ItemId::Schedule { category: no, .. } if no == category.no);
        let expected = plan.items.iter().filter(|item| own(item.id)).count();
        assert_eq!(body.matches("<tr id=").count(), expected);
    }
    let monthly = between(&page, "<table class=\"document monthly\">", "</table>");
    let months: Vec<&str> = monthly.split("<tbody>").skip(1).collect();
    assert_eq!(months.len(), 12);
    for (month, body) in (1..).zip(months) {
        let count = body.matches("<tr id=").count();
        assert!(
            body.contains(&format!("<th scope=\"rowgroup\" rowspan=\"{count}\">{month}月</th>")),
            "{body}"
        );
        assert_eq!(body.matches(&format!("id=\"/item/m{month}-")).count(), count);
    }
}

#[test]
fn misprints_are_marked_and_explained() {
    let plan = nanhai();
    let page = html::write(&plan);
    let point = between(&page, "id=\"/points/10\"", "</div>");
    let twice = "<abbr class=\"sic\" title=\"“民生实项目”应为“民生实事项目”\">民生实项目</abbr>";
    assert_eq!(point.matches(twice).count(), 2);
    assert!(point.contains("住房<abbr class=\"sic\" title=\"“ and ”应为“和”\"> and </abbr>老旧"));
    assert!(between(&page, "id=\"/item/s7-4\"", "</tr>").contains(twice));
    let list = between(&page, "<ul class=\"corrections\">", "</ul>");
    assert_eq!(list.matches("<li>").count(), plan.corrections.len());
    assert!(list.contains("<li>附件 1 视察活动第 4 项：“民生实项目”应为“民生实事项目”。"));
}

#[test]
fn what_was_changed_stands_at_the_end() {
    let mut plan = nanhai();
    assert!(!html::write(&plan).contains(amended::RECORD));
    let id = plan.items[0].id;
    plan.amendments = vec![Amendment {
        place: Some(Place::Item(id)),
        part: Part::Period,
        before: "3月".into(),
        after: "</script><b>4月".into(),
        on: "2023-07-15".into(),
        by: "张三".into(),
    }];
    let page = html::write(&plan);
    let record = page.split(amended::RECORD).nth(1).expect("a record");
    let line = format!("<li>2023-07-15 张三 把时间由 3月 改为 &lt;/script&gt;&lt;b&gt;4月（{id} ");
    assert!(record.contains(&line), "{record}");
    assert!(!record.contains("<table"));
}

#[test]
fn hostile_text_stays_text() {
    const HOSTILE: &str = "</script><!--<img src=x onerror=\"alert('1')\">\u{2028}&amp;\u{2029}]]>";
    let mut plan = nanhai();
    let hostile = || HOSTILE.to_owned();
    let point = &mut plan.sections[0].points[0];
    (point.heading, point.text) = (hostile(), format!("一{HOSTILE}二{HOSTILE}"));
    let place = Place::Point(point.no);
    plan.corrections = vec![Correction { place, printed: hostile(), meant: hostile(), reason: hostile() }];
    (plan.title, plan.preamble[0], plan.sections[1].title) = (hostile(), hostile(), hostile());
    (plan.annexes, plan.categories[0].name) = (vec![hostile(); 2], hostile());
    for item in &mut plan.items {
        (item.title, item.period_text, item.remark) = (hostile(), hostile(), Some(hostile()));
        item.responsibility.text = hostile();
        item.extras = vec![Extra { heading: hostile(), text: hostile() }];
    }
    plan.notes = vec![AnnexNote { annex: 2, text: hostile() }];
    let schedule = plan.items.iter().filter(|item| item.id.is_schedule()).count();
    let page = html::write(&plan);
    check_balance(&page);
    for markup in ["<!--", "<img", "<script", "</script", "\u{2028}", "\u{2029}"] {
        assert!(!page.contains(markup), "{markup}");
    }
    // The title in the bar and in the document, the preamble, a section in the contents and at its place, a point
    // with three, the annexes, the category, of the correction both words and the reason. Of each
    // item its title, its unit, its remark, the other column's heading and text, and in annex 1 the time. The note.
    let expected = 2 + 1 + 2 + 3 + 2 + 1 + 3 + 5 * plan.items.len() + schedule + 1;
    assert_eq!(seen(&page).matches(HOSTILE).count(), expected);
}

#[test]
fn an_empty_plan_is_a_page_too() {
    let mut plan = nanhai();
    (plan.sections, plan.items, plan.corrections) = (Vec::new(), Vec::new(), Vec::new());
    (plan.preamble, plan.annexes) = (Vec::new(), Vec::new());
    let page = html::write(&plan);
    check_balance(&page);
    assert!(!page.contains("<table") && page.contains(&plan.title));
}

#[test]
fn reasons_why_the_app_is_not_there_are_in_the_page() {
    let page = html::write(&nanhai());
    assert!(between(&page, "<noscript>", "</noscript>").contains("没有启用 JavaScript，以下是计划全文"));
    for id in ["before-no-script", "before-trouble", "before-unsupported", "before-failed"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
    for state in ["starting", "unsupported", "failed", "crashed"] {
        assert!(html::START_SCRIPT.contains(&format!("'{state}'")), "{state}");
    }
}

#[test]
fn what_few_plans_say_is_on_the_page_too() {
    let mut plan = nanhai();
    let other = MeetingKind::Other(1);
    plan.meetings = vec![
        NamedMeeting { id: MeetingKind::StandingCommittee, name: "常委会会议".into() },
        NamedMeeting { id: other, name: "<委员长>会议".into() },
    ];
    plan.notes = vec![
        AnnexNote { annex: 1, text: "注一：按月安排。".into() },
        AnnexNote { annex: 3, text: "注三：另行通知。".into() },
    ];
    let section = &mut plan.sections[1];
    section.text = vec!["本部分的说明。".into()];
    let first = section.points[2].no;
    section.subsections =
        vec![Subsection { number: "（一）".into(), title: "跟踪问效".into(), first }];
    section.printed = Some("第二部分".into());
    section.points[2].printed = "（甲）".into();
    section.points[3].apart = true;
    let item = &mut plan.items[0];
    (item.serial, item.remark) = (Some("1-2".into()), Some("已报".into()));
    item.meetings = vec![other];
    item.sessions = vec![SessionNumber { meeting: other, no: 23 }];
    item.extras = vec![Extra { heading: "责任领导".into(), text: "张三 & 李四".into() }];
    let page = html::write(&plan);
    check_balance(&page);
    let row = seen(between(&page, &format!("<tr id=\"/item/{}\">", plan.items[0].id), "</tr>"));
    assert!(row.starts_with("1-2"), "{row}");
    for said in ["<委员长>会议：第23次", "备注：已报", "责任领导：张三 & 李四"] {
        assert!(row.contains(said), "{said}: {row}");
    }
    let tables = |class: &str| {
        between(&page, &format!("<section class=\"card table-card\" id=\"/{class}\">"), "</section>")
    };
    let head = seen(between(tables("categories"), "<thead>", "</thead>"));
    assert!(head.ends_with("<委员长>会议常委会会议") || head.ends_with("常委会会议<委员长>会议"), "{head}");
    assert!(!head.contains("主任会议"), "{head}");
    assert!(
        tables("categories").contains("注一：按月安排。")
            && tables("categories/monthly").contains("注三：另行通知。")
    );
    let section = seen(between(&page, "<article", "</article>")).replace('\n', "");
    let point = &plan.sections[1].points[2];
    let under = format!("（一）跟踪问效（甲）{}。", point.heading);
    assert!(section.contains(&under), "{under}");
    let apart = &plan.sections[1].points[3];
    let line = format!("{}{}{}", apart.label(), apart.heading, apart.text);
    assert!(section.contains(&line), "{line}");
    assert!(section.contains("本部分的说明。"));
    assert!(section.contains(&format!("第二部分　{}", plan.sections[1].title)));
}

#[test]
fn a_table_is_called_an_annex_where_it_is_one() {
    let captions = |plan: &Plan| -> Vec<String> {
        let page = html::write(plan);
        page.split("<caption>").skip(1).map(|rest| seen(rest.split_once("</caption>").unwrap().0)).collect()
    };
    // Tasks by month alone, in the first annex, with a note below.
    let mut plan = nanhai();
    plan.items.retain(|item| !item.id.is_schedule());
    plan.annexes = vec!["月度工作安排".into()];
    plan.corrections.clear();
    plan.notes = vec![AnnexNote { annex: 1, text: "各项工作以常委会决定为准".into() }];
    assert_eq!(captions(&plan), ["附件 1月度工作安排"]);
    assert!(seen(&html::write(&plan)).contains(&plan.notes[0].text));
    // Both, in the text of the document.
    let mut plan = nanhai();
    plan.annexes.clear();
    assert_eq!(captions(&plan), ["安排表", "月度任务"]);
    // Rows by category from several annexes.
    let mut plan = nanhai();
    plan.items.retain(|item| item.id.is_schedule());
    plan.annexes = vec!["立法计划".into(), "监督计划".into()];
    assert_eq!(captions(&plan), ["附件 1—2立法计划、监督计划"]);
}
