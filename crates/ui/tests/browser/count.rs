//! How often something is done: what a test says about work without a clock.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

/// Counts how often something runs. A clone counts the same.
#[derive(Clone, Default)]
pub struct Count(Rc<Cell<usize>>);

impl Count {
    pub fn add(&self) {
        self.0.set(self.0.get() + 1);
    }

    pub fn get(&self) -> usize {
        self.0.get()
    }

    /// How often since the last call.
    pub fn take(&self) -> usize {
        self.0.take()
    }
}

#[wasm_bindgen(inline_js = r#"
const counts = { changes: 0, steps: 0 };
const wrap = (prototype, name, kind) => {
    const was = Object.getOwnPropertyDescriptor(prototype, name);
    const counted = (call) => function (...words) { counts[kind] += 1; return call.apply(this, words); };
    const now = was.get ? { ...was, get: counted(was.get) } : { ...was, value: counted(was.value) };
    Object.defineProperty(prototype, name, now);
};
for (const name of ['appendChild', 'insertBefore', 'removeChild']) wrap(Node.prototype, name, 'changes');
for (const name of ['setAttribute', 'removeAttribute']) wrap(Element.prototype, name, 'changes');
for (const name of ['firstChild', 'lastChild', 'nextSibling', 'previousSibling', 'parentNode', 'contains'])
    wrap(Node.prototype, name, 'steps');
export function take_count(kind) { const count = counts[kind]; counts[kind] = 0; return count; }
"#)]
extern "C" {
    fn take_count(kind: &str) -> usize;
}

/// How often nodes or attributes were changed, and how often one was asked for another, since the last call.
pub fn take_dom_calls() -> DomCalls {
    DomCalls { changes: take_count("changes"), steps: take_count("steps") }
}

pub struct DomCalls {
    pub changes: usize,
    pub steps: usize,
}
