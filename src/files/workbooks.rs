//! Workbooks for Excel.

use yaodian_pace::Pace;

use crate::chunks::{Source, Workbook, Workbooks};

/// The chunk.
pub fn chunk() -> Workbooks {
    Workbooks { write: |source, workbook, pace| Box::pin(write(source, workbook, pace)) }
}

async fn write(source: Source, workbook: Workbook, pace: Pace) -> Result<Vec<u8>, String> {
    let Source { catalog, book, moment, made } = &source;
    let all: Vec<usize> = catalog.all().collect();
    let written = match &workbook {
        Workbook::Ledger(items) => {
            yaodian_workbooks::ledger(catalog, book, items, *moment, made, &pace).await
        }
        Workbook::Form(unit) => {
            yaodian_workbooks::form(catalog, book, unit, &all, *moment, made, &pace).await
        }
        Workbook::Forms => yaodian_workbooks::forms(catalog, book, &all, *moment, made, &pace).await,
    };
    written.map_err(|error| error.to_string())
}
