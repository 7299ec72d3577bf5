//! 年历: twelve months, the first items of each.

use yaodian_plan::Month;
use yaodian_plan::query::sort_by_time;

use super::{line, loose};
use crate::components::el::{El, View, all, each, el};
use crate::components::link::form_link;
use crate::route::{Calendar, Page};
use crate::signals::Derived;
use crate::state::desk;
use crate::text;

/// How many items a month shows before it refers to its own page.
const SHOWN: usize = 6;

/// The twelve months, then what no month holds.
pub fn year() -> View {
    let months: Vec<El> = Month::all().map(month_card).collect();
    all(vec![el("div").class("year").add(months).view(), loose().view()])
}

fn month_card(month: Month) -> El {
    let desk = desk();
    let due = |at: &usize| desk.item(*at).period.covers(month);
    let items = sort_by_time(desk.catalog(), desk.catalog().all().filter(due));
    let passing = Derived::new(move || {
        let passing = |at: &&usize| desk.passes(**at);
        items.iter().filter(passing).copied().collect::<Vec<_>>()
    });
    let count = move || passing.with(Vec::len);
    let first = move || passing.with(|list| list.iter().take(SHOWN).copied().collect());
    let rest = move || count().saturating_sub(SHOWN);
    let link = || form_link(Page::Calendar(Calendar::Month(month)));
    let title = el("h2")
        .add(link().add(text::month(month)))
        .add(el("small").live_text(move || text::count(count()).into()));
    let lines = each(Box::new(first), Box::new(|at| el("li").add(line(at)).view()));
    let class = move || if desk.as_of.get().month() == Some(month) { "month now" } else { "month" };
    el("section").live_class(move || class().into()).add(title).add(el("ul").class("lines").add(lines)).add(
        link()
            .class("more")
            .hidden_if(move || rest() == 0)
            .live_text(move || format!("{}…", text::more(rest())).into()),
    )
}
