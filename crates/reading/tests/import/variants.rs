//! The same document in other clothes gives the same plan.

use yaodian_plan::Plan;
use yaodian_reading::Severity;

use crate::support::{NANHAI, item, nanhai, read, said};

/// The plan without what depends on how its lines are written.
fn essence(mut plan: Plan) -> Plan {
    for item in &mut plan.items {
        item.source.text.clear();
    }
    plan
}

fn check(name: &str, source: &str) {
    let (plan, diagnostics) = read(source);
    assert_eq!(essence(plan), essence(nanhai()), "{name}\n{}", said(&diagnostics));
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note), "{name}\n{}", said(&diagnostics));
}

/// Rewrites every row of the annexes, keeping lines where they are.
fn rows(rewrite: impl Fn(&str) -> String) -> String {
    let row = |line: &str| if line.contains('\t') { rewrite(line) } else { line.to_owned() };
    NANHAI.lines().map(|line| row(line) + "\n").collect()
}

#[test]
fn pipes() {
    check("bare pipes", &rows(|row| row.replace('\t', "|")));
    check("Markdown", &rows(|row| format!("|{}|", row.replace('\t', "|"))));
    check("spaced Markdown", &rows(|row| format!("  | {} |  ", row.replace('\t', " | "))));
}

/// Blank lines under the headers become Markdown's rules.
#[test]
fn rules() {
    let mut header = 0;
    let source = rows(|row| format!("| {} |", row.replace('\t', " | ")));
    let mut lines: Vec<String> = Vec::new();
    for line in source.lines() {
        lines.push(line.to_owned());
        if line.contains("序号") || line.contains("备注") {
            header += 1;
            lines.push("|---|:---|---|---|:-:|---|---|".to_owned());
        }
    }
    assert_eq!(header, 9);
    let (plan, diagnostics) = read(&lines.join("\n"));
    let mut expected = essence(nanhai());
    for (item, read) in expected.items.iter_mut().zip(&plan.items) {
        item.source.line = read.source.line;
    }
    assert_eq!(essence(plan), expected, "{}", said(&diagnostics));
}

#[test]
fn line_ends_and_marks() {
    check("CRLF", &NANHAI.replace('\n', "\r\n"));
    check("byte order mark", &format!("\u{feff}{NANHAI}"));
    check("trailing blanks", &NANHAI.lines().map(|line| format!("{line}\u{3000} \n")).collect::<String>());
    check(
        "indented paragraphs",
        &NANHAI
            .lines()
            .map(|l| if l.contains('\t') { format!("{l}\n") } else { format!("\u{3000}\u{3000}{l}\n") })
            .collect::<String>(),
    );
    check("Markdown headings", &NANHAI.replacen("佛山市", "# 佛山市", 1).replacen("\n一、", "\n## 一、", 1));
    check("ticks", &NANHAI.replace('✓', "√"));
}

#[test]
fn wide_characters() {
    let source =
        NANHAI.replace("1. **", "１．**").replace("(3项)", "（３项）").replace("(1项)", "（ 1 项 ）");
    let (plan, diagnostics) = read(&source);
    assert_eq!(essence(plan), essence(nanhai()), "{}", said(&diagnostics));
}

#[test]
fn other_columns() {
    let moved = rows(|row| match row.split('\t').collect::<Vec<_>>().as_slice() {
        [category, no, title, units, period, standing, chair] => {
            [*chair, *standing, *period, *units, *title, *category, *no].join("\t")
        }
        [period, title, units, remark] => [*remark, *units, *title, *period].join("\t"),
        other => other.join("\t"),
    });
    check("columns the other way round", &moved);
    let renamed = NANHAI
        .replace("项目名称", "议题")
        .replace("组织实施部门", "责任单位")
        .replace("承办部门", "责任部门");
    check("other headings", &renamed);
}

/// A page break may leave a header below its first rows.
#[test]
fn header_after_rows() {
    let mut lines: Vec<&str> = NANHAI.lines().collect();
    lines[72] = "";
    check("no first header", &lines.join("\n"));
}

#[test]
fn other_titles() {
    let check = |title: &str, issuer: &str, year: i32| {
        let (plan, _) = read(&NANHAI.replace("佛山市南海区人大常委会 2023 年工作要点", title));
        assert_eq!((plan.issuer.as_str(), plan.year), (issuer, year), "{title}");
        assert_eq!(plan.preamble.len(), 1, "{title}");
        assert_eq!(item(&plan, "s1-1").source.text, item(&nanhai(), "s1-1").source.text);
    };
    check("三亚市人大常委会二〇二四年工作要点", "三亚市人大常委会", 2024);
    check("九江市人民代表大会常务委员会\n2025年工作要点", "九江市人民代表大会常务委员会", 2025);
    check("**某县人大常委会2022年工作要点**", "某县人大常委会", 2022);
}
