//! 要点: the work plan of a Standing Committee, on one page.

mod app;
mod browser;
mod components;
mod ledger;
mod order;
mod route;
mod start;
mod state;
mod text;
mod views;

fn main() {
    console_error_panic_hook::set_once();
    start::start();
}
