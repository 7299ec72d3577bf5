//! Dragging a line of a list by its grip, with a mouse, a pen or a finger.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

use crate::browser::dom;
use yaodian_ui::El;

/// A line that is being dragged.
#[derive(Clone, Copy)]
struct Dragged {
    from: usize,
    to: usize,
}

/// So close to the edge of the window the page scrolls, by so much at each movement; in pixels.
const EDGE: i32 = 90;
const SCROLL: f64 = 14.0;

/// Lets the rows of a list be dragged by what has the class `grip`. `drop` gets the row's place and the one it was dropped
/// at.
pub fn follow_drag(list: El, drop: impl Fn(usize, usize) + Copy + 'static) -> El {
    let dragged = StoredValue::new(None::<Dragged>);
    let begin = move |event: Event| {
        let Some(grip) = dom::closest(&event, ".grip:enabled") else { return };
        let Some(from) = rows(&grip).iter().position(|row| row.contains(Some(&grip))) else { return };
        let event: &PointerEvent = event.unchecked_ref();
        if event.button() != 0 {
            return;
        }
        // Whatever is below the pointer, the grip hears of it. It fails for a pointer that is gone already.
        let _ = grip.set_pointer_capture(event.pointer_id());
        let now = Dragged { from, to: from };
        dragged.set_value(Some(now));
        show(&rows(&grip), Some(now));
    };
    let go_on = move |event: Event| {
        let (Some(now), Some(grip)) = (dragged.get_value(), dom::closest(&event, ".grip")) else { return };
        let pointer: &PointerEvent = event.unchecked_ref();
        event.prevent_default();
        scroll_near_edge(pointer.client_y());
        let rows = rows(&grip);
        let below = document()
            .element_from_point(pointer.client_x() as f32, pointer.client_y() as f32)
            .and_then(|below| rows.iter().position(|row| row.contains(Some(&below))));
        if let Some(to) = below {
            let now = Dragged { to, ..now };
            dragged.set_value(Some(now));
            show(&rows, Some(now));
        }
    };
    let end = move |event: Event| {
        let ended = dragged.try_update_value(Option::take).flatten();
        let (Some(Dragged { from, to }), Some(grip)) = (ended, dom::closest(&event, ".grip")) else { return };
        show(&rows(&grip), None);
        if event.type_() == "pointerup" && from != to {
            drop(from, to);
        }
    };
    list.on("pointerdown", begin).on("pointermove", go_on).on("pointerup", end).on("pointercancel", end)
}

/// The rows of the list that a grip is in.
fn rows(grip: &Element) -> Vec<HtmlElement> {
    let list = grip.closest("ol").ok().flatten();
    list.map(|list| dom::all(&list, ":scope > [data-line]")).unwrap_or_default()
}

/// Marks the row that is dragged, and the place that it would be dropped at.
fn show(rows: &[HtmlElement], dragged: Option<Dragged>) {
    for (at, row) in rows.iter().enumerate() {
        let mark = match dragged {
            Some(Dragged { from, .. }) if from == at => Some("it"),
            Some(Dragged { from, to }) if to == at => Some(if to < from { "before" } else { "after" }),
            _ => None,
        };
        // Both fail for names that are no names.
        let _ = match mark {
            Some(mark) => row.set_attribute("data-drag", mark),
            None => row.remove_attribute("data-drag"),
        };
    }
}

fn scroll_near_edge(y: i32) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() as i32;
    if y < EDGE {
        window().scroll_by_with_x_and_y(0.0, -SCROLL);
    } else if y > height - EDGE {
        window().scroll_by_with_x_and_y(0.0, SCROLL);
    }
}
