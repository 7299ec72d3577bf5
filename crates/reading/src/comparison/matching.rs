//! Which item of one plan is which of the other.

mod matcher;
mod twins;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::matcher::Matcher;
use super::changes::{squash, units};
use super::side_by_side::By;
use yaodian_plan::sort::{set_of, sort_by};
use yaodian_plan::{Item, ItemId, Plan};

/// Titles that are so much alike are one, reworded.
const ALIKE: f64 = 0.6;
/// With the same id less will do.
const ALIKE_IN_PLACE: f64 = 0.35;
/// A title that is within another one has at least so many characters.
const SHORTEST: usize = 6;
/// What titles of many matters say. A plan of a few items does not show that.
const FRAMES: [&str; 6] = [
    "听取和审议",
    "听取审议",
    "人民政府关于",
    "专项工作情况的报告",
    "法律法规贯彻实施执行情况报告",
    "开展执法检查专题调研",
];
/// How much a pair of characters of those counts at most.
const OF_FRAMES: f64 = 0.1;
/// A pair of characters that more titles hold than this tells nothing apart.
const TOO_COMMON: usize = 64;

/// For each item of the first plan its position in the second.
pub(super) fn find(before: &Plan, after: &Plan) -> Vec<Option<(usize, By)>> {
    let mut matcher = Matcher::new(&before.items, &after.items);
    let titles = [titles(&before.items), titles(&after.items)];
    let places: HashMap<ItemId, usize> =
        after.items.iter().enumerate().map(|(at, item)| (item.id, at)).collect();
    twins::pair(&mut matcher, [before, after], &titles);
    matcher.by_wording(before, after, &titles);
    matcher.by_place(before, after, &places);
    matcher.found
}

fn titles(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| squash(&item.title)).collect()
}

impl Matcher<'_> {
    /// By the pairs of characters that titles share. 听取 and 情况的报告 are in the titles of many matters: a pair counts for less
    /// the more titles it is in.
    fn by_wording(&mut self, before: &Plan, after: &Plan, titles: &[Vec<String>; 2]) {
        let frames: BTreeSet<(char, char)> = FRAMES.into_iter().flat_map(pairs).collect();
        let [own, others] =
            titles.each_ref().map(|titles| titles.iter().map(|title| pairs(title)).collect::<Vec<_>>());
        let mut known: HashMap<(char, char), [usize; 2]> = HashMap::new();
        for (plan, sets) in [&own, &others].into_iter().enumerate() {
            for pair in sets.iter().flatten() {
                known.entry(*pair).or_default()[plan] += 1;
            }
        }
        let weight = |pair: &(char, char)| {
            let [one, other] = known.get(pair).copied().unwrap_or_default();
            let rare = 1.0 / one.max(other).max(1) as f64;
            if frames.contains(pair) { rare.min(OF_FRAMES) } else { rare }
        };
        let mut index: HashMap<(char, char), Vec<usize>> = HashMap::new();
        let mut sizes: HashMap<usize, f64> = HashMap::new();
        for (to, pairs) in others.iter().enumerate().filter(|(to, _)| self.is_free(*to)) {
            sizes.insert(to, pairs.iter().map(weight).sum());
            for pair in pairs {
                index.entry(*pair).or_default().push(to);
            }
        }
        let mut likely: Vec<(f64, usize, usize)> = Vec::new();
        for at in self.open() {
            let Some((item, own)) = self.before.get(at).zip(own.get(at)) else { continue };
            let own_size: f64 = own.iter().map(weight).sum();
            let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
            for pair in own {
                for to in index.get(pair).into_iter().filter(|places| places.len() <= TOO_COMMON).flatten() {
                    *shared.entry(*to).or_default() += weight(pair);
                }
            }
            for (to, shared) in shared {
                let alike = 2.0 * shared / (own_size + sizes.get(&to).copied().unwrap_or_default());
                let Some(other) = self.after.get(to) else { continue };
                let in_place = item.id == other.id;
                let is_spelt_out = || {
                    let [one, longer] =
                        [titles[0].get(at), titles[1].get(to)].map(|title| title.map_or("", |it| it));
                    item.period == other.period
                        && units(before, item) == units(after, other)
                        && (is_within(one, longer) || is_within(longer, one))
                };
                if alike >= ALIKE || (in_place && alike >= ALIKE_IN_PLACE) || is_spelt_out() {
                    let nearer = if in_place { 0.15 } else { 0.0 }
                        + if item.period == other.period { 0.05 } else { 0.0 };
                    likely.push((alike + nearer, at, to));
                }
            }
        }
        sort_by(&mut likely, &|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).is_lt());
        for (_, at, to) in likely {
            self.take(at, to, By::Wording);
        }
    }

    fn by_place(&mut self, before: &Plan, after: &Plan, places: &HashMap<ItemId, usize>) {
        for at in self.open() {
            let Some(item) = self.before.get(at) else { continue };
            let Some((to, other)) = places.get(&item.id).and_then(|to| Some((*to, self.after.get(*to)?)))
            else {
                continue;
            };
            if item.period == other.period && units(before, item) == units(after, other) {
                self.take(at, to, By::Place);
            }
        }
    }
}

/// The pairs of characters that stand beside each other.
fn pairs(title: &str) -> BTreeSet<(char, char)> {
    set_of(title.chars().zip(title.chars().skip(1)))
}

/// Whether all characters of a title are in another one, in their order: one of the two only says more.
fn is_within(title: &str, longer: &str) -> bool {
    let mut rest = longer.chars();
    title.chars().count() >= SHORTEST && title.chars().all(|wanted| rest.any(|found| found == wanted))
}
