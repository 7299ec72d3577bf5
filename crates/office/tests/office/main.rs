//! Word documents, read again by the reader of documents; forms that come back.

#[path = "../../../plan/tests/model/any_plan.rs"]
mod any_plan;
#[path = "../../../plan/tests/model/builder.rs"]
#[allow(dead_code, reason = "shared with the tests of the model")]
mod builder;
mod documents;
mod families;
mod forms;
mod layout;
#[path = "../../../progress/tests/progress/support.rs"]
#[allow(dead_code, reason = "shared with the tests of progress")]
mod support;
mod versions;
mod whole_plan;
mod written;
