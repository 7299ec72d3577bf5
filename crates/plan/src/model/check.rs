//! The rules for a plan that its types cannot express.
//!
//! A category's stated count that differs from its items is no fault: the document may say so,
//! and the screen shows it.

mod body;
mod faults;
mod items;
mod links;
mod units;

use self::faults::Faults;
pub use self::faults::{Fault, is_valid_id};
use super::{FORMAT, Plan};

/// Every fault of a plan, in the order of its fields; empty for a usable plan.
pub fn check(plan: &Plan) -> Vec<Fault> {
    let mut faults = Faults::default();
    head(plan, &mut faults);
    body::check(plan, &mut faults);
    units::check(plan, &mut faults);
    items::check(plan, &mut faults);
    links::check(plan, &mut faults);
    faults.into_vec()
}

fn head(plan: &Plan, faults: &mut Faults) {
    if plan.format != FORMAT {
        faults.add(format_args!("format"), format!("格式版本应为 {FORMAT}，实为 {}", plan.format));
    }
    faults.id(format_args!("id"), &plan.id);
    faults.title(format_args!("title"), &plan.title);
    faults.text(format_args!("issuer"), &plan.issuer);
    if !(1949..=2999).contains(&plan.year) {
        faults.add(format_args!("year"), format!("年份应在 1949 至 2999 之间，实为 {}", plan.year));
    }
}
