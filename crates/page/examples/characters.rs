//! Writes the table of readings of single characters, from the dictionary of the `pinyin` crate:
//! `cargo run -p yaodian-page --example characters > crates/page/src/pinyin/characters.bin`.

use std::collections::BTreeSet;
use std::io::Write;

use pinyin::ToPinyin;

fn main() -> std::io::Result<()> {
    let reading = |ch: char| ch.to_pinyin().map(|reading| reading.plain().replace('ü', "v"));
    let all: Vec<Option<String>> = ('\u{4e00}'..='\u{9fff}').map(reading).collect();
    let names: Vec<&String> = all.iter().flatten().collect::<BTreeSet<_>>().into_iter().collect();
    let number = |reading: &Option<String>| match reading {
        None => 0,
        Some(reading) => {
            u16::try_from(names.binary_search(&reading).unwrap_or_default() + 1).unwrap_or_default()
        }
    };
    let mut out: Vec<u8> = Vec::new();
    for name in &names {
        out.extend(name.bytes());
        out.push(b' ');
    }
    out.push(b'\n');
    let numbers: Vec<[u8; 2]> = all.iter().map(|reading| number(reading).to_le_bytes()).collect();
    out.extend(numbers.iter().map(|pair| pair[0]));
    out.extend(numbers.iter().map(|pair| pair[1]));
    std::io::stdout().write_all(&out)
}
