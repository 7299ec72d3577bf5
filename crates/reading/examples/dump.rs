//! Shows the blocks of a file: `cargo run -p yaodian-reading --example dump -- FILE`.

use yaodian_reading::document::{Block, Cell, Document, Table};
use yaodian_reading::formats;

fn main() {
    for name in std::env::args().skip(1) {
        println!("== {name}");
        match std::fs::read(&name) {
            Ok(bytes) => match formats::recognise(&bytes, &name).and_then(|kind| formats::read(kind, &bytes))
            {
                Ok(document) => print!("{}", dump(&document)),
                Err(error) => println!("{:?}: {error}", error.kind),
            },
            Err(error) => println!("{error}"),
        }
    }
}

fn dump(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(p) => {
                let level = p.level.map(|level| format!(" H{level}")).unwrap_or_default();
                let look = format!(
                    "{}{}",
                    if p.bold { " bold" } else { "" },
                    if p.centred { " centred" } else { "" }
                );
                let size = p.size.map(|size| format!(" {size}")).unwrap_or_default();
                out += &format!(
                    "{}{level}{look}{size}: [{}] {:?}\n",
                    p.place,
                    p.number.as_deref().unwrap_or(""),
                    p.text
                );
            }
            Block::Table(table) => dump_table(table, "", &mut out),
        }
    }
    for aside in &document.asides {
        out += &format!(
            "{:?} {:?}: {:?}\n",
            aside.kind,
            aside.place.as_ref().map(ToString::to_string),
            aside.text
        );
    }
    for remark in &document.remarks {
        let places: Vec<String> = remark.places.iter().map(ToString::to_string).collect();
        out += &format!("! {} {places:?} {:?}\n", remark.kind.wording(), remark.texts);
    }
    out
}

fn dump_table(table: &Table, indent: &str, out: &mut String) {
    *out += &format!("{indent}{} header {} caption {:?}\n", table.place, table.header_rows, table.caption);
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        *out += &format!("{indent}  {}: {}\n", row.place, cells.join(" | "));
        for table in row.cells.iter().flat_map(|cell| &cell.tables) {
            dump_table(table, &format!("{indent}    "), out);
        }
    }
}

fn cell(cell: &Cell) -> String {
    let lines: Vec<String> = cell
        .lines
        .iter()
        .map(|line| match &line.number {
            Some(number) => format!("[{number}]{}", line.text),
            None => line.text.clone(),
        })
        .collect();
    let span = match (cell.colspan, cell.rowspan) {
        (1, 1) => String::new(),
        (columns, rows) => format!("<{columns}x{rows}>"),
    };
    format!("{}{span}{}", cell.column, format_args!("={}", lines.join("⏎")))
}
