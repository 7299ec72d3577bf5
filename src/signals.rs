//! What follows from signals: values, and what is done whenever they change.
//!
//! Both are Leptos' own, without its generics. A memo of each type of value would be some kilobytes of WebAssembly, and
//! there are a dozen of these types; so there is one, of a number, behind which the value is kept.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

type Value = Arc<dyn Any + Send + Sync>;
/// Computes the value anew; `None` if it is what it was.
type Compute = Box<dyn Fn(Option<&Value>) -> Option<Value> + Send + Sync>;

/// A value that follows from signals. Whoever reads it is told when it has changed.
pub struct Derived<T> {
    /// How many times the value has changed.
    changes: Memo<u32>,
    value: StoredValue<Option<Value>>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// A value that a function computes.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
        Derived::from_last(move |_| compute())
    }

    /// The same for a function that is given the value before.
    pub fn from_last(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Derived<T> {
        let compute = move |last: Option<&Value>| {
            let last = last.and_then(|last| last.downcast_ref::<T>());
            let new = compute(last);
            (last != Some(&new)).then(|| Arc::new(new) as Value)
        };
        let (changes, value) = derive(Box::new(compute));
        Derived { changes, value, kind: PhantomData }
    }

    /// Looks at the value. Tracks.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(look)
    }

    /// Is told when it has changed.
    pub fn track(self) {
        self.changes.track();
    }

    /// Looks at the value without being told of later ones.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let value = current(self.changes, self.value);
        look(value.downcast_ref::<T>().unwrap_or_else(|| unreachable!("only this type is put there")))
    }

    /// The value. Tracks.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, without being told of later ones.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

#[inline(never)]
fn derive(compute: Compute) -> (Memo<u32>, StoredValue<Option<Value>>) {
    let value: StoredValue<Option<Value>> = StoredValue::new(None);
    let changes = Memo::new(move |changes: Option<&u32>| {
        let changes = changes.copied().unwrap_or_default();
        match compute(value.get_value().as_ref()) {
            None => changes,
            Some(new) => {
                value.set_value(Some(new));
                changes + 1
            }
        }
    });
    (changes, value)
}

/// The value, brought up to date.
#[inline(never)]
fn current(changes: Memo<u32>, value: StoredValue<Option<Value>>) -> Value {
    changes.with_untracked(|_| ());
    value.get_value().unwrap_or_else(|| unreachable!("the memo has put it there"))
}

/// Does something soon, and again soon after anything that it has read changes, as long as the present owner lives.
pub fn whenever(act: impl FnMut() + 'static) {
    effect(Box::new(act));
}

#[inline(never)]
fn effect(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| act());
}
