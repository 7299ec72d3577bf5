//! Building the index of a plan.

use std::collections::BTreeMap;

use super::super::cells::CellsBuilder;
use super::super::pinyin::Pinyin;
use super::super::texts::WHOLE_YEAR;
use super::super::{Field, Target};
use super::{Facet, ItemTexts, NameTexts, PointTexts, SearchIndex};
use crate::model::{ItemId, Month, Period, Plan, WorkPoint};
use crate::names::month_name;

impl SearchIndex {
    /// Builds the index. `pinyin` is not needed afterwards.
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
            item.meetings.iter().for_each(|&meeting| add(Field::Meetings, plan.meeting_name(meeting), false));
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
        let point = |point: &WorkPoint| PointTexts {
            no: point.no,
            heading: cells.add(&point.heading),
            text: cells.add(&point.text),
        };
        let points = plan.points().map(point).collect();
        SearchIndex { cells: cells.finish(), items, facets: shared.facets, item_facets, points, names }
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

/// Collects the texts that items share.
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
            facets.push(Facet { field: Field::Time, text: cells.add(&month_name(month)), displayed: false });
            facets.len() as u32 - 1
        })
    }
}
