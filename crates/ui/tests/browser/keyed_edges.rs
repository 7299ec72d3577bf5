//! Rows of several nodes or of none, and rows with live parts and lists at their edges.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian_ui::{View, el, fragment, keyed, live};

use crate::keyed::list;
use crate::page::{Page, tick};

type Keys = RwSignal<Vec<usize>>;

/// All orders of up to four keys, each after the other.
fn orders() -> Vec<Vec<usize>> {
    let mut orders = vec![vec![]];
    for a in 0..4 {
        for b in 0..4 {
            for c in 0..4 {
                let mut order = vec![a, b, c];
                order.dedup();
                if order.first() != order.last() {
                    orders.push(order);
                }
            }
        }
        orders.push(vec![a]);
    }
    orders
}

/// Goes through all orders and compares what is shown with what a row alone shows.
async fn check(row: impl Fn(usize) -> View + Copy + 'static, shows: impl Fn(usize) -> String) {
    let keys = Keys::default();
    let page = Page::of(|| list(keys, row));
    for order in orders() {
        keys.set(order.clone());
        tick().await;
        let rows: String = order.iter().map(|key| shows(*key)).collect();
        assert_eq!(page.html(), format!("<hr>{rows}<br>"), "{order:?}");
    }
}

#[wasm_bindgen_test]
async fn rows_of_several_nodes_move_whole() {
    let row = |key: usize| {
        let parts = (0..=key).map(|at| el("p").child(format!("{key}{at}")).into_view());
        fragment(parts.collect())
    };
    check(row, |key| (0..=key).map(|at| format!("<p>{key}{at}</p>")).collect()).await;
}

#[wasm_bindgen_test]
async fn rows_of_nothing_have_a_place() {
    let row = |key: usize| if key.is_multiple_of(2) { fragment(vec![]) } else { el("p").into_view() };
    check(row, |key| if key.is_multiple_of(2) { String::new() } else { "<p></p>".into() }).await;
}

#[wasm_bindgen_test]
async fn live_parts_at_the_edges_of_rows_grow_and_shrink_within_them() {
    let (keys, size) = (RwSignal::new(vec![0, 1, 2]), RwSignal::new(0));
    let part = move |key: usize, tag: &'static str| {
        live(move || fragment((0..size.get()).map(|_| el(tag).child(key.to_string()).into_view()).collect()))
    };
    let page = Page::of(|| {
        list(keys, move |key| fragment(vec![part(key, "a"), el("p").into_view(), part(key, "b")]))
    });
    let shows = |order: &[usize], size: usize| {
        let row = |key: &usize| {
            let times = |tag: &str| format!("<{tag}>{key}</{tag}>").repeat(size);
            format!("{}<p></p>{}", times("a"), times("b"))
        };
        format!("<hr>{}<br>", order.iter().map(row).collect::<String>())
    };
    for (order, wanted) in [(vec![0, 1, 2], 1), (vec![2, 1, 0], 2), (vec![1, 3, 0], 0), (vec![0, 1], 3)] {
        size.set(wanted);
        tick().await;
        assert_eq!(page.html(), shows(&keys.get_untracked(), wanted));
        keys.set(order.clone());
        tick().await;
        assert_eq!(page.html(), shows(&order, wanted));
        // Both at once.
        size.set(wanted + 1);
        keys.update(|keys| keys.reverse());
        tick().await;
        assert_eq!(page.html(), shows(&keys.get_untracked(), wanted + 1));
    }
}

#[wasm_bindgen_test]
async fn lists_in_the_rows_of_a_list_stay_within_them() {
    let (keys, inner) = (RwSignal::new(vec![1, 2]), RwSignal::new(vec![1, 2, 3]));
    let page = Page::of(|| {
        list(keys, move |key| {
            let name = move |at: usize| el("p").child(format!("{key}{at}")).into_view();
            keyed(Box::new(move || inner.get()), Box::new(name))
        })
    });
    let shows = |order: &[usize], inner: &[usize]| {
        let rows = order.iter().flat_map(|key| inner.iter().map(move |at| format!("<p>{key}{at}</p>")));
        format!("<hr>{}<br>", rows.collect::<String>())
    };
    for (order, wanted) in [
        // What a row begins with goes, and comes, and moves; then the rows move.
        (vec![2, 1], vec![2, 3]),
        (vec![1, 2], vec![0, 2, 3]),
        (vec![2, 3, 1], vec![3, 2, 0]),
        (vec![1, 3], vec![]),
        (vec![3, 1, 2], vec![5]),
    ] {
        inner.set(wanted.clone());
        tick().await;
        assert_eq!(page.html(), shows(&keys.get_untracked(), &wanted));
        keys.set(order.clone());
        tick().await;
        assert_eq!(page.html(), shows(&order, &wanted));
    }
}

#[wasm_bindgen_test]
async fn two_lists_side_by_side_keep_to_their_places() {
    let (one, two) = (RwSignal::new(vec![1]), RwSignal::new(vec![2]));
    let rows = |keys: Keys| {
        keyed(Box::new(move || keys.get()), Box::new(|key| el("p").child(key.to_string()).into_view()))
    };
    let page = Page::of(|| fragment(vec![rows(one), rows(two)]));
    for (first, second) in [(vec![], vec![2]), (vec![1, 3], vec![]), (vec![3], vec![4, 2])] {
        one.set(first.clone());
        two.set(second.clone());
        tick().await;
        let shown: String = first.iter().chain(&second).map(|key| format!("<p>{key}</p>")).collect();
        assert_eq!(page.html(), shown);
    }
}
