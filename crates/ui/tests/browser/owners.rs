//! Effects end with the owner under which they were made.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian_ui::{View, el, fragment, keyed, live};

use crate::count::Count;
use crate::page::{Page, tick};

/// Something of every kind that follows a number.
fn everything(number: RwSignal<usize>, runs: &Count) -> View {
    let read = {
        let runs = runs.clone();
        move || {
            runs.add();
            number.get()
        }
    };
    let text = {
        let read = read.clone();
        move || read().to_string()
    };
    let (class, value, part, keys) = (text.clone(), text.clone(), read.clone(), read.clone());
    fragment(vec![
        el("p").class(class).child(text).into_view(),
        el("input").prop("value", value).into_view(),
        live(move || el("b").child(part().to_string()).into_view()),
        keyed(Box::new(move || vec![keys()]), Box::new(|key| el("i").child(key.to_string()).into_view())),
        el("u").child(move || el("s").child(read().to_string())).into_view(),
    ])
}

#[wasm_bindgen_test]
async fn everything_ends_with_the_owner() {
    let (number, runs) = (RwSignal::new(1), Count::default());
    let page = Page::of(|| everything(number, &runs));
    assert_eq!(runs.take(), 6);
    number.set(2);
    tick().await;
    let shown = r#"<p class="2">2</p><input><b>2</b><i>2</i><u><s>2</s></u>"#;
    assert_eq!((page.html(), runs.take()), (shown.into(), 6));
    // What was about to run does not run any more, either.
    number.set(3);
    page.end();
    tick().await;
    number.set(4);
    tick().await;
    assert_eq!((page.html(), runs.take()), (shown.into(), 0));
}

#[wasm_bindgen_test]
async fn everything_in_a_part_ends_with_the_part() {
    let (number, runs, shown) = (RwSignal::new(1), Count::default(), RwSignal::new(true));
    let counted = runs.clone();
    let page =
        Page::of(|| live(move || if shown.get() { everything(number, &counted) } else { fragment(vec![]) }));
    number.set(2);
    tick().await;
    assert_eq!(runs.take(), 12);
    number.set(3);
    shown.set(false);
    tick().await;
    runs.take();
    number.set(4);
    tick().await;
    assert_eq!((page.html(), runs.take()), (String::new(), 0));
    shown.set(true);
    tick().await;
    assert_eq!(runs.take(), 6);
}

#[wasm_bindgen_test]
async fn the_signals_of_a_part_end_with_it() {
    let again = RwSignal::new(0);
    let own = RwSignal::new(None);
    let page = Page::of(|| {
        live(move || {
            let signal = RwSignal::new(again.get());
            own.set(Some(signal));
            el("p").into_view()
        })
    });
    let first = own.get_untracked().unwrap();
    again.set(1);
    tick().await;
    let second = own.get_untracked().unwrap();
    assert!(first.is_disposed() && !second.is_disposed());
    page.end();
    assert!(second.is_disposed());
}

#[wasm_bindgen_test]
#[should_panic(expected = "owner")]
fn a_closure_without_an_owner_would_never_run_again() {
    let _ = el("p").class(|| "x");
}
