//! What stands on a page is what 上一项/下一项 walk through, in the same order.

mod pages;
mod runs;

use yaodian_plan::query::{AsOf, Catalog, Moment};
use yaodian_plan::{Month, Plan};
use yaodian_progress::{ProgressBook, States};

fn nanhai() -> Catalog {
    let json = include_str!("../../../plans/nanhai-2023/plan.json");
    Catalog::new(Plan::from_json(json).expect("the bundled plan"))
}

fn month(number: u8) -> Month {
    Month::new(number).expect("a month")
}

/// How the items of the plan are in July.
fn in_july(catalog: &Catalog) -> States {
    empty().states(catalog, Moment::now(AsOf::Month(month(7))))
}

fn empty() -> ProgressBook {
    ProgressBook::new("nanhai-2023")
}
