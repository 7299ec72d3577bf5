//! Closures in boxes, so that what takes them is compiled once.

/// A closure for Leptos' `Effect::new`, in a box: the effect's code is in the module once, and not once for each closure,
/// which costs 0.7 KB each.
pub fn boxed(run: impl FnMut() + 'static) -> Box<dyn FnMut()> {
    Box::new(run)
}
