//! The values of a row, each a field that can be changed where it stands.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement};
use yaodian_plan::{Month, Period};
use yaodian_review::{Change, Edit, Group, Key, Row, Sheet};
use yaodian_ui::{El, View, el, fragment, live};

use super::studio::{Sought, studio};
use crate::browser::dom;
use crate::text;
use crate::widgets::field::option;

/// The attribute that says which column a field is of.
pub const COLUMN: &str = "data-column";

fn edit(key: Key, change: Change) {
    studio().edit(Edit::Row(key, change));
}

/// The columns in the order of a row, as a spreadsheet is pasted into them.
pub const COLUMNS: [&str; 4] = ["title", "time", "lead", "joint"];

/// What a column with a text shows of a row; empty for others.
pub fn shown(sheet: &Sheet, row: &Row, column: &str) -> String {
    match column {
        "title" => row.item.title.clone(),
        "time" => match row.item.period_text.as_str() {
            "" if row.item.period == Period::Unscheduled => String::new(),
            "" => row.item.period.to_string(),
            text => text.to_owned(),
        },
        "lead" => sheet.who(row).0,
        "joint" => sheet.who(row).1,
        "remark" => row.item.remark.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// A field of one line with its name.
fn line(key: Key, column: &'static str, label: &'static str) -> El {
    let studio = studio();
    let shown = move |sheet: &Sheet, row: &Row| shown(sheet, row, column);
    let input = el("input")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr(COLUMN, column)
        .prop("value", move || studio.of_row(key, shown))
        .on("change", move |event| {
            let typed = event_target_value(&event);
            if typed != untrack(|| studio.of_row(key, shown)) {
                change(key, column, typed);
            }
            dom::set_value(&event, &untrack(|| studio.of_row(key, shown)));
        });
    el("label").child(el("span").child(label)).child(input)
}

/// Changes a column of a row to what was typed.
fn change(key: Key, column: &str, typed: String) {
    if let Some(change) = change_of(key, column, typed) {
        edit(key, change);
    }
}

/// What it is to put a text into a column of a row.
pub fn change_of(key: Key, column: &str, typed: String) -> Option<Change> {
    let now = |column| untrack(|| studio().of_row(key, |sheet, row| shown(sheet, row, column)));
    Some(match column {
        "title" => Change::Title(typed),
        "time" => Change::Time(typed),
        "lead" => Change::Who { lead: typed, joint: now("joint") },
        "joint" => Change::Who { lead: now("lead"), joint: typed },
        "remark" => Change::Remark(typed),
        _ => return None,
    })
}

/// The title, as long as it is.
pub fn title(key: Key) -> El {
    let studio = studio();
    let shown = move || studio.of_row(key, |sheet, row| shown(sheet, row, "title"));
    let rows = move || (shown().chars().count() / 30 + 1).to_string();
    el("textarea")
        .attr(COLUMN, "title")
        .attr("aria-label", text::ROW_TITLE)
        .attr("rows", rows)
        .prop("value", shown)
        .on("change", move |event| {
            // A title is one line, whatever was pasted.
            let typed = event_target_value(&event).replace(['\n', '\r'], "");
            if typed != untrack(shown) {
                change(key, "title", typed);
            }
        })
}

/// Where the caret stands in the title, in characters, if it is not at an end.
pub fn caret(key: Key) -> Option<usize> {
    let field =
        dom::find(&format!("#row-{key} [data-column=title]"))?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let units = field.selection_start().ok().flatten()? as usize;
    let text = field.value();
    let mut passed = 0;
    let before = text.chars().take_while(|char| {
        let is_before = passed < units;
        passed += char.len_utf16();
        is_before
    });
    let (at, all) = (before.count(), text.chars().count());
    (at > 0 && at < all).then_some(at)
}

/// When.
pub fn time(key: Key) -> El {
    let studio = studio();
    // What was made of the words, where they are others.
    let understood = move || {
        studio.of_row(key, |_, row| {
            let plain = row.item.time() == row.item.period.to_string();
            if plain { String::new() } else { row.item.period.to_string() }
        })
    };
    line(key, "time", text::ROW_TIME)
        .child(el("small").attr("hidden", move || understood().is_empty()).child(understood))
}

/// Who leads.
pub fn lead(key: Key) -> El {
    line(key, "lead", text::ROW_LEAD)
}

/// Who takes part.
pub fn joint(key: Key) -> El {
    line(key, "joint", text::ROW_JOINT)
}

/// The document's remark.
pub fn remark(key: Key) -> El {
    line(key, "remark", text::ROW_REMARK)
}

/// With more categories than this a row lists them only once somebody is about to choose: a list for each row would be
/// most of the page.
const FEW: usize = 30;

/// What it is listed under.
pub fn category(key: Key) -> View {
    let studio = studio();
    let names = studio.categories;
    let now = Memo::new(move |_| {
        studio.of_row(key, |_, row| match row.group {
            Group::Category(category) => Some(category),
            Group::Month(_) => None,
        })
    });
    let is_opened = RwSignal::new(false);
    let is_whole = Memo::new(move |_| is_opened.get() || names.with(|names| names.len() <= FEW));
    let options = live(move || {
        let (is_whole, now) = (is_whole.get(), now.get());
        let mut options = Vec::new();
        options.extend(now.is_none().then(|| option(String::new(), text::MONTHLY_TASK.into())));
        names.with(|names| {
            for (key, name) in names.iter().filter(|(key, _)| is_whole || Some(*key) == now) {
                options.push(option(key.to_string(), name.clone()).attr("selected", Some(*key) == now));
            }
        });
        fragment(options.into_iter().map(El::into_view).collect())
    });
    let choose = move |event: Event| {
        if let Ok(category) = event_target_value(&event).parse() {
            edit(key, Change::Category(category));
            // The row has gone to where its category is.
            studio.sought.set(Some(Sought { row: key, column: Some("category".into()) }));
        }
    };
    let field = el("select")
        .attr(COLUMN, "category")
        .child(options)
        .on("pointerdown", move |_| is_opened.set(true))
        .on("focus", move |_| is_opened.set(true))
        .on("change", choose);
    el("label").class("cell-category").child(el("span").child(text::ROW_CATEGORY)).child(field).into_view()
}

/// The months as buttons, for fingers.
pub fn months(key: Key) -> El {
    let studio = studio();
    let period = move || studio.of_row(key, |_, row| Some(row.item.period));
    let months = Month::all().map(|month| {
        let is_on = move || period().is_some_and(|period| period.covers(month));
        let toggle = move |_| {
            let now: Vec<Month> = untrack(|| {
                Month::all()
                    .filter(|one| period().is_some_and(|period| period.covers(*one)) != (*one == month))
                    .collect()
            });
            edit(key, Change::Months(now));
        };
        press(text::month(month), is_on, toggle)
    });
    let whole = press(
        text::ALL_YEAR.into(),
        move || period() == Some(Period::WholeYear),
        move |_| edit(key, Change::WholeYear),
    );
    let none = press(
        text::UNSCHEDULED.into(),
        move || period() == Some(Period::Unscheduled),
        move |_| edit(key, Change::Months(Vec::new())),
    );
    el("div")
        .class("month-buttons")
        .attr("role", "group")
        .attr("aria-label", text::ROW_TIME)
        .child(months.collect::<Vec<_>>())
        .child(whole)
        .child(none)
}

fn press(name: String, is_on: impl Fn() -> bool + Send + 'static, act: impl FnMut(Event) + 'static) -> El {
    el("button")
        .attr("type", "button")
        .attr("aria-pressed", move || Some(if is_on() { "true" } else { "false" }))
        .on("click", act)
        .child(name)
}
