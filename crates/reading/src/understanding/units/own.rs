//! The body whose plan it is, as its units are called by its name.

use super::super::text::{is_longer_than, squash};
use super::names;

/// The body whose plan it is: its own units need not be called by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The character of its level: 区, 省.
    level: Option<char>,
    /// Whether it is a 政协.
    consultative: bool,
}

impl Own {
    /// From the name of the issuer.
    pub fn of(issuer: &str) -> Own {
        let plain = squash(issuer);
        let consultative = plain.contains("政协") || plain.contains("政治协商");
        let body = ["人民代表大会", "人大", "政协", "常务委员会", "常委会", "委员会"];
        let head = body.iter().filter_map(|word| plain.find(word)).min().and_then(|at| plain.get(..at));
        let level = head.unwrap_or_default().chars().next_back();
        Own { level: level.filter(|c| "省市县区州旗镇乡盟".contains(*c)), consultative }
    }

    /// The name without this body's own, if it has that: 财经工委 for 区人大常委会财经工委.
    pub(super) fn strip<'a>(&self, name: &'a str) -> Option<&'a str> {
        let bodies: &[&str] = if self.consultative {
            &["政协委员会", "政协"]
        } else {
            &[
                "人民代表大会常务委员会",
                "人民代表大会",
                "人大常委会",
                "人大常务委员会",
                "人大",
                "常务委员会",
                "常委会",
            ]
        };
        let (at, body) = bodies.iter().find_map(|body| name.find(body).map(|at| (at, *body)))?;
        let head = name.get(..at)?;
        let mine = head.is_empty()
            || head == "本"
            || self.level.is_some_and(|level| head.ends_with(level) && !is_longer_than(head, 12))
            || (self.level.is_none() && head.chars().count() == 1);
        let rest = name.get(at + body.len()..)?;
        let rest = rest.strip_prefix("机关").unwrap_or(rest);
        let whole = names::has_ending(rest)
            && rest.chars().nth(1).is_some()
            && !matches!(rest, "工委" | "机关" | "代表");
        (mine && whole).then_some(rest)
    }
}
