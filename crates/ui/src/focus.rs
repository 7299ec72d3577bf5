//! The focus, where the part around it is made anew: the keyboard user stays in place.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlInputElement, Node};

/// Where the focus was between two siblings.
pub struct Focus {
    tag: String,
    /// The path there from the first of them, by positions among children, the last step first.
    path: Vec<u32>,
    /// What was in the field, and from where to where it was selected.
    field: Option<(String, u32, u32)>,
}

impl Focus {
    /// Where the focus is between two siblings, if it is there.
    pub fn between(first: &Node, last: &Node) -> Option<Focus> {
        // What only a script can focus, such as a heading, is focused again by whoever did.
        let focused = document().active_element().filter(|focused| !focused.has_attribute("tabindex"))?;
        let parent = first.parent_node()?;
        let mut node: Node = focused.clone().into();
        // Most changes are far from the focus.
        if !parent.contains(Some(&node)) {
            return None;
        }
        let mut path = Vec::new();
        while node.parent_node()? != parent {
            path.push(before(&node, None));
            node = node.parent_node()?;
        }
        let is = |sign: &Node, place| node.compare_document_position(sign) & place != 0;
        if !is(first, Node::DOCUMENT_POSITION_PRECEDING) || !is(last, Node::DOCUMENT_POSITION_FOLLOWING) {
            return None;
        }
        path.push(before(&node, Some(first)));
        Some(Focus { tag: focused.tag_name(), path, field: selection(focused.unchecked_ref()) })
    }

    /// What stands at the same place in a part that is to replace what is between them, if it is of the same kind.
    pub fn successor_in(&self, new: &Node) -> Option<HtmlElement> {
        // A part is an element, or several in a fragment.
        let alone = new.node_type() == Node::ELEMENT_NODE;
        let mut node = Some(new.clone());
        for (depth, place) in self.path.iter().rev().enumerate() {
            if alone && depth == 0 {
                node = node.filter(|_| *place == 0);
                continue;
            }
            node = node.and_then(|node| node.first_child());
            for _ in 0..*place {
                node = node.and_then(|node| node.next_sibling());
            }
        }
        let element = node.and_then(|node| node.dyn_into::<HtmlElement>().ok());
        element.filter(|element| element.tag_name() == self.tag)
    }

    /// Moves the focus to an element, and selects the same as before if the element's text is the same.
    pub fn restore_to(&self, element: &HtmlElement) {
        focus_without_scrolling(element);
        let field: &HtmlInputElement = element.unchecked_ref();
        if let Some((_, from, to)) = self.field.as_ref().filter(|(value, ..)| field.value() == *value) {
            let _ = field.set_selection_range(*from, *to);
        }
    }
}

/// Gives an element the focus and scrolls nothing.
pub fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// What is in a field, and from where to where it is selected. A text area has these by the same names.
fn selection(field: &HtmlInputElement) -> Option<(String, u32, u32)> {
    let (from, to) = (field.selection_start().ok()??, field.selection_end().ok()??);
    Some((field.value(), from, to))
}

/// How many siblings are before a node, since another one.
fn before(node: &Node, since: Option<&Node>) -> u32 {
    let mut count = 0;
    let mut sibling = node.previous_sibling();
    while let Some(node) = sibling.filter(|node| Some(node) != since) {
        count += 1;
        sibling = node.previous_sibling();
    }
    count
}
