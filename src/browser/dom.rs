//! Finding, focusing and asking elements; and the small things that a page can ask of its window.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, Event, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent,
};

/// What takes text.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

/// The first element that matches a selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The first field that matches a selector.
pub fn input(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

/// Text content of the element with an id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The address of the file that holds the whole page, where a release has been put on a server with it. The file itself
/// names none, so that nobody is offered a link that leads nowhere.
pub fn single_file() -> Option<String> {
    find("meta[name=single-file]")?.get_attribute("content")
}

/// Says on the root element how the app is doing, for the style sheet and for the script that runs before it.
pub fn set_state(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}

/// A new element before everything else in one.
pub fn first_child_of(parent: &Element) -> Option<HtmlElement> {
    let child: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    parent.prepend_with_node_1(&child).ok()?;
    Some(child)
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

/// Lets an element end with a line of a class, or with none if the line is empty.
pub fn set_line(element: &Element, class: &str, line: &str) {
    let there = element.query_selector(&format!(":scope > .{class}")).ok().flatten();
    match (there, line.is_empty()) {
        (Some(there), true) => there.remove(),
        (Some(there), false) => there.set_text_content(Some(line)),
        (None, true) => {}
        (None, false) => {
            if let Ok(new) = document().create_element("span") {
                new.set_class_name(class);
                new.set_text_content(Some(line));
                // It fails only where an element may have no children.
                let _ = element.append_child(&new);
            }
        }
    }
}

/// Puts text into the text area that matches and selects it, once the page has been brought up to date.
pub fn select_later(selector: String, text: String) {
    request_animation_frame(move || {
        let area = find(&selector).and_then(|found| found.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        if let Some(area) = area {
            area.set_value(&text);
            let _ = area.focus();
            area.select();
        }
    });
}

/// Moves the focus to the first element that matches, once the page has been brought up to date.
pub fn focus_later(selector: String) {
    request_animation_frame(move || {
        if let Some(element) = find(&selector) {
            // An element that cannot be focused leaves the focus where it is.
            let _ = element.focus();
        }
    });
}

/// Gives an element the focus and scrolls nothing.
pub fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to the page's heading, once the page has been brought up to date, and leaves open where the page is
/// scrolled to: some show a place further down.
pub fn focus_heading_later() {
    request_animation_frame(|| {
        if let Some(heading) = find("main h1") {
            focus_quietly(&heading);
        }
    });
}

/// Moves the focus to `origin`, or else to the first element that takes it of those that match the selectors, in the
/// selectors' order, once the page has been brought up to date.
pub fn focus_back_later(origin: Option<HtmlElement>, selectors: Vec<String>) {
    request_animation_frame(move || focus_first(origin.into_iter().collect(), &selectors));
}

/// The same for the first of some elements, or of those that match the selectors, unless the focus is somewhere then.
pub fn focus_unless_kept_later(elements: Vec<HtmlElement>, selectors: Vec<String>) {
    request_animation_frame(move || {
        let lost = |active: Element| active.tag_name() == "BODY" || is_hidden(&active);
        let nowhere = document().active_element().is_none_or(lost);
        if nowhere {
            focus_first(elements, &selectors);
        }
    });
}

/// Lets a line of text that is being typed be taken in, as it is when its field is left.
pub fn commit_typed_line() {
    let field = document().active_element().and_then(|active| active.dyn_into::<HtmlInputElement>().ok());
    if let (Some(field), Ok(change)) = (field.filter(|field| field.type_() == "text"), Event::new("change")) {
        let _ = field.dispatch_event(&change);
    }
}

/// Opens the page anew.
pub fn reload() {
    // It fails only while the page is being left.
    let _ = window().location().reload();
}

/// Whether an element is hidden, or something around it. It may still have the focus until the page is painted.
fn is_hidden(element: &Element) -> bool {
    element.closest("[hidden]").is_ok_and(|hidden| hidden.is_some())
}

fn focus_first(elements: Vec<HtmlElement>, selectors: &[String]) {
    let Some(root) = document().document_element() else { return };
    let candidates = selectors.iter().flat_map(|selector| all(&root, selector));
    // What is hidden or no longer in the page leaves the focus where it is.
    let takes_focus = |element: &HtmlElement| {
        let _ = element.focus();
        document().active_element().as_ref() == Some(element.as_ref()) && !is_hidden(element)
    };
    let _ = elements.into_iter().chain(candidates).find(takes_focus);
}

/// Scrolls to the element with an id, once the page has been brought up to date.
pub fn show_later(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.scroll_into_view();
        }
    });
}

/// The nearest element around an event's target that matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// What the button that was pressed is for, where one listener serves several.
pub fn command_of(event: &Event) -> Option<String> {
    closest(event, "[data-do]")?.get_attribute("data-do")
}

/// All elements below one that match, in the document's order.
pub fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Whether the event happens in a field that takes text.
pub fn in_field(event: &Event) -> bool {
    closest(event, FIELDS).is_some()
}

/// Whether the event happens in a field that takes back what was typed there by itself: dates, ticks and files do not.
pub fn undoes_itself(event: &Event) -> bool {
    in_field(event) && closest(event, "select, [type=date], [type=checkbox], [type=file]").is_none()
}

/// Puts a value into the field that an event comes from.
pub fn set_value(event: &Event, value: &str) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value(value);
    }
}

/// Whether a key belongs to an input method that is still composing. Safari ends the composition
/// before the Enter key that ended it, and only its key code tells.
pub fn composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether the window is so narrow that an open item covers the page.
pub fn narrow() -> bool {
    window().match_media("(max-width: 759.98px)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether nobody sees the page now.
pub fn hidden() -> bool {
    document().hidden()
}

/// Asks a question that is answered with yes or no. Where the browser shows none, the answer is no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Whether this is an iPhone or iPad outside of an app of its own. An iPad says that it is a Mac, but has fingers.
pub fn on_apple_tablet() -> bool {
    let navigator = window().navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let apple = ["iPhone", "iPad", "Macintosh"].iter().any(|name| agent.contains(name));
    apple && navigator.max_touch_points() > 1 && !on_home_screen()
}

/// Whether this is an app on the home screen of an iPhone or iPad. Only Apple's browsers can be asked.
pub fn on_home_screen() -> bool {
    let alone = js_sys::Reflect::get(&window().navigator(), &"standalone".into());
    alone.is_ok_and(|alone| alone.is_truthy())
}

/// The dialog with an id.
pub fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Keeps the field in which one types above a tablet's keyboard. It covers the page without making it smaller: only the
/// "visual viewport" tells. The style sheet takes `--keyboard`, how much is covered, from what reaches down there.
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

/// Opens the browser's print dialogue.
pub fn print() {
    // Embedded views without printing refuse; there is nothing to be done then.
    let _ = window().print();
}

/// The text of the field that an input event comes from, unless an input method is composing it.
pub fn typed(event: &Event) -> Option<String> {
    let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(|input| input.is_composing());
    (!composing).then(|| event_target_value(event))
}

/// Puts the page's address with another hash on the clipboard; `false` where the browser refuses.
pub async fn copy_link(hash: &str) -> bool {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    copy(&format!("{page}{hash}")).await
}

/// Puts a text on the clipboard; `false` where the browser refuses.
pub async fn copy(text: &str) -> bool {
    // Without a secure origin there is no clipboard at all, which the binding does not expect.
    if !window().is_secure_context() {
        return false;
    }
    let written = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}
