//! The user's preferences on this device. They are conveniences: where the storage is blocked,
//! the colour scheme lasts until the page is closed and single keys stay shortcuts.
//!
//! They go through `gloo_storage`'s `raw()`, not its `get` and `set`: these read and write JSON with `serde_json`, which the
//! page has no other use for, and which makes a first visit 10 KB of brotli larger.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use yaodian_progress::{AuthorId, Backups};

const THEME: &str = "yaodian.theme";
const SINGLE_KEYS: &str = "yaodian.single-keys";
const DEVICE: &str = "yaodian.device";
/// A slash, so that it is not the beginning of a key that belongs to a plan.
const BACKUP: &str = "yaodian.backup/";
const CALENDAR: &str = "yaodian.calendar/";
const SEEN_LIBRARY: &str = "yaodian.seen-library";
/// The page's first script looks whether there is anything, see `starting.js`.
const LAST_PLAN: &str = "yaodian.last-plan";
/// So it does here. A slash, as for backups.
const KEPT: &str = "yaodian.kept/";

/// A slash, as for backups.
const CHANGED: &str = "yaodian.changed/";
const DRAFT_KEPT: &str = "yaodian.draft-kept/";

/// Colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// 浅色.
    Light,
    /// 深色.
    Dark,
}

impl Theme {
    /// All choices with the names that are stored and used in the style sheet.
    pub const ALL: [(Theme, &str); 3] =
        [(Theme::Auto, "auto"), (Theme::Light, "light"), (Theme::Dark, "dark")];

    /// The name that is stored.
    pub fn name(self) -> &'static str {
        Theme::ALL.iter().find(|(theme, _)| *theme == self).map_or("auto", |(_, name)| name)
    }

    /// The choice with this name; unknown names are as the system has it.
    pub fn named(name: &str) -> Theme {
        Theme::ALL.iter().find(|(_, known)| *known == name).map_or(Theme::Auto, |(theme, _)| *theme)
    }
}

/// Whether `localStorage` can be touched at all: merely asking for it throws where it is blocked.
fn available() -> bool {
    window().local_storage().is_ok_and(|storage| storage.is_some())
}

/// A stored preference. It is written as JSON, which older versions did and the page's first script reads.
fn read(key: &str) -> Option<String> {
    let stored = available().then(|| LocalStorage::raw().get_item(key).ok().flatten()).flatten()?;
    Some(stored.trim_matches('"').to_owned())
}

/// Stores a preference; where that is not possible it is forgotten with the page.
fn write(key: &str, value: &str) {
    if available() {
        let _ = LocalStorage::raw().set_item(key, value);
    }
}

/// The stored colour scheme.
pub fn theme() -> Theme {
    read(THEME).map_or(Theme::Auto, |name| Theme::named(&name))
}

/// Applies a colour scheme to the page and remembers it. What was remembered is applied before the
/// first paint, by the script that runs before the app.
pub fn set_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme.name());
    }
    write(THEME, &format!("\"{}\"", theme.name()));
}

/// Whether single keys are shortcuts.
pub fn single_keys() -> bool {
    read(SINGLE_KEYS).as_deref() != Some("false")
}

/// Remembers whether single keys are shortcuts.
pub fn set_single_keys(on: bool) {
    write(SINGLE_KEYS, if on { "true" } else { "false" });
}

/// The name that this browser's records are signed with; made up at first use. Where nothing can be stored, it
/// lasts as long as the page.
pub fn device() -> AuthorId {
    if let Some(device) = read(DEVICE).as_deref().and_then(AuthorId::new) {
        return device;
    }
    // Six letters and digits: two of a hundred devices draw the same once in 440,000 times.
    let letter = || char::from_digit((js_sys::Math::random() * 36.0) as u32 % 36, 36).unwrap_or('0');
    let drawn: String = std::iter::repeat_with(letter).take(6).collect();
    write(DEVICE, &format!("\"{drawn}\""));
    AuthorId::new(&drawn).unwrap_or_else(|| unreachable!("letters and digits are a name"))
}

