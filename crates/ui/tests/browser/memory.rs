//! Nothing is left in memory of what is no longer shown.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian_ui::{View, el, fragment, keyed, live};

use crate::count::Count;
use crate::page::{Page, tick};

/// The allocator, which knows how much is in use.
struct Counting;

thread_local! {
    static IN_USE: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: all is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.set(IN_USE.get() + layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        IN_USE.set(IN_USE.get() - layout.size());
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const ROUNDS: usize = 200;

/// How many bytes more are in use after many more rounds of a change and back. What grows once, such as a table that
/// has room for more afterwards, does so in the first rounds.
async fn growth(change: impl Fn(usize)) -> usize {
    let mut before = 0;
    for round in 0..2 * ROUNDS {
        if round == ROUNDS {
            before = IN_USE.get();
        }
        change(round);
        tick().await;
    }
    IN_USE.get().saturating_sub(before)
}

fn row(number: RwSignal<usize>, key: usize) -> View {
    let part = live(move || el("b").child(number.get().to_string()).into_view());
    let text =
        el("p").class(move || number.get().to_string()).child(move || (key + number.get()).to_string());
    fragment(vec![part, text.into_view()])
}

#[wasm_bindgen_test]
async fn a_part_that_is_made_anew_leaves_nothing() {
    let (number, again) = (RwSignal::new(0), RwSignal::new(0));
    let _page = Page::of(|| live(move || row(number, again.get())));
    assert_eq!(growth(|round| again.set(round % 2)).await, 0);
    assert_eq!(growth(|round| number.set(round % 2)).await, 0);
}

#[wasm_bindgen_test]
async fn rows_that_go_leave_nothing() {
    let (number, keys) = (RwSignal::new(0), RwSignal::new(Vec::new()));
    let _page = Page::of(|| keyed(Box::new(move || keys.get()), Box::new(move |key| row(number, key))));
    let change =
        |round: usize| keys.set(if round.is_multiple_of(2) { (0..20).collect() } else { Vec::new() });
    assert_eq!(growth(change).await, 0);
    let change = |round: usize| keys.set(vec![round % 2, 2 + round % 3]);
    assert_eq!(growth(change).await, 0);
}

#[wasm_bindgen(inline_js = r#"
export async function collect() {
    await globalThis.gc({ execution: 'async' });
    await new Promise((next) => setTimeout(next));
}
"#)]
extern "C" {
    fn collect() -> js_sys::Promise;
}

/// Says when it is dropped.
struct Held(Count);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.add();
    }
}

#[wasm_bindgen_test]
async fn a_listener_goes_with_its_element() {
    let dropped = Count::default();
    let held = Held(dropped.clone());
    let page = Page::of(|| el("button").on("click", move |_| held.0.add()).into_view());
    page.find("button").click();
    assert_eq!(dropped.take(), 1);
    drop(page);
    // The runner says that it took too long if that never happens.
    while dropped.get() == 0 {
        JsFuture::from(collect()).await.unwrap();
    }
}
