//! Files for Word and Excel, and the website. What writes them is loaded when the first one is asked for.

use leptos::prelude::*;
use yaodian_office::Made;
use yaodian_pace::Pace;
use yaodian_plan::query::Standing;

use super::paper::{Paper, name, part_of};
use crate::browser::clock;
use crate::browser::files::Body;
use crate::chunks::{self, Document, Making, Source, Workbook};
use crate::desk::Desk;
use crate::text;
use crate::widgets::work::work;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ZIP: &str = "application/zip";

/// A document for Word; `Err` has the reason why there is none.
pub async fn word(desk: Desk, document: &Document) -> Result<Paper, String> {
    let count = match document {
        Document::Schedule(items, _) | Document::Monthly(items, _) | Document::Tables(items) => items.len(),
        Document::Supervision(items) if items.is_empty() => return Err(text::NOTHING_LATE.into()),
        Document::Supervision(items) => items.len(),
        Document::Plan | Document::Agenda(_) | Document::Bulletin(..) => desk.catalog().all().len(),
    };
    if count == 0 {
        return Err(text::NOTHING_PASSES.into());
    }
    let word = chunks::word().await.ok_or(text::CHUNK_MISSING)?;
    let (what, mark) = match document {
        Document::Plan => (text::WHOLE_PLAN, String::new()),
        Document::Schedule(_, false) => (text::SCHEDULE, text::AS_ISSUED.to_owned()),
        Document::Monthly(_, false) => (text::MONTHLY_PLAN, text::AS_ISSUED.to_owned()),
        Document::Schedule(items, true) => (text::SCHEDULE, part_of(desk, items.len())),
        Document::Monthly(items, true) => (text::MONTHLY_PLAN, part_of(desk, items.len())),
        Document::Tables(items) => (text::TABLE_FILE, part_of(desk, items.len())),
        Document::Agenda(id) => (text::AGENDA_FILE, format!("-{}", desk.session_title(*id))),
        Document::Bulletin(first, last) => (text::BULLETIN_FILE, text::of_months(*first, *last)),
        Document::Supervision(items) => (text::SUPERVISION, supervised(desk, items)),
    };
    let (source, document) = (source(desk), document.clone());
    let making = |pace| (word.write)(source, document, pace);
    let bytes = made(text::being_made(&text::word_file(what)), making).await?;
    Ok(Paper {
        name: name(desk, what, &mark, "docx"),
        kind: DOCX,
        body: Body::Bytes(bytes.into()),
        what: text::word_file(what),
        hint: text::WORD_HINT.into(),
    })
}

fn supervised(desk: Desk, items: &[usize]) -> String {
    match items {
        [at] => format!("-{}", desk.item(*at).id),
        _ => text::part_of_items(items.len()),
    }
}

/// A workbook for Excel; `Err` has the reason why there is none.
pub async fn workbook(desk: Desk, workbook: &Workbook) -> Result<Paper, String> {
    let count = match workbook {
        Workbook::Ledger(items) => items.len(),
        Workbook::Form(_) | Workbook::Forms => desk.catalog().all().len(),
    };
    if count == 0 {
        return Err(text::NOTHING_PASSES.into());
    }
    let workbooks = chunks::workbooks().await.ok_or(text::CHUNK_MISSING)?;
    let (what, mark, ending, kind) = match workbook {
        Workbook::Ledger(items) => (text::LEDGER_FILE, part_of(desk, items.len()), "xlsx", XLSX),
        Workbook::Form(unit) => {
            let unit = desk.catalog().plan.unit(unit).map_or("", |unit| &unit.name);
            (text::FORM_FILE, format!("-{unit}"), "xlsx", XLSX)
        }
        Workbook::Forms => (text::FORM_FILE, text::OF_ALL_UNITS.to_owned(), "zip", ZIP),
    };
    let (source, workbook) = (source(desk), workbook.clone());
    let is_form = !matches!(workbook, Workbook::Ledger(_));
    let making = |pace| (workbooks.write)(source, workbook, pace);
    let bytes = made(text::being_made(&text::excel_file(what)), making).await?;
    Ok(Paper {
        name: name(desk, what, &mark, ending),
        kind,
        body: Body::Bytes(bytes.into()),
        what: text::excel_file(what),
        hint: if is_form { text::FORM_HINT.into() } else { text::TABLE_HINT.into() },
    })
}

/// The website of the plan; `Err` has the reason why there is none.
pub async fn site(desk: Desk) -> Result<Paper, String> {
    let site = chunks::site().await.ok_or(text::CHUNK_MISSING)?;
    let bytes = made(text::being_made(text::SITE), site.make).await?;
    Ok(Paper {
        name: text::export_name(&desk.catalog().plan.id, text::SITE, None, &clock::today_in_digits(), "zip"),
        kind: ZIP,
        body: Body::Bytes(bytes.into()),
        what: text::SITE.to_owned(),
        hint: text::SITE_HINT.into(),
    })
}

/// Positions of the items that are late.
pub fn late(desk: Desk) -> Vec<usize> {
    let is_late = |at: &usize| desk.standing(*at).is(Standing::Late);
    desk.catalog().all().filter(is_late).collect()
}

/// The file that is made; `Err` has the reason why there is none.
async fn made(what: String, making: impl FnOnce(Pace) -> Making) -> Result<Vec<u8>, String> {
    let file = work(what, async |pace| making(pace.clone()).await).await;
    file.ok_or_else(|| text::WORK_CANCELLED.to_owned())?
}

fn source(desk: Desk) -> Source {
    untrack(|| {
        let catalog = desk.catalog();
        let book = desk.ledger.book.get_untracked();
        let by = book.signature(desk.ledger.author(), catalog);
        let made = Made { day: clock::today(), at_ms: clock::now_ms(), by };
        Source { catalog, book, moment: desk.moment(), made }
    })
}
