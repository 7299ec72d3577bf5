//! What can stand inside an element.

use leptos::prelude::document;
use web_sys::{Element, Node};

use crate::attribute::follow_text;
use crate::live::{marker, replaced_when_changed};
use crate::node::{El, Text, View, append};

/// What can stand inside an element.
pub trait Child {
    /// Appends itself to an element's children.
    fn append_to(self, parent: &Element);
}

impl Child for El {
    fn append_to(self, parent: &Element) {
        append(parent, &self.0);
    }
}

impl Child for View {
    fn append_to(self, parent: &Element) {
        append(parent, &self.0);
    }
}

impl Child for &'static str {
    fn append_to(self, parent: &Element) {
        append_text(parent, Text::Borrowed(self));
    }
}

impl Child for String {
    fn append_to(self, parent: &Element) {
        append_text(parent, Text::Owned(self));
    }
}

impl Child for Text {
    fn append_to(self, parent: &Element) {
        append_text(parent, self);
    }
}

impl<T: Child> Child for Option<T> {
    fn append_to(self, parent: &Element) {
        if let Some(child) = self {
            child.append_to(parent);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn append_to(self, parent: &Element) {
        for child in self {
            child.append_to(parent);
        }
    }
}

impl<F: FnMut() -> V + 'static, V: LiveChild> Child for F {
    fn append_to(self, parent: &Element) {
        V::append_live(self, parent);
    }
}

#[inline(never)]
fn append_text(parent: &Element, text: Text) {
    let _ = parent.append_with_str_1(&text);
}

/// What a closure that is a child can return.
pub trait LiveChild: Sized {
    /// Appends what the closure returns, and keeps it up to date.
    fn append_live(child: impl FnMut() -> Self + 'static, parent: &Element);
}

impl LiveChild for View {
    fn append_live(child: impl FnMut() -> View + 'static, parent: &Element) {
        replaced_when_changed(parent, Box::new(child));
    }
}

impl LiveChild for El {
    fn append_live(mut child: impl FnMut() -> El + 'static, parent: &Element) {
        replaced_when_changed(parent, Box::new(move || child().into_view()));
    }
}

impl LiveChild for Text {
    fn append_live(mut child: impl FnMut() -> Text + 'static, parent: &Element) {
        append_live_text(parent, Box::new(move || Some(child())));
    }
}

impl LiveChild for &'static str {
    fn append_live(mut child: impl FnMut() -> &'static str + 'static, parent: &Element) {
        append_live_text(parent, Box::new(move || Some(Text::Borrowed(child()))));
    }
}

impl LiveChild for String {
    fn append_live(mut child: impl FnMut() -> String + 'static, parent: &Element) {
        append_live_text(parent, Box::new(move || Some(Text::Owned(child()))));
    }
}

#[inline(never)]
fn append_live_text(parent: &Element, value: Box<dyn FnMut() -> Option<Text>>) {
    let (node, end) = (document().create_text_node(""), marker());
    append(parent, &node);
    append(parent, &end);
    follow_text(
        value,
        Box::new(move |value| {
            return_to(&node, &end);
            node.set_data(value.unwrap_or_default());
        }),
    );
}

/// Puts a text back before its marker. Page translators take texts out of the page, or into an element of their own, and
/// leave what they have made of it in their place.
fn return_to(text: &Node, end: &Node) {
    let before = end.previous_sibling();
    let (Some(parent), false) = (end.parent_node(), before.as_ref() == Some(text)) else { return };
    // Somebody may as well have put something in between.
    if text.parent_node().as_ref() == Some(&parent) {
        return;
    }
    match before.filter(|node| node.node_name() == TRANSLATED) {
        Some(translated) => drop(parent.replace_child(text, &translated)),
        None => drop(parent.insert_before(text, Some(end))),
    }
}

/// What translators wrap their texts in. Nobody else does any more.
const TRANSLATED: &str = "FONT";
