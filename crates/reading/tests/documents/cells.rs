//! What single cells of a table mean, `text = meaning` a line.

use yaodian_plan::Collective;
use yaodian_reading::import;

/// Who does what a row says: who leads, who takes part, who is meant together.
fn who(cell: &str) -> String {
    let text = format!(
        "某县人大常委会2026年工作安排\n\n序号\t项目\t承办部门\t时间\n1\t听取甲工作报告\t{cell}\t3月\n2\t听取乙工作报告\t\
         \t4月\n"
    );
    let (draft, _) = import(&text);
    let plan = &draft.plan;
    let Some(item) = plan.items.first() else { return "no item".to_owned() };
    let who = &item.responsibility;
    let names = |ids: &[yaodian_plan::UnitId]| {
        let names = ids.iter().map(|id| plan.unit(id).map_or("?", |unit| unit.name.as_str()));
        names.collect::<Vec<_>>().join(" ")
    };
    let together = match who.collective {
        None => "",
        Some(Collective::All) => "各",
        Some(Collective::Concerned) => "有关",
    };
    let whole = format!("{} + {} + {together}", names(&who.lead), names(&who.joint));
    whole.replace("+  +", "+ +").trim_end_matches([' ', '+']).trim().to_owned()
}

#[test]
fn units() {
    let cases = include_str!("../cases/units.txt").lines().filter(|line| !line.starts_with('#'));
    let wrong = cases.filter_map(|line| {
        let (cell, expected) = line.split_once(" = ")?;
        let found = who(cell);
        (found != expected.trim()).then(|| format!("{cell}: {found}, expected {expected}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