/// Remembers the name again, where it was cleared under the page: what is recorded next shall have the same author.
pub fn remember_device(device: AuthorId) {
    if read(DEVICE).is_none() {
        write(DEVICE, &format!("\"{device}\""));
    }
}

/// What was remembered about the backups of a plan's records.
pub fn backups(plan: &str) -> Backups {
    let stored = read(&format!("{BACKUP}{plan}")).unwrap_or_default();
    let mut numbers = stored.split(' ').map(|number| number.parse().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    Backups { last: next(), imported: next(), entries: next(), quiet: next() }
}

/// Remembers it.
pub fn set_backups(plan: &str, known: Backups) {
    let Backups { last, imported, entries, quiet } = known;
    write(&format!("{BACKUP}{plan}"), &format!("{last} {imported} {entries} {quiet}"));
}

/// What calendars of a plan that were exported here have events of, by id.
pub fn exported(plan: &str) -> Vec<String> {
    let stored = read(&format!("{CALENDAR}{plan}")).unwrap_or_default();
    stored.split_whitespace().map(str::to_owned).collect()
}

/// Remembers it.
pub fn set_exported(plan: &str, ids: &[String]) {
    write(&format!("{CALENDAR}{plan}"), &ids.join(" "));
}

/// The checksum of the version of a page's own plan that a version in the library has taken the place of; `None` if none
/// has. Pages of other versions ship with what nobody has looked at here.
pub fn kept_in_place_of(plan: &str) -> Option<String> {
    read(&format!("{KEPT}{plan}"))
}

/// Remembers it.
pub fn keep_in_place_of(plan: &str, mark: Option<&str>) {
    let key = format!("{KEPT}{plan}");
    match mark {
        Some(mark) => write(&key, mark),
        None if available() => LocalStorage::delete(&key),
        None => {}
    }
}

/// Whether the library that a file carries has been dealt with; by its mark.
pub fn has_seen_library(mark: &str) -> bool {
    read(SEEN_LIBRARY).as_deref() == Some(mark)
}

/// Remembers that.
pub fn set_seen_library(mark: &str) {
    write(SEEN_LIBRARY, mark);
}

/// The key that other tabs hear of when a plan of the library was changed.
pub fn change_key(plan: &str) -> String {
    [CHANGED, plan].concat()
}

/// Whether this is the key of a change of any plan.
pub fn is_change(key: &str) -> bool {
    key.starts_with(CHANGED)
}

/// Lets other tabs hear that a plan of the library was changed. Nothing stays stored.
pub fn announce_change(plan: &str) {
    announce(&change_key(plan));
}

/// Lets other tabs hear that a draft was kept or deleted.
pub fn announce_draft(id: &str) {
    announce(&[DRAFT_KEPT, id].concat());
}

/// The id of the draft that was kept or deleted, where this is the key that says so.
pub fn draft_of(key: &str) -> Option<&str> {
    key.strip_prefix(DRAFT_KEPT)
}

fn announce(key: &str) {
    if available() {
        write(key, "1");
        LocalStorage::delete(key);
    }
}

/// The plan of the library that was used last in a page that ships with this one; `None` if it was that one itself.
pub fn last_plan(bundled: &str) -> Option<String> {
    let stored = read(LAST_PLAN)?;
    let (page, last) = stored.split_once(' ')?;
    (page == bundled).then(|| last.to_owned())
}

/// Remembers it.
pub fn set_last_plan(bundled: &str, last: Option<&str>) {
    match last {
        Some(last) => write(LAST_PLAN, &format!("{bundled} {last}")),
        // Pages that ship with other plans, such as files on one disk, have their own.
        None if last_plan(bundled).is_some() => write(LAST_PLAN, ""),
        None => {}
    }
}
