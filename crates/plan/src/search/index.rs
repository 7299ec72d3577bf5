//! Everything that is computed once per plan, and the filter for the views.

use std::collections::BTreeMap;

use super::cells::{Cells, CellsBuilder, Span};
use super::item_set::ItemSet;
use super::pinyin::Pinyin;
use super::term::Term;
use super::texts::{WHOLE_YEAR, meeting_name, month_text};
use super::{Field, Target};
use crate::model::{ItemId, Month, Period, Plan};

/// A plan, prepared for searching. Refers to items by position, so it has to be built anew
/// whenever the plan's items change.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    pub(super) cells: Cells,
    pub(super) items: Vec<ItemTexts>,
    /// Texts that many items share; a query looks at each of them only once.
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
    /// Whether the query asks for nothing: spaces, separators.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl SearchIndex {
    /// Prepares a plan. `pinyin` is only asked now.
    pub fn new<'a>(plan: &'a Plan, pinyin: &dyn Pinyin) -> SearchIndex {
        let mut cells = CellsBuilder::new(pinyin);
        let names = names(plan, &mut cells);
        let mut shared = Shared::default();
        let mut item_facets = Vec::new();
        let mut items = Vec::with_capacity(plan.items.len());
        for item in &plan.items {
            let start = item_facets.len() as u32;
            let mut add = |field, text: &'a str, displayed| {
                if !text.is_empty() {
                    item_facets.push(shared.facet(&mut cells, field, text, displayed));
                }
            };
            let responsibility = &item.responsibility;
            add(Field::Units, &responsibility.text, true);
            let ids = responsibility.lead.iter().chain(&responsibility.joint);
            for unit in ids.filter_map(|id| plan.unit(id)) {
                add(Field::Units, &unit.name, false);
                unit.aliases.iter().for_each(|alias| add(Field::Units, alias, false));
            }
            if let ItemId::Schedule { category, .. } = item.id
                && let Some(category) = plan.category(category)
            {
                add(Field::Category, &category.name, true);
            }
            add(Field::Time, &item.period_text, true);
            item.meetings.iter().for_each(|&meeting| add(Field::Meetings, meeting_name(meeting), false));
            item.condition.iter().for_each(|condition| add(Field::Condition, condition, true));
            item.remark.iter().for_each(|remark| add(Field::Remark, remark, true));
            if item.period == Period::WholeYear {
                add(Field::Time, WHOLE_YEAR, false);
            }
            let covered = Month::all().filter(|&month| item.period.covers(month));
            item_facets.extend(covered.map(|month| shared.month(&mut cells, month)));
            let facets = (start, item_facets.len() as u32);
            let id = cells.add(&item.id.to_string());
            items.push(ItemTexts { title: cells.add(&item.title), id, facets });
        }
        let point = |point: &crate::model::WorkPoint| PointTexts {
            no: point.no,
            heading: cells.add(&point.heading),
            text: cells.add(&point.text),
        };
        let points = plan.points().map(point).collect();
        SearchIndex { cells: cells.finish(), items, facets: shared.facets, item_facets, points, names }
    }

    /// Prepares a query, to ask this index several questions about it.
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

    /// A time has to match from its start: 1月 is not a part of 11月, nor does every 月 count.
    fn is_in_facet(&self, term: &Term, facet: Facet) -> bool {
        match facet.field {
            Field::Time => self.is_at_start(term, facet.text),
            _ => term.is_in(self.cells.of(facet.text)),
        }
    }

    fn is_at_start(&self, term: &Term, text: Span) -> bool {
        term.end(self.cells.of(text), super::term::Level::Initials).is_some()
    }
}

fn names(plan: &Plan, cells: &mut CellsBuilder<'_>) -> Vec<NameTexts> {
    let units = plan.units.iter().map(|unit| {
        let names = std::iter::once(&unit.name).chain(&unit.aliases);
        (Target::Unit(unit.id.clone()), names.collect::<Vec<_>>())
    });
    let categories =
        plan.categories.iter().map(|category| (Target::Category(category.no), vec![&category.name]));
    let named = units.chain(categories);
    named
        .map(|(target, names)| NameTexts {
            target,
            names: names.into_iter().map(|name| cells.add(name)).collect(),
        })
        .collect()
}

/// The shared texts while they are being collected.
#[derive(Default)]
struct Shared<'a> {
    facets: Vec<Facet>,
    known: BTreeMap<(Field, bool, &'a str), u32>,
    months: [Option<u32>; 12],
}

impl<'a> Shared<'a> {
    fn facet(&mut self, cells: &mut CellsBuilder<'_>, field: Field, text: &'a str, displayed: bool) -> u32 {
        let Shared { facets, known, .. } = self;
        *known.entry((field, displayed, text)).or_insert_with(|| {
            facets.push(Facet { field, text: cells.add(text), displayed });
            facets.len() as u32 - 1
        })
    }

    fn month(&mut self, cells: &mut CellsBuilder<'_>, month: Month) -> u32 {
        let Shared { facets, months, .. } = self;
        *months[month.index()].get_or_insert_with(|| {
            facets.push(Facet { field: Field::Time, text: cells.add(&month_text(month)), displayed: false });
            facets.len() as u32 - 1
        })
    }
}
