//! What day it is, for as long as the page is open: over midnight, after a sleep, and when the clock is set.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::browser::clock;
use crate::desk::Desk;

/// Nobody reports that a clock was set, so it is looked at so often.
const OFTEN: i64 = 60_000;
/// Never more often than this, also where a clock stands still just before midnight.
const SELDOM: i64 = 250;

/// Follows the clock.
pub fn follow(desk: Desk) {
    window_event_listener(ev::visibilitychange, move |_| desk.set_date(clock::today()));
    window_event_listener(ev::focus, move |_| desk.set_date(clock::today()));
    look_again(desk);
}

fn look_again(desk: Desk) {
    let next = clock::until_midnight_ms().clamp(SELDOM, OFTEN);
    let look = move || {
        desk.set_date(clock::today());
        look_again(desk);
    };
    set_timeout(look, Duration::from_millis(next.unsigned_abs()));
}
