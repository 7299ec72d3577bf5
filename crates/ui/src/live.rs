//! Effects that end with their owner, and parts that are made anew.

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use web_sys::Node;

use crate::focus::Focused;
use crate::node::{View, append, silently};

/// Runs a function now, and again whenever a signal that it has read changes, as long as the present owner lives.
#[inline(never)]
pub(crate) fn follow(mut function: Box<dyn FnMut()>) {
    debug_assert!(
        Owner::current().is_some(),
        "a closure is followed as long as its owner lives, and here is none"
    );
    let effect = RenderEffect::new(move |_: Option<()>| function());
    on_cleanup(move || {
        // A signal keeps a record of every effect that has read it, and goes through all of them when it changes.
        let subscriber = effect.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
        drop(effect);
    });
}

/// Appends a part that is made anew whenever a signal that it has read changes.
#[inline(never)]
pub(crate) fn replaced_when_changed(parent: &Node, mut view: Box<dyn FnMut() -> View>) {
    // It may be anything from nothing to several elements, so invisible markers tell where it begins and ends.
    let (first, last) = (marker(), marker());
    append(parent, &first);
    append(parent, &last);
    // One for what is shown and one for what is to be shown next. They are not the effect's, which would end what is
    // shown before it is out of the page.
    let (mut shown, mut next) = (Owner::new(), Owner::new());
    follow(Box::new(move || {
        let View(new) = next.with(&mut view);
        std::mem::swap(&mut shown, &mut next);
        if let Some(parent) = last.parent_node() {
            // Removing an element with the focus calls its handlers. What they read is nothing that the part follows.
            untrack(|| replace(&parent, &first, &last, &new));
        }
        next.cleanup();
    }));
}

/// Puts a part in the place of what is between two siblings.
fn replace(parent: &Node, first: &Node, last: &Node, new: &Node) {
    // What only a script can focus, such as a heading, is focused again by whoever did.
    let focused = Focused::within(parent).filter(|focused| !focused.by_script());
    let successor = focused.and_then(|focused| Some((focused.successor(first, last, new)?, focused)));
    let remove = || {
        while let Some(old) = first.next_sibling() {
            // It fails if somebody has moved one of the markers away. Then there is no telling what is to go.
            if old == *last || parent.remove_child(&old).is_err() {
                break;
            }
        }
    };
    match &successor {
        Some(_) => silently(remove),
        None => remove(),
    }
    let _ = parent.insert_before(new, Some(last));
    if let Some((element, focused)) = successor {
        focused.restore_to(&element);
    }
}

/// A part by itself that is made anew whenever a signal that it has read changes: what a closure as a
/// [`child`](crate::El::child) is inside an element.
///
/// ```no_run
/// # use leptos::prelude::*;
/// # use yaodian_ui::{el, fragment, live};
/// let found = RwSignal::new(None::<String>);
/// let notice = live(move || match found.get() {
///     Some(name) => el("p").child(name).into_view(),
///     None => fragment(vec![]),
/// });
/// let page = fragment(vec![el("h1").child("Search").into_view(), notice]);
/// # let _ = page;
/// ```
pub fn live(view: impl FnMut() -> View + 'static) -> View {
    let place = document().create_document_fragment();
    replaced_when_changed(&place, Box::new(view));
    View(place.into())
}

/// An invisible node.
pub(crate) fn marker() -> Node {
    document().create_comment("").into()
}
