//! A file that is handed over, and its name.

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::files::Body;
use crate::desk::Desk;
use crate::text;

/// What is exported.
pub struct Paper {
    /// Its file name.
    pub name: String,
    /// Its type.
    pub kind: &'static str,
    /// What is in it.
    pub body: Body,
    /// What it is, in words.
    pub what: String,
    /// What it is good for, and what is not in it.
    pub hint: String,
}

/// The part of a file's name that distinguishes some items from all.
pub fn part_of(desk: Desk, count: usize) -> String {
    if count < desk.catalog().all().len() { text::part_of_items(count) } else { String::new() }
}

/// The name of a file of today.
pub fn name(desk: Desk, what: &str, mark: &str, ending: &str) -> String {
    let seen = desk.chosen_month.get_untracked().map(text::as_of_month);
    // Not the day on which the page was opened: it may have been open for a week.
    let day = clock::today_in_digits();
    text::export_name(&desk.catalog().plan.id, &format!("{what}{mark}"), seen, &day, ending)
}
