//! What a text is about: pairs of neighbouring characters, of which the rarer ones say more.

use std::cell::RefCell;
use std::collections::HashMap;

use yaodian_plan::sort::sort_by;

use super::words::COMMON;

/// Two characters that stand side by side.
pub(super) type Pair = u64;

/// Texts of one kind, by the pairs that they hold.
#[derive(Default)]
pub(super) struct Index {
    /// How many there are.
    count: usize,
    pairs: HashMap<Pair, Known>,
    /// How many groups there are that rarity is counted in.
    groups: usize,
    /// For [`Index::shared`]: a weight for each text, all of them 0 in between.
    weights: RefCell<Vec<f64>>,
}

/// What is known of a pair.
#[derive(Default)]
struct Known {
    /// The texts that hold it.
    texts: Vec<usize>,
    /// In how many groups it occurs, and the last of them.
    groups: usize,
    last: Option<usize>,
}

/// A pair that more texts hold than this says nothing, and would tie everything to everything.
const TOO_COMMON: usize = 64;

/// Reads the pairs of texts.
pub(super) struct Reader {
    /// In order.
    common: Vec<Pair>,
    /// Names of the place whose plan it is.
    places: Vec<String>,
}

impl Reader {
    /// For the plan of this body.
    pub(super) fn new(issuer: &str) -> Reader {
        let common = in_order(COMMON.iter().flat_map(|word| neighbours(word)).collect());
        let head = ["人民代表大会", "人大", "政协", "人民政府", "政府"]
            .iter()
            .find_map(|body| issuer.split_once(body));
        let place = head.map_or("", |(place, _)| place).trim();
        let own = place.char_indices().find(|(_, c)| matches!(c, '市' | '州' | '盟' | '省'));
        let own = own.and_then(|(at, c)| place.get(at + c.len_utf8()..)).unwrap_or_default();
        let places = [place, own]
            .into_iter()
            .filter(|name| name.chars().nth(1).is_some())
            .map(|name| (*name).to_owned());
        Reader { common, places: places.collect() }
    }

    /// The pairs of a text that say something, each once and in order.
    pub(super) fn pairs(&self, text: &str) -> Vec<Pair> {
        let mut text = text.to_owned();
        for place in &self.places {
            text = text.replace(place.as_str(), "|");
        }
        in_order(neighbours(&text).filter(|pair| self.common.binary_search(pair).is_err()).collect())
    }
}

/// Pairs of characters without digits, punctuation and blanks between them.
fn neighbours(text: &str) -> impl Iterator<Item = Pair> {
    let plain = |c: char| c.is_alphabetic() && !matches!(c, '年' | '月' | '的' | '和' | '及' | '与');
    let both =
        text.chars().zip(text.chars().skip(1)).filter(move |(one, other)| plain(*one) && plain(*other));
    both.map(|(one, other)| u64::from(one) << 32 | u64::from(other))
}

fn in_order(mut pairs: Vec<Pair>) -> Vec<Pair> {
    sort_by(&mut pairs, &|one, other| one < other);
    pairs.dedup();
    pairs
}

impl Index {
    /// Adds a text with the group in which rarity is counted: a point for its clauses.
    pub(super) fn add(&mut self, group: usize, pairs: &[Pair]) {
        self.groups = self.groups.max(group + 1);
        for pair in pairs {
            let known = self.pairs.entry(*pair).or_default();
            known.texts.push(self.count);
            if known.last.replace(group) != Some(group) {
                known.groups += 1;
            }
        }
        self.count += 1;
    }

    /// How much a pair says: nothing if it is everywhere.
    fn weight(&self, known: Option<&Known>) -> f64 {
        (self.groups as f64 / known.map_or(1, |known| known.groups) as f64).ln()
    }

    /// The texts that share pairs with this one, in order, each with the weight of what it shares.
    pub(super) fn shared(&self, pairs: &[Pair]) -> Vec<(usize, f64)> {
        let mut weights = self.weights.borrow_mut();
        weights.resize(self.count, 0.0);
        let mut found: Vec<usize> = Vec::new();
        for pair in pairs {
            let known = self.pairs.get(pair);
            let texts = known.map(|known| known.texts.as_slice()).unwrap_or_default();
            let weight = self.weight(known);
            if texts.len() > TOO_COMMON || weight <= 0.0 {
                continue;
            }
            for text in texts {
                let Some(known) = weights.get_mut(*text) else { continue };
                if *known == 0.0 {
                    found.push(*text);
                }
                *known += weight;
            }
        }
        sort_by(&mut found, &|one, other| one < other);
        found
            .into_iter()
            .map(|text| (text, weights.get_mut(text).map(std::mem::take).unwrap_or_default()))
            .collect()
    }

    /// The weight of all pairs of a text.
    pub(super) fn whole(&self, pairs: &[Pair]) -> f64 {
        pairs.iter().map(|pair| self.weight(self.pairs.get(pair))).sum()
    }
}

/// The longest run of characters that two texts share.
pub(super) fn common_run(one: &str, other: &str) -> String {
    let one: Vec<char> = one.chars().take(200).collect();
    let other: Vec<char> = other.chars().take(200).collect();
    let mut before = vec![0_usize; other.len() + 1];
    let (mut best, mut end) = (0, 0);
    for (at, c) in one.iter().enumerate() {
        let mut row = vec![0_usize; other.len() + 1];
        for (to, d) in other.iter().enumerate() {
            if c == d && c.is_alphabetic() {
                let run = before.get(to).copied().unwrap_or(0) + 1;
                if let Some(slot) = row.get_mut(to + 1) {
                    *slot = run;
                }
                if run > best {
                    (best, end) = (run, at + 1);
                }
            }
        }
        before = row;
    }
    one.iter().take(end).skip(end - best).collect()
}
