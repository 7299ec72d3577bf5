//! The plan as the page has it.

use std::sync::OnceLock;

use yaodian_plan::query::Catalog;
use yaodian_plan::search::{PinyinTable, SearchIndex};

/// The plan and what is derived from it once.
pub struct Loaded {
    /// The plan with its look-ups.
    pub catalog: Catalog,
    pinyin: PinyinTable,
    index: OnceLock<SearchIndex>,
}

impl Loaded {
    /// Holds a plan. The search index is made when somebody searches first.
    pub fn new(catalog: Catalog, pinyin: PinyinTable) -> Loaded {
        Loaded { catalog, pinyin, index: OnceLock::new() }
    }

    /// The search index.
    pub fn index(&self) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::new(&self.catalog.plan, &self.pinyin))
    }
}
