//! The plan of this page was changed in another tab: corrected, renamed, archived, deleted. That is said, with a way to what
//! holds now. Until then the page goes on as it is: what is recorded is kept under the plan's id, and under an item's former
//! one it is brought to the item when the new version is opened.

use leptos::prelude::WithUntracked;
use leptos::task::spawn_local;
use yaodian_ui::{El, View, el, fragment, mount};

use crate::browser::{carry, dom, window};
use crate::desk::desk;
use crate::library::{self, PlanKey};
use crate::route::{Page, Route};
use crate::text;

/// The element that says so.
const PLACE: &str = "main > .plan-changed";

/// What has become of the plan that this page shows.
enum Became {
    /// Another version of it is in use.
    Other,
    /// It has this name.
    Named(String),
    Archived,
    Deleted,
}

/// Looks what has become of this page's plan, and says it.
pub fn changed() {
    spawn_local(async {
        // What cannot be read is said where somebody asks for it.
        let Ok(became) = look().await else { return };
        say(became.as_ref());
    });
}

async fn look() -> Result<Option<Became>, yaodian_vault::Reason> {
    let id = &desk().catalog().plan.id;
    let Some(key) = PlanKey::new(id) else { return Ok(None) };
    let is_own = library::bundled().is_some_and(|own| own.id == *id);
    if is_own && !library::uses_kept(id) {
        return Ok(carry::is_replaced().then_some(Became::Other));
    }
    let Some(head) = library::head(&key).await? else { return Ok(None) };
    if head.deleted.is_some() {
        return Ok(Some(if is_own { Became::Other } else { Became::Deleted }));
    }
    let shown = dom::text_of(carry::PLAN).unwrap_or_default();
    if library::body(&key).await?.is_some_and(|body| body.packed != shown) {
        return Ok(Some(Became::Other));
    }
    if head.name != carry::plan_name().unwrap_or_default() {
        return Ok(Some(Became::Named(head.called().to_owned())));
    }
    Ok(head.archived.then_some(Became::Archived))
}

fn say(became: Option<&Became>) {
    let place = dom::find(PLACE);
    let Some(became) = became else {
        if let Some(place) = place {
            place.remove();
        }
        return;
    };
    let said = match became {
        Became::Other => text::PLAN_CHANGED.to_owned(),
        Became::Named(name) => text::plan_renamed(name),
        Became::Archived => text::PLAN_ARCHIVED.to_owned(),
        Became::Deleted => text::PLAN_DELETED.to_owned(),
    };
    if place.as_ref().is_some_and(|place| place.text_content().is_some_and(|text| text.contains(&said))) {
        return;
    }
    if let Some(place) = place {
        place.remove();
    }
    let Some(place) = dom::find("main").and_then(|main| dom::first_child_of(&main)) else { return };
    place.set_class_name("notice plan-changed");
    // Where an open item covers the page, it is heard of all the same.
    if desk().open.with_untracked(Option::is_some) && window::narrow() {
        desk().ledger.say(said.clone());
    }
    let _ = place.set_attribute("role", "alert");
    mount(message(said, became), &place);
}

fn message(said: String, became: &Became) -> View {
    let way: El = match became {
        Became::Other => reload(text::PLAN_TAKE_NEW),
        Became::Named(_) => reload(text::PLAN_RELOAD),
        Became::Archived | Became::Deleted => el("a")
            .class("button")
            .attr("href", Route::to(Page::Library).format())
            .child(text::PLAN_OPEN_LIBRARY),
    };
    fragment(vec![el("p").child(said).into_view(), el("p").class("tools").child(way).into_view()])
}

/// What is being typed is stored when the page is left.
fn reload(name: &'static str) -> El {
    el("button").attr("type", "button").class("button main").on("click", |_| window::reload()).child(name)
}
