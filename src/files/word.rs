//! Documents for Word.

use yaodian_office::word;
use yaodian_pace::Pace;
use yaodian_progress::bulletin;

use crate::chunks::{Document, Making, Source, Word};

/// The chunk.
pub fn chunk() -> Word {
    Word { write }
}

fn write(source: Source, document: Document, pace: Pace) -> Making {
    Box::pin(async move { Ok(written(&source, &document, &pace).await) })
}

async fn written(source: &Source, document: &Document, pace: &Pace) -> Vec<u8> {
    let Source { catalog, book, moment, made } = source;
    let progress = word::Progress { book, moment: *moment };
    let said = |wanted: &bool| wanted.then_some(progress);
    match document {
        Document::Plan => word::whole_plan(&catalog.plan, made, pace).await,
        Document::Schedule(items, progress) => {
            word::schedule(catalog, items, said(progress), made, pace).await
        }
        Document::Monthly(items, progress) => word::monthly(catalog, items, said(progress), made, pace).await,
        Document::Tables(items) => word::tables(catalog, items, Some(progress), made, pace).await,
        Document::Agenda(id) => word::agenda(catalog, *id, progress, made, pace).await,
        Document::Bulletin(first, last) => {
            let collected = bulletin(catalog, book, *first..=*last, *moment);
            word::bulletin(&collected, &catalog.plan.issuer, made, pace).await
        }
        Document::Supervision(items) => word::supervision(catalog, items, progress, made, pace).await,
    }
}
