//! Sentences: what is to be done, when, by whom, and for which meeting.

pub mod signals;
