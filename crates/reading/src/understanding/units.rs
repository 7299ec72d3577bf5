//! Who does something: from a cell or a part of a sentence to units.
//!
//! - `known`: well-known units, as data;
//! - `names`: what units' names end with, and what a name is by its ending;
//! - `split`: a text cut into names;
//! - `role`: what somebody does (牵头, 配合); `own`: the body whose plan it is;
//! - `party`: one name, its role, and whether it means several units;
//! - `learn`: the plan's units out of all names, and what a text means by them;
//! - `twins`: names that may mean one unit;
//! - `pairing`: which of a list of units does which of a list of tasks.

mod known;
mod learn;
pub mod names;
mod own;
pub mod pairing;
mod party;
mod role;
mod split;
mod twins;

pub use known::known;
pub use learn::{Learner, Units, key};
pub use own::Own;
pub use party::{Who, parties};
pub use role::{Role, is_label, label, role_in_brackets, without_duties};
pub use split::{entries, is_name};
