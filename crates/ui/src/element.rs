//! Elements, made as they are named.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DocumentFragment, Element, Event, Node};

use crate::attribute::{Attribute, AttributeValue, Property};
use crate::child::Child;
use crate::node::{El, View, append, is_replacing};

/// Makes an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    // It fails for tags that are no names.
    El(document().create_element(tag).unwrap_or_else(|_| unreachable!("a tag is a name")))
}

impl El {
    /// Sets an attribute: to a text; to nothing for `true`; not at all for `false` and `None`. A closure that returns one of
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
            if !is_replacing() {
                handler(event);
            }
        });
        // The element keeps it, and it goes when the element does.
        let handler = Closure::wrap(handler).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, handler.unchecked_ref());
        self
    }

    /// The element itself, for what has to be done to it later.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// The finished element.
    pub fn into_view(self) -> View {
        self.into()
    }
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
