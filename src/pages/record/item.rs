//! 事项: everything known about one item.

mod chain;
mod notes;
pub mod record;

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::query::{Group, Moment};
use yaodian_plan::{Basis, Item, ItemId, MeetingKind, Place, UnitId};
use yaodian_progress::SessionId;

use self::chain::chain_of;
use self::record::record;
use crate::browser::clipboard;
use crate::chunks::{Document, Export};
use crate::desk::desk;
use crate::desk::order::neighbour;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::badge::{meetings, unit_name};
use crate::widgets::chunk_missing::with_import;
use crate::widgets::export::export_button;
use crate::widgets::item_marks;
use crate::widgets::link::page_link;
use crate::widgets::marked::{amendments, corrections, title};
use yaodian_ui::{El, View, el};

/// An item with the steps to others: beside a page, or as a page of its own.
pub fn whole_item(id: ItemId, beside: bool) -> View {
    let place = match beside {
        true => el("aside").class("panel").attr("aria-label", text::ITEM),
        false => el("section").class("card item-page"),
    };
    place.child(steps(id, beside)).child(detail(id)).into_view()
}

/// Opens the item that many places further in the list that the page shows.
pub fn open_neighbour(by: isize) {
    let desk = desk();
    let Some(id) = desk.shown_item() else { return };
    if let Some(id) = neighbour(&untrack(|| desk.listed()), id, by) {
        desk.open_item(id);
    }
}

/// Previous and next within the list that the item was opened from, and out of it.
fn steps(id: ItemId, closes: bool) -> El {
    let desk = desk();
    let list = Memo::new(move |_| desk.listed());
    let at = move || list.with(|list| list.iter().position(|listed| *listed == id));
    let neighbour = move |by: isize| list.with(|list| neighbour(list, id, by));
    let step = move |by: isize, label: &'static str, sign: &'static str| {
        let go = move |_: Event| {
            if let Some(id) = untrack(|| neighbour(by)) {
                desk.open_item(id);
            }
        };
        icon(label, sign).attr("disabled", move || neighbour(by).is_none()).on("click", go)
    };
    let position = move || match at() {
        Some(at) => text::position(at + 1, list.with(Vec::len)),
        None => String::new(),
    };
    let close = if closes {
        icon(text::CLOSE, "✕").on("click", move |_| desk.close_item()).class("icon close")
    } else {
        page_link(Page::Overview).class("button close").child(text::GO_HOME)
    };
    el("div")
        .class("steps")
        .child(step(-1, text::PREVIOUS, "‹").class("icon"))
        .child(step(1, text::NEXT, "›").class("icon"))
        .child(el("span").class("position").child(position))
        .child(close)
}

fn icon(label: &'static str, sign: &'static str) -> El {
    el("button").attr("aria-label", label).attr("title", label).child(sign)
}

/// The item's content. Its title takes the focus when it opens.
fn detail(id: ItemId) -> El {
    let desk = desk();
    let heading = |tag| el(tag).attr("id", "item-title").attr("tabindex", "-1");
    let Some(at) = desk.catalog().position(id) else {
        follow_number(id);
        return heading("p").class("empty").child(text::no_such_item(desk.catalog().plan.former_item(id)));
    };
    let item = desk.item(at);
    let place = page_link(Page::Categories(Some(Group::of(id)), Default::default()));
    let level = if matches!(desk.page.get_untracked(), Page::Item(_)) { "h1" } else { "h2" };
    el("article")
        .class("detail")
        .child(
            el("p")
                .class("tags")
                .child(place.child(el("span").class("tag").child(text::place(desk.catalog(), item))))
                .child(meetings(item)),
        )
        .child(title(heading(level), item, &[]))
        .child(facts(at, item))
        .child(record(at, id))
        .child(chain_of(id))
        .child(source(item))
        .child(ways_on(at, item))
}

/// Leads on to an item that has gone to another category or month since: the address has the number that it had.
fn follow_number(id: ItemId) {
    let desk = desk();
    let Some((_, now)) = desk.catalog().plan.renamed().into_iter().find(|(was, _)| *was == id) else {
        return;
    };
    request_animation_frame(move || {
        desk.adjust(|route| {
            if route.page == Page::Item(id) {
                route.page = Page::Item(now);
            }
            if route.item == Some(id) {
                route.item = Some(now);
            }
        });
    });
}

fn facts(at: usize, item: &'static Item) -> El {
    let reported = item.reported.map(|_| el("small").child(text::REPORTED));
    let mut facts = vec![
        el("dt").child(text::PROGRESS_RECORD),
        el("dd")
            .child(item_marks::standing_words("st", at))
            .child(reported)
            .child(el("small").child(move || more_of_standing(at))),
        el("dt").child(text::WHEN),
        when(at, item),
        el("dt").child(text::WHO),
        responsible(item),
    ];
    if !item.meetings.is_empty() {
        facts.extend([el("dt").child(text::TO_MEETING), el("dd").child(move || going_to(at, item))]);
    }
    let optional = [(text::CONDITION, &item.condition), (text::REMARK, &item.remark)];
    let optional = optional.into_iter().filter_map(|(term, value)| Some((term.to_owned(), value.clone()?)));
    for (term, value) in item.more_said(&desk().catalog().plan).into_iter().chain(optional) {
        facts.extend([el("dt").child(term), el("dd").child(value)]);
    }
    for correction in corrections(Place::Item(item.id)) {
        let said = el("dd").child(text::correction(&correction.printed, &correction.meant));
        let why = el("small").class("line").child(correction.reason.as_str());
        facts.extend([el("dt").child(text::CORRECTION), said.child(why)]);
    }
    let amended = amendments(Place::Item(item.id));
    if !amended.is_empty() {
        let each = amended.into_iter().map(|one| el("small").class("line").child(text::amended(one)));
        let each = el("dd").class("amended").child(each.collect::<Vec<_>>());
        facts.extend([el("dt").child(text::AMENDED), each]);
    }
    el("dl").class("facts").child(facts)
}

