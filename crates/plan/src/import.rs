//! From the text of a source document to a plan.
