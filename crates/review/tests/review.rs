//! A draft that is put right, step by step.

use yaodian_pace::{Pace, at_once};
use yaodian_plan::{MeetingKind, Month, Period};
use yaodian_reading::{Hints, formats};
use yaodian_review::edit::{Change, Column, Edit};
use yaodian_review::figures::figures;
use yaodian_review::lines::lines;
use yaodian_review::notes::{left, notes};
use yaodian_review::{Group, Key, NoteGroup, OpenError, Review};

const TEXT: &str = "某市人大常委会2027年工作要点\n\
一、监督工作\n\
1．加强财政监督。听取预算执行情况报告。\n\
2．加强环境保护。检查环境保护法实施情况。\n\
附件1\n\
工作安排表\n\
类别\t序号\t项目名称\t组织实施部门\t时间\t提交会议\n\
专题调研（3项）\t1\t关于预算执行情况的调研\t财经工委\t3月\t常委会会议\n\
专题调研（3项）\t2\t关于环境保护情况的调研\t城建环资工委\t看情况再说\t主任会议\n\
执法检查（1项）\t1\t检查环境保护法实施情况\t城建环资工委、财经委\t5-6月\t常委会会议\n";

fn begin(text: &str) -> Review {
    let document = formats::read(formats::Kind::Text, text.as_bytes()).unwrap();
    Review::begin(vec![("要点.txt".to_owned(), document)], Hints::default())
}

fn keys(review: &Review) -> Vec<Key> {
    review.sheet().rows.iter().map(|row| row.key).collect()
}

fn titles(review: &Review) -> Vec<String> {
    review.plan().items.iter().map(|item| format!("{} {}", item.id, item.title)).collect()
}

fn all_notes(review: &Review) -> Vec<NoteGroup> {
    notes(review.sheet(), &review.reading().unwrap().notes)
}

fn open(review: &Review, cause: &str) -> usize {
    all_notes(review).iter().filter(|group| group.cause == cause).map(NoteGroup::open).sum()
}

fn time(text: &str) -> Change {
    Change::Time(text.to_owned())
}

#[test]
fn what_was_read_is_a_plan_before_anything_is_put_right() {
    let review = begin(TEXT);
    let plan = review.finish().unwrap();
    assert_eq!(plan.title, "某市人大常委会2027年工作要点");
    assert_eq!(plan, review.reading().unwrap().plan);
    assert!(!review.can_undo());
}

#[test]
fn a_time_that_is_put_right_is_no_longer_doubtful() {
    let mut review = begin(TEXT);
    assert_eq!(open(&review, "unknown_period"), 1, "{:?}", all_notes(&review));
    let before = left(&all_notes(&review));
    let row = keys(&review)[1];
    assert!(review.edit(Edit::Row(row, time("4-5月"))));
    assert_eq!(open(&review, "unknown_period"), 0);
    assert_eq!(left(&all_notes(&review)), before - 1);
    let item = &review.plan().items[1];
    let month = |no| Month::new(no).unwrap();
    assert_eq!(item.period, Period::Months { first: month(4), last: month(5) });
    assert!(item.source.text.contains("看情况再说"), "{}", item.source.text);

    // Another column leaves the doubt.
    let mut review = begin(TEXT);
    review.edit(Edit::Row(row, Change::Title("别的题目".into())));
    assert_eq!(open(&review, "unknown_period"), 1);
}

#[test]
fn a_time_that_is_typed_and_not_understood_is_said() {
    let mut review = begin(TEXT);
    let row = keys(&review)[0];
    review.edit(Edit::Row(row, time("天冷的时候")));
    assert_eq!(open(&review, "typed_time"), 1);
    assert_eq!(review.plan().items[0].period, Period::Unscheduled);
    review.edit(Edit::Row(row, time("12月")));
    assert_eq!(open(&review, "typed_time"), 0);
}

#[test]
fn what_is_accepted_is_done_with_and_can_be_taken_back() {
    let mut review = begin(TEXT);
    let groups = all_notes(&review);
    let mark = groups.iter().find(|group| group.cause == "unknown_period").unwrap().found[0].mark.clone();
    review.edit(Edit::Accept(vec![mark], true));
    assert_eq!(open(&review, "unknown_period"), 0);
    review.undo();
    assert_eq!(open(&review, "unknown_period"), 1);
    review.redo();
    assert_eq!(open(&review, "unknown_period"), 0);
}

