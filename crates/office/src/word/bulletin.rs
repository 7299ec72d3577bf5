//! 进展通报 of a month, a quarter or the year.

use yaodian_pace::Pace;
use yaodian_plan::names::standing_name;
use yaodian_progress::{Bulletin, ChineseDate, bulletin_title};

use super::body::{Body, Pages};
use super::styles::Look;
use crate::{Made, text};

/// A bulletin as a .docx, signed by the issuer with the day of making.
pub async fn bulletin(bulletin: &Bulletin, issuer: &str, made: &Made, pace: &Pace) -> Vec<u8> {
    let heading = bulletin_title(bulletin.year, bulletin.range);
    let mut body = Body::new(Pages::Portrait);
    body.paragraph(Look::Title, &bulletin.title);
    body.paragraph(Look::Title, &heading);
    body.space();
    body.paragraph(Look::Body, &bulletin.summary());
    if let Some(scope) = bulletin.scope() {
        body.paragraph(Look::Body, &scope);
    }
    for (at, unit) in (1..).zip(&bulletin.units) {
        body.paragraph(Look::Section, &format!("{}、{}（{}）", text::numeral(at), unit.name, unit.summary()));
        for (at, (standing, lines)) in (1..).zip(&unit.groups) {
            body.paragraph(
                Look::Subsection,
                &format!("（{}）{}", text::numeral(at), standing_name(*standing)),
            );
            for (no, line) in (1..).zip(lines) {
                body.paragraph(Look::Body, &format!("{no}. {}{}。", line.title, line.details()));
                if let Some(note) = &line.note {
                    body.paragraph(Look::Body, &format!("{}{note}", text::NOTE));
                }
            }
        }
    }
    body.space();
    body.paragraph(Look::Signature, issuer);
    body.paragraph(Look::Signature, &ChineseDate(made.day).to_string());
    body.finish(&heading, made, pace).await
}
