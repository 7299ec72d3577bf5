//! Elements, made as they are named.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DocumentFragment, Element, Event, Node};

use crate::attribute::{Attribute, set_attribute, set_property};
use crate::child::Child;
use crate::node::{El, View, append, is_silent};

/// Makes an HTML element.
///
/// ```no_run
/// # use yaodian_ui::el;
/// let link = el("a").class("more").attr("href", "#/points").child("All points");
/// # let _ = link;
/// ```
///
/// # Panics
/// If `tag` is no name.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(document().create_element(tag).unwrap_or_else(|_| unreachable!("a tag is a name")))
}

impl El {
    /// Sets an attribute: to a text; to nothing for `true`; not at all for `false` and `None`. A closure that returns one of
    /// these keeps it up to date.
    ///
    /// ```no_run
    /// # use leptos::prelude::*;
    /// # use yaodian_ui::el;
    /// let open = RwSignal::new(false);
    /// let list = el("ul").attr("id", "months").attr("hidden", move || !open.get());
    /// # let _ = list;
    /// ```
    pub fn attr<A: Attribute>(self, name: &'static str, value: A) -> El {
        set_attribute(&self.0, name, value.into_source());
        self
    }

    /// Sets the whole class, in place of one that was set before. A closure keeps it up to date.
    pub fn class(self, class: impl Attribute) -> El {
        self.attr("class", class)
    }

    /// Sets a property, such as the `value` of a field: to a text, or for a `bool` to yes or no. A closure keeps it up
    /// to date: it is written when the closure returns something else than before, so what somebody types stays until
    /// then. The options of a `select` have to be there before its value.
    ///
    /// ```no_run
    /// # use leptos::prelude::*;
    /// # use yaodian_ui::el;
    /// let name = RwSignal::new(String::new());
    /// let field = el("input")
    ///     .prop("value", move || name.get())
    ///     .on("change", move |event| name.set(event_target_value(&event)));
    /// # let _ = field;
    /// ```
    pub fn prop<A: Attribute>(self, name: &'static str, value: A) -> El {
        set_property(&self.0, name, value.into_source(), A::IS_FLAG);
        self
    }

    /// Adds a listener for events of a kind. It goes with the element, so it should not keep the element, nor one around
    /// it: neither would ever go. An event tells where it happened.
    ///
    /// ```no_run
    /// # use leptos::prelude::*;
    /// # use yaodian_ui::el;
    /// let count = RwSignal::new(0);
    /// let button = el("button").attr("type", "button").on("click", move |_| count.update(|count| *count += 1));
    /// # let _ = button;
    /// ```
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> El {
        self.add_listener(event, Box::new(handler))
    }

    /// Adds what the element contains: text, an element, a part, or several. A closure keeps its part up to date: text
    /// in its node, elements by making them anew.
    ///
    /// ```no_run
    /// # use leptos::prelude::*;
    /// # use yaodian_ui::el;
    /// let (done, all) = (RwSignal::new(3), RwSignal::new(None::<i32>));
    /// let line = el("p")
    ///     .child("Done: ")
    ///     .child(move || done.get().to_string())
    ///     .child(move || match all.get() {
    ///         Some(all) => el("b").child(format!(" of {all}")),
    ///         None => el("i").child(", and more to come"),
    ///     });
    /// # let _ = line;
    /// ```
    pub fn child(self, child: impl Child) -> El {
        child.append_to(&self.0);
        self
    }

    #[inline(never)]
    fn add_listener(self, event: &'static str, mut handler: Box<dyn FnMut(Event)>) -> El {
        if matches!(event, "focus" | "focusin" | "blur" | "focusout") {
            handler = Box::new(move |event| {
                if !is_silent() {
                    handler(event);
                }
            });
        }
        // The element keeps it, and it goes when the element does.
        let handler = Closure::wrap(handler).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, handler.unchecked_ref());
        self
    }

    /// The element itself, for what has to be done to it later.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// The finished element as a part, for where a part is asked for.
    pub fn into_view(self) -> View {
        self.into()
    }
}

/// Several parts without an element around them; none are nothing at all.
///
/// ```no_run
/// # use yaodian_ui::{el, fragment};
/// let term = fragment(vec![el("dt").child("Item").into_view(), el("dd").child("What has to be done").into_view()]);
/// let list = el("dl").child(term);
/// # let _ = list;
/// ```
#[inline(never)]
pub fn fragment(children: Vec<View>) -> View {
    let several: DocumentFragment = document().create_document_fragment();
    for child in children {
        append(&several, &child.0);
    }
    View(several.into())
}

/// Shows a part at the end of an element of the page. It stays until somebody removes it; its effects end with the
/// owner that it was made under.
///
/// ```no_run
/// use leptos::prelude::*;
/// use yaodian_ui::{el, mount};
///
/// let owner = Owner::new();
/// let clicks = owner.with(|| RwSignal::new(0));
/// let view = owner.with(|| el("p").child(move || clicks.get().to_string()).into_view());
/// mount(view, &document().body().expect("a page has a body"));
/// // As long as the page.
/// std::mem::forget(owner);
/// ```
pub fn mount(view: View, inside: &Node) {
    append(inside, &view.0);
}
