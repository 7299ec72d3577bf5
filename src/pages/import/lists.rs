//! Units and categories: renamed, ordered, made one.

use leptos::prelude::*;
use yaodian_review::{Edit, Key};
use yaodian_ui::{El, el, live};

use super::parts::folded_as;
use super::studio::studio;
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::field::option;

/// The card.
pub fn lists() -> El {
    folded_as(studio().lists_opened, text::UNITS_AND_CATEGORIES, || {
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
        let units = names.get().into_iter().enumerate().map(unit);
        el("ul").class("names").child(units.collect::<Vec<_>>()).into_view()
    });
    el("section")
        .child(el("h3").child(text::UNITS))
        .child(el("p").class("tip").child(text::UNITS_NOTE))
        .child(list)
}

fn unit((at, (name, aliases)): (usize, (String, String))) -> El {
    let studio = studio();
    let (from, shown) = (name.clone(), name.clone());
    let field = name_field(name.clone(), move |typed| {
        let done = studio.edit(Edit::RenameUnit { from: from.clone(), to: typed });
        stay_at(format!("#unit-{at} button"));
        done
    });
    let shift = |up: bool| {
        let name = shown.clone();
        let to = if up { at.saturating_sub(1) } else { at + 1 };
        arrow(up, &shown, move || {
            stay_at(format!("#unit-{to} button"));
            studio.edit(Edit::MoveUnit { name: name.clone(), up })
        })
    };
    let also = (!aliases.is_empty()).then(|| el("small").child(text::also_called(&aliases)));
    let item = el("li").attr("id", format!("unit-{at}"));
    item.child(field).child(shift(true)).child(shift(false)).child(also)
}

/// Puts the focus where it was: the list is made anew with every change of a name.
fn stay_at(selector: String) {
    focus::focus_unless_kept_later(Vec::new(), vec![selector, ".names input".to_owned()]);
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
        focus::focus_field_later(format!("#category-{key} input"));
    });
    el("section")
        .child(el("h3").child(text::CATEGORIES))
        .child(el("p").class("tip").child(text::CATEGORIES_NOTE))
        .child(list)
        .child(add)
}

fn category(key: Key, name: &str, all: &[(Key, String)]) -> El {
    let studio = studio();
    let names = all.to_vec();
    let field = name_field(name.to_owned(), move |typed| {
        let same = names.iter().find(|(other, name)| *other != key && name.trim() == typed.trim());
        let done = match same {
            // As with units: two of one name are one.
            Some((into, _)) => studio.edit(Edit::MergeCategory { from: key, into: *into }),
            None => studio.edit(Edit::RenameCategory { key, name: typed }),
        };
        stay_at(format!("#category-{key} button"));
        done
    });
    let shift = |up: bool| {
        arrow(up, name, move || {
            stay_at(format!("#category-{key} button"));
            studio.edit(Edit::MoveCategory { key, up })
        })
    };
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
    let item = el("li").attr("id", format!("category-{key}"));
    item.child(field).child(shift(true)).child(shift(false)).child(merge)
}
