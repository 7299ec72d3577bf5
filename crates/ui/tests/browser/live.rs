//! Live parts: closures that are children, and `live`.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Node;
use yaodian_ui::{El, View, el, fragment, live};

use crate::count::Count;
use crate::page::{Page, tick};

fn several(tags: &[&'static str]) -> View {
    fragment(tags.iter().map(|tag| el(tag).into_view()).collect())
}

#[wasm_bindgen_test]
async fn a_text_changes_in_its_node() {
    let text = RwSignal::new("one");
    let page = Page::of(|| el("p").child("(").child(move || text.get()).child(")").into_view());
    let node = page.find("p").child_nodes().item(1).unwrap();
    text.set("two");
    tick().await;
    assert_eq!(page.html(), "<p>(two)</p>");
    assert_eq!(page.find("p").child_nodes().item(1).unwrap(), node);
    text.set("");
    tick().await;
    assert_eq!(page.html(), "<p>()</p>");
    assert_eq!(node.text_content().unwrap(), "");
}

/// Puts what a page translator does in the place of every text: an element of its own, with another text or around the
/// same one.
fn translate(node: &Node, keep: bool) {
    if node.node_type() == Node::TEXT_NODE && node.text_content().is_some_and(|text| !text.is_empty()) {
        let [outer, inner] = [el("font"), el("font")];
        let parent = node.parent_node().unwrap();
        parent.insert_before(outer.element(), Some(node)).unwrap();
        outer.element().append_child(inner.element()).unwrap();
        if keep {
            inner.element().append_child(node).unwrap();
        } else {
            parent.remove_child(node).unwrap();
            inner.element().set_text_content(Some("translated"));
        }
        return;
    }
    let children = node.child_nodes();
    let children: Vec<Node> = (0..children.length()).map(|at| children.item(at).unwrap()).collect();
    for child in children {
        translate(&child, keep);
    }
}

#[wasm_bindgen_test]
async fn what_a_translator_has_wrapped_follows() {
    for keep in [false, true] {
        let (text, tag) = (RwSignal::new("one"), RwSignal::new("i"));
        let page = Page::of(|| {
            el("p")
                .child("(")
                .child(move || text.get())
                .child(move || text.get())
                .child(")")
                .child(move || el(tag.get()).child(text.get()))
                .into_view()
        });
        for (next, next_tag) in [("two", "b"), ("", "i"), ("three", "u")] {
            translate(page.place(), keep);
            text.set(next);
            tag.set(next_tag);
            tick().await;
            let shown = page.text().replace("translated", "");
            let around = if keep { format!("({next}{next}){next}") } else { format!("{next}{next}{next}") };
            assert_eq!(shown, around);
        }
    }
}

#[wasm_bindgen_test]
async fn a_part_is_made_anew_between_its_siblings() {
    let tag = RwSignal::new("i");
    let page = Page::of(|| el("p").child(el("hr")).child(move || el(tag.get())).child(el("br")).into_view());
    let (before, after) = (page.find("hr"), page.find("br"));
    assert_eq!(page.html(), "<p><hr><i></i><br></p>");
    tag.set("b");
    tick().await;
    assert_eq!(page.html(), "<p><hr><b></b><br></p>");
    assert_eq!((before, after), (page.find("hr"), page.find("br")));
}

#[wasm_bindgen_test]
async fn a_part_can_be_nothing_one_or_several() {
    let shown: RwSignal<&[&str]> = RwSignal::new(&[]);
    let page = Page::of(|| {
        fragment(vec![
            el("hr").into_view(),
            live(move || several(shown.get())),
            live(move || several(shown.get())),
            el("br").into_view(),
        ])
    });
    assert_eq!(page.html(), "<hr><br>");
    for (tags, html) in [
        (&["a", "b"] as &[&str], "<hr><a></a><b></b><a></a><b></b><br>"),
        (&["i"], "<hr><i></i><i></i><br>"),
        (&[], "<hr><br>"),
        (&["a"], "<hr><a></a><a></a><br>"),
    ] {
        shown.set(tags);
        tick().await;
        assert_eq!(page.html(), html);
    }
}

#[wasm_bindgen_test]
async fn a_part_runs_again_for_what_it_read_last() {
    let (choice, one, other) = (RwSignal::new(true), RwSignal::new(1), RwSignal::new(1));
    let runs = Count::default();
    let ran = runs.clone();
    let page = Page::of(|| {
        live(move || {
            ran.add();
            let shown = if choice.get() { one } else { other };
            el("p").child(shown.get().to_string()).into_view()
        })
    });
    other.set(2);
    tick().await;
    assert_eq!(runs.get(), 1);
    choice.set(false);
    tick().await;
    one.set(3);
    tick().await;
    assert_eq!((runs.get(), page.text()), (2, "2".into()));
}

#[wasm_bindgen_test]
async fn a_part_within_a_part_ends_when_it_is_made_anew() {
    let (outer, inner) = (RwSignal::new(0), RwSignal::new(0));
    let runs = Count::default();
    let ran = runs.clone();
    let page = Page::of(|| {
        live(move || {
            let (ran, at) = (ran.clone(), outer.get());
            live(move || {
                ran.add();
                el("p").child(format!("{at}.{}", inner.get())).into_view()
            })
        })
    });
    inner.set(1);
    tick().await;
    assert_eq!((page.html(), runs.take()), ("<p>0.1</p>".into(), 2));
    outer.set(1);
    tick().await;
    assert_eq!((page.html(), runs.take()), ("<p>1.1</p>".into(), 1));
    inner.set(2);
    tick().await;
    assert_eq!((page.html(), runs.take()), ("<p>1.2</p>".into(), 1));
    // Both at once: the outer part and what is new within it, never what was within it before.
    inner.set(3);
    outer.set(2);
    tick().await;
    assert_eq!(page.html(), "<p>2.3</p>");
}

#[wasm_bindgen_test]
async fn parts_at_the_edges_of_a_part_stay_within_it() {
    let (first, last, around) = (RwSignal::new(true), RwSignal::new(true), RwSignal::new(0));
    let part = move |on: RwSignal<bool>, tag| live(move || several(if on.get() { tag } else { &[] }));
    let page = Page::of(|| {
        el("p")
            .child(el("hr"))
            .child(move || {
                around.track();
                fragment(vec![part(first, &["a", "b"]), el("i").into_view(), part(last, &["s", "u"])])
            })
            .child(el("br"))
            .into_view()
    });
    first.set(false);
    last.set(false);
    tick().await;
    assert_eq!(page.html(), "<p><hr><i></i><br></p>");
    first.set(true);
    last.set(true);
    tick().await;
    assert_eq!(page.html(), "<p><hr><a></a><b></b><i></i><s></s><u></u><br></p>");
    around.set(1);
    tick().await;
    assert_eq!(page.html(), "<p><hr><a></a><b></b><i></i><s></s><u></u><br></p>");
}

fn counted(number: RwSignal<i32>) -> El {
    el("p").child(live(move || el("b").child(number.get().to_string()).into_view()))
}

#[wasm_bindgen_test]
async fn a_part_goes_on_where_its_element_is_moved() {
    let number = RwSignal::new(1);
    let page = Page::of(|| fragment(vec![counted(number).into_view(), el("div").into_view()]));
    page.find("div").append_child(&page.find("p")).unwrap();
    number.set(2);
    tick().await;
    assert_eq!(page.html(), "<div><p><b>2</b></p></div>");
}

#[wasm_bindgen_test]
async fn a_part_is_up_to_date_when_its_element_comes_back() {
    let number = RwSignal::new(1);
    let page = Page::of(|| counted(number).into_view());
    let paragraph = page.find("p");
    paragraph.remove();
    number.set(2);
    tick().await;
    page.place().append_child(&paragraph).unwrap();
    assert_eq!(page.html(), "<p><b>2</b></p>");
}

#[wasm_bindgen_test]
async fn a_part_goes_on_among_other_nodes_when_it_is_moved_whole() {
    let number = RwSignal::new(1);
    let page = Page::of(|| fragment(vec![counted(number).into_view(), el("div").into_view()]));
    while let Some(node) = page.find("p").first_child() {
        page.find("div").append_child(&node).unwrap();
    }
    number.set(2);
    tick().await;
    assert_eq!(page.html(), "<p></p><div><b>2</b></div>");
}

/// The marker before the part stays behind, so there is no telling what is to go.
#[wasm_bindgen_test]
async fn a_part_that_is_torn_apart_ends_and_nothing_else_is_lost() {
    let number = RwSignal::new(1);
    let page = Page::of(|| fragment(vec![counted(number).into_view(), el("div").into_view()]));
    let last: Node = page.find("p").last_child().unwrap();
    page.find("div").append_child(&last).unwrap();
    let after = page.find("p").append_child(&el("hr").element().clone()).unwrap();
    number.set(2);
    tick().await;
    assert!(page.place().contains(Some(&after)));
}
