//! The questions that the views ask.
