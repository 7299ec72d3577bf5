//! What the two stores hold of a plan whose vault is not open. Nothing is written, and nobody is listened to.

use std::collections::HashMap;

use yaodian_vault::envelope::{self, Decoded, Envelope};
use yaodian_vault::stores::Primary;
use yaodian_vault::{Entries, database_name, key_prefix, mailbox};

use super::idb;
use super::local::Local;

/// Whether the synchronous store holds something of a plan. Also `true` where nothing can be stored: whoever opens the
/// vault then hears more.
pub fn seems_in_use(plan: &str) -> bool {
    Local::open(&key_prefix(plan)).is_none_or(|local| local.any())
}

/// What the synchronous store holds of a plan, as far as it can be read.
pub fn stored_now(plan: &str) -> Entries {
    let stored = Local::open(&key_prefix(plan)).map(|local| local.load()).unwrap_or_default();
    stored.into_iter().filter_map(|(key, raw)| Some((key.clone(), value_of(&key, &raw)?))).collect()
}

/// What the keys of all plans begin with.
const ROOT: &str = "yaodian.";

/// The same of every plan, by its id, in one pass: each of them would be a pass over the keys of all.
pub fn stored_of_all() -> HashMap<String, Entries> {
    let stored = Local::open(ROOT).map(|local| local.load()).unwrap_or_default();
    let mut of_plans: HashMap<String, Entries> = HashMap::new();
    for (key, raw) in stored {
        if let Some((plan, key)) = key.split_once('.')
            && let Some(value) = value_of(key, &raw)
        {
            of_plans.entry(plan.to_owned()).or_default().push((key.to_owned(), value));
        }
    }
    of_plans
}

/// The text that a store holds under a key; `None` if it was deleted, or is damaged.
fn value_of(key: &str, raw: &str) -> Option<String> {
    match envelope::decode(key, raw) {
        Decoded::Valid(Envelope { value, .. }) => value,
        _ => None,
    }
}

/// Whether the durable store may hold something of a plan, or for it. Also `true` where the browser does not say.
pub async fn in_use(plan: &str) -> bool {
    let (prefix, left) = (key_prefix(plan), mailbox::database_name(plan));
    let names = idb::databases().await;
    names.is_none_or(|names| names.iter().any(|name| name == database_name(&prefix) || *name == left))
}
