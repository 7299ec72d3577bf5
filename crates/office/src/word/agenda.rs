//! 会议议程: what one session deals with.

use yaodian_export::Facts;
use yaodian_pace::Pace;
use yaodian_plan::query::{Catalog, Standing};
use yaodian_progress::{AgendaLine, ChineseDate, SessionId};

use super::annexes::Progress;
use super::body::{Body, Pages};
use super::styles::Look;
use crate::{Made, printed, text};

/// The agenda of a session as a .docx.
pub async fn agenda(
    catalog: &Catalog,
    session: SessionId,
    progress: Progress<'_>,
    made: &Made,
    pace: &Pace,
) -> Vec<u8> {
    let arranged = progress.book.session(session);
    let name = arranged.name().trim();
    let name = if name.is_empty() { session.title(&catalog.plan) } else { name.to_owned() };
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
    let lines = progress.book.agenda(catalog, &timings, session);
    write(&mut body, catalog, progress, &lines.lines);
    if !lines.apart.is_empty() {
        body.paragraph(Look::Body, text::HELD_APART);
        write(&mut body, catalog, progress, &lines.apart);
    }
    body.finish(&title, made, pace).await
}

/// Numbered lines: items with who brings them, and what was added.
fn write(body: &mut Body, catalog: &Catalog, progress: Progress<'_>, lines: &[AgendaLine]) {
    let items: Vec<usize> = lines.iter().filter_map(AgendaLine::item).collect();
    let mut facts = yaodian_export::facts(catalog, progress.book, &items, progress.moment).into_iter();
    for (no, line) in (1..).zip(lines) {
        let said = match line {
            AgendaLine::Own(_, text) => Some(text.clone()),
            AgendaLine::Item(_) => facts.next().map(|facts| item(&facts, catalog.plan.year)),
        };
        body.paragraph(Look::Body, &format!("{no}. {}", said.unwrap_or_default()));
    }
}

fn item(facts: &Facts<'_>, year: i32) -> String {
    let who = facts.item.responsibility.text.as_str();
    // What was put off to this session or will not come is said; the rest is the meeting's business.
    let changed = facts.stands == Standing::Cancelled || facts.timing.moved.is_some();
    let state = if changed { printed::standing(facts, year) } else { String::new() };
    let details: Vec<&str> = [who, &state].into_iter().filter(|text| !text.is_empty()).collect();
    let details = if details.is_empty() { String::new() } else { format!("（{}）", details.join("，")) };
    format!("{}{details}", facts.item.title)
}
