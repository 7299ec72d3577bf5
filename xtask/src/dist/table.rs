//! The table of functions, without what says nothing.
//!
//! The tool that splits the chunks off writes, for each run of entries that a chunk fills, that they are empty until then,
//! which entries are anyway: 1 KB of brotli on a first visit.

use wasmparser::{ElementItems, Operator, Parser, Payload};

use super::encoding::{leb128, with_section};
use crate::outcome::Outcome;

/// The id of a module's section with the segments of its tables.
const ELEMENT_SECTION: u8 = 9;

/// The module without segments that hold no function.
///
/// # Errors
/// The module cannot be read.
pub fn drop_empty_segments(module: &[u8]) -> Outcome<Vec<u8>> {
    let failed = |error: wasmparser::BinaryReaderError| format!("WebAssembly: {error}");
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ElementSection(section) = payload.map_err(failed)? else { continue };
        let range = section.range().start as usize..section.range().end as usize;
        let (mut count, mut kept) = (0, Vec::new());
        for element in section {
            let element = element.map_err(failed)?;
            if holds_function(&element.items).map_err(failed)? {
                count += 1;
                kept.extend_from_slice(&module[element.range.start as usize..element.range.end as usize]);
            }
        }
        return with_section(module, ELEMENT_SECTION, range, &[leb128(count), kept].concat());
    }
    Ok(module.to_vec())
}

fn holds_function(items: &ElementItems<'_>) -> Result<bool, wasmparser::BinaryReaderError> {
    match items {
        ElementItems::Functions(functions) => Ok(functions.count() > 0),
        ElementItems::Expressions(_, expressions) => {
            for expression in expressions.clone() {
                if !matches!(expression?.get_operators_reader().read()?, Operator::RefNull { .. }) {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with these segments, and a custom section behind them.
    fn module(segments: &[&[u8]]) -> Vec<u8> {
        let body = [&[segments.len() as u8][..], &segments.concat()].concat();
        let header = b"\0asm\x01\0\0\0";
        [&header[..], &[ELEMENT_SECTION, body.len() as u8], &body, &[0, 2, 1, b'x']].concat()
    }

    #[test]
    fn only_segments_with_a_function_stay() {
        let functions: &[u8] = &[0, 0x41, 1, 0x0b, 2, 5, 6];
        let none: &[u8] = &[0, 0x41, 3, 0x0b, 0];
        let nulls: &[u8] = &[4, 0x41, 3, 0x0b, 2, 0xd0, 0x70, 0x0b, 0xd0, 0x70, 0x0b];
        let mixed: &[u8] = &[4, 0x41, 5, 0x0b, 2, 0xd0, 0x70, 0x0b, 0xd2, 7, 0x0b];
        let all = module(&[functions, none, nulls, mixed]);
        assert_eq!(drop_empty_segments(&all).unwrap(), module(&[functions, mixed]));
    }

    #[test]
    fn a_module_without_a_table_stays_as_it_is() {
        let module = b"\0asm\x01\0\0\0\0\x02\x01x";
        assert_eq!(drop_empty_segments(module).unwrap(), module);
    }
}
