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
//!   [`View`] makes that part anew whenever a signal that it reads changes: what somebody unfolds in it has to be kept
//!   elsewhere. The focus goes to what stands where it was.
//! - [`live`] is such a part without an element around it.
//! - [`keyed`] is a list whose rows are made once per key and move with it.
//! - There is no way to set raw HTML.
//!
//! # Owners
//!
//! Make elements with closures under an owner: within another part, or with `Owner::with`. An event handler has none.
//! Elements without closures can be made there. A closure would never run again; debug builds panic.
//!
//! A part that is made anew, and a row of a list, has an owner of its own. The new part is made, the old nodes are
//! removed, and then the old part's effects, signals and cleanups end, in this order.
//!
//! Signals and memos keep a record of all that has read them. The effects of this crate are taken out of it when they
//! end; Leptos' own `Effect` and `Memo` are not. So a part that is made anew often should have few of these that read
//! what outlives it: each stays in the record, and every change goes through all of them.
//!
//! # Events and the focus
//!
//! When an element that has the focus is removed or moved, the browser sends it `change`, if something was typed into it,
//! and then `blur` and `focusout`. Handlers of `change` are always called, so that nothing is lost that was typed. Handlers
//! of `blur` and `focusout` are not, where the focus goes on to the element that takes the place. Where it comes back after
//! a move, handlers of `focus` and `focusin` are not called, either.
//!
//! # Why not `view!`
//!
//! Leptos' macro describes elements by types of their own, about a kilobyte of WebAssembly each, and keeps and compares
//! the descriptions. The app that this was made for has hundreds of elements, most of which never change. As a whole,
//! with the same features on the same day, it measured
//!
//! | built with | KB brotli |
//! |---|---|
//! | `view!` | 293 |
//! | `view!` and Leptos' `erase_components` | 230 |
//! | this | 162 |
//!
//! and the time until its page is live grows with the size of the program. Here `el` makes the element itself, and
//! nothing remains of it but what may change. Methods that do the work take boxed closures and are not inlined, so that
//! they exist once. Memos and effects are Leptos' own: erasing their types saved 3 KB more, which is not worth a second
//! vocabulary.
//!
//! # What it does not do
//!
//! No server rendering, no hydration, no SVG or MathML elements, no components: a component is a function that returns
//! an [`El`] or a [`View`].

mod attribute;
mod boxed;
mod child;
mod element;
mod focus;
mod keyed;
mod live;
mod node;
mod order;

pub use attribute::{Attribute, AttributeValue, Source, true_or_false};
pub use boxed::boxed;
pub use child::{Child, LiveChild};
pub use element::{el, fragment, mount};
pub use focus::focus_without_scrolling;
pub use keyed::keyed;
pub use live::live;
pub use node::{El, Text, View};