#[test]
fn a_count_is_right_as_soon_as_there_are_as_many_items() {
    let mut review = begin(TEXT);
    assert_eq!(open(&review, "count"), 1);
    let new = review.new_key();
    let after = keys(&review)[1];
    review.edit(Edit::Add { after: Some(after), new });
    review.edit(Edit::Row(new, Change::Title("关于民生实事的调研".into())));
    assert_eq!(open(&review, "count"), 0);
    assert_eq!(
        titles(&review),
        [
            "s1-1 关于预算执行情况的调研",
            "s1-2 关于环境保护情况的调研",
            "s1-3 关于民生实事的调研",
            "s2-1 检查环境保护法实施情况"
        ]
    );
    review.finish().unwrap();
}

#[test]
fn a_row_that_is_put_under_another_category_gets_a_number_there() {
    let mut review = begin(TEXT);
    let Group::Category(second) = review.sheet().rows[2].group else { panic!("a category") };
    review.edit(Edit::Row(keys(&review)[0], Change::Category(second)));
    assert_eq!(
        titles(&review),
        ["s1-2 关于环境保护情况的调研", "s2-1 检查环境保护法实施情况", "s2-2 关于预算执行情况的调研"]
    );
    review.finish().unwrap();
}

#[test]
fn rows_are_split_joined_moved_and_deleted() {
    let mut review = begin(TEXT);
    let row = keys(&review)[2];
    let new = review.new_key();
    review.edit(Edit::Split { row, at: 2, new });
    assert_eq!(titles(&review)[2..], ["s2-1 检查", "s2-2 环境保护法实施情况"]);
    assert_eq!(review.plan().items[3].meetings, [MeetingKind::StandingCommittee]);
    review.edit(Edit::Move { row: new, up: true });
    assert_eq!(titles(&review)[2..], ["s2-2 环境保护法实施情况", "s2-1 检查"]);
    review.undo();
    review.edit(Edit::Join(row));
    assert_eq!(titles(&review)[2..], ["s2-1 检查环境保护法实施情况"]);
    review.edit(Edit::Delete(row));
    assert_eq!(titles(&review).len(), 2);
    review.finish().unwrap();
}

#[test]
fn joining_drops_nothing() {
    let mut review = begin(TEXT);
    let first = keys(&review)[0];
    review.edit(Edit::Row(keys(&review)[1], time("7月")));
    review.edit(Edit::Join(first));
    let item = &review.plan().items[0];
    assert_eq!(item.title, "关于预算执行情况的调研关于环境保护情况的调研");
    assert_eq!(item.period.to_string(), "3月、7月");
    assert_eq!(item.responsibility.lead.len() + item.responsibility.joint.len(), 2);
    assert_eq!(item.meetings.len(), 2);
    assert!(item.source.text.contains("看情况再说"));
    review.finish().unwrap();
}

#[test]
fn names_of_one_unit_become_one() {
    let mut review = begin(TEXT);
    let pair = all_notes(&review).into_iter().find(|group| group.about_units).unwrap().found[0].names.clone();
    let (from, to) = pair.unwrap();
    assert_eq!((from.as_str(), to.as_str()), ("财经委", "财经工委"));
    let before = review.sheet().units.len();
    review.edit(Edit::RenameUnit { from, to });
    assert_eq!(review.sheet().units.len(), before - 1);
    assert_eq!(open(&review, "twin_units"), 0);
    let plan = review.finish().unwrap();
    let finance = plan.units.iter().find(|unit| unit.name == "财经工委").unwrap();
    assert_eq!(finance.aliases, ["财经委"]);
    assert!(plan.items[2].responsibility.joint.contains(&finance.id));
}

#[test]
fn a_unit_that_is_renamed_is_the_same_unit() {
    let mut review = begin(TEXT);
    review.edit(Edit::RenameUnit { from: "城建环资工委".into(), to: "城环工委".into() });
    let plan = review.finish().unwrap();
    assert_eq!(plan.items[1].responsibility.lead, begin(TEXT).plan().items[1].responsibility.lead);
    assert!(plan.units.iter().any(|unit| unit.name == "城环工委" && unit.aliases == ["城建环资工委"]));
}

