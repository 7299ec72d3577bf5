//! What a page can ask of its window: how it is shown, printing, questions, a tablet's keyboard.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::dom::{FIELDS, find};

/// The address of the file that holds the whole page, where a release has been put on a server with it. The file itself
/// names none, so that no link is shown that leads nowhere.
pub fn single_file() -> Option<String> {
    find("meta[name=single-file]")?.get_attribute("content")
}

/// Says on the root element how the app is doing, for the style sheet and for the script that runs before it.
pub fn set_state(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}

/// Adds a style sheet to the page. The last one there is for paper, and stays the last.
pub fn add_style(sheet: &str) {
    let Ok(style) = document().create_element("style") else { return };
    style.set_text_content(Some(sheet));
    let last = document().query_selector("head > style:last-of-type").ok().flatten();
    if let Some(last) = last {
        let _ = last.before_with_node_1(&style);
    }
}

/// Whether the server has handed out something else than a chunk of this page: it has another version by now. The script
/// that fetches chunks leaves that on the root element.
pub fn chunk_is_gone() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-gone"))
}

/// Opens the page anew.
pub fn reload() {
    // It fails only while the page is being left.
    let _ = window().location().reload();
}

/// Whether the window is so narrow that an open item covers the page.
pub fn narrow() -> bool {
    window().match_media("(max-width: 759.98px)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether the page is hidden now.
pub fn hidden() -> bool {
    document().hidden()
}

/// Asks a question that is answered with yes or no. Where the browser shows none, the answer is no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Whether this is an Android device, whose keyboards compose whatever is typed.
pub fn on_android() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| yaodian_plan::find::holds(&agent, "Android"))
}

/// Whether this is an iPhone or iPad outside of an app of its own.
pub fn on_apple_tablet() -> bool {
    fills_empty_days() && !on_home_screen()
}

/// Whether an empty date field is filled as soon as it is opened, as on an iPhone or iPad. An iPad reports that it is a
/// Mac, but has touch points.
pub fn fills_empty_days() -> bool {
    let navigator = window().navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let mac = agent.contains("Macintosh") && navigator.max_touch_points() > 0;
    mac || ["iPhone", "iPad"].iter().any(|name| agent.contains(name))
}

/// Whether this is an app on the home screen of an iPhone or iPad. Only Apple's browsers report this.
pub fn on_home_screen() -> bool {
    let alone = js_sys::Reflect::get(&window().navigator(), &"standalone".into());
    alone.is_ok_and(|alone| alone.is_truthy())
}

/// Keeps the field in which one types above a tablet's keyboard. It covers the page without making it smaller: only the
/// "visual viewport" reports it. The style sheet takes `--keyboard`, how much is covered, from what reaches down there.
pub fn follow_keyboard() {
    let Some(view) = window().visual_viewport() else { return };
    let seen = view.clone();
    let mut last = view.height();
    let fit = Closure::<dyn FnMut()>::new(move || {
        let height = seen.height();
        let whole = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(height);
        // Who magnifies the page sees less of it, too, but there is no keyboard then.
        // In whole pixels, because writing fractions is some kilobytes of program.
        let covered =
            if seen.scale() > 1.01 { 0 } else { (whole - height - seen.offset_top()).max(0.0) as u32 };
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("style", &format!("--keyboard:{covered}px"));
        }
        if height < last
            && let Some(field) = document().active_element()
            && field.matches(FIELDS).unwrap_or_default()
        {
            field.scroll_into_view_with_bool(false);
        }
        last = height;
    });
    // It fails for no listener and no event.
    let _ = view.add_event_listener_with_callback("resize", fit.as_ref().unchecked_ref());
    fit.forget();
}

/// How long a browser may take to begin to print, in milliseconds.
const PRINT_BEGINS: i32 = 1_000;

/// Prints the page, and says whether the browser seems to do so: views inside of other apps have no such function, or
/// one that fails or does nothing.
pub async fn print() -> bool {
    let begun = Rc::new(Cell::new(false));
    let begins = begun.clone();
    let listener = window_event_listener_untyped("beforeprint", move |_| begins.set(true));
    let tried = window().print().is_ok();
    if tried && !begun.get() {
        pause(PRINT_BEGINS).await;
    }
    listener.remove();
    // A dialogue that is part of the system has the focus now.
    tried && (begun.get() || hidden() || !document().has_focus().unwrap_or(true))
}

/// Waits for a time in milliseconds, at least until the browser has nothing else to do.
pub async fn pause(time: i32) {
    let mut wait = |resolve: js_sys::Function, _| {
        // It fails only while the page is being left.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time);
    };
    let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut wait)).await;
}

/// Calls a function when the page begins to be printed, with `true`, and when that is over. It is told twice where the
/// browser reports both that it prints and that it shows the page as on paper.
pub fn follow_printing(print: impl Fn(bool) + Copy + 'static) {
    window_event_listener_untyped("beforeprint", move |_| print(true));
    window_event_listener_untyped("afterprint", move |_| print(false));
    follow_media("print", print);
}

/// Calls a function whenever it changes whether the page is shown in some manner, and says whether it is now.
pub fn follow_media(query: &str, changed: impl Fn(bool) + 'static) -> bool {
    let Ok(Some(media)) = window().match_media(query) else { return false };
    let seen = media.clone();
    let change = Closure::<dyn FnMut()>::new(move || changed(seen.matches()));
    // It fails for no listener and no event.
    let _ = media.add_event_listener_with_callback("change", change.as_ref().unchecked_ref());
    change.forget();
    media.matches()
}
