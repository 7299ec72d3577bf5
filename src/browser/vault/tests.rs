//! The vault on stores that fail in every way.
