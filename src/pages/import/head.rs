//! The plan's head, and figures of what was read: a wrong month is seen.

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_review::figures::UnitMonths;
use yaodian_review::{Edit, Key, Sheet};
use yaodian_ui::{El, View, el, live};

use super::stretch::{self, Sizes, Stretch};
use super::studio::studio;
use crate::browser::dom;
use crate::desk::desk;
use crate::text;
use crate::widgets::button::button;
use crate::widgets::card::{card, figure};

/// What can be the year of a plan.
const YEARS: std::ops::Range<i32> = 1949..2200;

/// A cell shows no more marks than this.
const MARKS: usize = 12;

/// How many units are made at once, and how many are shown.
const SIZES: Sizes = Sizes { batch: 30, step: 120 };

/// The card.
pub fn head() -> El {
    let fields = el("div")
        .class("head-fields")
        .child(field(
            "title",
            text::PLAN_TITLE,
            |sheet| sheet.title.clone(),
            |typed| Some(Edit::Title(typed)),
        ))
        .child(field(
            "issuer",
            text::PLAN_ISSUER,
            |sheet| sheet.issuer.clone(),
            |typed| Some(Edit::Issuer(typed)),
        ))
        .child(field("year", text::PLAN_YEAR, year, |typed| year_of(&typed).map(Edit::Year)));
    card(text::HEAD, Vec::new())
        .class("card plan-head")
        .child(fields)
        .child(figures())
        .child(categories())
        .child(matrix())
}

/// The year that was typed: 2027, ２０２７年.
fn year_of(typed: &str) -> Option<i32> {
    let narrow = |c: char| char::from_digit(u32::from(c).wrapping_sub(u32::from('０')), 10).unwrap_or(c);
    let plain: String = typed.chars().map(narrow).collect();
    let year = plain.trim().trim_end_matches('年').trim_end().parse().ok();
    let found = year.filter(|year| YEARS.contains(year));
    if found.is_none() && !plain.trim().is_empty() {
        desk().ledger.say(text::YEAR_WHAT.into());
    }
    found
}

fn year(sheet: &Sheet) -> String {
    if sheet.year == 0 { String::new() } else { sheet.year.to_string() }
}

fn field(
    name: &'static str,
    label: &'static str,
    shown: fn(&Sheet) -> String,
    edit: fn(String) -> Option<Edit>,
) -> El {
    let studio = studio();
    let input = el("input")
        .attr("autocomplete", "off")
        .attr("name", name)
        .attr("inputmode", (name == "year").then_some("numeric"))
        .prop("value", move || studio.of_sheet(shown))
        .on("change", move |event| {
            if let Some(edit) = edit(event_target_value(&event)) {
                studio.edit(edit);
            }
            dom::set_value(&event, &untrack(|| studio.of_sheet(shown)));
        });
    el("label").child(el("span").child(label)).child(input)
}

fn figures() -> El {
    let studio = studio();
    let count = move |get: fn(&yaodian_review::figures::Figures) -> usize| {
        move || studio.figures.with(|figures| figures.as_ref().map_or(0, get)).to_string()
    };
    el("dl")
        .class("figs")
        .child(figure(count(|one| one.points), text::READ_POINTS, ""))
        .child(figure(count(|one| one.items), text::READ_ITEMS, ""))
        .child(figure(count(|one| one.monthly), text::READ_MONTHLY, ""))
}

fn categories() -> El {
    let studio = studio();
    let list = move || {
        let categories = studio.figures.with(|figures| figures.as_ref().map(|one| one.categories.clone()));
        let one = |(name, count, stated): (String, usize, Option<u16>)| {
            let differs = stated.is_some_and(|stated| usize::from(stated) != count);
            let number =
                el("span").class(if differs { "differs" } else { "" }).child(text::of_stated(count, stated));
            el("li").child(el("b").child(name)).child(number)
        };
        let list = categories.unwrap_or_default().into_iter().map(one).collect::<Vec<_>>();
        el("ul").class("category-counts").child(list)
    };
    el("div").child(live(move || list().into_view()))
}

