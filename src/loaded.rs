//! The plan as the page has it.

use std::sync::OnceLock;

use yaodian_plan::query::Catalog;
use yaodian_plan::search::{PinyinTable, SearchIndex};

/// The plan and what is derived from it once.
pub struct Loaded {
    /// The plan with its look-ups.
    pub catalog: Catalog,
    index: OnceLock<SearchIndex>,
}

impl Loaded {
    /// Holds a plan.
    pub fn new(catalog: Catalog) -> Loaded {
        Loaded { catalog, index: OnceLock::new() }
    }

    /// The search index, built at the first search, with the readings of the plan's characters.
    pub fn index(&self, sounds: impl FnOnce() -> PinyinTable) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::new(&self.catalog.plan, &sounds()))
    }
}
