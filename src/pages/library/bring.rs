//! Putting a plan of the library into the page, before the app starts.

use leptos::task::spawn_local;
use yaodian_ui::{El, View, el};

use crate::chunks::{Bringing, Brought};
use crate::library::{self, PlanKey};
use crate::route::{Page, Route};
use crate::text;

/// Puts a plan of the library in the place of the page's own; see [`crate::chunks::Library::bring`].
pub fn bring(key: String, named: bool) -> Bringing {
    Box::pin(async move {
        let missing = || if named { Brought::Why(not_here(&key)) } else { Brought::Not("") };
        let Some(known) = PlanKey::new(&key) else { return missing() };
        if library::bundled().is_some_and(|own| own.id == key) && !library::uses_kept(&key) {
            // The page ships with a version that nobody has looked at here.
            return Brought::Not(text::KEPT_VERSION_DIFFERS);
        }
        match library::body(&known).await {
            Ok(Some(body)) => {
                let name = library::name_of(&known).await;
                library::put_in_place(&key, &body, &name);
                // That it is not noted changes an order, and nothing else.
                spawn_local(async move {
                    let _ = library::touch(&known).await;
                });
                Brought::Here
            }
            Ok(None) => {
                // Of the page's own plan there is no other version any more.
                library::use_kept(&key, false);
                missing()
            }
            Err(reason) => {
                let said = [text::plan_not_read(reason), text::plan_in_address(&key)];
                Brought::Why(message(text::PLAN_NOT_READ, said))
            }
        }
    })
}

fn not_here(key: &str) -> View {
    message(text::PLAN_NOT_HERE, [text::plan_in_address(key), text::PLAN_NOT_HERE_HOW.into()])
}

/// What is shown in place of the app. There is no desk: its links are to the plan that the page ships with.
fn message(title: &'static str, said: [String; 2]) -> View {
    let link = |page: Page, name: &'static str| -> El {
        el("a").class("button").attr("href", Route::to(page).format()).child(name)
    };
    el("div")
        .class("failed card")
        .attr("role", "alert")
        .child(el("h1").child(title))
        .child(said.map(|said| el("p").child(said)).into_iter().collect::<Vec<_>>())
        .child(
            el("p")
                .class("tools")
                .child(link(Page::Library, text::PLAN_OPEN_LIBRARY))
                .child(link(Page::Overview, text::PLAN_OPEN_BUNDLED)),
        )
        .into_view()
}
