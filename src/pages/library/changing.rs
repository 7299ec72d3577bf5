//! What can be done with a plan of the library. What came of it is said at the bottom of the page, and the list is read anew.

use leptos::prelude::{GetUntracked, document};
use leptos::task::spawn_local;
use yaodian_vault::Reason;

use super::shown::{Shown, read_again};
use crate::browser::files::{self, Body, HandedOver};
use crate::browser::{carry, clock, dom, focus, settings, window};
use crate::desk::desk;
use crate::library::{self, Deletion, LedgerBack, PlanHead, PlanKey};
use crate::text;

/// Does something with the library, and says what came of it.
fn change<F: Future<Output = Result<(), Reason>> + 'static>(work: F, done: &'static str, shown: Shown) {
    spawn_local(async move {
        match work.await {
            Ok(()) if done.is_empty() => {}
            Ok(()) => desk().ledger.say(done.into()),
            Err(reason) => desk().ledger.say(text::not_kept(reason)),
        }
        read_again(shown);
        // What was pressed is about to be gone.
        focus::focus_back_later(None, vec!["main h1".into()]);
    });
}

/// Puts the plan that the page ships with into the library, too.
pub fn keep_bundled(shown: Shown) {
    spawn_local(async move {
        let Some(plan) = library::bundled() else { return };
        match library::take_plan(&plan).await {
            Ok(_) => desk().ledger.say(text::LIBRARY_DONE_KEPT.into()),
            Err(reason) => desk().ledger.say(text::not_added(reason)),
        }
        read_again(shown);
    });
}

/// Puts the library's version of the page's own plan in its place, or no longer.
pub fn use_kept(key: PlanKey, on: bool, shown: Shown) {
    library::use_kept(key.as_str(), on);
    settings::announce_change(key.as_str());
    if desk().catalog().plan.id == key.as_str() {
        // The page has read the version of before.
        window::reload();
    } else {
        read_again(shown);
    }
}

/// Gives a plan another name.
pub fn rename(key: PlanKey, name: String, shown: Shown) {
    let work = async move {
        library::rename(&key, &name).await?;
        if desk().catalog().plan.id == key.as_str() {
            called(name.trim());
        }
        Ok(())
    };
    change(work, "", shown);
}

/// The plan of this page has another name: what is on screen says so.
fn called(name: &str) {
    carry::set_plan_name(name);
    let desk = desk();
    let name = carry::plan_name().unwrap_or_else(|| desk.catalog().plan.title.clone());
    if let Some(brand) = dom::find(".bar .brand") {
        brand.set_text_content(Some(&name));
    }
    document().set_title(&text::window_title(&desk.page.get_untracked(), desk.catalog(), &name));
}

/// Puts a plan away, or takes it from there.
pub fn archive(key: PlanKey, archived: bool, shown: Shown) {
    change(async move { library::archive(&key, archived).await }, "", shown);
}

/// Deletes a plan; its ledger stays.
pub fn delete(key: PlanKey, shown: Shown) {
    let deletion = Deletion { recorded: library::recorded(key.as_str()).items, ..Deletion::default() };
    change(async move { library::delete(&key, deletion).await }, text::LIBRARY_DONE_DELETED, shown);
}

/// Deletes a plan and its ledger, which is handed over as a backup first.
pub fn delete_with_ledger(head: PlanHead, shown: Shown) {
    spawn_local(async move {
        if let Some(file) = library::ledger_file(&head).await {
            let name = text::backup_name(head.key.as_str(), &clock::today_in_digits(), "", "");
            if files::hand_over(&name, "application/json", &Body::Text(file.into())).await != HandedOver::Done
            {
                desk().ledger.say(text::LIBRARY_NO_BACKUP.into());
                return;
            }
        }
        let work = async move {
            let recorded = library::recorded(head.key.as_str()).items;
            let point = library::clear_ledger(head.key.as_str()).await?;
            library::delete(&head.key, Deletion { recorded, point, ..Deletion::default() }).await
        };
        change(work, text::LIBRARY_DONE_DELETED, shown);
    });
}

/// Brings a deleted plan back, with its ledger.
pub fn bring_back(head: PlanHead, shown: Shown) {
    spawn_local(async move {
        let said = match bring_all_back(&head).await {
            Ok(back) => text::brought_back(back).to_owned(),
            Err(reason) => text::not_kept(reason),
        };
        desk().ledger.say(said);
        read_again(shown);
        focus::focus_back_later(None, vec!["main h1".into()]);
    });
}

/// The plan and what was recorded about it.
pub async fn bring_all_back(head: &PlanHead) -> Result<LedgerBack, Reason> {
    // First the ledger: what says where it is goes with the deletion.
    let back = library::bring_ledger_back(head).await?;
    library::bring_back(&head.key).await?;
    Ok(back)
}
