//! 导出: items and meetings as files for other programs.

mod office_file;
mod paper;

pub use self::office_file::late;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_export::{CalendarScope, calendar_after, table};
use yaodian_progress::ProgressBook;

use self::paper::{Paper, name, part_of};
use crate::browser::files::{Body, HandedOver};
use crate::browser::{clipboard, clock, files, settings};
use crate::chunks::Export;
use crate::desk::{Desk, desk};
use crate::ledger::ReadyFile;
use crate::text;

/// Exports something, and shows the outcome at the bottom of the page.
pub fn export(what: Export) {
    let desk = desk();
    spawn_local(async move {
        let paper = match &what {
            Export::Word(document) => office_file::word(desk, document).await,
            Export::Workbook(workbook) => office_file::workbook(desk, workbook).await,
            Export::Site => office_file::site(desk).await,
            _ => desk.ledger.book.with_untracked(|book| paper(desk, book, &what).map_err(Into::into)),
        };
        match paper {
            Ok(paper) => {
                if let Some(said) = hand(desk, paper).await {
                    desk.ledger.say(said);
                }
            }
            Err(reason) => desk.ledger.say(reason),
        }
    });
}

/// Builds the file; `Err` has the reason why there is none.
fn paper(desk: Desk, book: &ProgressBook, what: &Export) -> Result<Paper, &'static str> {
    let moment = untrack(|| desk.moment());
    let (mark, dates) = match what {
        Export::Table(items) | Export::Calendar(items) if items.is_empty() => {
            return Err(text::NOTHING_PASSES);
        }
        Export::Table(items) => {
            return Ok(Paper {
                name: name(desk, text::TABLE_FILE, &part_of(desk, items.len()), "csv"),
                kind: "text/csv",
                body: Body::Text(table(desk.catalog(), book, items, moment).into()),
                what: text::table_of(items.len()),
                hint: text::TABLE_HINT.into(),
            });
        }
        Export::Calendar(items) => (part_of(desk, items.len()), CalendarScope::Items(items)),
        Export::Item(at) => (format!("-{}", desk.item(*at).id), CalendarScope::Item(*at)),
        Export::Session(id) => (format!("-{}", desk.session_title(*id)), CalendarScope::Session(*id)),
        // These are made by chunks of their own.
        Export::Word(_) | Export::Workbook(_) | Export::Site => return Err(text::NOTHING_PASSES),
    };
    let plan = &desk.catalog().plan.id;
    let mut known = settings::exported(plan);
    let made = calendar_after(desk.catalog(), book, dates, moment, clock::now_ms(), &known);
    if made.events == 0 {
        return Err(text::NO_DATES);
    }
    // What is gone now stays among them: the user may not have taken this file in.
    known.extend(made.ids.iter().filter(|id| !known.contains(id)).cloned().collect::<Vec<_>>());
    settings::set_exported(plan, &known);
    Ok(Paper {
        name: name(desk, text::CALENDAR, &mark, "ics"),
        kind: "text/calendar",
        body: Body::Text(made.text.into()),
        what: text::calendar_of(made.events),
        hint: text::calendar_hint(made.left_out, made.gone),
    })
}

/// Downloads it or hands it to another program, or as the last resort copies it; says which, unless the browser wants
/// another tap first.
async fn hand(desk: Desk, paper: Paper) -> Option<String> {
    let downloads = files::can_download();
    let what = &paper.what;
    match files::hand_over(&paper.name, paper.kind, &paper.body).await {
        HandedOver::Done if downloads => Some(text::export_downloaded(what, &paper.hint)),
        HandedOver::Done => Some(text::export_shared(what)),
        HandedOver::TapAgain => {
            let Paper { name, kind, body, .. } = paper;
            let shared = text::export_shared(&paper.what);
            desk.ledger.keep_ready(ReadyFile { name, kind, body, is_backup: false, shared });
            None
        }
        // Somebody has called it off, and wants nothing on the clipboard.
        HandedOver::No if !downloads && files::can_share() => Some(text::EXPORT_NOT_SHARED.into()),
        HandedOver::No => match &paper.body {
            Body::Text(copied) if clipboard::copy(copied).await => Some(text::export_copied(what)),
            Body::Text(_) | Body::Bytes(_) => Some(text::EXPORT_IMPOSSIBLE.into()),
        },
    }
}
