//! FNV-1a with 32 bits: short, and the same on every machine and in every release.
//!
//! It detects accidental changes and distinguishes different texts, but not against an attacker: anybody can make two
//! texts with one hash.

/// The FNV-1a hash of a text's UTF-8 bytes.
pub fn fnv1a_32(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::fnv1a_32;

    #[test]
    fn the_published_test_vectors_hold() {
        for (text, hash) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(fnv1a_32(text), hash, "{text}");
        }
    }
}