#[test]
fn who_is_typed_as_names_and_a_slip_leaves_no_unit_behind() {
    let mut review = begin(TEXT);
    let row = keys(&review)[0];
    let who = |lead: &str| Change::Who { lead: lead.into(), joint: "办公室".into() };
    review.edit(Edit::Row(row, who("财经工委、法制工萎")));
    review.edit(Edit::Row(row, who("财经工委、法制工委")));
    let names: Vec<&str> = review.sheet().units.iter().map(|unit| unit.name.as_str()).collect();
    assert!(names.contains(&"法制工委") && names.contains(&"办公室"), "{names:?}");
    assert!(!names.contains(&"法制工萎"), "{names:?}");
    review.finish().unwrap();
}

#[test]
fn values_are_filled_down() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    review.edit(Edit::Fill { from: rows[0], to: rows[2], column: Column::Time });
    assert!(review.plan().items.iter().all(|item| item.period.to_string() == "3月"));
    assert_eq!(open(&review, "unknown_period"), 0);
}

#[test]
fn categories_are_renamed_moved_and_merged() {
    let mut review = begin(TEXT);
    let [first, second] = [0, 1].map(|at| review.sheet().categories[at].key);
    review.edit(Edit::MoveCategory { key: second, up: true });
    assert_eq!(titles(&review)[0], "s1-1 检查环境保护法实施情况");
    review.finish().unwrap();
    review.edit(Edit::MergeCategory { from: second, into: first });
    review.edit(Edit::RenameCategory { key: first, name: "监督".into() });
    let plan = review.finish().unwrap();
    assert_eq!((plan.categories.len(), plan.categories[0].name.as_str()), (1, "监督"));
    assert_eq!(plan.items.len(), 3);
}

#[test]
fn tasks_of_a_month_follow_their_time() {
    let text = "某市人大常委会2027年工作要点\n附件2\n月度工作安排\n月份\t工作内容\t承办部门\n\
                3月\t1.召开代表培训班\t选联工委\n4月\t1.开展专题调研\t财经工委\n";
    let mut review = begin(text);
    assert_eq!(titles(&review), ["m3-1 召开代表培训班", "m4-1 开展专题调研"]);
    let first = keys(&review)[0];
    review.edit(Edit::Row(first, time("4月")));
    let plan = review.finish().unwrap();
    assert_eq!(plan.items[0].id.to_string(), "m4-2");
}

#[test]
fn accepted_proposals_become_links() {
    let mut review = begin(TEXT);
    let count = review.reading().unwrap().proposals.len();
    assert!(count > 0, "the example suggests links");
    review.edit(Edit::Link((0..count).collect(), true));
    review.edit(Edit::Link(vec![0], false));
    assert_eq!(review.finish().unwrap().links.len(), count - 1);
}

#[test]
fn everything_can_be_taken_back_and_done_again() {
    let mut review = begin(TEXT);
    let start = review.plan();
    let rows = keys(&review);
    let new = review.new_key();
    let edits = [
        Edit::Title("另一个标题2027年".into()),
        Edit::Row(rows[0], time("8月")),
        Edit::Delete(rows[1]),
        Edit::Add { after: None, new },
        Edit::PointText { no: 1, text: "别的文字。".into() },
    ];
    let mut plans = vec![start];
    for edit in edits {
        assert!(review.edit(edit));
        plans.push(review.plan());
    }
    for plan in plans.iter().rev().skip(1) {
        assert!(review.undo());
        assert_eq!(review.plan(), *plan);
    }
    assert!(!review.undo());
    for plan in plans.iter().skip(1) {
        assert!(review.redo());
        assert_eq!(review.plan(), *plan);
    }
    assert!(!review.redo());
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut review = begin(TEXT);
    assert!(!review.edit(Edit::Delete(9999)));
    let row = keys(&review)[0];
    assert!(!review.edit(Edit::Row(row, Change::Category(12345))));
    assert!(!review.can_undo());
}

/// A review written down: its steps and its parts.
fn written(review: &Review) -> (String, Vec<(u32, String)>) {
    let part = |no: u32| (no, at_once(review.part(no).unwrap().write(&Pace::default())).unwrap());
    (review.write_steps(), review.parts().into_iter().map(part).collect())
}

