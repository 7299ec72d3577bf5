//! A plan that is being read in: what was read, and what has to be looked at.

use serde::Serialize;
use yaodian_plan::{ItemId, Link, Plan};

use super::hints::ColumnRole;
use crate::document::Place;

/// What was read from a document. Its plan may lack a title or a year, see
/// [`yaodian_plan::check`].
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The plan as far as it could be read. Its links are those that somebody accepted: none yet.
    pub plan: Plan,
    /// Where each item stands in the document, in the plan's order.
    pub places: Vec<(ItemId, Place)>,
    /// How each table was understood, in the document's order.
    pub tables: Vec<TableReading>,
    /// Links that the texts suggest. Somebody has to accept each.
    pub proposals: Vec<Proposal>,
}

/// How a table was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableReading {
    /// Its number, from 1, as hints name it.
    pub table: usize,
    /// What stands above it.
    pub title: String,
    /// Whether its rows became items.
    pub understood: bool,
    /// Its columns.
    pub columns: Vec<ColumnReading>,
    /// Its first rows below the header, cell by cell.
    pub rows: Vec<Vec<String>>,
}

/// How a column was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnReading {
    /// Its heading as printed; empty if it has none.
    pub heading: String,
    /// What it was read as.
    #[serde(rename = "is")]
    pub role: ColumnRole,
    /// The meeting of a column of ticks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
}

/// A link that the texts suggest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// What would be tied.
    pub link: Link,
    /// Why, in Chinese.
    pub reason: String,
}
