//! 进展通报.

use yaodian_plan::ItemId;
use yaodian_plan::query::{AsOf, Standing, Status};
use yaodian_progress::{Bulletin, ProgressBook, RecordedStatus, bulletin};

use crate::support::{Edit as _, PLAN, catalog, item, month, recorded, stamp};

/// 2023-03-15 in China.
const MARCH: i64 = 1_678_852_800_000;

fn book() -> ProgressBook {
    let mut book = ProgressBook::new(PLAN);
    book.set_status(item("s1-1"), recorded(Status::Done), stamp(MARCH, "a"));
    book.add_note(item("s1-1"), "已作出决议\n\n 并公告", stamp(MARCH, "a"));
    let reason = "等上级文件".to_owned();
    let postponed = RecordedStatus { status: Some(Status::Postponed(month(11))), reason };
    book.set_status(item("m3-1"), postponed, stamp(MARCH, "a"));
    // Due in September, but something was noted in March.
    book.add_note(item("s1-2"), "已提前对接", stamp(MARCH, "a"));
    book
}

fn ids(bulletin: &Bulletin, standing: Standing) -> Vec<ItemId> {
    let groups = bulletin.units.iter().flat_map(|unit| &unit.groups);
    let lines = groups.filter(|(it, _)| *it == standing).flat_map(|(_, lines)| lines);
    lines.map(|line| line.id).collect()
}

#[test]
fn a_bulletin_tells_of_what_is_due_late_or_was_written() {
    let catalog = catalog();
    let march = bulletin(catalog, &book(), month(3)..=month(3), AsOf::Month(month(3)));
    assert_eq!(ids(&march, Standing::Done), [item("s1-1")]);
    assert_eq!(ids(&march, Standing::Postponed), [item("m3-1")]);
    assert!(ids(&march, Standing::NotStarted).contains(&item("s1-2")));
    assert!(
        ids(&march, Standing::Late)
            .iter()
            .all(|id| !matches!(id, ItemId::Monthly { month, .. } if month.number() > 2))
    );
    assert!(!ids(&march, Standing::Late).is_empty(), "what February left over");
    let units: usize = march.units.iter().map(|unit| unit.tally.total()).sum();
    assert_eq!(march.tally.total(), units);

    // The same months seen from April: what March left open is late, what was postponed is not.
    let april = bulletin(catalog, &book(), month(3)..=month(3), AsOf::Month(month(4)));
    assert!(april.tally.count(Standing::Late) > march.tally.count(Standing::Late));
    assert_eq!(ids(&april, Standing::Postponed), [item("m3-1")]);

    // In November what was postponed to it is due.
    let november = bulletin(catalog, &book(), month(11)..=month(11), AsOf::Month(month(12)));
    assert!(ids(&november, Standing::Late).contains(&item("m3-1")));
    // The document's own 已完成 counts in January.
    let january = bulletin(catalog, &ProgressBook::new(PLAN), month(1)..=month(1), AsOf::Month(month(1)));
    assert_eq!(january.tally.count(Standing::Done), 3);
}

#[test]
fn a_bulletin_is_plain_text() {
    let catalog = catalog();
    let text = bulletin(catalog, &book(), month(3)..=month(3), AsOf::Month(month(3))).to_text();
    assert!(text.starts_with("佛山市南海区人大常委会 2023 年工作要点\n2023年3月进展通报\n\n截至3月，共 "));
    for expected in [
        "\n1. 关于南海区国土空间总体规划(2021年—2035年)的决议（3月）\n   记录：已作出决议 并公告\n",
        "，推迟到11月，等上级文件\n",
        "\n   记录：已提前对接\n",
        "【未开始】\n",
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
    let range = bulletin(catalog, &book(), month(1)..=month(3), AsOf::After).to_text();
    assert!(range.contains("2023年1—3月进展通报\n\n共 ") && !range.contains("已逾期"));
}

#[test]
fn what_is_no_text_is_left_out_of_the_copied_text() {
    let mut book = ProgressBook::new(PLAN);
    let id = item("m3-1");
    let reason = RecordedStatus { status: Some(Status::Doing), reason: "等\u{0}批复\u{1b}".to_owned() };
    book.set_status(id, reason, stamp(1, "ann"));
    book.add_note(id, "第一行\u{0}\r\n\t第二\u{2028}行\u{7f}", stamp(2, "ann"));
    let text = bulletin(catalog(), &book, month(3)..=month(3), AsOf::Month(month(3))).to_text();
    assert!(text.contains("，等批复\n   记录：第一行 第二 行\n"), "{text}");
    assert!(text.chars().all(|char| char == '\n' || !char.is_control()));
}
