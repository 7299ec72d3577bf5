//! Elements that stand for an item and follow what becomes of it: whether it passes the filter, where it stands, when it
//! is, whether it is picked, what was noted last.
//!
//! A page has hundreds of them, and an effect for each would be most of the work of building a page and of every
//! keystroke. So they are registered here with what they show, and one effect for each input brings all of them up to
//! date. Nothing else changes them; how each part of them is written is in [`shown`].

mod shown;

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::Element;
use yaodian_plan::Item;
use yaodian_plan::query::Standing;
use yaodian_ui::{El, Text, boxed, el, true_or_false};

use super::badge::standing_class;
use crate::desk::{Desk, desk};
use crate::text;

/// What an element shows of its item. A class stands before the one that follows the standing.
enum Shows {
    /// A row: hidden while the item does not pass the filter.
    Row {
        /// Whether it ends with a line of the latest.
        latest: bool,
    },
    /// The standing as a class.
    Class(Text),
    /// The same, and in words.
    Words(Text),
    /// The same in its accessible name, with whatever else has no room in a narrow line.
    Line(Text),
    /// A button that says the standing, with the item in its accessible name, and whether the item is picked.
    Sign,
    /// When it is, or only that it was put off, where no time is shown.
    Time {
        /// Whether the time is shown in any case.
        always: bool,
    },
}

struct Mark {
    element: Element,
    at: usize,
    shows: Shows,
}

thread_local! {
    static MARKS: RefCell<Vec<Mark>> = const { RefCell::new(Vec::new()) };
}

/// Lets a row that stands for an item follow the filter.
pub fn row(row: El, at: usize) -> El {
    register_row(row, at, false)
}

/// The same, with a line at its end: why the item stands where it does, and the latest note on it.
///
/// Rows are made in great numbers and few items have a note, so a row is made without the line, and gets it with the next
/// frame where there is something to say.
pub fn row_with_latest(row: El, at: usize) -> El {
    register_row(row, at, true)
}

fn register_row(row: El, at: usize, latest: bool) -> El {
    let hidden = !untrack(|| desk().passes(at));
    register(row.attr("data-row", at.to_string()).attr("hidden", hidden), at, Shows::Row { latest })
}

/// Gives an element a class that follows where an item stands, behind a class of its own.
pub fn standing_as_class(element: El, class: impl Into<Text>, at: usize) -> El {
    let class = class.into();
    register(with_class(element, &class, at), at, Shows::Class(class))
}

/// An element that says where an item stands.
pub fn standing_words(class: &'static str, at: usize) -> El {
    let said = text::standing(untrack(|| desk().standing(at)));
    register(with_class(el("span"), class, at).child(said), at, Shows::Words(class.into()))
}

/// Gives a line that is too narrow for words the class, and a name with all that has no room.
pub fn line(line: El, class: impl Into<Text>, at: usize) -> El {
    let class = class.into();
    let desk = desk();
    let name = line_name(desk.item(at), untrack(|| desk.standing(at)));
    register(with_class(line, &class, at).attr("aria-label", name), at, Shows::Line(class))
}

/// Where an item stands, as a button to record it by. What a click does is up to [`super::pick`].
pub fn sign(at: usize) -> El {
    let desk = desk();
    let said = text::standing(untrack(|| desk.standing(at)));
    let sign = with_class(el("button"), SIGN, at)
        .attr("data-of", at.to_string())
        .attr("aria-label", text::sign(said, &desk.item(at).title))
        .child(said);
    let picked = desk.picked.with_untracked(|picked| picked.as_ref().map(|picked| picked.contains(&at)));
    let sign = sign
        .attr("aria-pressed", picked.map(true_or_false))
        .attr("data-picked", (picked == Some(true)).then_some(text::PICKED));
    register(sign, at, Shows::Sign)
}

/// When an item is: `3—6月`, or `3—6月→7月` once it was put off, or `7月27日` once it has a day.
pub fn when(at: usize) -> El {
    time(at, true)
}

