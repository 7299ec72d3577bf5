//! Workbooks for Excel.

use crate::chunks::{Source, Workbook, Workbooks};

/// The chunk.
pub fn chunk() -> Workbooks {
    Workbooks { write }
}

fn write(source: &Source, workbook: &Workbook) -> Result<Vec<u8>, String> {
    let Source { catalog, book, moment, made } = source;
    let all: Vec<usize> = catalog.all().collect();
    let written = match workbook {
        Workbook::Ledger(items) => yaodian_workbooks::ledger(catalog, book, items, *moment, made),
        Workbook::Form(unit) => yaodian_workbooks::form(catalog, book, unit, &all, *moment, made),
        Workbook::Forms => yaodian_workbooks::forms(catalog, book, &all, *moment, made),
    };
    written.map_err(|error| error.to_string())
}
