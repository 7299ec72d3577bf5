//! Compressed copies beside the files, for web servers that send them as they are (`gzip_static`, `brotli_static`).

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::files;
use crate::outcome::Outcome;

/// How a copy is compressed.
#[derive(Clone, Copy)]
pub enum Format {
    /// At its best level, 11.
    Brotli,
    /// At its best level, 9.
    Gzip,
}

/// Writes `name.br` and `name.gz` beside every file that gets smaller that way.
pub fn compress(folder: &Path) -> Outcome {
    for file in files::list(folder)? {
        if is_compressed_copy(&file) {
            continue;
        }
        let path = folder.join(file);
        let bytes = files::read(&path)?;
        for format in [Format::Brotli, Format::Gzip] {
            let compressed = format.compress(&bytes)?;
            if compressed.len() < bytes.len() {
                files::write(&format.copy_of(&path), compressed)?;
            }
        }
    }
    Ok(())
}

/// Whether a file is one of those copies, going by its name.
pub fn is_compressed_copy(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

/// The compressed size of a file with these contents, in bytes. Taken from the copy beside it if that is one of these
/// contents, since compressing a whole release takes seconds.
pub fn compressed_size(path: &Path, contents: &[u8], format: Format) -> Outcome<usize> {
    let copy = fs::read(format.copy_of(path)).ok();
    match copy.filter(|copy| format.decompress(copy).is_some_and(|bytes| bytes == contents)) {
        Some(copy) => Ok(copy.len()),
        None => format.compress(contents).map(|compressed| compressed.len()),
    }
}

/// As `Format::Gzip`.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    Format::Gzip.compress(bytes)
}

impl Format {
    fn copy_of(self, path: &Path) -> PathBuf {
        path.with_added_extension(match self {
            Format::Brotli => "br",
            Format::Gzip => "gz",
        })
    }

    fn compress(self, bytes: &[u8]) -> Outcome<Vec<u8>> {
        match self {
            Format::Brotli => {
                let window = 22;
                let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, window);
                writer.write_all(bytes).map_err(|error| format!("brotli: {error}"))?;
                Ok(writer.into_inner())
            }
            Format::Gzip => {
                let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                writer
                    .write_all(bytes)
                    .and_then(|()| writer.finish())
                    .map_err(|error| format!("gzip: {error}"))
            }
        }
    }

    /// `None` if these bytes are not compressed so.
    fn decompress(self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut contents = Vec::new();
        let read = match self {
            Format::Brotli => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut contents),
            Format::Gzip => flate2::read::GzDecoder::new(bytes).read_to_end(&mut contents),
        };
        read.is_ok().then_some(contents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "工作要点".repeat(1000).into_bytes();
        let [smaller, small] =
            [Format::Brotli, Format::Gzip].map(|format| (format, format.compress(&text).unwrap()));
        assert!(smaller.1.len() < small.1.len() && small.1.len() < text.len());
        for (format, compressed) in [small, smaller] {
            assert!(format.decompress(&compressed).unwrap() == text);
            assert!(format.decompress(&compressed[1..]).is_none());
        }
    }

    #[test]
    fn a_copy_of_other_contents_tells_no_size() {
        let folder = std::env::temp_dir().join(format!("yaodian-compress-{}", std::process::id()));
        let path = folder.join("a.txt");
        files::write(&path, "要点".repeat(100)).unwrap();
        compress(&folder).unwrap();
        for format in [Format::Brotli, Format::Gzip] {
            let size = |text: String| compressed_size(&path, text.as_bytes(), format).unwrap();
            let of_the_copy = files::read(&format.copy_of(&path)).unwrap().len();
            assert_eq!(size("要点".repeat(100)), of_the_copy);
            assert_ne!(size("a".to_owned()), of_the_copy);
        }
        files::remove_folder(&folder).unwrap();
    }

    #[test]
    fn copies_are_known_by_name() {
        assert!(is_compressed_copy(Path::new("a.js.br")) && is_compressed_copy(Path::new("a.js.gz")));
        assert!(!is_compressed_copy(Path::new("a.js")) && !is_compressed_copy(Path::new("br")));
    }
}
