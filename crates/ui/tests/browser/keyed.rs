//! Keyed lists: rows are made once per key and kept while it stays.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian_ui::{View, el, fragment, keyed};

use crate::count::Count;
use crate::page::{Page, tick};

type Keys = RwSignal<Vec<usize>>;

/// A list between two lines.
pub fn list(keys: Keys, row: impl Fn(usize) -> View + 'static) -> View {
    let rows = keyed(Box::new(move || keys.get()), Box::new(row));
    fragment(vec![el("hr").into_view(), rows, el("br").into_view()])
}

/// What is shown for these keys, where a row is a paragraph.
fn paragraphs(keys: &[usize]) -> String {
    let rows: String = keys.iter().map(|key| format!("<p>{key}</p>")).collect();
    format!("<hr>{rows}<br>")
}

fn paragraph(key: usize) -> View {
    el("p").child(key.to_string()).into_view()
}

/// Lists that say all that can happen to one.
const LISTS: &[&[usize]] = &[
    &[],
    &[1, 2, 3],
    &[1, 2, 3],
    &[3, 1, 2],
    &[0, 3, 1, 4, 2, 5],
    &[5, 4, 3, 2, 1, 0],
    &[4, 2, 0],
    &[2],
    &[6, 2, 7],
    &[7, 6],
    &[1],
    &[],
    &[9, 0],
];

#[wasm_bindgen_test]
async fn a_list_shows_its_keys_in_order() {
    let keys = Keys::default();
    let page = Page::of(|| list(keys, paragraph));
    for wanted in LISTS {
        keys.set(wanted.to_vec());
        tick().await;
        assert_eq!(page.html(), paragraphs(wanted));
    }
}

#[wasm_bindgen_test]
async fn rows_that_stay_are_the_same_and_are_made_once() {
    let keys = Keys::default();
    let made = Count::default();
    let count = made.clone();
    let page = Page::of(|| {
        list(keys, move |key| {
            count.add();
            paragraph(key)
        })
    });
    for wanted in LISTS {
        let (before, was) = (keys.get_untracked(), page.all("p"));
        keys.set(wanted.to_vec());
        tick().await;
        let is = page.all("p");
        for (at, key) in wanted.iter().enumerate() {
            if let Some(place) = before.iter().position(|known| known == key) {
                assert_eq!(was[place], is[at], "{before:?} {wanted:?}");
            }
        }
        let new = wanted.iter().filter(|key| !before.contains(key)).count();
        assert_eq!(made.take(), new, "{before:?} {wanted:?}");
    }
}

#[wasm_bindgen_test]
async fn a_key_that_repeats_is_shown_once() {
    let keys = RwSignal::new(vec![1, 2, 1]);
    let page = Page::of(|| list(keys, paragraph));
    assert_eq!(page.html(), paragraphs(&[1, 2]));
    let first = page.all("p")[0].clone();
    keys.set(vec![3, 1, 3, 2, 1, 3]);
    tick().await;
    assert_eq!(page.html(), paragraphs(&[3, 1, 2]));
    assert_eq!(page.all("p")[1], first);
    keys.set(vec![2, 2]);
    tick().await;
    assert_eq!(page.html(), paragraphs(&[2]));
}

#[wasm_bindgen_test]
async fn a_row_follows_signals_by_itself_and_the_list_does_not() {
    let (keys, number) = (RwSignal::new(vec![1, 2]), RwSignal::new(1));
    let made = Count::default();
    let count = made.clone();
    let page = Page::of(|| {
        list(keys, move |key| {
            count.add();
            // Reading it here makes neither the row nor the list follow it.
            let _ = number.get();
            el("p").child(move || (key as i32 * number.get()).to_string()).into_view()
        })
    });
    assert_eq!(page.html(), "<hr><p>1</p><p>2</p><br>");
    number.set(5);
    tick().await;
    assert_eq!(page.html(), "<hr><p>5</p><p>10</p><br>");
    assert_eq!(made.get(), 2);
    // Rows that were made before and after follow alike.
    keys.set(vec![3, 2]);
    tick().await;
    number.set(1);
    tick().await;
    assert_eq!(page.html(), "<hr><p>3</p><p>2</p><br>");
}

#[wasm_bindgen_test]
async fn the_effects_of_a_row_end_with_it() {
    let (keys, number) = (RwSignal::new(vec![1, 2, 3]), RwSignal::new(0));
    let runs = Count::default();
    let ran = runs.clone();
    let _page = Page::of(|| {
        list(keys, move |_| {
            let ran = ran.clone();
            let text = move || {
                ran.add();
                number.get().to_string()
            };
            el("p").child(text).into_view()
        })
    });
    assert_eq!(runs.take(), 3);
    keys.set(vec![3, 1]);
    tick().await;
    number.set(1);
    tick().await;
    assert_eq!(runs.take(), 2);
    keys.set(vec![]);
    tick().await;
    number.set(2);
    tick().await;
    assert_eq!(runs.take(), 0);
    // A key that comes back has a row of its own.
    keys.set(vec![2]);
    tick().await;
    number.set(3);
    tick().await;
    assert_eq!(runs.take(), 2);
}

#[derive(Clone)]
struct Name(&'static str);

#[wasm_bindgen_test]
async fn a_row_has_the_context_of_its_list() {
    let keys = RwSignal::new(vec![1]);
    let page = Page::of(|| {
        provide_context(Name("around"));
        list(keys, |_| el("p").child(use_context::<Name>().map_or("none", |name| name.0)).into_view())
    });
    keys.set(vec![1, 2]);
    tick().await;
    assert_eq!(page.html(), "<hr><p>around</p><p>around</p><br>");
}

#[wasm_bindgen_test]
async fn a_list_is_up_to_date_when_its_element_comes_back() {
    let keys = RwSignal::new(vec![1]);
    let page = Page::of(|| el("div").child(list(keys, paragraph)).into_view());
    let element = page.find("div");
    element.remove();
    keys.set(vec![2, 1]);
    tick().await;
    page.place().append_child(&element).unwrap();
    assert_eq!(page.html(), format!("<div>{}</div>", paragraphs(&[2, 1])));
}

#[wasm_bindgen_test]
async fn a_list_without_a_place_goes_on_when_it_has_one_again() {
    let keys = RwSignal::new(vec![1]);
    let page = Page::of(|| keyed(Box::new(move || keys.get()), Box::new(paragraph)));
    let nodes: Vec<_> = std::iter::from_fn(|| {
        let node = page.place().first_child()?;
        page.place().remove_child(&node).ok()
    })
    .collect();
    keys.set(vec![1, 2]);
    tick().await;
    for node in nodes {
        page.place().append_child(&node).unwrap();
    }
    keys.set(vec![2, 1, 3]);
    tick().await;
    assert_eq!(page.html(), "<p>2</p><p>1</p><p>3</p>");
}
