//! All parts of a document put together.

use std::collections::HashSet;

use super::draft::{Draft, TableReading};
use super::forms;
use super::from_sentences;
use super::hints::Hints;
use super::inferred;
use super::links;
use super::making::Making;
use super::meetings::Meetings;
use super::outline::{self, Regions};
use super::remarks::{Cause, Diagnostic, Remarks};
use super::source::Source;
use super::table_list::{self, is_kept};
use super::tables::numbering::Numbering;
use super::tables::{self, Categories, Kind};
use super::units::{Learner, Own};
use crate::document::Document;
use yaodian_pace::{Pace, Stage, at_once, boxed};
use yaodian_plan::sort::sort_by;
use yaodian_plan::{AnnexNote, FORMAT, Plan};

/// Reads a document. It never refuses: the draft holds what could be read, and everything that was
/// assumed or could not be read is said.
pub fn understand(document: &Document, hints: &Hints) -> (Draft, Vec<Diagnostic>) {
    understand_files(&[(String::new(), document.clone())], hints)
}

/// Reads a document that stands in several files, with their names: first the text, then annexes.
pub fn understand_files(files: &[(String, Document)], hints: &Hints) -> (Draft, Vec<Diagnostic>) {
    at_once(understand_in_slices(files, hints, &Pace::default()))
}

/// The same in slices.
pub async fn understand_in_slices(
    files: &[(String, Document)],
    hints: &Hints,
    pace: &Pace,
) -> (Draft, Vec<Diagnostic>) {
    let mut out = Remarks::about(files);
    for (at, (_, document)) in files.iter().enumerate() {
        out.of_format(at, document);
    }
    let unfolded = forms::unfold(files);
    let files = unfolded.as_deref().unwrap_or(files);
    let source = boxed(Source::of(files, pace)).await;
    if let Some(record) = &source.record {
        out.say(Cause::RecordLeftOut, &record.spot, &record.text, "");
    }
    pace.step(Stage::Understand, 0, 0).await;
    let regions = boxed(outline::divide(&source, &mut out, pace)).await;
    pace.step(Stage::Understand, 0, 0).await;
    let head = outline::head(&regions, &source, hints, &mut out);
    outline::say_other_plans(&source, &head, &mut out);
    let body = boxed(outline::read_body(&regions.body, &mut out, pace)).await;
    let read = boxed(table_list::read(&source, &regions, hints, head.year, &mut out, pace)).await;

    let listed: HashSet<String> = read.iter().flat_map(table_list::ReadTable::listed).collect();
    let texts = boxed(from_sentences::read(&regions, &listed, head.year, pace)).await;

    let mut learner = Learner::new(Own::of(&head.issuer), &hints.units);
    for text in &texts {
        text.learn(&mut learner, pace).await;
    }
    for table in &read {
        table.learn(&mut learner, pace).await;
    }
    pace.step(Stage::Names, 0, 0).await;
    let units = learner.finish(&mut out);
    pace.step(Stage::Names, 0, 0).await;
    let mut categories = Categories::default();
    let mut making = Making {
        year: head.year,
        first_term: outline::is_first_term(&head.title),
        units: &units,
        meetings: Meetings::default(),
        numbering: Numbering::default(),
        items: Vec::new(),
        places: Vec::new(),
        out: &mut out,
    };
    let mut notes: Vec<AnnexNote> = Vec::new();
    let mut readings: Vec<TableReading> = Vec::new();
    for table in read {
        readings.push(table.reading);
        for text in table.rows.notes {
            notes.push(AnnexNote { annex: table.annex, text });
        }
        let Some(layout) = table.layout else { continue };
        match layout.kind {
            Kind::Schedule => {
                if !table.goes_on {
                    categories.begin_table();
                }
                let entries = table.rows.entries;
                let name = &table.name;
                boxed(tables::read_schedule(entries, &layout, name, &mut categories, &mut making, pace))
                    .await;
            }
            Kind::Monthly => {
                boxed(tables::read_monthly(table.rows.entries, &layout, &mut making, pace)).await
            }
            Kind::Activities => {
                boxed(tables::read_activities(table.rows.entries, &layout, &mut making, pace)).await
            }
            Kind::Matrix => boxed(tables::read_matrix(table.rows.entries, &layout, &mut making, pace)).await,
        }
    }
    let mut used: Vec<usize> = Vec::new();
    for text in texts {
        used.extend(text.annex);
        boxed(text.make(&mut categories, &mut making, pace)).await;
    }
    making.settle();
    let Making { meetings, items, places, .. } = making;
    let categories = categories.finish(&mut out);
    notes.extend(notes_of(&regions, &used));
    // Rows of tables by category come before those by month, as the plan lists them.
    let mut items: Vec<_> = items.into_iter().zip(places).collect();
    sort_by(&mut items, &|(one, _), (other, _)| one.id.is_schedule() && !other.id.is_schedule());
    let (mut items, places): (Vec<_>, Vec<_>) = items.into_iter().unzip();
    inferred::apply(&mut notes, &mut items);
    if items.is_empty() {
        let cause = if body.sections.is_empty() { Cause::NothingRead } else { Cause::NoItems };
        out.say(cause, &regions.title_spot, "", "");
    }
    let id = hints.id.clone().unwrap_or_else(|| {
        let id = outline::made_up_id(&head.issuer, head.year);
        out.say(Cause::MadeUpId, &regions.title_spot, "", &id);
        id
    });
    let plan = Plan {
        format: FORMAT,
        id,
        title: head.title,
        issuer: head.issuer,
        year: head.year,
        preamble: body.preamble,
        sections: body.sections,
        annexes: regions
            .annexes
            .iter()
            .filter(|annex| is_kept(annex))
            .map(|annex| annex.title.clone())
            .collect(),
        notes,
        units: units.into_units(),
        meetings: meetings.finish(),
        categories,
        items,
        links: Vec::new(),
        corrections: Vec::new(),
        amendments: Vec::new(),
    };
    pace.step(Stage::Links, 0, 0).await;
    let proposals = boxed(links::propose(&plan, pace)).await;
    pace.step(Stage::Links, 1, 1).await;
    (Draft { plan, places, tables: readings, proposals }, out.finish())
}

/// Notes below tables, and paragraphs of annexes that became nothing else.
fn notes_of(regions: &Regions<'_>, used: &[usize]) -> Vec<AnnexNote> {
    let mut notes = Vec::new();
    let mut no = 0_u8;
    for (at, annex) in regions.annexes.iter().enumerate() {
        no = no.saturating_add(u8::from(is_kept(annex)));
        let paras = annex.paras.iter().filter(|_| !used.contains(&at));
        for para in annex.notes.iter().chain(paras) {
            notes.push(AnnexNote { annex: no, text: outline::plain(&para.text) });
        }
    }
    notes
}
