//! The focus, where the part around it is made anew or moved: the keyboard user stays in place.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlInputElement, Node};

/// The element that has the focus.
pub(crate) struct Focused {
    element: HtmlElement,
    field: Option<Selection>,
}

/// What is in a field, from where to where it is selected, and in which direction.
struct Selection {
    value: String,
    from: u32,
    to: u32,
    direction: Option<String>,
}

impl Focused {
    /// What has the focus, if it is inside a node. Most changes are far from it.
    pub(crate) fn within(node: &Node) -> Option<Focused> {
        let element: HtmlElement = document().active_element()?.unchecked_into();
        if !node.contains(Some(&element)) {
            return None;
        }
        let field = Selection::of(element.unchecked_ref());
        Some(Focused { element, field })
    }

    /// Whether only a script can have given it the focus.
    pub(crate) fn by_script(&self) -> bool {
        self.element.has_attribute("tabindex")
    }

    /// If the focus is between two siblings: what stands at the same place in a part that is to replace all that is
    /// there, if it is of the same kind.
    pub(crate) fn successor(&self, first: &Node, last: &Node, new: &Node) -> Option<HtmlElement> {
        let path = self.path_between(first, last)?;
        // A part is an element, or several in a fragment.
        let alone = new.node_type() == Node::ELEMENT_NODE;
        let mut node = Some(new.clone());
        for (depth, place) in path.iter().rev().enumerate() {
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
        element.filter(|element| element.tag_name() == self.element.tag_name())
    }

    /// The path there from the first of two siblings, by positions among children, the last step first.
    fn path_between(&self, first: &Node, last: &Node) -> Option<Vec<u32>> {
        let parent = first.parent_node()?;
        let mut node: Node = self.element.clone().into();
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
        Some(path)
    }

    /// Gives the focus back to the element that had it, if it has lost it.
    pub(crate) fn restore(&self) {
        if document().active_element().as_ref() != Some(self.element.as_ref()) {
            self.restore_to(&self.element);
        }
    }

    /// Moves the focus to an element, and selects the same as before if the element's text is the same.
    pub(crate) fn restore_to(&self, element: &HtmlElement) {
        focus_without_scrolling(element);
        if let Some(selection) = &self.field {
            selection.restore_to(element.unchecked_ref());
        }
    }
}

impl Selection {
    /// A text area has these by the same names as a field. Other elements have none.
    fn of(field: &HtmlInputElement) -> Option<Selection> {
        let (from, to) = (field.selection_start().ok()??, field.selection_end().ok()??);
        let direction = field.selection_direction().ok().flatten();
        Some(Selection { value: field.value(), from, to, direction })
    }

    fn restore_to(&self, field: &HtmlInputElement) {
        if field.value() == self.value {
            let direction = self.direction.as_deref().unwrap_or("none");
            let _ = field.set_selection_range_with_direction(self.from, self.to, direction);
        }
    }
}

/// Gives an element the focus and scrolls nothing.
pub fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
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