/// The same where the place says when it is: empty unless it was put off.
pub fn put_off(at: usize) -> El {
    time(at, false)
}

fn time(at: usize, always: bool) -> El {
    let element = el("span");
    let (timing, day) = untrack(|| (desk().timing(at), desk().day(at)));
    shown::time(element.element(), timing, day, always);
    register(element, at, Shows::Time { always })
}

/// The class of signs.
const SIGN: &str = "st";

fn with_class(element: El, class: &str, at: usize) -> El {
    element.class(format!("{class} {}", standing_class(untrack(|| desk().standing(at)))))
}

fn line_name(item: &Item, standing: Standing) -> String {
    let meetings = item.meetings.iter().map(|meeting| desk().meeting_name(*meeting));
    text::line(&item.title, text::standing(standing), &item.responsibility.text, meetings)
}

fn register(element: El, at: usize, shows: Shows) -> El {
    let mark = Mark { element: element.element().clone(), at, shows };
    MARKS.with_borrow_mut(|marks| marks.push(mark));
    element
}

/// Brings the elements up to date from now on.
pub fn follow(desk: Desk) {
    Effect::new(boxed(move || {
        desk.pass.with(|pass| {
            update(&mut |mark| {
                if let (Shows::Row { .. }, Some(passes)) = (&mark.shows, pass.get(mark.at)) {
                    // It fails for names that are no names.
                    let _ = mark.element.toggle_attribute_with_force("hidden", !passes);
                }
            });
        });
    }));
    Effect::new(boxed(move || {
        desk.standings.with(|standings| {
            update(&mut |mark| {
                if let Some(standing) = standings.get(mark.at) {
                    show_standing(mark, desk.item(mark.at), *standing);
                }
            });
        });
    }));
    Effect::new(boxed(move || {
        desk.days.with(|days| {
            desk.timings.with(|timings| {
                update(&mut |mark| {
                    if let (Shows::Time { always }, Some(timing)) = (&mark.shows, timings.get(mark.at)) {
                        let day = days.get(mark.at).copied().flatten();
                        shown::time(&mark.element, *timing, day, *always);
                    }
                });
            });
        });
    }));
    Effect::new(boxed(move || {
        desk.picked.with(|picked| {
            update(&mut |mark| {
                if let Shows::Sign = mark.shows {
                    shown::picked(&mark.element, picked.as_ref().map(|picked| picked.contains(&mark.at)));
                }
            });
        });
    }));
    Effect::new(boxed(move || {
        desk.page.track();
        desk.as_of.track();
        desk.standings.track();
        desk.ledger.book.track();
        // By the time the next frame is painted, the rows of another page or month are there, and those of the one before
        // are gone: they are not kept alive.
        request_animation_frame(move || {
            update(&mut |mark| {
                if let Shows::Row { latest: true } = mark.shows {
                    shown::latest(&mark.element, desk.item(mark.at).id);
                }
            });
        });
    }));
}

/// Does something with all elements that are in the page, and forgets the others. Elements are made and put into the
/// page in one go, so none of the others is on its way there.
fn update(show: &mut dyn FnMut(&Mark)) {
    MARKS.with_borrow_mut(|marks| {
        marks.retain(|mark| {
            let is_there = mark.element.is_connected();
            if is_there {
                show(mark);
            }
            is_there
        });
    });
}

fn show_standing(mark: &Mark, item: &Item, standing: Standing) {
    let Mark { element, shows, .. } = mark;
    let said = text::standing(standing);
    let name = |name: &str| drop(element.set_attribute("aria-label", name));
    let class = match shows {
        Shows::Row { .. } | Shows::Time { .. } => return,
        Shows::Class(class) => class,
        Shows::Words(class) => {
            element.set_text_content(Some(said));
            class
        }
        Shows::Line(class) => {
            name(&line_name(item, standing));
            class
        }
        Shows::Sign => {
            element.set_text_content(Some(said));
            name(&text::sign(said, &item.title));
            SIGN
        }
    };
    element.set_class_name(&format!("{class} {}", standing_class(standing)));
}
