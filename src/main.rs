//! 要点: the work plan of a Standing Committee, on one page.

mod app;
mod browser;
mod components;
mod ledger;
mod loaded;
mod order;
mod parts;
mod route;
mod start;
mod state;
mod text;
mod views;

fn main() {
    // In a release a panic says nothing: see `small` in xtask/src/trunk.rs.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    start::start();
}
