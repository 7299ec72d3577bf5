//! The records that a workbook of Excel 97–2003 consists of, and the texts in them.

/// The records from a place of the stream on: their kinds and what they hold.
pub(crate) fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = from;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

/// A text with the places where its font changes, and the number of the font from there on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    pub(crate) text: Vec<u16>,
    pub(crate) runs: Vec<(u16, u16)>,
}

/// The shared texts of a workbook, which go on from record to record.
pub(crate) fn shared_texts(parts: &[&[u8]]) -> Vec<Rich> {
    let mut reader = Parts { parts, part: 0, at: 0 };
    let mut texts = Vec::new();
    let _ = reader.u32();
    let count = reader.u32().unwrap_or(0) as usize;
    while texts.len() < count {
        match reader.rich() {
            Some(text) => texts.push(text),
            None => break,
        }
    }
    texts
}

/// Data that is spread over several records.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Parts<'_> {
    /// The rest of the record, if there is some; else the next record begins.
    fn rest(&mut self) -> Option<&[u8]> {
        while self.at >= self.parts.get(self.part)?.len() {
            self.part += 1;
            self.at = 0;
        }
        self.parts.get(self.part)?.get(self.at..)
    }

    fn u8(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let step = self.rest()?.len().min(count);
            self.at += step;
            count -= step;
        }
        Some(())
    }

    fn rich(&mut self) -> Option<Rich> {
        let length = usize::from(self.u16()?);
        let flags = self.u8()?;
        let runs = if flags & 8 != 0 { self.u16()? } else { 0 };
        let extra = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let mut rich = Rich::default();
        let mut wide = flags & 1 != 0;
        while rich.text.len() < length {
            if self.at >= self.parts.get(self.part)?.len() {
                // Where a text goes on in another record, its width is said again.
                wide = self.u8()? & 1 != 0;
            }
            let unit = if wide { self.u16()? } else { u16::from(self.u8()?) };
            rich.text.push(unit);
        }
        for _ in 0..runs {
            rich.runs.push((self.u16()?, self.u16()?));
        }
        self.skip(extra)?;
        Some(rich)
    }
}

/// A text with its length in one byte.
pub(crate) fn short_text(data: &[u8]) -> String {
    match data.split_first() {
        Some((length, rest)) => text(rest, usize::from(*length)),
        None => String::new(),
    }
}

/// A text with its length in two bytes.
pub(crate) fn long_text(data: &[u8]) -> String {
    match u16_at(data, 0) {
        Some(length) => text(data.get(2..).unwrap_or_default(), usize::from(length)),
        None => String::new(),
    }
}

/// A text of so many characters, in bytes or pairs of them.
fn text(data: &[u8], length: usize) -> String {
    let Some((flags, rest)) = data.split_first() else { return String::new() };
    if flags & 1 == 0 {
        return rest.iter().take(length).map(|byte| char::from(*byte)).collect();
    }
    let units: Vec<u16> =
        rest.chunks_exact(2).take(length).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    decode(&units)
}

pub(crate) fn decode(units: &[u16]) -> String {
    char::decode_utf16(units.iter().copied()).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// A number that is packed into four bytes.
pub(crate) fn packed_number(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        f64::from((packed as i32) >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

pub(crate) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        assert_eq!(packed_number((300 << 2) | 3), 3.0);
        assert_eq!(packed_number((7 << 2) | 2), 7.0);
        assert_eq!(packed_number((2.5f64.to_bits() >> 32) as u32 & !3), 2.5);
    }

    #[test]
    fn texts_go_on_in_the_next_record() {
        // Two texts: `甲乙` cut after the first character, and `ab` with a run.
        let first = [2u8, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 0x32, 0x75];
        let second = [1u8, 0x59, 0x4e, 2, 0, 8, 1, 0, b'a', b'b', 1, 0, 5, 0];
        let texts = shared_texts(&[&first, &second]);
        assert_eq!(texts.iter().map(|rich| decode(&rich.text)).collect::<Vec<_>>(), ["甲乙", "ab"]);
        assert_eq!(texts[1].runs, [(1, 5)]);
        assert_eq!(shared_texts(&[&first]).len(), 0);
    }
}
