//! Handing everything on: as a file, sealed or not, as text, as the whole page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::{button, part};
use crate::browser::{carry, dom, files, seal};
use crate::components::el::{El, all, el, live};
use crate::state::desk;
use crate::text;
use crate::views::item::record::labelled;

const JSON: &str = "application/json";

/// The name of a backup file of today.
fn name(kind: &str) -> String {
    let desk = desk();
    let day = desk.date.format_day();
    let who = desk.ledger.book.with_untracked(|book| {
        book.author(desk.ledger.author()).map(|author| author.name.clone()).unwrap_or_default()
    });
    text::backup_name(&desk.catalog().plan.id, &day, &who, kind)
}

/// A day as it stands in the name of a file.
trait FileDay {
    fn format_day(&self) -> String;
}

impl FileDay for chrono::NaiveDate {
    fn format_day(&self) -> String {
        self.to_string().replace('-', "")
    }
}

/// Downloads a backup. What came of it is said at the bottom of the page.
pub fn download() {
    let ledger = desk().ledger;
    if files::download(&name(""), JSON, &ledger.file()).is_some() {
        ledger.backed_up();
        ledger.tell(text::DOWNLOADED.into());
    } else {
        ledger.tell(text::DOWNLOAD_FAILED.into());
    }
}

/// The card about backups.
pub fn backup() -> El {
    let ledger = desk().ledger;
    let last = move || {
        let (changes, _) = ledger.unsecured();
        match ledger.last_backup() {
            Some(at) => text::last_backup(at, changes).into(),
            None => text::BACKUP_NEVER.into(),
        }
    };
    let shown = RwSignal::new(None::<String>);
    let share = move |_: Event| {
        spawn_local(async move {
            if files::share(&name(""), JSON, &ledger.file()).await {
                ledger.backed_up();
            } else {
                ledger.tell(text::SHARE_FAILED.into());
            }
        });
    };
    let copy = move |_: Event| {
        spawn_local(async move {
            if dom::copy(&ledger.file()).await {
                ledger.backed_up();
                ledger.tell(text::BACKUP_COPIED.into());
            } else {
                shown.set(Some(ledger.file()));
                ledger.tell(text::BACKUP_NOT_COPIED.into());
            }
        });
    };
    let plain = move || match shown.get() {
        None => all(Vec::new()),
        Some(file) => el("textarea")
            .class("plain-text")
            .attr("rows", "8")
            .attr("readonly", "")
            .attr("aria-label", text::BACKUP_TEXT)
            .add(file)
            .view(),
    };
    part(text::BACKUP, text::BACKUP_NOTE)
        .add(el("p").live_text(last))
        .add(
            el("p")
                .class("tools")
                .add(button(text::BACKUP_DOWNLOAD, |_| download()).class("button main"))
                .add(files::can_share().then(|| button(text::BACKUP_SHARE, share)))
                .add(button(text::BACKUP_COPY, copy)),
        )
        .add(live(plain))
        .add(sealed())
}

/// Backups that only a passphrase opens.
fn sealed() -> El {
    let ledger = desk().ledger;
    let save = move |event: Event| {
        event.prevent_default();
        let Some(field) = dom::find("#seal").and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let passphrase = field.value();
        spawn_local(async move {
            match seal::seal(&ledger.file(), &passphrase).await {
                Some(file) if files::download(&name("-加密"), JSON, &file).is_some() => {
                    field.set_value("");
                    ledger.backed_up();
                    ledger.tell(text::DOWNLOADED.into());
                }
                Some(_) => ledger.tell(text::DOWNLOAD_FAILED.into()),
                None => ledger.tell(text::SEALING_FAILED.into()),
            }
        });
    };
    let passphrase = el("input")
        .attr("id", "seal")
        .attr("type", "password")
        .attr("required", "")
        .attr("autocomplete", "new-password");
    let form = el("form")
        .class("tools")
        .on("submit", save)
        .add(labelled(text::PASSPHRASE, passphrase))
        .add(el("button").class("button").add(text::SEALED_DOWNLOAD));
    let inside = if seal::possible() {
        el("div").add(el("p").class("lead").add(text::BACKUP_SEALED_NOTE)).add(form)
    } else {
        el("p").class("lead").add(text::NO_SEALING)
    };
    el("details").add(el("summary").add(text::BACKUP_SEALED)).add(inside)
}

/// The whole page as one file.
pub fn single() -> El {
    let ledger = desk().ledger;
    let file = format!("yaodian-{}.html", desk().catalog().plan.id);
    let save = move |with: bool| {
        let file = file.clone();
        spawn_local(async move {
            let notes = if with { ledger.file() } else { String::new() };
            let whole = carry::source().await.and_then(|source| carry::with_notes(&source, &notes));
            match whole.map(|whole| files::download(&file, "text/html", &whole)) {
                Some(Some(())) => ledger.tell(text::DOWNLOADED.into()),
                Some(None) => ledger.tell(text::DOWNLOAD_FAILED.into()),
                None => ledger.tell(text::SINGLE_FAILED.into()),
            }
        });
    };
    let again = save.clone();
    let with = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| save(true))
        .live_text(move || text::single_with(ledger.book.with(|book| book.note_count())).into());
    part(text::SINGLE, text::SINGLE_NOTE)
        .add(el("p").class("tools").add(button(text::SINGLE_PLAIN, move |_| again(false))).add(with))
}