/// The meetings that an item goes to, each with its day once it has one.
fn going_to(at: usize, item: &Item) -> String {
    let desk = desk();
    let named = |meeting: &MeetingKind| {
        let day = SessionId::of(item, desk.timing(at), *meeting)
            .and_then(|id| desk.ledger.book.with(|book| book.session(id).date()));
        let name = desk.meeting_name(*meeting);
        day.map_or(name.into(), |day| text::held_on(name, &text::day(day, desk.catalog().plan.year)))
    };
    item.meetings.iter().map(named).collect::<Vec<_>>().join("、")
}

/// On which day it was finished; and where one looks back, how it stands now if that is something else.
fn more_of_standing(at: usize) -> String {
    let desk = desk();
    let year = desk.catalog().plan.year;
    let finished = desk.states.with(|states| states.finished.get(at).copied().flatten());
    let back = desk.as_of.get().month().filter(|_| desk.as_of.get() < desk.today());
    let now = back.and_then(|month| {
        let now = desk.ledger.book.with(|book| book.states(desk.catalog(), Moment::now(desk.today())));
        let standing = *now.standings.get(at)?;
        (standing != desk.standing(at)).then(|| text::now_standing(month, standing))
    });
    let finished = finished.map(|finished| finished.in_words(year));
    finished.into_iter().chain(now).collect::<Vec<_>>().join("；")
}

fn when(at: usize, item: &'static Item) -> El {
    let understood = text::period(item.period);
    // Only a difference in substance is worth a word; `3 月` for `3月` is not.
    let plain = |text: &str| text.replace([' ', '—', '-'], "");
    let differs = !item.period_text.is_empty() && plain(&item.period_text) != plain(&understood);
    el("dd")
        .child(item_marks::when(at))
        .child(differs.then(|| el("small").child(text::printed(&item.period_text))))
}

/// The responsible units by role, the text as printed, and whether the pairing is inferred.
fn responsible(item: &'static Item) -> El {
    let desk = desk();
    let who = &item.responsibility;
    let named = |ids: &[UnitId], note: Option<&'static str>| -> Vec<El> {
        let rows = ids.iter().filter_map(|id| desk.catalog().unit_position(id));
        let role = |row| {
            el("span").class("role").child(unit_name(row)).child(note.map(|note| el("small").child(note)))
        };
        rows.map(role).collect()
    };
    let single = who.joint.is_empty() && who.collective.is_none() && who.lead.len() == 1;
    let collective = who.collective.map(|all| {
        let name = who.printed_collective().unwrap_or(text::collective(all));
        el("span").class("role").child(el("span").class("unit u-all").child(name))
    });
    // Of one that is printed as it is called, or as it is also called, there is no more to say.
    let is_whole = single
        && who
            .lead
            .iter()
            .filter_map(|id| desk.catalog().plan.unit(id))
            .any(|unit| unit.is_called(&who.text));
    let printed = !is_whole && item.id.is_schedule() && !who.text.is_empty();
    let unsaid = who.lead.is_empty() && who.joint.is_empty() && who.collective.is_none();
    el("dd")
        .child(named(&who.lead, (!single).then_some(text::LEADS_NOTE)))
        .child(named(&who.joint, Some(text::JOINS_NOTE)))
        .child(collective)
        .child(unsaid.then(|| el("span").child(text::NO_LEAD)))
        .child(printed.then(|| el("small").class("line").child(text::printed(&who.text))))
        .child(
            (who.basis == Basis::Inferred).then(|| el("small").class("line inferred").child(text::INFERRED)),
        )
}

fn source(item: &'static Item) -> El {
    let place = el("small").child(text::source_place(item));
    el("details")
        .class("source")
        .child(el("summary").child(text::SOURCE).child(place))
        .child(el("blockquote").child(item.source.text.replace('\t', " ｜ ")))
}

/// Handing the item on: its address, and where it has a time the event for a calendar.
fn ways_on(at: usize, item: &'static Item) -> El {
    let desk = desk();
    let id = item.id;
    // Whether it has a month or a day, of its own or because it was put off. Tracks.
    let timed = move || {
        desk.timing(at).due().is_some() || desk.ledger.book.with(|book| book.item(id).date().is_some())
    };
    let add = export_button(text::ADD_TO_CALENDAR, move || Export::Item(at)).attr("hidden", move || !timed());
    let supervise =
        export_button(text::SUPERVISION_WORD, move || Export::Word(Document::Supervision(vec![at])));
    let correct = el("button").class("button").on("click", move |_| {
        let plan = desk.catalog().plan.id.clone();
        with_import(move |import| (import.correct)(plan, Some(id)));
    });
    let [copy, said] = copy_link(id);
    let correct = correct.child(text::CORRECT_PLAN);
    el("p").class("actions").child(copy).child(add).child(supervise).child(correct).child(said)
}

/// Copies the item's address and shows whether that worked.
fn copy_link(id: ItemId) -> [El; 2] {
    let said = RwSignal::new("");
    let copy = move |_: Event| {
        let hash = Route::to(Page::Item(id)).format();
        leptos::task::spawn_local(async move {
            said.set(if clipboard::copy_link(&hash).await { text::COPIED } else { text::COPY_FAILED });
        });
    };
    let button = el("button").class("button").on("click", copy).child(text::COPY_LINK);
    [button, el("output").child(move || said.get())]
}
