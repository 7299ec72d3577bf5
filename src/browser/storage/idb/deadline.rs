//! How long a transaction may take: one can hang for ever, for example behind another page's that never ends.

use js_sys::{Array, Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yaodian_vault::stores::{Reason, Table};

use crate::browser::storage::local::reason;

/// Milliseconds. Restore points are large.
const TRANSACTION_MS: [i32; 2] = [8000, 30_000];

/// Why a transaction failed.
pub(super) enum Failure {
    /// It took too long.
    Late,
    /// What the browser says.
    Js(JsValue),
}

impl Failure {
    /// What is said of it.
    pub(super) fn reason(self) -> Reason {
        match self {
            Failure::Late => Reason::NoAnswer,
            Failure::Js(error) => reason(&error, Reason::MirrorFailed),
        }
    }
}

impl From<JsValue> for Failure {
    fn from(error: JsValue) -> Failure {
        Failure::Js(error)
    }
}

/// The time that a transaction may take.
pub(super) struct Deadline {
    late: Promise,
    timer: Option<i32>,
}

impl Deadline {
    /// Begins to run now.
    pub(super) fn of(table: Table) -> Deadline {
        let time = TRANSACTION_MS[usize::from(table == Table::RestorePoints)];
        let mut timer = None;
        let late = Promise::new(&mut |resolve: Function, _: Function| {
            // No event looks like it. Without timers it just has to wait.
            let set = window().set_timeout_with_callback_and_timeout_and_arguments_1(
                &resolve,
                time,
                &JsValue::TRUE,
            );
            timer = set.ok();
        });
        Deadline { late, timer }
    }

    /// Waits for a promise, but not for ever.
    pub(super) async fn wait(&self, promise: &Promise) -> Result<JsValue, Failure> {
        let first = Promise::race(&Array::of2(promise, &self.late));
        let value = JsFuture::from(first).await?;
        if value == JsValue::TRUE { Err(Failure::Late) } else { Ok(value) }
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timer) = self.timer {
            window().clear_timeout_with_handle(timer);
        }
    }
}
