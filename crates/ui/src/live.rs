//! Effects that end with their owner, and parts that are made anew.

use leptos::prelude::*;
use web_sys::Node;

use crate::focus::Focus;
use crate::node::{View, append, remove_silently};

/// Runs a function now, and again whenever a signal that it has read changes, as long as the present owner lives.
#[inline(never)]
pub(crate) fn follow(mut function: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| function());
    on_cleanup(move || drop(effect));
}

/// Appends a part that is made anew whenever a signal that it has read changes.
#[inline(never)]
pub(crate) fn replaced_when_changed(parent: &Node, mut view: Box<dyn FnMut() -> View>) {
    // It may be anything from nothing to several elements, so invisible markers tell where it begins and ends.
    let (first, last) = (marker(), marker());
    append(parent, &first);
    append(parent, &last);
    follow(Box::new(move || {
        let new = view();
        let Some(parent) = last.parent_node() else { return };
        let focus = Focus::between(&first, &last);
        let successor = focus.and_then(|focus| Some((focus.successor_in(&new.0)?, focus)));
        let remove = || {
            while let Some(old) = first.next_sibling().filter(|old| *old != last) {
                let _ = parent.remove_child(&old);
            }
        };
        match &successor {
            Some(_) => remove_silently(remove),
            None => remove(),
        }
        let _ = parent.insert_before(&new.0, Some(&last));
        if let Some((element, focus)) = successor {
            focus.restore_to(&element);
        }
    }));
}

/// A part by itself that is made anew whenever a signal that it has read changes: what a closure as a
/// [`child`](crate::El::child) is inside an element.
pub fn live(view: impl FnMut() -> View + 'static) -> View {
    let place = document().create_document_fragment();
    replaced_when_changed(&place, Box::new(view));
    View(place.into())
}

/// An invisible node.
pub(crate) fn marker() -> Node {
    document().create_comment("").into()
}
