//! Files, with the path in every error.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::outcome::Outcome;

pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| failed(path, &error))
}

pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| failed(path, &error))
}

/// Writes a file, and the folders that it lies in.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, bytes).map_err(|error| failed(path, &error))
}

/// The first bytes of a digest, as sixteen hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn create_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| failed(path, &error))
}

pub fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|error| failed(from, &error))
}

/// Removes a folder with all that is in it; it need not exist.
pub fn remove_folder(path: &Path) -> Outcome {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(path, &error)),
        _ => Ok(()),
    }
}

/// Every file below a folder, relative to it, sorted.
pub fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(|error| failed(&next, &error))? {
            let path = entry.map_err(|error| failed(&next, &error))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.push(relative.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

pub fn copy_folder(from: &Path, to: &Path) -> Outcome {
    for file in list(from)? {
        write(&to.join(&file), read(&from.join(&file))?)?;
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
