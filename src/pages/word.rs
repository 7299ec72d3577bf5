//! Documents for Word.

use yaodian_office::word;
use yaodian_progress::bulletin;

use crate::chunks::{Document, Source, Word};

/// The chunk.
pub fn chunk() -> Word {
    Word { write }
}

fn write(source: &Source, document: &Document) -> Vec<u8> {
    let Source { catalog, book, moment, made } = source;
    let progress = word::Progress { book, moment: *moment };
    let said = |wanted: bool| wanted.then_some(progress);
    match document {
        Document::Plan => word::whole_plan(&catalog.plan, made),
        Document::Schedule(items, with_progress) => {
            word::schedule(catalog, items, said(*with_progress), made)
        }
        Document::Monthly(items, with_progress) => word::monthly(catalog, items, said(*with_progress), made),
        Document::Tables(items) => word::tables(catalog, items, Some(progress), made),
        Document::Agenda(id) => word::agenda(catalog, *id, progress, made),
        Document::Bulletin(first, last) => {
            let collected = bulletin(catalog, book, *first..=*last, *moment);
            word::bulletin(&collected, &catalog.plan.issuer, made)
        }
        Document::Supervision(items) => word::supervision(catalog, items, progress, made),
    }
}
