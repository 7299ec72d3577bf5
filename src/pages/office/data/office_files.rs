//! Files for Word and Excel: all of them, with a line on what each is for.

use leptos::prelude::*;
use yaodian_plan::{Table, UnitId};

use super::part::part;
use crate::chunks::{Document, Export, Workbook};
use crate::desk::desk;
use crate::pages::office::export::late;
use crate::text;
use crate::widgets::export::export_button;
use crate::widgets::field::{labelled, option};
use yaodian_ui::{El, el};

/// The card about them.
pub fn office_files() -> El {
    let all = || desk().catalog().all().collect::<Vec<usize>>();
    let word = |document: fn(Vec<usize>) -> Document| move || Export::Word(document(all()));
    let mut rows = vec![
        row(text::LEDGER_EXCEL, text::LEDGER_EXCEL_NOTE, move || Export::Workbook(Workbook::Ledger(all()))),
        row(text::FORMS_EXCEL, text::FORMS_EXCEL_NOTE, || Export::Workbook(Workbook::Forms)),
        one_form(),
        row(text::WHOLE_PLAN_WORD, text::WHOLE_PLAN_NOTE, || Export::Word(Document::Plan)),
    ];
    // Files of a table without rows would be empty.
    let plan = &desk().catalog().plan;
    if plan.has_table(Table::Schedule) {
        let (plain, progress) =
            (word(|all| Document::Schedule(all, false)), word(|all| Document::Schedule(all, true)));
        rows.push(row(text::SCHEDULE_WORD, text::SCHEDULE_WORD_NOTE, plain));
        rows.push(row(text::SCHEDULE_PROGRESS_WORD, text::SCHEDULE_PROGRESS_NOTE, progress));
    }
    if plan.has_table(Table::Monthly) {
        let (plain, progress) =
            (word(|all| Document::Monthly(all, false)), word(|all| Document::Monthly(all, true)));
        rows.push(row(text::MONTHLY_WORD, text::MONTHLY_WORD_NOTE, plain));
        rows.push(row(text::MONTHLY_PROGRESS_WORD, text::MONTHLY_PROGRESS_NOTE, progress));
    }
    rows.push(row(text::SUPERVISION_WORD, text::SUPERVISION_NOTE, || {
        Export::Word(Document::Supervision(late(desk())))
    }));
    part(text::OFFICE_FILES, text::OFFICE_FILES_NOTE)
        .class("card wide")
        .child(el("ul").class("office-files").child(rows))
        .child(el("p").class("lead").child(text::OFFICE_FILES_MORE))
}

fn row(name: &'static str, note: &'static str, what: impl Fn() -> Export + 'static) -> El {
    el("li").child(export_button(name, what)).child(el("span").child(note))
}

/// The form of a unit that is chosen; at first that of whoever works here.
fn one_form() -> El {
    let desk = desk();
    let units = &desk.catalog().plan.units;
    let own =
        untrack(|| desk.ledger.writer()).unit.filter(|unit| desk.catalog().unit_position(unit).is_some());
    let first = own.or_else(|| units.first().map(|unit| unit.id.clone()));
    let chosen = RwSignal::new(first.map(|unit| unit.0).unwrap_or_default());
    let choices: Vec<El> = units.iter().map(|unit| option(unit.id.0.clone(), unit.name.clone())).collect();
    let choice = el("select")
        .child(choices)
        .prop("value", move || chosen.get())
        .on("change", move |event| chosen.set(event_target_value(&event)));
    row(text::FORM_EXCEL, text::FORM_EXCEL_NOTE, move || {
        Export::Workbook(Workbook::Form(UnitId(chosen.get())))
    })
    .child(labelled(text::FORM_UNIT, choice))
}
