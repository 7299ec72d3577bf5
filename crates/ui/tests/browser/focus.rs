//! The focus, when the part around it is made anew.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian_ui::{El, View, el, fragment, live};

use crate::count::Count;
use crate::page::{Page, send, tick, type_text};

/// A part that `again` makes anew.
fn made_by(again: RwSignal<i32>, view: impl Fn(i32) -> View + 'static) -> View {
    live(move || view(again.get()))
}

fn button(name: &'static str) -> El {
    el("button").attr("id", name)
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_what_stands_in_its_place() {
    let again = RwSignal::new(0);
    let page = Page::of(|| {
        made_by(again, |_| {
            el("ul")
                .child(vec![
                    el("li").child(button("a")).child(button("b")),
                    el("li").child(button("c")).child("text").child(button("d")),
                ])
                .into_view()
        })
    });
    for name in ["#a", "#b", "#c", "#d"] {
        let before = page.find(name);
        before.focus().unwrap();
        again.update(|again| *again += 1);
        tick().await;
        assert!(page.has_focus(name), "{name}");
        assert_ne!(before, page.find(name));
    }
}

#[wasm_bindgen_test]
async fn the_focus_stays_in_a_part_of_several_elements_and_in_one_around_another() {
    let (again, around) = (RwSignal::new(0), RwSignal::new(0));
    let page = Page::of(|| {
        el("div")
            .child(el("hr"))
            .child(made_by(around, move |_| {
                let part =
                    made_by(again, |_| fragment(vec![button("a").into_view(), button("b").into_view()]));
                fragment(vec![el("p").into_view(), part])
            }))
            .into_view()
    });
    page.find("#b").focus().unwrap();
    again.set(1);
    tick().await;
    assert!(page.has_focus("#b"));
    around.set(1);
    tick().await;
    assert!(page.has_focus("#b"));
}

#[wasm_bindgen_test]
async fn a_field_with_the_same_text_keeps_what_is_selected_in_it() {
    let (again, text) = (RwSignal::new(0), RwSignal::new("abcdef"));
    let page = Page::of(|| {
        made_by(again, move |_| {
            fragment(vec![
                el("input").prop("value", move || text.get()).into_view(),
                el("textarea").prop("value", move || text.get()).into_view(),
            ])
        })
    });
    for name in ["input", "textarea"] {
        let field = page.field(name);
        field.focus().unwrap();
        field.set_selection_range(2, 4).unwrap();
        again.update(|again| *again += 1);
        tick().await;
        let new = page.field(name);
        assert!(page.has_focus(name) && new != field);
        assert_eq!((new.selection_start(), new.selection_end()), (Ok(Some(2)), Ok(Some(4))), "{name}");
    }
    // Another text has nothing to do with what was selected.
    text.set("xyz");
    page.field("input").set_value("typed");
    page.field("input").set_selection_range(0, 1).unwrap();
    page.field("input").focus().unwrap();
    again.update(|again| *again += 1);
    tick().await;
    let field = page.field("input");
    assert!(page.has_focus("input"));
    assert_eq!(field.selection_start(), field.selection_end());
}

#[wasm_bindgen_test]
async fn the_direction_of_a_selection_is_kept() {
    let again = RwSignal::new(0);
    let page = Page::of(|| made_by(again, |_| el("input").attr("value", "abcdef").into_view()));
    let field = page.field("input");
    field.focus().unwrap();
    field.set_selection_range_with_direction(1, 3, "backward").unwrap();
    again.set(1);
    tick().await;
    assert_eq!(page.field("input").selection_direction(), Ok(Some("backward".into())));
}

#[wasm_bindgen_test]
async fn a_field_that_is_replaced_does_not_report_that_it_was_left() {
    let again = RwSignal::new(0);
    let reports = Count::default();
    let counted = reports.clone();
    let page = Page::of(|| {
        made_by(again, move |_| {
            let (blur, change, out) = (counted.clone(), counted.clone(), counted.clone());
            let field = el("input").on("blur", move |_| blur.add()).on("change", move |_| change.add());
            el("p").on("focusout", move |_| out.add()).child(field).into_view()
        })
    });
    page.field("input").focus().unwrap();
    again.set(1);
    tick().await;
    assert!(page.has_focus("input"));
    assert_eq!(reports.get(), 0);
    // Handlers hear again afterwards.
    page.field("input").blur().unwrap();
    assert_eq!(reports.get(), 2);
    send(&page.find("input"), "change");
    assert_eq!(reports.get(), 3);
}

#[wasm_bindgen_test]
async fn a_field_that_nothing_replaces_reports_that_it_was_left() {
    let again = RwSignal::new(0);
    let reports = Count::default();
    let counted = reports.clone();
    let page = Page::of(|| {
        made_by(again, move |at| {
            let counted = counted.clone();
            let field = || el("input").on("blur", move |_| counted.add()).into_view();
            if at == 0 { field() } else { button("other").into_view() }
        })
    });
    page.field("input").focus().unwrap();
    again.set(1);
    tick().await;
    assert!(!page.has_focus("#other"));
    assert_eq!(reports.get(), 1);
}

#[wasm_bindgen_test]
async fn a_field_that_goes_can_still_read_the_signals_of_its_part() {
    let again = RwSignal::new(0);
    let heard = RwSignal::new(0);
    let page = Page::of(|| {
        made_by(again, move |at| {
            let own = RwSignal::new(7);
            let seven = Memo::new(move |_| own.get());
            let field = || el("input").on("blur", move |_| heard.set(seven.get_untracked())).into_view();
            if at == 0 { field() } else { fragment(vec![]) }
        })
    });
    page.field("input").focus().unwrap();
    again.set(1);
    tick().await;
    assert_eq!(page.html(), "");
    assert_eq!(heard.get_untracked(), 7);
}

#[wasm_bindgen_test]
async fn a_handler_that_hears_of_it_does_not_make_the_part_follow_what_it_reads() {
    let (again, read) = (RwSignal::new(0), RwSignal::new(0));
    let runs = Count::default();
    let ran = runs.clone();
    let page = Page::of(|| {
        made_by(again, move |at| {
            ran.add();
            let field = || el("input").on("blur", move |_| assert_eq!(read.get(), 0)).into_view();
            if at == 0 { field() } else { fragment(vec![]) }
        })
    });
    page.field("input").focus().unwrap();
    again.set(1);
    tick().await;
    read.set(1);
    tick().await;
    assert_eq!(runs.get(), 2);
}

#[wasm_bindgen_test]
async fn what_was_typed_into_a_field_that_is_replaced_is_not_lost() {
    let (again, text) = (RwSignal::new(0), RwSignal::new("ab".to_owned()));
    let page = Page::of(|| {
        made_by(again, move |_| {
            let field = el("input").prop("value", move || text.get());
            field.on("change", move |event| text.set(event_target_value(&event))).into_view()
        })
    });
    page.field("input").focus().unwrap();
    page.field("input").set_selection_range(2, 2).unwrap();
    type_text("c");
    assert_eq!((page.field("input").value(), text.get_untracked()), ("abc".into(), "ab".into()));
    again.set(1);
    tick().await;
    assert!(page.has_focus("input"));
    assert_eq!((page.field("input").value(), text.get_untracked()), ("abc".into(), "abc".into()));
}

#[wasm_bindgen_test]
async fn the_focus_elsewhere_stays_there() {
    let again = RwSignal::new(0);
    let page = Page::of(|| {
        fragment(vec![
            button("before").into_view(),
            made_by(again, |_| button("within").into_view()),
            button("after").into_view(),
        ])
    });
    for name in ["#before", "#after"] {
        page.find(name).focus().unwrap();
        again.update(|again| *again += 1);
        tick().await;
        assert!(page.has_focus(name), "{name}");
    }
}

#[wasm_bindgen_test]
async fn what_a_script_has_focused_is_left_to_the_script() {
    let again = RwSignal::new(0);
    let page = Page::of(|| made_by(again, |_| el("h1").attr("tabindex", "-1").into_view()));
    page.find("h1").focus().unwrap();
    again.set(1);
    tick().await;
    assert!(!page.has_focus("h1"));
}

#[wasm_bindgen_test]
async fn another_element_in_the_place_does_not_get_the_focus() {
    let again = RwSignal::new(0);
    let page = Page::of(|| {
        made_by(again, |at| {
            let field = if at == 0 { el("input") } else { button("same") };
            el("p").child(field).into_view()
        })
    });
    page.field("input").focus().unwrap();
    again.set(1);
    tick().await;
    assert!(!page.has_focus("#same"));
}
