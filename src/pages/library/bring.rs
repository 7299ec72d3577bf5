//! Putting a plan of the library into the page, before the app starts.

use leptos::task::spawn_local;
use yaodian_ui::{El, View, el};

use super::changing::bring_all_back;
use crate::browser::{dom, window};
use crate::chunks::{Bringing, Brought};
use crate::library::{self, LedgerBack, PlanHead, PlanKey};
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
                match library::head(&known).await.ok().flatten().filter(|_| named) {
                    Some(head) => Brought::Why(deleted_here(head)),
                    None => missing(),
                }
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

/// The plan was deleted in this browser, and can be brought back at once.
fn deleted_here(head: PlanHead) -> View {
    let said = [text::plan_was_deleted(&head), text::PLAN_WAS_DELETED_HOW.into()];
    let back = move |_| {
        let head = head.clone();
        spawn_local(async move {
            match bring_all_back(&head).await {
                // Where it is said there is no app yet: what did not come back is said in the place of the notice.
                Ok(LedgerBack::Lost) => dom::set_text(SAID, text::brought_back(LedgerBack::Lost)),
                Ok(_) => window::reload(),
                Err(reason) => dom::set_text(SAID, &text::not_kept(reason)),
            }
        });
    };
    let button = el("button").attr("type", "button").class("button main").on("click", back);
    message_with(text::PLAN_DELETED_HERE, said, Some(button.child(text::LIBRARY_BRING_BACK)))
}

/// The id of what says what came of it.
const SAID: &str = "brought-back";

/// What is shown in place of the app. There is no desk: its links are to the plan that the page ships with.
fn message(title: &'static str, said: [String; 2]) -> View {
    message_with(title, said, None)
}

fn message_with(title: &'static str, said: [String; 2], way: Option<El>) -> View {
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
                .child(way)
                .child(link(Page::Library, text::PLAN_OPEN_LIBRARY))
                .child(link(Page::Overview, text::PLAN_OPEN_BUNDLED)),
        )
        .child(el("p").attr("id", SAID).attr("role", "status"))
        .into_view()
}
