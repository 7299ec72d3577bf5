//! Puts a finished release in its place.

use std::path::{Path, PathBuf};

use crate::files;
use crate::outcome::Outcome;

/// Refuses to replace a folder that holds anything but an earlier release.
pub fn check(out: &Path) -> Outcome {
    if !out.exists() {
        return Ok(());
    }
    let replaceable = out.is_dir() && (files::list(out)?.is_empty() || is_release(out));
    replaceable
        .then_some(())
        .ok_or_else(|| format!("{} holds something else than a release; it is left alone", out.display()))
}

/// Replaces the folder as a whole: whoever looks sees the old release or the new one.
pub fn publish(release: &Path, out: &Path) -> Outcome {
    let (new, old) = (beside(out, "new")?, beside(out, "old")?);
    files::remove_folder(&new)?;
    files::remove_folder(&old)?;
    files::copy_folder(release, &new)?;
    if out.exists() {
        files::rename(out, &old)?;
    }
    files::rename(&new, out)?;
    files::remove_folder(&old)
}

fn is_release(folder: &Path) -> bool {
    files::read_text(&folder.join("index.html")).is_ok_and(|html| html.contains("id=\"plan\""))
}

fn beside(out: &Path, suffix: &str) -> Outcome<PathBuf> {
    let name = out.file_name().ok_or_else(|| format!("{} is no folder to write into", out.display()))?;
    Ok(out.with_file_name(format!(".{}.{suffix}", name.to_string_lossy())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_replaces_a_release_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("yaodian-publish-{}", std::process::id()));
        let (release, out, foreign) = (folder.join("release"), folder.join("out"), folder.join("foreign"));
        files::write(&release.join("index.html"), "<script id=\"plan\">").unwrap();
        files::write(&foreign.join("letter.txt"), "dear").unwrap();

        check(&out).unwrap();
        publish(&release, &out).unwrap();
        files::write(&out.join("stale.js"), "").unwrap();
        check(&out).unwrap();
        publish(&release, &out).unwrap();
        assert_eq!(files::list(&out).unwrap(), [PathBuf::from("index.html")]);
        assert!(check(&foreign).is_err());
        files::remove_folder(&folder).unwrap();
    }
}
