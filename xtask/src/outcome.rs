//! What commands come to.

/// Nothing more to say, or the one message that explains why it stopped.
pub type Outcome<T = ()> = Result<T, String>;
