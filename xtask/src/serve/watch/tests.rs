use std::fs;

use super::*;

/// A project in a folder of its own, with what a build writes beside its sources, and the changes of it.
struct Watched {
    folder: PathBuf,
    changes: Changes,
    steps: u32,
}

impl Watched {
    fn new(name: &str) -> Watched {
        let folder = std::env::temp_dir().join(format!("yaodian-watch-{name}-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        for file in
            ["index.html", "Cargo.toml", "src/main.rs", "plans/0", "target/debug/a", "generated/body.html"]
        {
            files::write(&folder.join("root").join(file), "1").unwrap();
        }
        files::write(&folder.join("elsewhere/plan.json"), "1").unwrap();
        let folder = folder.canonicalize().unwrap();
        let changes = Changes::of(&folder.join("root"), &folder.join("elsewhere/plan.json")).unwrap();
        Watched { folder, changes, steps: 0 }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// As many editors save: the new contents are written into a file beside the old one, and put in its place.
    fn replace(&self, file: &str) {
        let new = self.path(&format!("{file}~"));
        files::write(&new, "2").unwrap();
        fs::rename(new, self.path(file)).unwrap();
    }

    /// What is told to have changed by a step, each source once. Changes are told in the order in which they happen, so
    /// all of a step is told once a mark that is written after it is.
    fn changed_by(&mut self, step: impl FnOnce(&Watched)) -> Vec<PathBuf> {
        step(self);
        self.steps += 1;
        let mark = self.path(&format!("root/plans/{}", self.steps));
        fs::write(&mark, "").unwrap();
        let mut changed = Vec::new();
        while !changed.contains(&mark) {
            changed.extend(self.changes.next().unwrap());
        }
        // The answer comes after all that was still to be done, as watching a new folder.
        let root = self.path("root");
        self.changes.watcher.watch(&root, RecursiveMode::NonRecursive).unwrap();
        changed.retain(|path| !path.starts_with(root.join("plans")));
        changed.sort();
        changed.dedup();
        changed.iter().map(|path| path.strip_prefix(&self.folder).unwrap().to_owned()).collect()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = files::remove_folder(&self.folder);
    }
}

#[test]
fn a_source_that_is_replaced_is_noticed_each_time_wherever_it_lies() {
    let mut watched = Watched::new("replaced");
    for file in ["root/index.html", "root/Cargo.toml", "root/src/main.rs", "elsewhere/plan.json"] {
        for _ in 0..2 {
            assert_eq!(watched.changed_by(|watched| watched.replace(file)), [Path::new(file)]);
        }
    }
}

#[test]
fn sources_that_are_written_removed_or_new_are_noticed() {
    let mut watched = Watched::new("written");
    let main = watched.path("root/src/main.rs");
    let pages = watched.path("root/src/pages");
    assert_eq!(watched.changed_by(|_| fs::write(&main, "2").unwrap()), [Path::new("root/src/main.rs")]);
    assert_eq!(watched.changed_by(|_| fs::remove_file(&main).unwrap()), [Path::new("root/src/main.rs")]);
    assert_eq!(watched.changed_by(|_| fs::create_dir(&pages).unwrap()), [Path::new("root/src/pages")]);
    let new = watched.changed_by(|_| fs::write(pages.join("a.rs"), "1").unwrap());
    assert_eq!(new, [Path::new("root/src/pages/a.rs")]);
}

#[test]
fn a_folder_of_sources_that_comes_later_or_anew_is_watched() {
    let mut watched = Watched::new("anew");
    let came = watched.changed_by(|watched| fs::create_dir(watched.path("root/style")).unwrap());
    assert_eq!(came, [Path::new("root/style")]);
    let inside = watched.changed_by(|watched| watched.replace("root/style/base.css"));
    assert_eq!(inside, [Path::new("root/style/base.css")]);

    watched.changed_by(|watched| fs::rename(watched.path("root/src"), watched.path("root/old")).unwrap());
    watched.changed_by(|watched| fs::create_dir(watched.path("root/src")).unwrap());
    let inside = watched.changed_by(|watched| watched.replace("root/src/main.rs"));
    assert_eq!(inside, [Path::new("root/src/main.rs")]);
}

#[test]
fn what_builds_and_editors_write_is_no_change() {
    let mut watched = Watched::new("builds");
    let changed = watched.changed_by(|watched| {
        fs::rename(watched.path("root/target/debug"), watched.path("root/target/release")).unwrap();
        for file in
            ["root/generated/body.html", "root/dist/index.html", "root/Cargo.lock", "elsewhere/a.json"]
        {
            files::write(&watched.path(file), "2").unwrap();
        }
        for file in ["root/src/.main.rs.swp", "root/src/main.rs~", "root/src/#main.rs#"] {
            files::write(&watched.path(file), "2").unwrap();
        }
        fs::read(watched.path("root/src/main.rs")).unwrap();
    });
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn an_event_without_a_path_is_no_harm_and_lost_events_are_a_change() {
    let sources = Sources { root: PathBuf::from("/root"), plan: PathBuf::from("/plan.json") };
    let event = Event::new(EventKind::Modify(ModifyKind::Any));
    assert_eq!(sources.changed(&event), None);
    assert_eq!(sources.changed(&event.set_flag(notify::event::Flag::Rescan)), Some(Vec::new()));
}

#[test]
fn everything_that_the_page_is_made_of_is_watched() {
    let project = Project::find().unwrap();
    let page = files::read_text(&project.root.join("index.html")).unwrap();
    let sources = Sources { root: PathBuf::new(), plan: PathBuf::new() };
    let linked = page.split("href=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(name, _)| name);
    let of_the_project =
        linked.filter(|name| project.root.join(name).exists() && !name.starts_with("generated/"));
    let unwatched: Vec<_> = of_the_project.filter(|name| !sources.is_inside(Path::new(name))).collect();
    assert!(unwatched.is_empty(), "{unwatched:?}");
    for name in FOLDERS {
        assert!(project.root.join(name).is_dir(), "{name}");
    }
}
