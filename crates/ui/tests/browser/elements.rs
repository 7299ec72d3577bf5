//! Elements: attributes, properties, listeners and children.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yaodian_ui::{El, Text, el, fragment, true_or_false};

use crate::count::{Count, take_dom_calls};
use crate::page::{Page, send, tick};

#[wasm_bindgen_test]
fn an_attribute_is_a_text_or_nothing_at_all() {
    let none: Option<String> = None;
    let page = Page::of(|| {
        el("p")
            .attr("a", "1")
            .attr("b", String::from("2"))
            .attr("c", Text::Borrowed("3"))
            .attr("d", Some("4"))
            .attr("e", true)
            .attr("f", false)
            .attr("g", none)
            .attr("h", Some(false))
            .attr("aria-pressed", true_or_false(false))
            .into_view()
    });
    assert_eq!(page.html(), r#"<p a="1" b="2" c="3" d="4" e="" aria-pressed="false"></p>"#);
}

#[wasm_bindgen_test]
async fn an_attribute_follows_its_closure() {
    let (text, flag, maybe) = (RwSignal::new("x"), RwSignal::new(false), RwSignal::new(Some(1)));
    let page = Page::of(|| {
        el("p")
            .attr("text", move || text.get())
            .attr("flag", move || flag.get())
            .attr("maybe", move || maybe.get().map(|number| number.to_string()))
            .into_view()
    });
    assert_eq!(page.html(), r#"<p text="x" maybe="1"></p>"#);
    text.set("y");
    flag.set(true);
    maybe.set(None);
    tick().await;
    assert_eq!(page.html(), r#"<p text="y" flag=""></p>"#);
    flag.set(false);
    maybe.set(Some(2));
    tick().await;
    assert_eq!(page.html(), r#"<p text="y" maybe="2"></p>"#);
}

#[wasm_bindgen_test]
async fn what_a_closure_gives_again_is_not_written_again() {
    let number = RwSignal::new(1);
    let runs = Count::default();
    let ran = runs.clone();
    let page = Page::of(|| {
        let odd = move || {
            ran.add();
            if number.get() % 2 == 1 { "odd" } else { "even" }
        };
        el("p").class(odd).into_view()
    });
    take_dom_calls();
    number.set(3);
    tick().await;
    assert_eq!((runs.get(), take_dom_calls().changes), (2, 0));
    number.set(4);
    tick().await;
    assert_eq!((runs.get(), take_dom_calls().changes), (3, 1));
    assert_eq!(page.html(), r#"<p class="even"></p>"#);
}

#[wasm_bindgen_test]
async fn a_class_is_a_text_or_a_closure() {
    let class = RwSignal::new(Some("a b"));
    let page = Page::of(|| {
        fragment(vec![
            el("p").class("fixed").into_view(),
            el("p").class(String::from("made")).into_view(),
            el("p").class(move || class.get()).into_view(),
        ])
    });
    assert_eq!(page.html(), r#"<p class="fixed"></p><p class="made"></p><p class="a b"></p>"#);
    class.set(None);
    tick().await;
    assert_eq!(page.html(), r#"<p class="fixed"></p><p class="made"></p><p></p>"#);
}

#[wasm_bindgen_test]
fn a_class_takes_the_place_of_one_before() {
    let page = Page::of(|| el("p").class("a b").class("c").into_view());
    assert_eq!(page.html(), r#"<p class="c"></p>"#);
}

#[wasm_bindgen_test]
async fn the_value_of_a_field_follows_its_closure_and_leaves_what_is_typed() {
    let (value, other) = (RwSignal::new("one"), RwSignal::new(0));
    let page = Page::of(|| {
        let value = move || {
            other.track();
            value.get()
        };
        el("input").prop("value", value).into_view()
    });
    let field = page.field("input");
    assert_eq!(field.value(), "one");
    field.set_value("typed");
    other.set(1);
    tick().await;
    assert_eq!(field.value(), "typed");
    value.set("two");
    tick().await;
    assert_eq!(field.value(), "two");
    assert!(!field.has_attribute("value"));
}

#[wasm_bindgen_test]
async fn the_caret_stays_beside_what_it_stood_at_when_the_value_changes() {
    let text = RwSignal::new("ab");
    let page = Page::of(|| {
        let value = move || text.get();
        fragment(vec![
            el("textarea").prop("value", value).into_view(),
            el("input").prop("value", value).into_view(),
        ])
    });
    let field = page.field("textarea");
    field.focus().unwrap();
    field.set_selection_range(1, 1).unwrap();
    for (changed, caret) in [("ab, c", 1), ("xyab, c", 3), ("", 0)] {
        text.set(changed);
        tick().await;
        assert_eq!((field.value(), field.selection_end()), (changed.into(), Ok(Some(caret))));
        // A field without the focus does not get it.
        assert!(page.has_focus("textarea"));
        assert_eq!(page.field("input").value(), changed);
    }
}

#[wasm_bindgen_test]
async fn a_checkbox_follows_its_closure() {
    let checked = RwSignal::new(true);
    let page =
        Page::of(|| el("input").attr("type", "checkbox").prop("checked", move || checked.get()).into_view());
    let field = page.field("input");
    assert!(field.checked());
    checked.set(false);
    tick().await;
    assert!(!field.checked());
    assert!(!field.has_attribute("checked"));
}

#[wasm_bindgen_test]
async fn a_property_is_yes_or_no_for_a_closure_that_gives_a_bool() {
    let on = RwSignal::new(true);
    let page = Page::of(|| {
        el("input")
            .attr("type", "checkbox")
            .prop("indeterminate", move || on.get())
            .prop("disabled", move || Some(on.get()))
            .into_view()
    });
    let field = page.field("input");
    assert!(field.indeterminate() && field.disabled());
    on.set(false);
    tick().await;
    assert!(!field.indeterminate() && !field.disabled());
}

#[wasm_bindgen_test]
fn a_property_can_be_set_once() {
    let nothing: Option<&str> = None;
    let page = Page::of(|| {
        fragment(vec![
            el("input").attr("value", "default").prop("value", nothing).into_view(),
            el("input").attr("checked", true).prop("type", "checkbox").prop("checked", false).into_view(),
        ])
    });
    assert_eq!(page.field("input").value(), "");
    assert!(!page.field("[type=checkbox]").checked());
}

#[wasm_bindgen_test]
async fn a_property_without_a_text_is_empty() {
    let text = RwSignal::new(None);
    let page = Page::of(|| el("textarea").prop("value", move || text.get()).into_view());
    let field = page.field("textarea");
    assert_eq!(field.value(), "");
    text.set(Some("x".to_owned()));
    tick().await;
    assert_eq!(field.value(), "x");
    text.set(None);
    tick().await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn a_select_shows_its_value() {
    let value = RwSignal::new("b");
    let page = Page::of(|| {
        let option = |value: &'static str| el("option").attr("value", value).child(value);
        el("select").child(vec![option("a"), option("b")]).prop("value", move || value.get()).into_view()
    });
    assert_eq!(page.field("select").value(), "b");
    value.set("a");
    tick().await;
    assert_eq!(page.field("select").value(), "a");
}

#[wasm_bindgen_test]
fn a_listener_hears_every_event_of_its_kind() {
    let (clicks, keys) = (Count::default(), Count::default());
    let (clicked, pressed) = (clicks.clone(), keys.clone());
    let page = Page::of(|| {
        el("button")
            .on("click", move |event| {
                assert_eq!(event.type_(), "click");
                clicked.add();
            })
            .on("keydown", move |_| pressed.add())
            .into_view()
    });
    let button = page.find("button");
    button.click();
    button.click();
    send(&button, "keydown");
    assert_eq!((clicks.get(), keys.get()), (2, 1));
}

#[wasm_bindgen_test]
fn a_child_is_a_text_an_element_a_part_or_several() {
    let nothing: Option<El> = None;
    let page = Page::of(|| {
        el("p")
            .child("a<b>")
            .child(String::from("&amp;"))
            .child(Text::Borrowed("c"))
            .child(el("i"))
            .child(el("b").into_view())
            .child(fragment(vec![el("u").into_view(), el("s").into_view()]))
            .child(Some("d"))
            .child(nothing)
            .child(vec![el("q"), el("q")])
            .child(Vec::<El>::new())
            .child(|| "e")
            .child(|| String::from("f"))
            .child(|| Text::Borrowed("g"))
            .child(|| el("em"))
            .child(|| fragment(vec![el("hr").into_view()]))
            .into_view()
    });
    let parts = "a&lt;b&gt;&amp;amp;c<i></i><b></b><u></u><s></s>d<q></q><q></q>efg<em></em><hr>";
    assert_eq!(page.html(), format!("<p>{parts}</p>"));
}

#[wasm_bindgen_test]
fn an_element_can_be_asked_for_and_a_clone_is_the_same() {
    let element = el("p");
    let asked = element.element().clone();
    let page = Page::of(|| element.clone().attr("id", "same").into_view());
    assert_eq!(asked, *page.field("#same").unchecked_ref::<Element>());
    assert_eq!(asked, *element.element());
}

#[wasm_bindgen_test]
fn several_parts_stand_side_by_side() {
    let page = Page::of(|| fragment(vec![el("a").into_view(), fragment(vec![]), el("b").into_view()]));
    assert_eq!(page.html(), "<a></a><b></b>");
    assert_eq!(JsValue::from(page.find("a").next_sibling()), JsValue::from(page.find("b")));
}
