//! What day it is.

use chrono::NaiveDate;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

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

/// Milliseconds since the page was opened, whatever is done to the clock of the device.
pub fn running_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// Ends after the browser has had its turn. Not by a timer: those of a page that is not looked at come once a second.
pub async fn next_turn() {
    let Ok(channel) = MessageChannel::new() else { return };
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // It fails for what cannot be copied.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(turn).await;
    channel.port1().close();
}
