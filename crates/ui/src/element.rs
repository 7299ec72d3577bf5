//! Elements, made as they are named, and finished parts of a page.

use std::borrow::Cow;
use std::cell::Cell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DocumentFragment, Element, Event, Node};

use crate::attribute::{Attribute, AttributeValue, Property};
use crate::child::Child;

/// Text that is either part of the program or made for the occasion.
pub type Text = Cow<'static, str>;

/// An element under construction. A clone is the same element.
#[derive(Clone)]
#[must_use = "an element is only shown once it is a child of another one"]
pub struct El(pub(crate) Element);

/// A finished part of a page: an element, or several side by side.
#[must_use = "a part is only shown once it is a child of an element"]
pub struct View(pub(crate) Node);

/// Makes an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    // It fails for tags that are no names.
    El(document().create_element(tag).unwrap_or_else(|_| unreachable!("a tag is a name")))
}

impl El {
    /// Sets an attribute: to a text; to nothing for `true`; not at all for `false` and `None`. A closure that gives one of
    /// these keeps it up to date.
    pub fn attr(self, name: &'static str, value: impl Attribute) -> El {
        value.set(&self.0, name);
        self
    }

    /// Sets the class. A closure keeps it up to date.
    pub fn class(self, class: impl Attribute) -> El {
        self.attr("class", class)
    }

    /// Keeps a property of the element up to date, such as the `value` or `checked` of a field. The options of a `select`
    /// have to be there before its value.
    pub fn prop<V: AttributeValue>(self, name: &'static str, value: impl FnMut() -> V + 'static) -> El {
        Property { name }.follow(&self.0, value);
        self
    }

    /// Adds an event listener. It goes with the element.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> El {
        self.add_listener(event, Box::new(handler))
    }

    /// Adds what the element contains: text, an element, a part, or several. A closure keeps its part up to date.
    pub fn child(self, child: impl Child) -> El {
        child.append_to(&self.0);
        self
    }

    #[inline(never)]
    fn add_listener(self, event: &'static str, mut handler: Box<dyn FnMut(Event)>) -> El {
        let handler: Box<dyn FnMut(Event)> = Box::new(move |event| {
            if !REPLACING.get() {
                handler(event);
            }
        });
        // The element keeps it, and it goes when the element does.
        let handler = Closure::wrap(handler).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, handler.unchecked_ref());
        self
    }

    /// The finished element.
    pub fn into_view(self) -> View {
        View(self.0.into())
    }
}

impl From<El> for View {
    fn from(element: El) -> View {
        element.into_view()
    }
}

thread_local! {
    /// Whether elements are being removed for others of their kind to take their place.
    static REPLACING: Cell<bool> = const { Cell::new(false) };
}

/// Removes elements without their handlers hearing of it: a removed element that has the focus reports that it lost it,
/// as if the user had left it.
pub(crate) fn remove_silently(remove: impl FnOnce()) {
    REPLACING.set(true);
    remove();
    REPLACING.set(false);
}

/// Several parts without an element around them.
#[inline(never)]
pub fn fragment(children: Vec<View>) -> View {
    let several: DocumentFragment = document().create_document_fragment();
    for child in children {
        append(&several, &child.0);
    }
    View(several.into())
}

/// Shows a part at the end of an element of the page.
pub fn mount(view: View, inside: &Node) {
    append(inside, &view.0);
}

#[inline(never)]
pub(crate) fn append(parent: &Node, child: &Node) {
    // It fails for what cannot have children, and for what is around the parent.
    let _ = parent.append_child(child);
}