fn opened((steps, parts): &(String, Vec<(u32, String)>)) -> Result<Review, OpenError> {
    at_once(Review::open(steps, parts, &Pace::default()))
}

#[test]
fn a_draft_is_written_down_and_opened_again_with_its_steps() {
    let mut review = begin(TEXT);
    review.edit(Edit::Row(keys(&review)[0], time("8月")));
    review.edit(Edit::Title("改过的标题".into()));
    review.undo();
    let mut again = opened(&written(&review)).unwrap();
    assert_eq!(again.plan(), review.plan());
    assert_eq!(again.files(), review.files());
    assert_eq!(all_notes(&again), all_notes(&review));
    assert!(again.redo());
    assert_eq!(again.sheet().title, "改过的标题");
}

#[test]
fn every_edit_is_written_down() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    let (row, category) = (rows[0], review.sheet().categories[1].key);
    let mark = all_notes(&review)[0].found[0].mark.clone();
    let (new, other, third) = (review.new_key(), review.new_key(), review.new_key());
    let edits = [
        Edit::Title("甲\n\\".into()),
        Edit::Issuer("江源市人大常委会".into()),
        Edit::Year(2028),
        Edit::Row(row, Change::Title("另一\n题目".into())),
        Edit::Row(row, Change::Who { lead: "办公室".into(), joint: "新设工委".into() }),
        Edit::Row(row, time("4月")),
        Edit::Row(row, Change::Months(vec![Month::JANUARY, Month::DECEMBER])),
        Edit::Row(row, Change::WholeYear),
        Edit::Row(row, Change::Meetings(vec![MeetingKind::StandingCommittee, MeetingKind::Other(3)])),
        Edit::Row(row, Change::Category(category)),
        Edit::Row(row, Change::Remark("备注".into())),
        Edit::Add { after: Some(row), new },
        Edit::Add { after: None, new: other },
        Edit::Delete(other),
        Edit::Move { row, up: true },
        Edit::Split { row: rows[2], at: 2, new: third },
        Edit::Join(rows[2]),
        Edit::Fill { from: row, to: new, column: Column::Who },
        Edit::RenameUnit { from: "财经工委".into(), to: "财政经济工委".into() },
        Edit::MoveUnit { name: "财政经济工委".into(), up: false },
        Edit::RenameCategory { key: category, name: "检查".into() },
        Edit::AddCategory { key: 77, name: "其他".into() },
        Edit::MoveCategory { key: 77, up: true },
        Edit::MergeCategory { from: 77, into: category },
        Edit::PointHeading { no: 1, text: "题".into() },
        Edit::PointText { no: 1, text: "文".into() },
        Edit::Accept(vec![mark], true),
        Edit::Link(vec![0, 2], true),
        Edit::Several(vec![Edit::Year(2029), Edit::Title("最后".into())]),
    ];
    for edit in edits {
        assert!(review.edit(edit.clone()), "{edit:?}");
    }
    let again = opened(&written(&review)).unwrap();
    assert_eq!(again.sheet(), review.sheet());
    assert_eq!(written(&again), written(&review));
}

#[test]
fn a_draft_of_the_first_version_is_opened() {
    let json = include_str!("cases/draft-1.json");
    let parts = Vec::new();
    assert_eq!(opened(&(json.to_owned(), parts)).err(), Some(OpenError::Old));
    let mut review = Review::from_json(json).unwrap();
    assert_eq!(review.sheet().title, "江源市人大常委会2027年工作要点（定稿）");
    let shown = |review: &Review| {
        let rows = review.sheet().rows.iter();
        rows.map(|row| (row.item.title.clone(), row.item.period.to_string())).collect::<Vec<_>>()
    };
    let expected = [
        ("关于预算执行情况的调研", "8月"),
        ("另加的事项\n第二行", "时间未定"),
        ("关于环境保护情况的调研", "时间未定"),
        ("检查环境保护法实施情况", "5—6月"),
    ];
    let expected = expected.map(|(title, time)| (title.to_owned(), time.to_owned()));
    assert_eq!(shown(&review), expected);
    let mut again = opened(&written(&review)).unwrap();
    assert_eq!(again.sheet(), review.sheet());
    assert_eq!(again.files(), review.files());
    // What was taken back can be done again, and all the rest be taken back.
    assert!(again.redo() && review.redo());
    assert_eq!(again.sheet(), review.sheet());
    while again.undo() {}
    assert_eq!(again.plan(), begin(include_str!("cases/plan.txt")).plan());
    assert_eq!(Review::from_json(&json[..json.len() / 2]).err(), Some(OpenError::Malformed));
}

