//! The view layer in a browser. `cargo xtask test --only ui` runs these; natively there is nothing here.
#![cfg(target_arch = "wasm32")]

mod count;
mod elements;
mod focus;
mod keyed;
mod keyed_edges;
mod keyed_moves;
mod live;
mod memory;
mod owners;
mod page;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