fn matrix() -> El {
    let columns = Month::all().map(|month| el("th").attr("scope", "col").child(text::month(month)));
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(el("span").class("sr").child(text::UNITS)))
        .child(columns.collect::<Vec<_>>())
        .child(el("th").attr("scope", "col").child(text::LOOSE))
        .child(el("th").attr("scope", "col").class("total").child(text::TOTAL));
    let stretch = RwSignal::new(Stretch::new(SIZES));
    let figures = studio().figures;
    let len = move || figures.with(|figures| figures.as_ref().map_or(0, |one| one.matrix.len()));
    stretch::grow(stretch, len);
    let rows = live(move || {
        let shown = stretch.get().shown(len());
        let matrix = figures.with(|figures| {
            let matrix = figures.as_ref().and_then(|one| one.matrix.get(shown));
            matrix.unwrap_or_default().to_vec()
        });
        el("tbody").child(matrix.into_iter().enumerate().map(row).collect::<Vec<_>>()).into_view()
    });
    let behind = move || stretch.get().behind(len());
    let more = button(move || text::more_rows(behind()), move |_| stretch.update(Stretch::reach_further));
    let caption = el("caption").child(text::YEAR_SEEN).child(el("small").child(text::YEAR_SEEN_NOTE));
    let table = el("table")
        .class("year-seen")
        .child(caption)
        .child(el("thead").child(head))
        .child(rows)
        .child(el("tfoot").child(live(totals)));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", text::YEAR_SEEN)
        .child(table)
        .child(more.attr("hidden", move || behind() == 0))
}

/// How many items each month has, over all units, and all together.
fn totals() -> View {
    let totals = studio().figures.with(|figures| figures.as_ref().map(|one| (one.in_columns(), one.items)));
    let (months, all) = totals.unwrap_or_default();
    let counts = months.into_iter().chain([all]);
    el("tr")
        .child(el("th").attr("scope", "row").child(text::TOTAL))
        .child(counts.map(|count| el("td").class("total").child(count.to_string())).collect::<Vec<_>>())
        .into_view()
}

/// Looks at the first of some rows, or at the next one where one of them is looked at.
fn look_at_next(keys: &[Key]) {
    let now = studio().row.get_untracked();
    let at = keys.iter().position(|key| Some(*key) == now).map_or(0, |at| (at + 1) % keys.len());
    if let Some(key) = keys.get(at) {
        studio().look_at(*key);
    }
}

fn row((at, row): (usize, UnitMonths)) -> El {
    // It is counted anew whenever the rows change.
    let of_none = |sheet: &Sheet| text::led_by_none(sheet.rows.iter().map(|row| &row.item)).to_owned();
    let total = row.total();
    let name = row.unit.unwrap_or_else(|| untrack(|| studio().of_sheet(of_none)));
    let cells = row.cells.into_iter().zip(Month::all().map(Some).chain([None])).map(|(keys, month)| {
        let cell = el("td");
        if keys.is_empty() {
            return cell;
        }
        let month = month.map_or(text::LOOSE.into(), text::month);
        let count = keys.len();
        let marks = (0..count.min(MARKS)).map(|_| el("i"));
        let more = (count > MARKS).then(|| el("small").child(count.to_string()));
        cell.child(
            el("button")
                .attr("type", "button")
                .attr("aria-label", text::in_month(&name, &month, count))
                .on("click", move |_| look_at_next(&keys))
                .child(marks.collect::<Vec<_>>())
                .child(more),
        )
    });
    let cells = cells.collect::<Vec<_>>();
    el("tr")
        .class(crate::widgets::badge::unit_class(at))
        .child(el("th").attr("scope", "row").child(name))
        .child(cells)
        .child(el("td").class("total").child(total.to_string()))
}
