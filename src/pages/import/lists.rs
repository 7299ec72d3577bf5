//! Units and categories: renamed, ordered, made one.

use leptos::prelude::*;
use yaodian_review::{Edit, Key};
use yaodian_ui::{El, el, live};

use super::studio::studio;
use super::{button, folded};
use crate::browser::dom;
use crate::text;
use crate::widgets::field::option;

/// The card.
pub fn lists() -> El {
    folded(text::UNITS_AND_CATEGORIES, || {
        el("div").class("two").child(units()).child(categories()).into_view()
    })
}

fn units() -> El {
    let studio = studio();
    let names = Memo::new(move |_| {
        studio.of_sheet(|sheet| {
            let one = |unit: &yaodian_plan::Unit| (unit.name.clone(), unit.aliases.join("、"));
            sheet.units.iter().map(one).collect::<Vec<_>>()
        })
    });
    let list = live(move || {
        el("ul").class("names").child(names.get().into_iter().map(unit).collect::<Vec<_>>()).into_view()
    });
    el("section")
        .child(el("h3").child(text::UNITS))
        .child(el("p").class("tip").child(text::UNITS_NOTE))
        .child(list)
}

fn unit((name, aliases): (String, String)) -> El {
    let studio = studio();
    let (from, shown) = (name.clone(), name.clone());
    let field = name_field(name.clone(), move |typed| {
        studio.edit(Edit::RenameUnit { from: from.clone(), to: typed })
    });
    let shift = |up: bool| {
        let name = shown.clone();
        arrow(up, &shown, move || studio.edit(Edit::MoveUnit { name: name.clone(), up }))
    };
    let also = (!aliases.is_empty()).then(|| el("small").child(text::also_called(&aliases)));
    el("li").child(field).child(shift(true)).child(shift(false)).child(also)
}

/// A field with a name in it.
fn name_field(name: String, rename: impl Fn(String) -> bool + 'static) -> El {
    let shown = name.clone();
    el("input").attr("autocomplete", "off").attr("aria-label", name.clone()).prop("value", name).on(
        "change",
        move |event| {
            if !rename(event_target_value(&event)) {
                dom::set_value(&event, &shown);
            }
        },
    )
}

fn arrow(up: bool, name: &str, act: impl Fn() -> bool + 'static) -> El {
    let (sign, label) = if up { ("↑", text::ROW_UP) } else { ("↓", text::ROW_DOWN) };
    let act = move |_| {
        act();
    };
    button(sign, act).attr("aria-label", format!("{label} {name}"))
}

fn categories() -> El {
    let studio = studio();
    let names = studio.categories;
    let list = live(move || {
        let names = names.get();
        let rows = names.iter().map(|(key, name)| category(*key, name, &names));
        el("ul").class("names").child(rows.collect::<Vec<_>>()).into_view()
    });
    let add = button(text::ADD_CATEGORY, move |_| {
        let key = studio.new_key();
        studio.edit(Edit::AddCategory { key, name: text::NEW_CATEGORY.into() });
    });
    el("section")
        .child(el("h3").child(text::CATEGORIES))
        .child(el("p").class("tip").child(text::CATEGORIES_NOTE))
        .child(list)
        .child(add)
}

fn category(key: Key, name: &str, all: &[(Key, String)]) -> El {
    let studio = studio();
    let field =
        name_field(name.to_owned(), move |typed| studio.edit(Edit::RenameCategory { key, name: typed }));
    let shift = |up: bool| arrow(up, name, move || studio.edit(Edit::MoveCategory { key, up }));
    let others = all.iter().filter(|(other, _)| *other != key);
    let mut options = vec![option(String::new(), text::MERGE_INTO.into())];
    options.extend(others.map(|(other, name)| option(other.to_string(), name.clone())));
    let merge = el("select").attr("aria-label", format!("{} {name}", text::MERGE_INTO)).child(options).on(
        "change",
        move |event| {
            if let Ok(into) = event_target_value(&event).parse() {
                studio.edit(Edit::MergeCategory { from: key, into });
            }
        },
    );
    el("li").child(field).child(shift(true)).child(shift(false)).child(merge)
}
