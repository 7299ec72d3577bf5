//! What everything here is made of: elements and finished parts as nodes of the page.

use std::borrow::Cow;
use std::cell::Cell;

use web_sys::{Element, Node};

/// Text that is either part of the program or made for the occasion.
pub type Text = Cow<'static, str>;

/// An element under construction. A clone is the same element.
#[derive(Clone)]
#[must_use = "an element is only shown once it is a child of another one"]
pub struct El(pub(crate) Element);

/// A finished part of a page: an element, or several side by side.
#[must_use = "a part is only shown once it is a child of an element"]
pub struct View(pub(crate) Node);

impl From<El> for View {
    fn from(element: El) -> View {
        View(element.0.into())
    }
}

#[inline(never)]
pub(crate) fn append(parent: &Node, child: &Node) {
    // It fails for what cannot have children, and for what is around the parent.
    let _ = parent.append_child(child);
}

thread_local! {
    /// Whether what happens to the focus is not the user's doing.
    static IS_SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Changes the page while handlers of focus events are not called: the browser reports that an element that is removed or
/// moved has lost the focus, as if the user had left it. Handlers of `change` are called.
pub(crate) fn silently(change: impl FnOnce()) {
    let before = IS_SILENT.replace(true);
    change();
    IS_SILENT.set(before);
}

/// Whether handlers are to ignore what happens to the focus now.
pub(crate) fn is_silent() -> bool {
    IS_SILENT.get()
}
