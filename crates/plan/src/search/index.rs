//! The search index of a plan, and filtering.

mod build;

use super::cells::{Cells, Span};
use super::fold::NOTHING;
use super::term::{Level, Term};
use super::{Field, ItemSet, Target};

/// The search index of one plan. Refers to items by position, so it has to be built again when the plan's items change.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    pub(super) cells: Cells,
    pub(super) items: Vec<ItemTexts>,
    /// Texts that several items share; a query examines each of them only once.
    pub(super) facets: Vec<Facet>,
    /// The facets of all items, one item after another.
    pub(super) item_facets: Vec<u32>,
    pub(super) points: Vec<PointTexts>,
    pub(super) names: Vec<NameTexts>,
}

/// The texts of one item.
#[derive(Clone, Copy, Debug)]
pub(super) struct ItemTexts {
    pub title: Span,
    pub id: Span,
    /// Range of the item's facets.
    pub facets: (u32, u32),
}

/// A text that items share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facet {
    pub field: Field,
    pub text: Span,
    /// Whether it is the field's text as displayed, or another name for it.
    pub displayed: bool,
}

/// The texts of one work point.
#[derive(Clone, Copy, Debug)]
pub(super) struct PointTexts {
    pub no: u16,
    pub heading: Span,
    pub text: Span,
}

/// A unit or a category: its name, then its aliases.
#[derive(Clone, Debug)]
pub(super) struct NameTexts {
    pub target: Target,
    pub names: Vec<Span>,
}

/// A query, prepared for one index.
#[derive(Clone, Debug)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

impl Query {
    /// Whether it has no terms: there are only spaces and separators.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl SearchIndex {
    /// Prepares a query, to use it several times with this index.
    pub fn query(&self, text: &str) -> Query {
        let terms = text.split_whitespace().filter_map(|term| Term::new(term, self.cells.kinds()));
        Query { terms: terms.collect() }
    }

    /// The items that match a query, for a filter: all of them if the query is empty.
    pub fn matching_items(&self, text: &str) -> ItemSet {
        self.items_of(&self.query(text))
    }

    /// The items that match a prepared query.
    pub fn items_of(&self, query: &Query) -> ItemSet {
        let mut set = ItemSet::all(self.items.len());
        for term in &query.terms {
            let facets: Vec<bool> = self.facets.iter().map(|&facet| self.is_in_facet(term, facet)).collect();
            set.retain(|position| {
                let item = self.items[position];
                self.facets_of(item).iter().any(|&facet| facets[facet as usize])
                    || term.is_in(self.cells.of(item.title))
                    || term.is_like_id() && self.is_at_start(term, item.id)
            });
        }
        set
    }

    pub(super) fn facets_of(&self, item: ItemTexts) -> &[u32] {
        self.item_facets.get(item.facets.0 as usize..item.facets.1 as usize).unwrap_or_default()
    }

    /// A time has to match from its start: 1月 must not find 11月, nor 月 everything.
    fn is_in_facet(&self, term: &Term, facet: Facet) -> bool {
        match facet.field {
            Field::Time => self.is_at_start(term, facet.text),
            _ => term.is_in(self.cells.of(facet.text)),
        }
    }

    fn is_at_start(&self, term: &Term, text: Span) -> bool {
        let cells = self.cells.of(text);
        let is_nothing = |cell: &&u16| {
            self.cells.kinds().get(usize::from(**cell)).is_some_and(|kind| kind.folded == NOTHING)
        };
        let unseen = cells.iter().take_while(is_nothing).count();
        term.end(&cells[unseen..], Level::Initials).is_some()
    }
}
