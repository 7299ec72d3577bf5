//! Elements without generics.
//!
//! Leptos gives every element of a `view!` a type of its own, and each of those types about a
//! kilobyte of WebAssembly. The pages have hundreds of elements, so they are built with [`el`]
//! instead: one type, made of Leptos' own erased attributes and views, and reactive in the same
//! way. What may change over time is given as a closure, through the methods named `live…`.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use web_sys::Event;

/// Text that is either part of the program or made for the occasion.
pub type Text = Cow<'static, str>;

type LiveAttribute = Box<dyn FnMut() -> Option<Text> + Send>;
type LiveText = Box<dyn FnMut() -> Text + Send>;
type LiveView = Box<dyn FnMut() -> AnyView + Send>;
type Handler = Box<dyn FnMut(Event)>;

/// An element under construction.
///
/// It is boxed so that handing it from method to method costs one word and not the whole.
#[must_use = "an element is only shown once it is added to another one"]
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Starts an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
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
        self.attribute("class", class.into())
    }

    /// Keeps an attribute up to date; `None` takes it away.
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> Option<Text> + Send + 'static) -> El {
        self.live_attribute(name, Box::new(value))
    }

    /// Keeps the class up to date.
    pub fn live_class(self, mut class: impl FnMut() -> Text + Send + 'static) -> El {
        self.live_attribute("class", Box::new(move || Some(class())))
    }

    /// Hides the element while a condition holds.
    pub fn hidden_if(self, mut hidden: impl FnMut() -> bool + Send + 'static) -> El {
        self.live_attribute("hidden", Box::new(move || hidden().then_some(Cow::Borrowed(""))))
    }

    /// Keeps a form field's value up to date.
    pub fn live_value(self, value: impl FnMut() -> Text + Send + 'static) -> El {
        self.property("value", Box::new(value))
    }

    /// Keeps a box ticked or not.
    pub fn live_checked(self, mut checked: impl FnMut() -> bool + Send + 'static) -> El {
        // Any text but the empty one counts as true: so a box costs no type of its own.
        self.property("checked", Box::new(move || if checked() { "true" } else { "" }.into()))
    }

    /// Says whether a button is the pressed one of several, and keeps that up to date.
    pub fn pressed_if(self, mut pressed: impl FnMut() -> bool + Send + 'static) -> El {
        let value = move || Some(Cow::Borrowed(if pressed() { "true" } else { "false" }));
        self.live_attribute("aria-pressed", Box::new(value))
    }

    /// Bars the element, and all fields in it if it is a set of fields, while a condition holds.
    pub fn disabled_if(self, mut barred: impl FnMut() -> bool + Send + 'static) -> El {
        self.live_attribute("disabled", Box::new(move || barred().then_some(Cow::Borrowed(""))))
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> El {
        self.listen(event, Box::new(handler))
    }

    /// Adds what the element contains.
    pub fn add(mut self, child: impl Child) -> El {
        child.add_to(&mut self.0.children);
        self
    }

    /// Adds text that is kept up to date.
    pub fn live_text(self, text: impl FnMut() -> Text + Send + 'static) -> El {
        self.push(boxed_text(Box::new(text)))
    }

    /// Adds a part that is made anew whenever something that it reads has changed.
    pub fn live(self, view: impl FnMut() -> AnyView + Send + 'static) -> El {
        self.push(live(view))
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Text) -> El {
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn live_attribute(mut self, name: &'static str, value: LiveAttribute) -> El {
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn property(mut self, name: &'static str, value: LiveText) -> El {
        self.0.attributes.push(prop(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, handler: Handler) -> El {
        self.0.attributes.push(on(ev::Custom::<Event>::new(event), handler).into_any_attr());
        self
    }

    #[inline(never)]
    fn push(mut self, child: AnyView) -> El {
        self.0.children.push(child);
        self
    }

    /// The finished element.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        custom(tag).child(children).add_any_attr(attributes).into_any()
    }
}

/// A part that is made anew whenever something that it reads has changed.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    boxed_view(Box::new(view))
}

/// Rows by position, made once each and kept while their position stays in the list.
#[inline(never)]
pub fn each(
    positions: Box<dyn Fn() -> Vec<usize> + Send + Sync>,
    row: Arc<dyn Fn(usize) -> AnyView + Send + Sync>,
) -> AnyView {
    view! { <For each=positions key=|at| *at children=move |at| row(at)/> }.into_any()
}

#[inline(never)]
fn boxed_view(view: LiveView) -> AnyView {
    view.into_any()
}

#[inline(never)]
fn boxed_text(text: LiveText) -> AnyView {
    text.into_any()
}

#[inline(never)]
fn text(text: Text) -> AnyView {
    text.into_any()
}

/// What can stand inside an element.
pub trait Child {
    /// Appends itself to an element's children.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for El {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for &'static str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(text(Cow::Borrowed(self)));
    }
}

impl Child for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(text(Cow::Owned(self)));
    }
}

impl<T: Child> Child for Option<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

/// Several parts without an element around them.
pub fn all(children: Vec<AnyView>) -> AnyView {
    children.into_any()
}
