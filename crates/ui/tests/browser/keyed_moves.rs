//! What a change of a list costs, and what it does to the focus.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian_ui::{View, el};

use crate::count::{Count, take_dom_calls};
use crate::keyed::list;
use crate::page::{Page, tick};

const MANY: usize = 10_000;

fn empty(_: usize) -> View {
    el("p").into_view()
}

#[wasm_bindgen_test]
async fn only_rows_that_change_their_order_are_moved() {
    let keys = RwSignal::new((0..10).collect::<Vec<usize>>());
    let _page = Page::of(|| list(keys, empty));
    for (changes, order) in [
        (0, vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        // To the end, to the start, and two that change places.
        (1, vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 0]),
        (1, vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (2, vec![0, 8, 2, 3, 4, 5, 6, 7, 1, 9]),
        // Four go, and the others stay.
        (4, vec![8, 3, 5, 7, 1, 9]),
        // Four come, and the others are the other way round.
        (4 + 5, vec![9, 1, 7, 5, 3, 8, 0, 2, 4, 6]),
    ] {
        take_dom_calls();
        keys.set(order.clone());
        tick().await;
        assert_eq!(take_dom_calls().changes, changes, "{order:?}");
    }
}

#[wasm_bindgen_test]
async fn ten_thousand_rows_take_ten_thousand_steps() {
    let keys = RwSignal::new((0..MANY).collect::<Vec<_>>());
    let made = Count::default();
    let count = made.clone();
    let _page = Page::of(|| {
        list(keys, move |_| {
            count.add();
            el("p").into_view()
        })
    });
    assert_eq!(made.take(), MANY);
    let change = async |change: fn(&mut Vec<usize>), changes: usize, new: usize| {
        take_dom_calls();
        keys.update(change);
        tick().await;
        let calls = take_dom_calls();
        assert_eq!(calls.changes, changes);
        assert!(calls.steps < 4 * MANY, "{}", calls.steps);
        assert_eq!(made.take(), new);
    };
    change(|keys| keys.reverse(), MANY - 1, 0).await;
    change(|keys| keys.rotate_left(1), 1, 0).await;
    change(|keys| keys.rotate_right(1), 1, 0).await;
    change(|keys| keys.swap(0, MANY - 1), 2, 0).await;
    change(|keys| drop(keys.drain(..MANY / 2)), MANY / 2, 0).await;
    change(|keys| keys.extend(MANY..MANY + MANY / 2), MANY / 2, MANY / 2).await;
    change(|keys| keys.clear(), MANY, 0).await;
}

#[wasm_bindgen_test]
async fn a_row_keeps_the_focus_and_what_is_selected_wherever_it_goes() {
    let keys = RwSignal::new(vec![1, 2, 3, 4, 5]);
    let reports = Count::default();
    let counted = reports.clone();
    let page = Page::of(|| {
        list(keys, move |key| {
            let (blur, focus) = (counted.clone(), counted.clone());
            let field = el("input").attr("id", format!("field-{key}")).attr("value", "abcdef");
            field.on("blur", move |_| blur.add()).on("focus", move |_| focus.add()).into_view()
        })
    });
    let field = page.field("#field-3");
    field.focus().unwrap();
    field.set_selection_range(2, 4).unwrap();
    reports.take();
    for order in [
        vec![3, 1, 2, 4, 5],
        vec![1, 2, 4, 5, 3],
        vec![5, 4, 3, 2, 1],
        vec![9, 3, 8],
        vec![3],
        vec![7, 3],
        vec![3, 7],
    ] {
        keys.set(order.clone());
        tick().await;
        assert!(page.has_focus("#field-3"), "{order:?}");
        assert_eq!(page.field("#field-3"), field);
        assert_eq!((field.selection_start(), field.selection_end()), (Ok(Some(2)), Ok(Some(4))));
    }
    assert_eq!(reports.get(), 0);
}

#[wasm_bindgen_test]
async fn a_row_that_goes_reports_that_it_was_left() {
    let keys = RwSignal::new(vec![1, 2]);
    let heard = RwSignal::new(0);
    let page = Page::of(|| {
        list(keys, move |key| {
            let own = RwSignal::new(key);
            let id = format!("field-{key}");
            el("input").attr("id", id).on("blur", move |_| heard.set(own.get_untracked())).into_view()
        })
    });
    page.field("#field-2").focus().unwrap();
    keys.set(vec![1]);
    tick().await;
    assert_eq!(heard.get_untracked(), 2);
    assert!(!page.has_focus("#field-1"));
}
