//! A plan after another version of its document: the numbers are those that this version prints.

use yaodian_export::table;
use yaodian_office::Made;
use yaodian_plan::Plan;
use yaodian_plan::query::{AsOf, Catalog, Moment};
use yaodian_progress::ProgressBook;
use yaodian_reading::comparison::revise;
use yaodian_reading::import;

use crate::support::day;
use crate::whole_plan::{document, rows, tables};
use crate::written::whole_plan;

fn plan(rows: &[&str], tasks: &[&str]) -> Plan {
    let mut text =
        "白河县人大常委会2027年工作要点\n附件1\n工作安排表\n类别\t序号\t项目\t承办部门\t时间\n".to_owned();
    for (no, title) in (1..).zip(rows) {
        text.push_str(&format!("报告\t{no}\t{title}\t财经工委\t3月\n"));
    }
    text.push_str("附件2\n月度工作安排\n时间\t内容\t承办部门\n5月\t");
    let tasks: Vec<_> = (1..).zip(tasks).map(|(no, task)| format!("{no}. {task}")).collect();
    text.push_str(&format!("{}\t财经工委\n", tasks.join(" ")));
    import(&text).0.plan
}

#[test]
fn tables_print_the_numbers_of_the_version_in_use() {
    let titles = ["听取甲报告", "听取乙报告", "听取丙报告"];
    let tasks = ["组织代表视察学校", "召开座谈会", "开展执法检查"];
    let mut found = plan(&titles, &tasks);
    for of in [&[0, 2][..], &[0, 1, 2]] {
        let [titles, tasks] = [titles, tasks].map(|all| of.iter().map(|at| all[*at]).collect::<Vec<_>>());
        found = revise(&found, &plan(&titles, &tasks), &[]).plan;
        let made = Made { day: day(7, 15), at_ms: 0, by: String::new() };
        let document = document(&whole_plan(&found, &made));
        let printed: Vec<Vec<Vec<String>>> = tables(&document).into_iter().map(rows).collect();
        for (no, (row, title)) in (1..).zip(printed[0].iter().zip(&titles)) {
            assert_eq!(row[1..3], [no.to_string(), (*title).to_owned()]);
        }
        for (no, (row, task)) in (1..).zip(printed[1].iter().zip(&tasks)) {
            assert!(row.contains(&format!("{no}. {task}")), "{row:?}");
        }
        let all: Vec<usize> = (0..found.items.len()).collect();
        let catalog = Catalog::new(found.clone());
        let book = ProgressBook::new(&found.id);
        let csv = table(&catalog, &book, &all, Moment::now(AsOf::Before));
        for (no, title) in (1..).zip(titles) {
            let is_of = |line: &&str| line.contains(title) && line.contains(&format!(",{no},"));
            assert!(csv.lines().any(|line| is_of(&line)), "{csv}");
        }
    }
}
