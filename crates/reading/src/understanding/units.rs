//! Who does something: from a cell or a part of a sentence to units.
//!
//! - `names`: well-known units and what units' names end with, as data;
//! - `split`: a text cut into names;
//! - `party`: one name, its role (牵头, 配合), and whether it means several units;
//! - `learn`: the plan's units out of all names, and what a text means by them;
//! - `twins`: names that may mean one unit;
//! - `pairing`: which of a list of units does which of a list of tasks.

mod learn;
pub mod names;
pub mod pairing;
mod party;
mod split;
mod twins;

pub use learn::{Learner, Units, key};
pub use party::{Own, Role, Who, parties};
pub use split::{entries, is_name};
pub use twins::twins;
