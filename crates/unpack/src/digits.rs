//! Bytes as text: nine of them are a number of eleven digits.
//!
//! The digits are all printable characters of ASCII but `<`, with which alone HTML could begin something. Base64 needs
//! nine hundredths more.

use alloc::string::String;
use alloc::vec::Vec;

use lzma_rust2::{Error, Read};

const BASE: u128 = 94;
/// In a group, as bytes and as digits: 94 to the power of 11 is more than 256 to the power of 9.
const BYTES: usize = 9;
const DIGITS: usize = 11;

/// The digit that is not used.
const RESERVED: u8 = b'<';

/// The text of some bytes. A last group of fewer than nine is filled up with zeros: the length must be known otherwise.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(BYTES) * DIGITS);
    for group in bytes.chunks(BYTES) {
        let byte = |at| u128::from(group.get(at).copied().unwrap_or(0));
        let mut number = (0..BYTES).fold(0, |number, at| number << 8 | byte(at));
        for _ in 0..DIGITS {
            text.push(char::from(character((number % BASE) as u8)));
            number /= BASE;
        }
    }
    text
}

fn character(digit: u8) -> u8 {
    let plain = b' ' + digit;
    if plain < RESERVED { plain } else { plain + 1 }
}

/// `None` for what is no digit.
fn digit(character: u8) -> Option<u8> {
    match character {
        b' '..RESERVED => Some(character - b' '),
        RESERVED => None,
        ..=b'~' => character.checked_sub(b' ' + 1),
        _ => None,
    }
}

/// The bytes of a text.
pub struct Digits {
    text: Vec<u8>,
    /// How much of the text has been read.
    at: usize,
    /// What has been read and not yet handed out.
    group: [u8; BYTES],
    left: usize,
}

impl Digits {
    pub fn new(text: Vec<u8>) -> Self {
        Self { text, at: 0, group: [0; BYTES], left: 0 }
    }

    /// Reads the next group; whether there is one.
    fn read_group(&mut self) -> Result<bool, Error> {
        let Some(digits) = self.text.get(self.at..self.at + DIGITS) else { return Ok(false) };
        let mut number = 0_u128;
        for character in digits.iter().rev() {
            let digit = digit(*character).ok_or(Error::InvalidData("no digit"))?;
            number = number * BASE + u128::from(digit);
        }
        self.group.copy_from_slice(&number.to_be_bytes()[16 - BYTES..]);
        self.at += DIGITS;
        self.left = BYTES;
        Ok(true)
    }
}

impl Read for Digits {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let mut done = 0;
        while done < buffer.len() && (self.left > 0 || self.read_group()?) {
            let from = BYTES - self.left;
            let length = self.left.min(buffer.len() - done);
            buffer[done..done + length].copy_from_slice(&self.group[from..from + length]);
            self.left -= length;
            done += length;
        }
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_digit_has_a_character_of_its_own() {
        for value in 0..94 {
            assert_eq!(digit(character(value)), Some(value));
        }
        for character in [0, b'\n', b'<', 0x7f, 0x80, 0xff] {
            assert_eq!(digit(character), None, "{character}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..100), step in 1_usize..20) {
            let text = encode(&bytes);
            prop_assert!(text.bytes().all(|c| (b' '..=b'~').contains(&c) && c != b'<'));
            let mut digits = Digits::new(text.into_bytes());
            let (mut read, mut buffer) = (Vec::new(), vec![0; step]);
            loop {
                match digits.read(&mut buffer).unwrap() {
                    0 => break,
                    length => read.extend_from_slice(&buffer[..length]),
                }
            }
            prop_assert!(read.starts_with(&bytes) && read.len() < bytes.len() + BYTES);
        }
    }

    #[test]
    fn what_is_no_digit_is_an_error() {
        assert!(Digits::new(b"!!!!!<!!!!!".to_vec()).read(&mut [0; 9]).is_err());
        assert_eq!(Digits::new(b"!!!!!".to_vec()).read(&mut [0; 9]).unwrap(), 0);
    }
}
