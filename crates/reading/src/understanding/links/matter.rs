//! What a text is about: pairs of neighbouring characters, of which the rarer ones say more.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::words::COMMON;

/// Two characters that stand side by side.
pub(super) type Pair = (char, char);

/// Texts of one kind, by the pairs that they hold.
#[derive(Default)]
pub(super) struct Index {
    /// How many there are.
    count: usize,
    /// For each pair, the texts that hold it.
    texts: HashMap<Pair, Vec<usize>>,
    /// How many groups there are that rarity is counted in, and in how many of them each pair occurs.
    groups: usize,
    in_groups: HashMap<Pair, usize>,
    /// The last group that each pair occurs in.
    last: HashMap<Pair, usize>,
}

/// A pair that more texts hold than this says nothing, and would tie everything to everything.
const TOO_COMMON: usize = 64;

/// Reads the pairs of texts.
pub(super) struct Reader {
    common: HashSet<Pair>,
    /// Names of the place whose plan it is.
    places: Vec<String>,
}

impl Reader {
    /// For the plan of this body.
    pub(super) fn new(issuer: &str) -> Reader {
        let common = COMMON.iter().flat_map(|word| neighbours(word)).collect();
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

    /// The pairs of a text that say something, each once.
    pub(super) fn pairs(&self, text: &str) -> BTreeSet<Pair> {
        let mut text = text.to_owned();
        for place in &self.places {
            text = text.replace(place.as_str(), "|");
        }
        neighbours(&text).filter(|pair| !self.common.contains(pair)).collect()
    }
}

/// Pairs of characters without digits, punctuation and blanks between them.
fn neighbours(text: &str) -> impl Iterator<Item = Pair> {
    let plain = |c: char| c.is_alphabetic() && !matches!(c, '年' | '月' | '的' | '和' | '及' | '与');
    text.chars().zip(text.chars().skip(1)).filter(move |(one, other)| plain(*one) && plain(*other))
}

impl Index {
    /// Adds a text with the group in which rarity is counted: a point for its clauses.
    pub(super) fn add(&mut self, group: usize, pairs: &BTreeSet<Pair>) {
        self.groups = self.groups.max(group + 1);
        for pair in pairs {
            self.texts.entry(*pair).or_default().push(self.count);
            if self.last.insert(*pair, group) != Some(group) {
                *self.in_groups.entry(*pair).or_default() += 1;
            }
        }
        self.count += 1;
    }

    /// How much a pair says: nothing if it is everywhere.
    pub(super) fn weight(&self, pair: &Pair) -> f64 {
        let count = self.in_groups.get(pair).copied().unwrap_or(1);
        (self.groups as f64 / count as f64).ln()
    }

    /// The texts that share pairs with this one, and the weight of what they share.
    pub(super) fn shared(&self, pairs: &BTreeSet<Pair>) -> HashMap<usize, f64> {
        let mut found: HashMap<usize, f64> = HashMap::new();
        for pair in pairs {
            let texts = self.texts.get(pair).map(Vec::as_slice).unwrap_or_default();
            let weight = self.weight(pair);
            if texts.len() > TOO_COMMON || weight <= 0.0 {
                continue;
            }
            for text in texts {
                *found.entry(*text).or_default() += weight;
            }
        }
        found
    }

    /// The weight of all pairs of a text.
    pub(super) fn whole(&self, pairs: &BTreeSet<Pair>) -> f64 {
        pairs.iter().map(|pair| self.weight(pair)).sum()
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
