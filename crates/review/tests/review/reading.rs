//! What was read: its lines and its figures, and reading again with hints.

use yaodian_reading::Hints;
use yaodian_reading::understanding::{ColumnHint, ColumnRole};
use yaodian_review::edit::Edit;
use yaodian_review::figures::{UnitMonths, figures};
use yaodian_review::lines::{lines, table_of, text_of};

use crate::support::{TEXT, all_notes, begin, keys, open, time, titles};

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
fn a_line_is_known_by_its_number() {
    let review = begin(TEXT);
    let row = &review.sheet().rows[1];
    let line = row.line.unwrap();
    assert!(
        text_of(review.files(), line).unwrap().contains("关于环境保护情况的调研 城建环资工委 看情况再说")
    );
    assert_eq!((table_of(review.files(), line), table_of(review.files(), 2)), (Some(1), None));
    assert_eq!(text_of(review.files(), 2).as_deref(), Some("一、监督工作"));
    assert_eq!(text_of(review.files(), 999), None);
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
    assert_eq!((finance.cells[2].len(), finance.total()), (1, 1));
    let totals = figures.in_columns();
    assert_eq!((totals[2], totals[5], totals[12]), (1, 1, 1));
    assert_eq!(totals.iter().sum::<usize>(), figures.items);
    assert_eq!(figures.matrix.iter().map(UnitMonths::total).sum::<usize>(), figures.items);
}

#[test]
fn a_table_is_read_by_what_somebody_says_of_its_columns() {
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
