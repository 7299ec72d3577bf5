//! A small view layer: DOM elements with Leptos' signals, memos and effects behind them.
//!
//! It has the method names of Leptos' own builder (`child`, `class`, `attr`, `prop`, `on`) and one rule: **a value is
//! written once, a closure is kept up to date.** A closure runs in an effect that ends with the reactive owner under
//! which it was made.
//!
//! ```no_run
//! use leptos::prelude::*;
//! use yaodian_ui::el;
//!
//! let count = RwSignal::new(0);
//! let counter = el("p")
//!     .class("counter")
//!     .child(el("button").attr("type", "button").on("click", move |_| count.update(|n| *n += 1)).child("+1"))
//!     .child(el("output").attr("hidden", move || count.get() == 0).child(move || count.get().to_string()));
//! # let _ = counter;
//! ```
//!
//! - [`el`] makes an [`El`]; [`fragment`] puts several side by side; [`mount`] shows one in the page.
//! - A closure as a [`child`](El::child) that returns text keeps one text node up to date. One that returns an [`El`] or a
//!   [`View`] makes that part anew whenever a signal that it reads changes: what somebody types or unfolds in it has to
//!   be kept elsewhere. The focus goes to what stands where it was.
//! - [`live`] is such a part without an element around it.
//! - [`keyed`] is a list whose rows are made once per key and move with it.
//! - There is no way to set raw HTML.
//!
//! # Why not `view!`
//!
//! Leptos' macro describes elements by types of their own, about a kilobyte of WebAssembly each, and keeps and compares
//! the descriptions. This app has hundreds of elements, most of which never change. The same app measured 293 KB brotli
//! with `view!`, 230 KB with `view!` and `erase_components`, 162 KB so; and the time until the page is live grows with
//! the size of the program. Here `el` makes the element itself, and nothing remains of it but what may change.
//! To keep it small, the methods that do the work take boxed closures and are not inlined, so that they exist once.

mod attribute;
mod child;
mod element;
mod focus;
mod keyed;
mod live;
mod node;

pub use attribute::{Attribute, AttributeValue, true_or_false};
pub use child::{Child, LiveChild};
pub use element::{el, fragment, mount};
pub use focus::focus_without_scrolling;
pub use keyed::keyed;
pub use live::live;
pub use node::{El, Text, View};
