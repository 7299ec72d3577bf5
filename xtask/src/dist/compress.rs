//! Compressed copies beside the files, for web servers that send them as they are (`gzip_static`, `brotli_static`).

use std::io::Write;
use std::path::Path;

use crate::{Outcome, files};

/// Writes `name.br` and `name.gz` beside every file that gets smaller that way.
pub fn compress(folder: &Path) -> Outcome {
    for file in files::list(folder)? {
        if is_compressed_copy(&file) {
            continue;
        }
        let bytes = files::read(&folder.join(&file))?;
        for (suffix, compressed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
            if compressed.len() < bytes.len() {
                files::write(&folder.join(format!("{}.{suffix}", file.display())), compressed)?;
            }
        }
    }
    Ok(())
}

/// Whether a file is one of those copies, going by its name.
pub fn is_compressed_copy(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

/// Brotli at its best level, 11.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut compressed = Vec::new();
    let window = 22;
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, window);
    writer.write_all(bytes).map_err(|error| format!("brotli: {error}"))?;
    drop(writer);
    Ok(compressed)
}

/// Gzip at its best level, 9.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).and_then(|()| writer.finish()).map_err(|error| format!("gzip: {error}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "工作要点".repeat(1000).into_bytes();
        let (small, smaller) = (gzip(&text).unwrap(), brotli(&text).unwrap());
        assert!(smaller.len() < small.len() && small.len() < text.len());
        let (mut from_gzip, mut from_brotli) = (Vec::new(), Vec::new());
        flate2::read::GzDecoder::new(small.as_slice()).read_to_end(&mut from_gzip).unwrap();
        brotli::Decompressor::new(smaller.as_slice(), 4096).read_to_end(&mut from_brotli).unwrap();
        assert!(from_gzip == text && from_brotli == text);
    }

    #[test]
    fn copies_are_known_by_name() {
        assert!(is_compressed_copy(Path::new("a.js.br")) && is_compressed_copy(Path::new("a.js.gz")));
        assert!(!is_compressed_copy(Path::new("a.js")) && !is_compressed_copy(Path::new("br")));
    }
}
