//! How long reading takes, for inputs of one size and twice the size: `cargo bench -p yaodian-reading`.
//!
//! Reading must take time in proportion to what is read: twice the input at most 2.3 times the time. The inputs are
//! worse than any real document: they find what is compared with everything else.

use std::fmt::Write as _;
use std::time::Instant;

use yaodian_reading::import;

const TITLE: &str = "某市人大常委会2026年工作要点\n\n附件1\n\n某市人大常委会2026年工作安排表\n\n";

/// A row that goes on for so many lines.
fn continuation_lines(count: usize) -> String {
    let mut text = format!("{TITLE}类别\t序号\t项目\t承办部门\t时间\n监督\t1\t听取");
    for no in 0..count {
        let _ = writeln!(text, "关于第{no}件事情的");
    }
    text.push_str("报告\t财经工委\t3月\n");
    text
}

/// So many lines after the last table.
fn lines_of_text(count: usize) -> String {
    let mut text = format!("{TITLE}序号\t项目\t承办部门\t时间\n1\t听取报告\t财经工委\t3月\n\n");
    for no in 0..count {
        let _ = writeln!(text, "第{no}行文字，与什么都没有关系");
    }
    text
}

/// A cell that names so many units.
fn names(count: usize) -> String {
    let names: Vec<String> = (0..count).map(|no| format!("第{no}工作委员会")).collect();
    format!("{TITLE}序号\t项目\t承办部门\t时间\n1\t听取报告\t{}\t3月\n", names.join("、"))
}

/// A month of so many tasks and units.
fn tasks(tasks: usize, units: usize) -> String {
    let tasks: Vec<String> = (1..=tasks).map(|no| format!("{no}. 听取第{no}件事情的报告；")).collect();
    let units: Vec<String> = (0..units).map(|no| format!("第{no}工作委员会")).collect();
    format!("{TITLE}时间\t工作安排\t承办部门\n3月\t{}\t{}\n", tasks.join(" "), units.join(" "))
}

/// A table of so many rows.
fn rows(count: usize) -> String {
    let mut text = format!("{TITLE}类别\t序号\t项目\t承办部门\t时间\t常委会会议\t主任会议\n");
    for no in 0..count {
        let kind = if no % 50 == 0 { format!("第{}类", no / 50 + 1) } else { String::new() };
        let month = no % 12 + 1;
        let unit = ["财经工委", "办公室、代表工委", "教科文卫工委"][no % 3];
        let _ = writeln!(text, "{kind}\t{}\t听取第{no}件事情的报告\t{unit}\t{month}月\t√\t", no % 50 + 1);
    }
    text
}

/// So many numbered sentences.
fn sentences(count: usize) -> String {
    let mut text = String::from("某市人大常委会2026年监督工作计划\n\n一、听取报告\n\n");
    for no in 1..=count {
        let month = no % 12 + 1;
        let _ = writeln!(
            text,
            "{no}.听取第{no}件事情的报告。拟安排在{month}月份举行的常委会会议上听取。由财经工委负责。\n"
        );
    }
    text
}

/// A paragraph of so many sentences, each of several clauses.
fn long_paragraph(count: usize) -> String {
    let mut text = String::from("某市人大常委会2026年监督工作计划\n\n一、听取报告\n\n1.");
    for no in 0..count {
        let month = no % 12 + 1;
        let _ =
            write!(text, "{month}月组织第{no}次检查，{month}月听取第{no}件事情的报告；责任单位：财经工委。");
    }
    text
}

fn measure(name: &str, goal: f64, make: impl Fn(usize) -> String) {
    // `cargo bench -p yaodian-reading -- rows` measures what has rows in its name.
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    if wanted.is_some_and(|wanted| !name.contains(&wanted)) {
        return;
    }
    // The best of three: what else the machine does takes time as well.
    let time = |text: &str| {
        let runs = (0..3).map(|_| {
            let start = Instant::now();
            let (draft, said) = import(text);
            (start.elapsed().as_secs_f64(), draft.plan.items.len(), said.len())
        });
        runs.min_by(|one, other| one.0.total_cmp(&other.0)).unwrap_or_default()
    };
    let (half, ..) = time(&make(1));
    let (whole, items, said) = time(&make(2));
    let ratio = whole / half;
    println!(
        "{name:<40} {whole:>7.3} s (goal {goal} s)  twice the input {ratio:>5.2}x  {items} items, {said} remarks"
    );
}

fn main() {
    measure("100,000 continuation lines", 2.0, |part| continuation_lines(50_000 * part));
    measure("100,000 lines below a table", 2.0, |part| lines_of_text(50_000 * part));
    measure("60,000 names in a cell", 2.0, |part| names(30_000 * part));
    measure("20,000 tasks, 3,000 units", 2.0, |part| tasks(10_000 * part, 1_500 * part));
    measure("10,000 rows", 1.0, |part| rows(5_000 * part));
    measure("10,000 sentences", 2.0, |part| sentences(5_000 * part));
    measure("10,000 sentences in a paragraph", 2.0, |part| long_paragraph(5_000 * part));
}