#[test]
fn what_is_no_draft_is_refused() {
    let (steps, parts) = written(&begin(TEXT));
    let half = |text: &str| text.chars().take(text.chars().count() / 2).collect::<String>();
    assert_eq!(opened(&(half(&steps), parts.clone())).err(), Some(OpenError::Malformed));
    for at in 0..parts.len() {
        let mut cut = parts.clone();
        cut[at].1 = half(&cut[at].1);
        assert_eq!(opened(&(steps.clone(), cut)).err(), Some(OpenError::Malformed), "part {at}");
        let mut missing = parts.clone();
        missing.remove(at);
        assert_eq!(opened(&(steps.clone(), missing)).err(), Some(OpenError::Malformed), "part {at}");
    }
    let newer = steps.replacen("yaodian-draft\n3\n", "yaodian-draft\n4\n", 1);
    assert_eq!(opened(&(newer, parts)).err(), Some(OpenError::Newer));
}

/// To take back what was done to one row must come to the same as to do all the rest again.
#[test]
fn undo_and_redo_come_to_what_was_there() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    let edits = [
        Edit::Row(rows[0], time("8月")),
        Edit::Row(rows[1], Change::Who { lead: "新设工委".into(), joint: String::new() }),
        Edit::Row(rows[1], Change::Who { lead: "财经工委".into(), joint: String::new() }),
        Edit::Delete(rows[2]),
        Edit::Row(rows[0], Change::Title("题".into())),
        Edit::Row(rows[1], Change::Meetings(Vec::new())),
    ];
    let mut sheets = vec![review.sheet().clone()];
    for edit in edits {
        assert!(review.edit(edit));
        sheets.push(review.sheet().clone());
    }
    for _ in 0..2 {
        for sheet in sheets.iter().rev().skip(1) {
            assert!(review.undo());
            assert_eq!(review.sheet(), sheet);
        }
        assert!(!review.undo());
        for sheet in sheets.iter().skip(1) {
            assert!(review.redo());
            assert_eq!(review.sheet(), sheet);
        }
        assert!(!review.redo());
    }
}

#[test]
fn reading_again_keeps_what_was_put_right() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    review.edit(Edit::Row(rows[1], time("9月")));
    review.edit(Edit::Title("改过的标题".into()));
    let hints = Hints { units: vec![("财经委".into(), "财经工委".into())], ..Hints::default() };
    assert_eq!(review.read_again(hints), 0);
    assert_eq!(review.sheet().title, "改过的标题");
    assert_eq!(review.plan().items[1].period.to_string(), "9月");
    assert_eq!(open(&review, "twin_units"), 0);
    review.undo();
    assert_eq!(open(&review, "twin_units"), 1);
    assert_eq!(keys(&review), rows);
}

#[test]
fn every_row_stands_in_the_document() {
    let review = begin(TEXT);
    let lines: Vec<u32> = lines(review.files()).into_iter().flatten().flatten().collect();
    for row in &review.sheet().rows {
        assert!(row.line.is_some_and(|line| lines.contains(&line)), "{:?}", row.line);
    }
}

#[test]
fn figures_count_what_there_is() {
    let figures = figures(begin(TEXT).sheet());
    assert_eq!((figures.points, figures.items, figures.monthly), (2, 3, 0));
    assert_eq!(
        figures.categories,
        [("专题调研".to_owned(), 2, Some(3)), ("执法检查".to_owned(), 1, Some(1))]
    );
    let finance = figures.matrix.iter().find(|row| row.unit.as_deref() == Some("财经工委")).unwrap();
    assert_eq!(finance.cells[2].len(), 1);
}

#[test]
fn doubts_about_long_names_stay_open_until_the_names_change() {
    let long =
        "市推进粤港澳大湾区建设与区域协调发展战略实施工作领导小组办公室综合协调处理工作专班第一推进小组";
    let text = TEXT
        .replace("执法检查（1项）", &format!("执法检查{}（4项）", "与法律法规贯彻实施情况监督".repeat(5)));
    let mut review = begin(&text.replace("城建环资工委、财经委", long));
    assert_eq!(open(&review, "count"), 2, "{:?}", all_notes(&review));
    let key = review.sheet().categories[1].key;
    review.edit(Edit::RenameCategory { key, name: "执法检查".into() });
    assert_eq!(open(&review, "count"), 1);
}

