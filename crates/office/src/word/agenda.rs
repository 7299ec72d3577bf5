//! 会议议程: what one session deals with.

use yaodian_plan::query::{Catalog, agenda_items};
use yaodian_progress::{ChineseDate, SessionId};

use super::annexes::Progress;
use super::body::{Body, Pages};
use super::styles::Look;
use crate::{Made, printed, text};

/// The agenda of a session as a .docx.
pub fn agenda(catalog: &Catalog, session: SessionId, progress: Progress<'_>, made: &Made) -> Vec<u8> {
    let arranged = progress.book.session(session);
    let name = arranged.name().trim();
    let name = if name.is_empty() { session.title() } else { name.to_owned() };
    let title = format!("{name}{}", text::AGENDA);
    let mut body = Body::new(Pages::Portrait);
    body.paragraph(Look::Title, &title);
    body.space();
    let day = arranged.date().map(|day| ChineseDate(day).to_string());
    let hour = arranged.hour().map(|hour| hour.to_string()).unwrap_or_default();
    let when = day.map_or(text::NOT_SET.to_owned(), |day| format!("{day}{hour}"));
    let place = Some(arranged.place().trim()).filter(|place| !place.is_empty()).unwrap_or(text::NOT_SET);
    body.paragraph(Look::Body, &format!("{}{when}", text::AT));
    body.paragraph(Look::Body, &format!("{}{place}", text::PLACE));
    body.paragraph(Look::Body, text::ITEMS);
    let timings = progress.book.states(catalog, progress.moment).timings;
    let items = agenda_items(catalog, &timings, session.meeting, Some(session.month));
    for (no, facts) in (1..).zip(yaodian_export::facts(catalog, progress.book, &items, progress.moment)) {
        let who = facts.item.responsibility.text.as_str();
        // What was put off to this session or will not come is said; the rest is the meeting's business.
        let changed =
            facts.stands == yaodian_plan::query::Standing::Cancelled || facts.timing.moved.is_some();
        let state = if changed { printed::standing(&facts, catalog.plan.year) } else { String::new() };
        let details: Vec<&str> = [who, &state].into_iter().filter(|text| !text.is_empty()).collect();
        let details =
            if details.is_empty() { String::new() } else { format!("（{}）", details.join("，")) };
        body.paragraph(Look::Body, &format!("{no}. {}{details}", facts.item.title));
    }
    body.finish(&title, made)
}
