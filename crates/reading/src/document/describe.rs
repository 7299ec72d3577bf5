//! A document as text, block by block: to look at it, and for tests.

use super::{Block, Cell, Document, Line, Paragraph, Place, Table};

/// What a document consists of, a line for each paragraph, row, aside and remark.
pub fn describe(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(describe_paragraph(paragraph)),
            Block::Table(table) => describe_table(table, "", &mut lines),
        }
    }
    for aside in &document.asides {
        let place = aside.place.as_ref().map(|place| format!(" {place}")).unwrap_or_default();
        lines.push(format!("{:?}{place}: {}", aside.kind, one_line(&aside.text)));
    }
    for remark in &document.remarks {
        let places: Vec<String> = remark.places.iter().map(Place::to_string).collect();
        let texts: Vec<String> = remark.texts.iter().map(|text| one_line(text)).collect();
        lines.push(format!("! {:?} {} {}", remark.kind, places.join("、"), texts.join("；")));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn describe_paragraph(paragraph: &Paragraph) -> String {
    let mut look = String::new();
    if let Some(level) = paragraph.level {
        look += &format!(" h{level}");
    }
    if paragraph.bold {
        look += " bold";
    }
    if paragraph.centred {
        look += " centred";
    }
    let number = paragraph.number.as_ref().map(|number| format!("[{number}]")).unwrap_or_default();
    format!("{}{look}: {number}{}", paragraph.place, one_line(&paragraph.text))
}

fn describe_table(table: &Table, indent: &str, lines: &mut Vec<String>) {
    let caption = table.caption.as_ref().map(|caption| format!(" {caption}")).unwrap_or_default();
    lines.push(format!("{indent}{} header {}{caption}", table.place, table.header_rows));
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(describe_cell).collect();
        lines.push(format!("{indent}  {}: {}", row.place, cells.join(" | ")));
        for table in row.cells.iter().flat_map(|cell| &cell.tables) {
            describe_table(table, &format!("{indent}    "), lines);
        }
    }
}

/// `2<1x3>=…`: the cell of column 2 over one column and three rows.
fn describe_cell(cell: &Cell) -> String {
    let number = |line: &Line| line.number.as_ref().map(|number| format!("[{number}]")).unwrap_or_default();
    let texts: Vec<String> = cell.lines.iter().map(|line| number(line) + &line.text).collect();
    let span = match (cell.colspan, cell.rowspan) {
        (1, 1) => String::new(),
        (columns, rows) => format!("<{columns}x{rows}>"),
    };
    format!("{}{span}={}", cell.column, texts.join("⏎"))
}

fn one_line(text: &str) -> String {
    text.replace('\n', "⏎")
}
