//! Who does an item.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Short ASCII name of a unit, e.g. `finance`. Stable across a plan's versions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct UnitId(pub String);

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// 工委（室）: the office or a working committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Identity within the plan.
    pub id: UnitId,
    /// Full name on screen, e.g. 选联工委.
    pub name: String,
    /// Other names that the document uses, e.g. 选联.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

impl Unit {
    /// Whether a text is one of its names and nothing else, blanks apart. What stands in brackets is more than a name.
    pub fn is_called(&self, text: &str) -> bool {
        let bare = |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
        let text = bare(text);
        let is_alias = |alias: &String| !alias.contains(['（', '(']) && bare(alias) == text;
        bare(&self.name) == text || self.aliases.iter().any(is_alias)
    }
}

/// Who does an item: the text as written, and how it is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    /// 组织实施部门 as printed. For annex 2, where the cell lists a whole month's units, the
    /// unit(s) among them that this task is paired with.
    pub text: String,
    /// The unit that is named first leads (牵头).
    pub lead: Vec<UnitId>,
    /// Units named after it take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<UnitId>,
    /// Units that the document names together, without naming each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collective: Option<Collective>,
    /// Whether the document states it or it was inferred.
    pub basis: Basis,
}

impl Responsibility {
    /// How the text names units together: 各乡镇人大, 有关部门. `None` if it names none so, or several.
    pub fn printed_collective(&self) -> Option<&str> {
        let is_collective =
            |name: &&str| ["各", "有关", "相关", "全体", "所有"].iter().any(|word| name.contains(word));
        let names = self.text.split(['、', '，', ',', '；', ';', '\n', '\t', ' ']).map(str::trim);
        let mut found = names.filter(is_collective);
        found.next().filter(|_| found.next().is_none() && self.collective.is_some())
    }
}

/// Units that are named together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Collective {
    /// 各工委, 各工委（室）: every one of them.
    All,
    /// 有关工委, 有关工委（室）: the units concerned, which the document does not name.
    Concerned,
}

/// How it is known which units do an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The document states it.
    Stated,
    /// Annex 2 lists units for a whole month and their number differs from the tasks'.
    Inferred,
}
