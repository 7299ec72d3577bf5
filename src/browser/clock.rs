//! What day it is.

use chrono::NaiveDate;
use leptos::prelude::set_timeout;
use wasm_bindgen_futures::JsFuture;

/// Today in the user's own time zone. A clock that makes no sense counts as 1 January 1970.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Today as it stands in the names of files: `20230703`.
pub fn today_in_digits() -> String {
    today().to_string().replace('-', "")
}

/// How long it is until today ends, in milliseconds.
pub fn until_midnight_ms() -> i64 {
    midnight_ms() - now_ms()
}

/// When today ends, in milliseconds since 1970.
pub fn midnight_ms() -> i64 {
    let end = js_sys::Date::new_0();
    end.set_hours(24);
    end.set_minutes(0);
    end.set_seconds(0);
    end.set_milliseconds(0);
    end.get_time() as i64
}

/// Milliseconds since 1970 in UTC.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// How long the page has been open, in milliseconds, whatever becomes of the clock.
pub fn running_ms() -> i64 {
    leptos::prelude::window().performance().map_or_else(now_ms, |running| running.now() as i64)
}

/// Ends after a moment, in which the browser has shown what was changed.
pub async fn a_moment() {
    let later = js_sys::Promise::new(&mut |resolve, _| {
        let wake = move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
        set_timeout(wake, std::time::Duration::from_millis(50));
    });
    let _ = JsFuture::from(later).await;
}
