//! Forms: tables that name each value beside it (项目名称 | 某事, 责任单位 | 某委), as tables with these names above.

use super::numbers::number;
use super::tables::{Heading, classify};
use super::text::{is_longer_than, squash, strip_any};
use crate::document::{Block, Cell, Document, Row, TOPICS, Table};

/// A form has no more names than this, so that a long table that is none is known for one early.
const MAX_NAMES: usize = 64;

/// The documents with their forms as tables of a row each; `None` if there are no forms.
pub fn unfold(files: &[(String, Document)]) -> Option<Vec<(String, Document)>> {
    let form = |block: &Block| match block {
        Block::Table(table) => Form::of(table),
        Block::Paragraph(_) => None,
    };
    let forms = |document: &Document| document.blocks.iter().map(form).collect::<Vec<_>>();
    let forms: Vec<Vec<Option<Form>>> = files.iter().map(|(_, document)| forms(document)).collect();
    if forms.iter().flatten().all(Option::is_none) {
        return None;
    }
    let unfolded = files.iter().zip(forms).map(|((name, document), forms)| {
        let blocks = with_tables(&document.blocks, forms);
        let Document { format, asides, remarks, .. } = document;
        let document = Document { format: *format, blocks, asides: asides.clone(), remarks: remarks.clone() };
        (name.clone(), document)
    });
    Some(unfolded.collect())
}

/// Blocks with tables in place of the forms among them; forms of the same names are one table.
fn with_tables(blocks: &[Block], forms: Vec<Option<Form>>) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::with_capacity(blocks.len());
    // The names of the form right above, and where its table is.
    let (mut above, mut open): (Vec<String>, usize) = (Vec::new(), 0);
    for (block, form) in blocks.iter().zip(forms) {
        let Some(form) = form else {
            if !is_number(block) {
                above.clear();
            }
            found.push(block.clone());
            continue;
        };
        match found.get_mut(open) {
            Some(Block::Table(table)) if above == form.names => table.rows.extend(form.rows),
            _ => {
                above.clone_from(&form.names);
                open = found.len();
                found.push(Block::Table(form.into_table(block)));
            }
        }
    }
    found
}

/// Whether a paragraph above a form only numbers it: 课题二.
fn is_number(block: &Block) -> bool {
    let Block::Paragraph(paragraph) = block else { return false };
    let plain = squash(&paragraph.text);
    let counted = strip_any(&plain, &TOPICS).and_then(|(_, rest)| number(rest));
    counted.is_some_and(|(_, rest)| rest.is_empty())
}

/// What a form says.
struct Form {
    names: Vec<String>,
    /// A row for each thing that it is about.
    rows: Vec<Row>,
}

impl Form {
    /// Reads a table as a form, if every row of it is names with their values.
    fn of(table: &Table) -> Option<Form> {
        let mut form = Form { names: Vec::new(), rows: Vec::new() };
        let mut known: Vec<Heading> = Vec::new();
        for row in &table.rows {
            if row.cells.is_empty() || !row.cells.len().is_multiple_of(2) {
                return None;
            }
            for (at, pair) in row.cells.chunks(2).enumerate() {
                let [name, value] = pair else { return None };
                let name = name_of(name)?;
                // Names stand beside names above the rows of another table.
                let ends = [
                    "时间",
                    "时限",
                    "月份",
                    "单位",
                    "部门",
                    "委室",
                    "工委",
                    "领导",
                    "责任人",
                    "序号",
                    "处室",
                    "科室",
                ];
                let is_name = |name: &str| heading(name).is_some_and(|heading| says(&heading));
                if name_of(value)
                    .is_some_and(|name| ends.iter().any(|end| name.ends_with(end)) && is_name(&name))
                {
                    return None;
                }
                let column = form.names.iter().position(|known| *known == name);
                let begins = form.rows.is_empty() || column == Some(0);
                if column.is_none() {
                    if form.names.len() == MAX_NAMES {
                        return None;
                    }
                    known.extend(heading(&name));
                    form.names.push(name);
                }
                let column = column.unwrap_or(form.names.len() - 1);
                if begins {
                    let place = row.place.clone();
                    form.rows.push(Row { place, printed: Some(String::new()), cells: Vec::new() });
                }
                let open = form.rows.last_mut()?;
                if open.cells.iter().any(|cell| cell.column == column) {
                    return None;
                }
                let cell = Cell { column, colspan: 1, rowspan: 1, ..value.clone() };
                let place = open.cells.partition_point(|cell| cell.column < column);
                open.cells.insert(place, cell);
                if at == 0 {
                    print(row, open);
                }
            }
        }
        let title = |heading: &Heading| matches!(heading, Heading::Title(_));
        let plan = known.iter().any(title) && known.iter().any(|heading| says(heading) && !title(heading));
        // The first column of another table names many things that are done.
        let titles = known.iter().filter(|heading| title(heading)).count();
        (plan && titles < 4 && known.len() > 1 && known.len() * 2 > form.names.len()).then_some(form)
    }

    /// The form as a table with its names as header.
    fn into_table(self, block: &Block) -> Table {
        let place = block.place().clone();
        let cells = self.names.iter().enumerate().map(|(column, name)| Cell::new(column, name)).collect();
        let header = Row { place: place.clone(), printed: None, cells };
        Table { place, rows: std::iter::once(header).chain(self.rows).collect(), ..Table::default() }
    }
}

/// Adds a row of a form to the printed text of what it is about. An end of line there would say that a row was cut.
fn print(row: &Row, open: &mut Row) {
    let Some(whole) = &mut open.printed else { return };
    whole.push_str(if whole.is_empty() { "" } else { "\t" });
    match &row.printed {
        Some(printed) => whole.push_str(printed),
        None => {
            for (at, cell) in row.cells.iter().enumerate() {
                whole.push_str(if at == 0 { "" } else { "\t" });
                whole.push_str(&cell.shown().replace('\n', " "));
            }
        }
    }
}

/// The text of a cell, if it may be the name of a value.
fn name_of(cell: &Cell) -> Option<String> {
    let plain = squash(&cell.shown());
    let plain = plain.trim_end_matches([':', '：']);
    let is_name = !plain.is_empty()
        && !is_longer_than(plain, 10)
        && !plain.contains(|c: char| c.is_ascii_digit() || matches!(c, '。' | '，' | '；'))
        && cell.rowspan <= 1;
    is_name.then(|| plain.to_owned())
}

/// What a name means as that of a value; names of units and months are values themselves.
fn heading(name: &str) -> Option<Heading> {
    classify(name).filter(|heading| {
        !matches!(heading, Heading::Unit(_) | Heading::Months(..) | Heading::Meeting(_) | Heading::Category)
    })
}

/// Whether a name says what is done, when or who.
fn says(heading: &Heading) -> bool {
    matches!(
        heading,
        Heading::Title(_)
            | Heading::Time
            | Heading::Start
            | Heading::Lead
            | Heading::Joint
            | Heading::Person
            | Heading::Serial
    )
}
