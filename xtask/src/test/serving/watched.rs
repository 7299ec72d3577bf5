//! What a process and those that it has started watch, by what Linux tells in `/proc`.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, serve};

/// Fails unless these processes watch the folders of the sources, and of all else nothing but the files and folders that
/// are `allowed`: no folder of a build, above all.
pub fn only_sources(project: &Project, process: u32, allowed: &[&Path]) -> Outcome {
    let watched: HashSet<u64> = family(process)?.into_iter().flat_map(watched_by).collect();
    let mut sources = vec![project.root.clone()];
    for folder in serve::SOURCE_FOLDERS {
        sources.extend(folders(&project.root.join(folder))?);
    }
    if let Some(missing) =
        sources.iter().find(|folder| !inode(folder).is_some_and(|inode| watched.contains(&inode)))
    {
        return Err(format!("{} is not watched", missing.display()));
    }
    let allowed = sources.iter().map(PathBuf::as_path).chain(allowed.iter().copied());
    let allowed: HashSet<u64> = allowed.filter_map(inode).collect();
    let others: Vec<u64> = watched.difference(&allowed).copied().collect();
    match others.is_empty() {
        true => Ok(()),
        false => Err(format!("{} more are watched than sources, {}", others.len(), names(project, &others)?)),
    }
}

/// A process and its descendants.
fn family(process: u32) -> Outcome<Vec<u32>> {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc").map_err(|error| format!("/proc: {error}"))?.flatten() {
        let id = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok());
        // It may have ended by now.
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse::<u32>().ok());
        parents.extend(id.zip(parent));
    }
    let mut family = vec![process];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        family.extend(parents.iter().filter(|(_, own)| **own == parent).map(|(id, _)| *id));
        at += 1;
    }
    Ok(family)
}

/// The inodes of what a process watches.
fn watched_by(process: u32) -> Vec<u64> {
    let files = fs::read_dir(format!("/proc/{process}/fdinfo")).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    texts.flat_map(|text| text.lines().filter_map(inode_of_line).collect::<Vec<_>>()).collect()
}

/// Of a line such as `inotify wd:1 ino:a2f sdev:800001 mask:fc6 ignored_mask:0 …`.
fn inode_of_line(line: &str) -> Option<u64> {
    let words = line.strip_prefix("inotify ")?.split_whitespace();
    let inode = words.into_iter().find_map(|word| word.strip_prefix("ino:"))?;
    u64::from_str_radix(inode, 16).ok()
}

/// A few of those that lie in folders of builds, by name.
fn names(project: &Project, inodes: &[u64]) -> Outcome<String> {
    let mut found = Vec::new();
    for built in [project.target()?, project.generated(), project.dist()] {
        let folders = folders(&built)?.into_iter();
        found.extend(folders.filter(|path| inode(path).is_some_and(|inode| inodes.contains(&inode))));
    }
    let shown: Vec<_> = found.iter().take(3).map(|path| path.display().to_string()).collect();
    Ok(format!("{} of them in folders of builds: {}", found.len(), shown.join(", ")))
}

/// A folder and all below it.
fn folders(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut folders: Vec<PathBuf> = files::list(folder)?
        .iter()
        .flat_map(|file| file.ancestors().skip(1).map(|inside| folder.join(inside)).collect::<Vec<_>>())
        .collect();
    folders.sort();
    folders.dedup();
    Ok(folders)
}

#[cfg(unix)]
fn inode(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().map(|data| data.ino())
}

#[cfg(not(unix))]
fn inode(_: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inodes_are_read_from_what_linux_tells() {
        let line = "inotify wd:2 ino:1a2f sdev:800001 mask:fc6 ignored_mask:0 fhandle-bytes:8";
        assert_eq!(inode_of_line(line), Some(0x1a2f));
        assert_eq!(inode_of_line("pos:\t0"), None);
    }
}
