//! Plain text: what a PDF reader, a chat or an old program hands on.

mod decode;
mod gb18030;

pub(super) use decode::{decode, decode_head};
