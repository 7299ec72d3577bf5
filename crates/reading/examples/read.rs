//! Prints what a file means.
use yaodian_reading::{Hints, formats, understand};
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let kind = match formats::recognise(&bytes, &path) {
            Ok(k) => k,
            Err(e) => {
                println!("{e}");
                continue;
            }
        };
        let d = match formats::read(kind, &bytes) {
            Ok(d) => d,
            Err(e) => {
                println!("{e}");
                continue;
            }
        };
        let (draft, diags) = understand(&d, &Hints::default());
        let p = &draft.plan;
        println!("=== {path}\n{} | {} | {} | {}", p.title, p.issuer, p.year, p.id);
        for a in &p.preamble {
            println!("  前言 {a}");
        }
        for s in &p.sections {
            println!(
                "  部分{} {} {:?} sub {:?}",
                s.no,
                s.title,
                s.text,
                s.subsections
                    .iter()
                    .map(|s| format!("{}{}@{}", s.number, s.title, s.first))
                    .collect::<Vec<_>>()
            );
            for q in &s.points {
                println!(
                    "    要点{}[{}] {} | {}",
                    q.no,
                    q.printed,
                    q.heading,
                    q.text.chars().take(40).collect::<String>().replace('\n', "⏎")
                );
            }
        }
        println!("  附件 {:?} 注 {:?}", p.annexes, p.notes);
        println!(
            "  部门 {:?}",
            p.units.iter().map(|u| format!("{}={}{:?}", u.id, u.name, u.aliases)).collect::<Vec<_>>()
        );
        println!(
            "  类别 {:?}",
            p.categories.iter().map(|c| format!("{}{}{:?}", c.no, c.name, c.stated)).collect::<Vec<_>>()
        );
        println!("  会议 {:?}", p.meetings);
        for i in &p.items {
            let r = &i.responsibility;
            println!(
                "  {} {} | {} → {:?}+{:?}{:?} {:?} | {} “{}” | {:?} {:?} | {:?} {:?} {:?}",
                i.id,
                i.title,
                r.text,
                r.lead.iter().map(|u| &u.0).collect::<Vec<_>>(),
                r.joint.iter().map(|u| &u.0).collect::<Vec<_>>(),
                r.collective,
                r.basis,
                i.period,
                i.period_text,
                i.meetings,
                i.sessions,
                i.remark,
                i.extras.iter().map(|e| format!("{}={}", e.heading, e.text)).collect::<Vec<_>>(),
                i.serial
            );
        }
        for d in diags {
            println!("  {d}");
        }
        for f in yaodian_plan::check(p) {
            println!("  FAULT {f}");
        }
    }
}
