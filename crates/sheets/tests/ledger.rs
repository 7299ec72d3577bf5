//! Workbooks, each with what a careful clerk reads in it.

#[allow(dead_code, reason = "shared with the tests of other formats")]
#[path = "../../reading/tests/documents/expect.rs"]
mod expect;

use std::path::Path;

use expect::{cases, check};
use yaodian_reading::{Hints, formats, understand};

#[test]
fn promise_32_workbooks_become_plans() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/cases");
    // A folder of one's own: `CASES=FOLDER cargo test -p yaodian-sheets`.
    let folders = std::env::var("CASES")
        .map_or_else(|_| vec![folder.join("office"), folder.join("families")], |own| vec![own.into()]);
    let mut count = 0;
    for (file, expect) in folders.iter().flat_map(|folder| cases(folder)) {
        let bytes = std::fs::read(&file).expect("a case");
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !matches!(formats::recognise(&bytes, name), Ok(formats::Kind::Workbook)) {
            continue;
        }
        count += 1;
        let document = yaodian_sheets::read(&bytes).expect("a workbook");
        let failure = check(name, &expect, &understand(&document, &Hints::default()));
        assert!(failure.is_none(), "{}", failure.map(|failure| failure.to_string()).unwrap_or_default());
    }
    assert!(count > 0, "no workbook among the cases");
}
