//! 要点: the work plan of a Standing Committee, on one page.

mod app;
mod browser;
mod chunks;
mod desk;
mod files;
mod ledger;
mod library;
mod loaded;
mod pages;
mod route;
mod start;
mod text;
mod widgets;

/// Half a kilobyte instead of the standard library's seven, and as fast.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // A release has no room for it: the page says that it has stopped, which is all that a user can act on.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    start::start();
}
