//! What changes: attributes, texts, parts that are made anew, rows that come and go.

use leptos::prelude::*;
use web_sys::{Element, Node};

use super::focus::Focus;
use super::{Text, View, append, silently};

/// Runs a function now, and again whenever a signal that it has read changes, as long as the present owner lives.
#[inline(never)]
fn follow(mut function: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| function());
    on_cleanup(move || drop(effect));
}

/// Keeps an attribute up to date.
#[inline(never)]
pub(super) fn attribute(element: &Element, name: &'static str, mut value: Box<dyn FnMut() -> Option<Text>>) {
    let element = element.clone();
    let mut last = None;
    follow(Box::new(move || {
        let value = value();
        if last == value {
            return;
        }
        // It fails for names that are no names.
        let _ = match &value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
        last = value;
    }));
}

/// Keeps a text up to date.
#[inline(never)]
pub(super) fn text(mut value: Box<dyn FnMut() -> Text>, set: Box<dyn Fn(&str)>) {
    let mut last: Option<Text> = None;
    follow(Box::new(move || {
        let value = Some(value());
        if last != value {
            set(value.as_deref().unwrap_or_default());
            last = value;
        }
    }));
}

/// A part that is made anew whenever something that it reads has changed.
pub fn live(view: impl FnMut() -> View + 'static) -> View {
    made_anew(Box::new(view))
}

#[inline(never)]
fn made_anew(mut view: Box<dyn FnMut() -> View>) -> View {
    // It may be anything from nothing to several elements, so signs that nobody sees tell where it begins and ends.
    let place = document().create_document_fragment();
    let (first, last) = (sign(), sign());
    append(&place, &first);
    append(&place, &last);
    follow(Box::new(move || {
        let new = view();
        let Some(parent) = last.parent_node() else { return };
        let focus = Focus::between(&first, &last);
        let again = focus.and_then(|focus| Some((focus.again_in(&new.0)?, focus)));
        let take = || {
            while let Some(old) = first.next_sibling().filter(|old| *old != last) {
                let _ = parent.remove_child(&old);
            }
        };
        match &again {
            Some(_) => silently(take),
            None => take(),
        }
        let _ = parent.insert_before(&new.0, Some(&last));
        if let Some((element, focus)) = again {
            focus.give(&element);
        }
    }));
    View(place.into())
}

fn sign() -> Node {
    document().create_comment("").into()
}

/// Rows by position, made once each and kept while their position stays in the list.
#[inline(never)]
pub fn each(positions: Box<dyn Fn() -> Vec<usize>>, row: Box<dyn Fn(usize) -> View>) -> View {
    let place = document().create_document_fragment();
    let last = sign();
    append(&place, &last);
    // A row outlives the effect that made it, so its owner is the list's.
    let list = Owner::current();
    let mut rows: Vec<(usize, Owner, Node)> = Vec::new();
    follow(Box::new(move || {
        let Some(parent) = last.parent_node() else { return };
        let wanted = positions();
        // Those that go are gone before the others are looked at, which then stay where they are, and keep the focus.
        let (mut kept, gone): (Vec<_>, Vec<_>) =
            std::mem::take(&mut rows).into_iter().partition(|(at, _, _)| wanted.contains(at));
        for (_, _, node) in gone {
            let _ = parent.remove_child(&node);
        }
        let mut next = kept.first().map_or_else(|| last.clone(), |(_, _, node)| node.clone());
        for at in wanted {
            let known =
                kept.iter().position(|(position, _, _)| *position == at).map(|place| kept.remove(place));
            let (at, owner, node) = known.unwrap_or_else(|| {
                let owner = list.as_ref().map_or_else(Owner::new, Owner::child);
                let made = owner.with(|| untrack(|| row(at)));
                (at, owner, made.0)
            });
            if node == next {
                next = node.next_sibling().unwrap_or_else(|| last.clone());
            } else {
                let _ = parent.insert_before(&node, Some(&next));
            }
            rows.push((at, owner, node));
        }
    }));
    View(place.into())
}
