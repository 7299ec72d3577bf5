//! A small plan for tests.

use yaodian_plan::{FORMAT, Plan};

pub fn plan() -> Plan {
    Plan {
        format: FORMAT,
        id: "test-2023".to_owned(),
        title: "2023年工作要点".to_owned(),
        issuer: "某区人大常委会".to_owned(),
        year: 2023,
        preamble: Vec::new(),
        sections: Vec::new(),
        annexes: Vec::new(),
        units: Vec::new(),
        categories: Vec::new(),
        items: Vec::new(),
        links: Vec::new(),
        notes: vec![],
        meetings: vec![],
        corrections: Vec::new(),
        amendments: Vec::new(),
    }
}
