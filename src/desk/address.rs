//! From an address to what it leads to in a plan.

use yaodian_plan::Plan;

use crate::route::{Page, Route};

/// The route that an address leads to. An item that has gone to another category or month since is found by the number
/// that it had.
pub(super) fn route_of(address: &str, plan: &Plan) -> Route {
    let mut route = Route::parse(address);
    let own = match &mut route.page {
        Page::Item(id) => Some(id),
        _ => None,
    };
    for id in own.into_iter().chain(&mut route.item).filter(|id| plan.item(**id).is_none()) {
        let present = plan.renamed().into_iter().find(|(was, _)| was == id);
        *id = present.map_or(*id, |(_, now)| now);
    }
    route
}
