//! What stands in the annexes beside the items: the categories, and notes below the tables.

use serde::{Deserialize, Serialize};

/// A group of annex 1, its first column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Position in the document, from 1. Items refer to it.
    pub no: u8,
    /// Name without the count, e.g. 讨论决定重大事项.
    pub name: String,
    /// The count that the heading states, e.g. 3 for （3项）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<u16>,
}

/// A note that belongs to an annex and to none of its items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnnexNote {
    /// Position of the annex, from 1.
    pub annex: u8,
    /// As printed.
    pub text: String,
}
