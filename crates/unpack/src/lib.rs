//! How the single file carries its modules of WebAssembly: one after another, compressed with LZMA as one, and written as
//! text of which nothing has a meaning in HTML.
//!
//! LZMA makes of the modules two thirds of what gzip makes, which is all that browsers have, and it sees what one module
//! has in common with another. This crate is compiled to WebAssembly, too, and stands in the file in base64: the file's
//! script gives it the text and asks for one module after the other, as they are needed.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod digits;
#[cfg(target_arch = "wasm32")]
mod exports;

use alloc::vec::Vec;

use lzma_rust2::{Error, LzmaReader, Read};

use digits::Digits;
pub use digits::encode;

/// The modules of a file while they are taken out of it.
pub struct Unpacker(LzmaReader<Digits>);

impl Unpacker {
    /// Begins with the text as [`encode`] has made it of a stream of LZMA with its header (the format of `.lzma` files).
    ///
    /// # Errors
    /// The text does not begin with such a header.
    pub fn new(text: Vec<u8>) -> Result<Self, Error> {
        LzmaReader::new_mem_limit(Digits::new(text), u32::MAX, None).map(Self)
    }

    /// The next `length` bytes.
    ///
    /// # Errors
    /// The stream is damaged or ends before that.
    pub fn next(&mut self, length: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = alloc::vec![0; length];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use lzma_rust2::{LzmaOptions, LzmaWriter, Write};
    use proptest::prelude::*;

    use super::*;

    fn packed(modules: &[Vec<u8>]) -> String {
        let options = LzmaOptions::with_preset(6);
        let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, None).unwrap();
        modules.iter().for_each(|module| writer.write_all(module).unwrap());
        encode(&writer.finish().unwrap())
    }

    proptest! {
        #[test]
        fn modules_come_back_one_by_one(
            modules in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..3000), 1..5)
        ) {
            let mut unpacker = Unpacker::new(packed(&modules).into_bytes()).unwrap();
            for module in &modules {
                prop_assert_eq!(&unpacker.next(module.len()).unwrap(), module);
            }
            prop_assert!(unpacker.next(1).is_err());
        }

        #[test]
        fn damage_is_an_error_or_other_bytes(text in "[ -~]{0,200}", length in 0_usize..2000) {
            if let Ok(mut unpacker) = Unpacker::new(text.into_bytes()) {
                let _ = unpacker.next(length);
            }
        }
    }
}
