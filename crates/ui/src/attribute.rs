//! Attributes and properties: set once, or kept up to date.

use std::borrow::Cow;

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

use crate::live::follow;
use crate::node::Text;

/// What an attribute can be set to. `None` means that the element does not have it.
pub trait AttributeValue {
    /// The attribute's text.
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
    fn into_text(self) -> Option<Text> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<V: AttributeValue> AttributeValue for Option<V> {
    fn into_text(self) -> Option<Text> {
        self.and_then(V::into_text)
    }
}

/// What `aria-pressed`, `aria-expanded` and the like are set to: `"true"` or `"false"`.
pub fn true_or_false(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// A value for an attribute, or a closure that returns one.
pub trait Attribute {
    /// Sets the attribute of an element.
    fn set(self, element: &Element, name: &'static str);
}

macro_rules! attribute_of_value {
    ($($value:ty),*) => {$(
        impl Attribute for $value {
            fn set(self, element: &Element, name: &'static str) {
                write(element, name, self.into_text());
            }
        }
    )*};
}

attribute_of_value!(&'static str, String, Text, bool);

impl<V: AttributeValue> Attribute for Option<V> {
    fn set(self, element: &Element, name: &'static str) {
        write(element, name, self.into_text());
    }
}

impl<F: FnMut() -> V + 'static, V: AttributeValue> Attribute for F {
    fn set(mut self, element: &Element, name: &'static str) {
        let element = element.clone();
        follow_text(
            Box::new(move || self().into_text()),
            Box::new(move |value| {
                match value {
                    // Both fail for names that are no names.
                    Some(value) => drop(element.set_attribute(name, value)),
                    None => drop(element.remove_attribute(name)),
                }
            }),
        );
    }
}

#[inline(never)]
fn write(element: &Element, name: &'static str, value: Option<Text>) {
    if let Some(value) = value {
        // It fails for names that are no names.
        let _ = element.set_attribute(name, &value);
    }
}

/// A property of a form field.
pub(crate) struct Property {
    pub(crate) name: &'static str,
}

impl Property {
    pub(crate) fn follow<V: AttributeValue>(self, element: &Element, mut value: impl FnMut() -> V + 'static) {
        let field = element.clone().unchecked_into::<HtmlInputElement>();
        let name = self.name;
        follow_text(
            Box::new(move || value().into_text()),
            Box::new(move |value| match name {
                "checked" => field.set_checked(value.is_some()),
                "value" => set_value(&field, value.unwrap_or_default()),
                _ => {
                    let value = JsValue::from_str(value.unwrap_or_default());
                    // It fails for properties that cannot be set.
                    let _ = js_sys::Reflect::set(&field, &JsValue::from_str(name), &value);
                }
            }),
        );
    }
}

/// Sets the value of a field. If somebody is typing in it, the caret stays beside what it stood at.
#[inline(never)]
fn set_value(field: &HtmlInputElement, value: &str) {
    let property =
        |name: &str| js_sys::Reflect::get(field, &JsValue::from_str(name)).unwrap_or(JsValue::NULL);
    let before = property("value").as_string().unwrap_or_default();
    // Only fields for text have one.
    let caret = property("selectionEnd").as_f64().filter(|_| is_focused(field));
    if before != value {
        // It fails for properties that cannot be set.
        let _ = js_sys::Reflect::set(field, &JsValue::from_str("value"), &JsValue::from_str(value));
    }
    if let Some(caret) = caret.filter(|_| before != value) {
        let at = caret_after(&before, value, caret as usize) as u32;
        let _ = field.set_selection_range(at, at);
    }
}

fn is_focused(field: &HtmlInputElement) -> bool {
    document().active_element().as_ref() == Some(field.as_ref())
}

/// Where a caret goes when a text becomes another one, in UTF-16 units: before it or behind it something may have come in.
fn caret_after(before: &str, after: &str, caret: usize) -> usize {
    let [before, after] = [before, after].map(|text| text.encode_utf16().collect::<Vec<u16>>());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    if caret <= same {
        return caret;
    }
    let behind = before.len().saturating_sub(caret);
    after.len().saturating_sub(behind).max(same)
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
