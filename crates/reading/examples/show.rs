//! Prints what a file is read as.
use yaodian_reading::document::*;
use yaodian_reading::formats;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let kind = formats::recognise(&bytes, &path);
    println!("{kind:?}");
    let Ok(kind) = kind else { return };
    match formats::read(kind, &bytes) {
        Err(e) => println!("{e}"),
        Ok(d) => {
            for b in &d.blocks {
                match b {
                    Block::Paragraph(p) => println!(
                        "{} P{}{}{} {:?} | {}",
                        p.place,
                        p.level.map(|l| l.to_string()).unwrap_or_default(),
                        if p.bold { "b" } else { "" },
                        if p.centred { "c" } else { "" },
                        p.number,
                        p.text
                    ),
                    Block::Table(t) => {
                        println!("{} TABLE caption {:?} header {}", t.place, t.caption, t.header_rows);
                        for r in &t.rows {
                            println!(
                                "  {} {}",
                                r.place,
                                r.cells
                                    .iter()
                                    .map(|c| format!(
                                        "[{}{}{}]{}{}",
                                        c.column,
                                        if c.colspan > 1 { format!("x{}", c.colspan) } else { String::new() },
                                        if c.rowspan > 1 { format!("v{}", c.rowspan) } else { String::new() },
                                        c.shown().replace('\n', "⏎"),
                                        if c.tables.is_empty() { "" } else { " <TABLE>" }
                                    ))
                                    .collect::<Vec<_>>()
                                    .join(" | ")
                            );
                        }
                    }
                }
            }
            for a in &d.asides {
                println!("ASIDE {a:?}");
            }
            for r in &d.remarks {
                println!("REMARK {r:?}");
            }
        }
    }
}
