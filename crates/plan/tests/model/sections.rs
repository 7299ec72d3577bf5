//! How sections are numbered and headed.

use yaodian_plan::{Section, WorkPoint};

/// A section without text.
fn section(no: u8, printed: Option<&str>, title: &str) -> Section {
    Section {
        no,
        printed: printed.map(str::to_owned),
        title: title.to_owned(),
        text: Vec::new(),
        subsections: Vec::new(),
        points: Vec::new(),
    }
}

#[test]
fn sections_are_numbered_as_in_the_document() {
    let expected =
        [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "100")];
    for (no, printed) in expected {
        assert_eq!(section(no, None, "").numeral(), printed);
    }
}

#[test]
fn a_section_is_headed_as_the_document_heads_it() {
    for (printed, title, heading) in [
        (None, "重点工作", "二、重点工作"),
        (Some(""), "重点工作", "重点工作"),
        (Some("（二）"), "重点工作", "（二）重点工作"),
        (Some("第二部分"), "重点工作", "第二部分　重点工作"),
        (Some("2."), "重点工作", "2.重点工作"),
        (None, "", ""),
    ] {
        assert_eq!(section(2, printed, title).heading(), heading);
    }
}

#[test]
fn numbers_that_begin_anew_look_like_the_others() {
    let label = |printed: &str| {
        let (heading, text, printed) = (String::new(), String::new(), printed.to_owned());
        WorkPoint { no: 3, printed, heading, apart: false, text, line: 1 }.label()
    };
    let labels = ["", "1.", "12.", "（一）", "1、"].map(label);
    assert_eq!(labels, ["3．", "1．", "12．", "（一）", "1、"]);
}
