//! Attributes and properties: set once, or kept up to date.

use std::borrow::Cow;

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

use crate::live::follow;
use crate::node::Text;

/// What an attribute or a property can be set to.
pub trait AttributeValue {
    /// Whether a property of this type is `true` or `false`, and not a text.
    const IS_FLAG: bool = false;

    /// The text. `None` means that an attribute is not there, that a text is empty, that a flag is `false`.
    fn into_text(self) -> Option<Text>;
}

impl AttributeValue for &'static str {
    fn into_text(self) -> Option<Text> {
        Some(Cow::Borrowed(self))
    }
}

impl AttributeValue for String {
    fn into_text(self) -> Option<Text> {
        Some(Cow::Owned(self))
    }
}

impl AttributeValue for Text {
    fn into_text(self) -> Option<Text> {
        Some(self)
    }
}

impl AttributeValue for bool {
    const IS_FLAG: bool = true;

    fn into_text(self) -> Option<Text> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<V: AttributeValue> AttributeValue for Option<V> {
    const IS_FLAG: bool = V::IS_FLAG;

    fn into_text(self) -> Option<Text> {
        self.and_then(V::into_text)
    }
}

/// The text of `aria-pressed`, `aria-expanded` and the like, which want one where a flag would have none.
///
/// ```no_run
/// # use leptos::prelude::*;
/// # use yaodian_ui::{el, true_or_false};
/// let open = RwSignal::new(false);
/// let button = el("button").attr("aria-expanded", move || true_or_false(open.get()));
/// # let _ = button;
/// ```
pub fn true_or_false(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// A value, or a closure that returns one whenever a signal that it reads changes.
pub trait Attribute {
    /// Whether a property is `true` or `false`, and not a text.
    const IS_FLAG: bool;

    /// The value without its type.
    fn into_source(self) -> Source;
}

/// Where a value comes from.
pub enum Source {
    /// It never changes.
    Fixed(Option<Text>),
    /// It is what this returns.
    Live(Box<dyn FnMut() -> Option<Text>>),
}

macro_rules! attribute_of_value {
    ($($value:ty),*) => {$(
        impl Attribute for $value {
            const IS_FLAG: bool = <$value as AttributeValue>::IS_FLAG;

            fn into_source(self) -> Source {
                Source::Fixed(self.into_text())
            }
        }
    )*};
}

attribute_of_value!(&'static str, String, Text, bool);

impl<V: AttributeValue> Attribute for Option<V> {
    const IS_FLAG: bool = V::IS_FLAG;

    fn into_source(self) -> Source {
        Source::Fixed(self.into_text())
    }
}

impl<F: FnMut() -> V + 'static, V: AttributeValue> Attribute for F {
    const IS_FLAG: bool = V::IS_FLAG;

    fn into_source(mut self) -> Source {
        Source::Live(Box::new(move || self().into_text()))
    }
}

#[inline(never)]
pub(crate) fn set_attribute(element: &Element, name: &'static str, source: Source) {
    match source {
        // An element that has just been made has no attribute to remove.
        Source::Fixed(None) => {}
        source => set(element, name, source, write_attribute),
    }
}

#[inline(never)]
pub(crate) fn set_property(element: &Element, name: &'static str, source: Source, is_flag: bool) {
    let write = match (is_flag, name) {
        (true, _) => write_flag,
        (false, "value") => write_value,
        (false, _) => write_text,
    };
    set(element, name, source, write);
}

/// Writes a value to an attribute or a property.
type Write = fn(&Element, &str, Option<&str>);

fn set(element: &Element, name: &'static str, source: Source, write: Write) {
    match source {
        Source::Fixed(value) => write(element, name, value.as_deref()),
        Source::Live(value) => {
            let element = element.clone();
            follow_text(value, Box::new(move |value| write(&element, name, value)));
        }
    }
}

/// Both fail for names that are no names.
fn write_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn write_text(element: &Element, name: &str, value: Option<&str>) {
    write_property(element, name, JsValue::from_str(value.unwrap_or_default()));
}

/// The value of a field. If somebody is typing in it, the caret stays beside what it stood at.
fn write_value(element: &Element, name: &str, value: Option<&str>) {
    let value = value.unwrap_or_default();
    let field: &HtmlInputElement = element.unchecked_ref();
    let property =
        |name: &str| js_sys::Reflect::get(element, &JsValue::from_str(name)).unwrap_or(JsValue::NULL);
    let before = property(name).as_string().unwrap_or_default();
    if before == value {
        return;
    }
    // Only fields for text have one.
    let focused = document().active_element().as_ref() == Some(element);
    let caret = property("selectionEnd").as_f64().filter(|_| focused);
    write_property(element, name, JsValue::from_str(value));
    if let Some(caret) = caret {
        let at = caret_after(&before, value, caret as usize) as u32;
        let _ = field.set_selection_range(at, at);
    }
}

/// Where a caret goes when a text becomes another one, in UTF-16 units: before it or behind it something may have come in.
fn caret_after(before: &str, after: &str, caret: usize) -> usize {
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let (mut same, mut others) = (0, after.chars());
    for one in before.chars() {
        if others.next() != Some(one) {
            break;
        }
        same += one.len_utf16();
    }
    if caret <= same {
        return caret;
    }
    let behind = units(before).saturating_sub(caret);
    units(after).saturating_sub(behind).max(same)
}

fn write_flag(element: &Element, name: &str, value: Option<&str>) {
    write_property(element, name, JsValue::from_bool(value.is_some()));
}

/// It fails for properties that cannot be set.
fn write_property(element: &Element, name: &str, value: JsValue) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}

/// Takes a text, or `None` where there is none.
pub(crate) type SetText = Box<dyn Fn(Option<&str>)>;

/// Calls `set` now and whenever `value` returns something else.
#[inline(never)]
pub(crate) fn follow_text(mut value: Box<dyn FnMut() -> Option<Text>>, set: SetText) {
    let mut last: Option<Option<Text>> = None;
    follow(Box::new(move || {
        let value = Some(value());
        if last != value {
            set(value.as_ref().and_then(|value| value.as_deref()));
            last = value;
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::caret_after;

    #[test]
    fn the_caret_stays_beside_what_it_stood_at() {
        // (before, after, caret before, caret after)
        let cases = [
            ("甲页", "甲页\n乙页", 2, 2),
            ("甲页", "乙页\n甲页", 2, 5),
            ("甲页", "乙页\n甲页", 1, 4),
            ("甲😀页", "甲😀页；乙", 4, 4),
            ("甲", "", 1, 0),
            ("", "乙", 0, 0),
            ("原文", "别的", 2, 2),
        ];
        for (before, after, caret, expected) in cases {
            assert_eq!(caret_after(before, after, caret), expected, "{before:?} {after:?} {caret}");
        }
    }
}