#[test]
fn a_table_is_read_by_what_somebody_says_of_its_columns() {
    use yaodian_reading::understanding::{ColumnHint, ColumnRole};
    let mut review =
        begin("江源市人大常委会2027年工作要点\n甲\t乙\t丙\n红\t关于蓝天的事\t3\n黄\t关于碧水的事\t4\n");
    let table = review.reading().unwrap().tables[0].clone();
    assert!(!table.understood, "{table:?}");
    let hint = |column: usize, role| ColumnHint { table: table.table, column, role, meeting: None };
    let titled = vec![hint(2, ColumnRole::Title)];
    review.read_again(Hints { columns: titled.clone(), ..Hints::default() });
    // One column is enough; the others are kept, and it is said that nobody knows what they are.
    assert_eq!(titles(&review), ["s1-1 乙", "s1-2 关于蓝天的事", "s1-3 关于碧水的事"]);
    let extras = &review.sheet().rows[1].item.extras;
    assert_eq!(extras.iter().map(|extra| extra.text.as_str()).collect::<Vec<_>>(), ["红", "3"]);
    assert_eq!(open(&review, "header_assumed"), 1, "{:?}", all_notes(&review));
    let columns = [titled, vec![hint(3, ColumnRole::Time)]].concat();
    review.read_again(Hints { columns, ..Hints::default() });
    assert!(titles(&review).iter().any(|title| title.ends_with("关于碧水的事")), "{:?}", titles(&review));
}

#[test]
fn the_column_that_somebody_calls_the_title_is_the_only_one() {
    use yaodian_reading::understanding::{ColumnHint, ColumnRole};
    let mut review = begin(
        "江源市人大常委会2027年工作要点\n附件1\n工作安排表\n\
         序号\t事项\t说明\t承办部门\t时间\n1\t蓝\t关于蓝天的事\t财经工委\t3月\n2\t碧\t关于碧水的事\t办公室\t4月\n",
    );
    assert_eq!(titles(&review), ["s1-1 蓝", "s1-2 碧"]);
    let table = review.reading().unwrap().tables[0].table;
    let hint = ColumnHint { table, column: 3, role: ColumnRole::Title, meeting: None };
    review.read_again(Hints { columns: vec![hint], ..Hints::default() });
    assert_eq!(titles(&review), ["s1-1 关于蓝天的事", "s1-2 关于碧水的事"]);
    let item = &review.sheet().rows[0].item;
    assert_eq!(item.extras.iter().map(|extra| extra.text.as_str()).collect::<Vec<_>>(), ["蓝"]);
    assert_eq!(item.period.to_string(), "3月");
}

#[test]
fn units_that_are_named_together_stay_when_one_that_is_named_is_changed() {
    use yaodian_plan::Collective;
    for (printed, together) in [
        ("办公室、各工委", Collective::All),
        ("办公室、有关工委", Collective::Concerned),
        ("各工委（室）", Collective::All),
        ("办公室、各乡镇人大", Collective::All),
        ("各乡镇人大", Collective::All),
        ("有关部门", Collective::Concerned),
    ] {
        let mut review = begin(&TEXT.replace("城建环资工委\t看", &format!("{printed}\t看")));
        let row = keys(&review)[1];
        let of = |review: &Review| {
            let row = review.sheet().row(row).unwrap();
            (row.item.responsibility.collective, review.sheet().who(row))
        };
        let (collective, (lead, joint)) = of(&review);
        assert_eq!(collective, Some(together), "{printed}");
        // They are called as the document calls them.
        let named: Vec<&str> = [&*lead, &*joint].into_iter().filter(|name| !name.is_empty()).collect();
        assert_eq!(named.join("、"), printed);
        let lead = lead.replace("办公室", "财经工委");
        review.edit(Edit::Row(row, Change::Who { lead: lead.clone(), joint: joint.clone() }));
        assert_eq!(of(&review), (Some(together), (lead, joint)), "{printed}");
    }
}
