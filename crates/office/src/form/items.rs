//! Which item a row of a form is about: by the id, then by the title.

use std::collections::HashMap;

use yaodian_plan::ItemId;
use yaodian_plan::query::Catalog;

use super::columns::bare;
use super::said::Said;

/// The items of a plan, as rows name them.
pub(super) struct Items<'a> {
    catalog: &'a Catalog,
    /// The items with each title, which is without white space.
    titles: HashMap<String, Vec<ItemId>>,
    /// Former ids, with those that their items have now.
    renamed: Vec<(ItemId, ItemId)>,
}

impl Items<'_> {
    pub(super) fn of(catalog: &Catalog) -> Items<'_> {
        let mut titles: HashMap<String, Vec<ItemId>> = HashMap::new();
        for item in &catalog.plan.items {
            titles.entry(bare(&item.title)).or_default().push(item.id);
        }
        Items { catalog, titles, renamed: catalog.plan.renamed() }
    }

    /// The item that a row with this id and this title is about. What has to be said about that goes into `said`.
    pub(super) fn find(&self, id: &str, title: &str, said: &mut Vec<Said>) -> Option<ItemId> {
        let by_id = bare(id).to_ascii_lowercase().parse::<ItemId>().ok();
        // It may be one from before the plan was corrected.
        let now = |id| self.renamed.iter().find(|(was, _)| *was == id).map_or(id, |(_, now)| *now);
        let by_id = by_id.map(now).filter(|id| self.catalog.position(*id).is_some());
        let wanted = bare(title);
        let with_title = self.titles.get(&wanted).map_or(&[][..], Vec::as_slice);
        if by_id.is_some_and(|id| with_title.contains(&id)) {
            return by_id;
        }
        match (by_id, with_title.first(), with_title.len()) {
            (Some(id), None, _) => {
                said.extend((!wanted.is_empty()).then_some(Said::TitleDiffers));
                Some(id)
            }
            // One column was sorted and not the other: nobody knows which of them is meant.
            (Some(_), Some(_), _) => {
                said.push(Said::Disagree);
                None
            }
            (None, Some(id), 1) => {
                said.push(Said::ByTitle);
                Some(*id)
            }
            (None, Some(_), _) => {
                said.push(Said::SeveralWithTitle);
                None
            }
            (None, None, _) => {
                said.push(Said::NoItem);
                None
            }
        }
    }
}
