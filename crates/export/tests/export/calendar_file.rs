//! A reader of calendars that knows only RFC 5545.

use std::collections::HashMap;

/// The value of every property by its name with its parameters, of text as text.
pub type Event = HashMap<String, String>;

/// The events of a file, by their identity.
pub fn read(file: &str) -> HashMap<String, Event> {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = file.replace("\r\n ", "");
    let lines: Vec<(&str, &str)> = unfolded
        .split_terminator("\r\n")
        .map(|line| line.split_once(':').unwrap_or_else(|| panic!("no property: {line}")))
        .collect();
    assert_eq!((lines[0], lines[1]), (("BEGIN", "VCALENDAR"), ("VERSION", "2.0")));
    assert_eq!(lines.last(), Some(&("END", "VCALENDAR")));
    assert!(!lines.iter().any(|(name, _)| *name == "METHOD"));
    let mut events = HashMap::new();
    for part in lines.split(|line| *line == ("BEGIN", "VEVENT")).skip(1) {
        let end = part.iter().position(|line| *line == ("END", "VEVENT")).expect("its end");
        let mut event = Event::new();
        for (name, value) in &part[..end] {
            assert_eq!(event.insert((*name).into(), said(value)), None, "{name} twice");
        }
        for name in ["DTSTAMP", "SEQUENCE", "SUMMARY"] {
            assert!(event.contains_key(name), "{name}");
        }
        // On whole days, or from a time of day on.
        assert_eq!(event.contains_key("DTSTART;VALUE=DATE"), event.contains_key("DTEND;VALUE=DATE"));
        assert_ne!(event.contains_key("DTSTART;VALUE=DATE"), event.contains_key("DTSTART"));
        assert_eq!(event["TRANSP"], "TRANSPARENT");
        let before = events.insert(event["UID"].clone(), event);
        assert_eq!(before, None, "one event for each identity");
    }
    events
}

/// A text as it was before it was escaped.
fn said(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some(char @ ('\\' | ';' | ',')) => out.push(char),
                other => panic!("no escape: {other:?} in {value}"),
            },
            ';' | ',' => panic!("not escaped: {value}"),
            char => out.push(char),
        }
    }
    out
}

/// The first day of an event, and the day after its last.
pub fn days(event: &Event) -> [&str; 2] {
    [&event["DTSTART;VALUE=DATE"], &event["DTEND;VALUE=DATE"]]
}
