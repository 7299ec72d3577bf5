//! Elements, made as they are named.
//!
//! `el("div").class(…).add(…)` makes the element itself, with no description of it in between: pages have a thousand
//! elements, most of which never change, and what describes, compares and keeps them would be most of the program
//! and of its work. What may change over time is given as a closure, through the methods named `live…`. It is an
//! effect of Leptos and lives as long as the owner under which it was made, so what is made anew ends what it replaces.

mod focus;
mod live;

use std::borrow::Cow;
use std::cell::Cell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DocumentFragment, Element, Event, HtmlInputElement, Node};

pub use live::{each, live};

/// Text that is either part of the program or made for the occasion.
pub type Text = Cow<'static, str>;

/// An element under construction.
#[must_use = "an element is only shown once it is added to another one"]
pub struct El(Element);

/// A finished part of a page: an element, or several side by side.
#[must_use = "a part is only shown once it is added to an element"]
pub struct View(Node);

/// Starts an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    // It fails for tags that are no names.
    El(document().create_element(tag).unwrap_or_else(|_| unreachable!("a tag is a name")))
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> El {
        self.attribute(name, value.into())
    }

    /// Sets an attribute that has no value, or leaves it out.
    pub fn flag(self, name: &'static str, set: bool) -> El {
        if set { self.attribute(name, Cow::Borrowed("")) } else { self }
    }

    /// Sets the class.
    pub fn class(self, class: impl Into<Text>) -> El {
        self.classed(class.into())
    }

    /// Keeps an attribute up to date; `None` takes it away.
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> Option<Text> + 'static) -> El {
        live::attribute(&self.0, name, Box::new(value));
        self
    }

    /// Keeps the class up to date.
    pub fn live_class(self, mut class: impl FnMut() -> Text + 'static) -> El {
        self.live_attr("class", move || Some(class()))
    }

    /// Hides the element while a condition holds.
    pub fn hidden_if(self, mut hidden: impl FnMut() -> bool + 'static) -> El {
        self.live_attr("hidden", move || hidden().then_some(Cow::Borrowed("")))
    }

    /// Keeps a form field's value up to date. A choice has to have its options by then.
    pub fn live_value(self, value: impl FnMut() -> Text + 'static) -> El {
        let field = self.0.clone().unchecked_into::<HtmlInputElement>();
        live::text(Box::new(value), Box::new(move |value| field.set_value(value)));
        self
    }

    /// Keeps a box ticked or not.
    pub fn live_checked(self, mut checked: impl FnMut() -> bool + 'static) -> El {
        let field = self.0.clone().unchecked_into::<HtmlInputElement>();
        // As a text, so that a box costs no kind of effect of its own.
        let value = move || Cow::Borrowed(if checked() { "true" } else { "" });
        live::text(Box::new(value), Box::new(move |value| field.set_checked(!value.is_empty())));
        self
    }

    /// Says whether a button is the pressed one of several, and keeps that up to date.
    pub fn pressed_if(self, mut pressed: impl FnMut() -> bool + 'static) -> El {
        self.live_attr("aria-pressed", move || Some(Cow::Borrowed(if pressed() { "true" } else { "false" })))
    }

    /// Bars the element, and all fields in it if it is a set of fields, while a condition holds.
    pub fn disabled_if(self, mut barred: impl FnMut() -> bool + 'static) -> El {
        self.live_attr("disabled", move || barred().then_some(Cow::Borrowed("")))
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> El {
        self.listen(event, Box::new(handler))
    }

    /// Adds what the element contains.
    pub fn add(self, child: impl Child) -> El {
        child.add_to(&self.0);
        self
    }

    /// Adds text that is kept up to date.
    pub fn live_text(self, value: impl FnMut() -> Text + 'static) -> El {
        let node = document().create_text_node("");
        append(&self.0, &node);
        live::text(Box::new(value), Box::new(move |value| node.set_data(value)));
        self
    }

    /// Adds a part that is made anew whenever something that it reads has changed.
    pub fn live(self, view: impl FnMut() -> View + 'static) -> El {
        self.add(live(view))
    }

    /// The same element, to be taken from where it is.
    pub fn moved(&self) -> El {
        El(self.0.clone())
    }

    #[inline(never)]
    fn attribute(self, name: &'static str, value: Text) -> El {
        // It fails for names that are no names.
        let _ = self.0.set_attribute(name, &value);
        self
    }

    #[inline(never)]
    fn classed(self, class: Text) -> El {
        self.0.set_class_name(&class);
        self
    }

    #[inline(never)]
    fn listen(self, event: &'static str, mut handler: Box<dyn FnMut(Event)>) -> El {
        let handler: Box<dyn FnMut(Event)> = Box::new(move |event| {
            if !SILENT.get() {
                handler(event);
            }
        });
        // The element keeps it, and it goes when the element does.
        let handler = Closure::wrap(handler).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, handler.unchecked_ref());
        self
    }

    /// The finished element.
    pub fn view(self) -> View {
        View(self.0.into())
    }
}

thread_local! {
    /// Whether elements are being taken away.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Takes elements away for others of their kind to take their place. One that has the focus would say that it lost it,
/// as if somebody had left it; nobody has.
fn silently(take: impl FnOnce()) {
    SILENT.set(true);
    take();
    SILENT.set(false);
}

/// Several parts without an element around them.
#[inline(never)]
pub fn all(children: Vec<View>) -> View {
    let several: DocumentFragment = document().create_document_fragment();
    for child in children {
        append(&several, &child.0);
    }
    View(several.into())
}

/// Shows a part at the end of an element that is there already.
pub fn show(view: View, inside: &Node) {
    append(inside, &view.0);
}

#[inline(never)]
fn append(parent: &Node, child: &Node) {
    // It fails for what cannot have children, and for what is around the parent.
    let _ = parent.append_child(child);
}

#[inline(never)]
fn append_text(parent: &Element, text: Text) {
    let _ = parent.append_with_str_1(&text);
}

/// What can stand inside an element.
pub trait Child {
    /// Appends itself to an element's children.
    fn add_to(self, parent: &Element);
}

impl Child for El {
    fn add_to(self, parent: &Element) {
        append(parent, &self.0);
    }
}

impl Child for View {
    fn add_to(self, parent: &Element) {
        append(parent, &self.0);
    }
}

impl Child for &'static str {
    fn add_to(self, parent: &Element) {
        append_text(parent, Cow::Borrowed(self));
    }
}

impl Child for String {
    fn add_to(self, parent: &Element) {
        append_text(parent, Cow::Owned(self));
    }
}

impl<T: Child> Child for Option<T> {
    fn add_to(self, parent: &Element) {
        if let Some(child) = self {
            child.add_to(parent);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn add_to(self, parent: &Element) {
        for child in self {
            child.add_to(parent);
        }
    }
}
