//! Programs that come with the operating system: browsers, and what drives them. Only on Debian they are installed from
//! here; elsewhere they are found.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::requirement::Found;
use crate::outcome::Outcome;
use crate::project;
use crate::run;

/// One program.
pub struct Packaged {
    /// The environment variable that may name it.
    variable: &'static str,
    /// What it is called on the PATH.
    names: &'static [&'static str],
    /// Where else it lies.
    places: &'static [&'static str],
    /// Debian's packages that bring it. Without the font, Chinese is shown as boxes.
    packages: &'static [&'static str],
}

pub const CHROMIUM: Packaged = Packaged {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    packages: &["chromium", "fonts-noto-cjk"],
};

/// Chromium without its windows, in which the same tests take little more than half the time.
pub const HEADLESS_CHROMIUM: Packaged = Packaged {
    variable: "CHROMIUM",
    names: &["chromium-headless-shell", "chrome-headless-shell", "headless_shell"],
    places: &[],
    packages: &["chromium-headless-shell", "fonts-noto-cjk"],
};

pub const CHROMEDRIVER: Packaged = Packaged {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    places: &[],
    packages: &["chromium-driver"],
};

pub const FIREFOX: Packaged = Packaged {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    packages: &["firefox-esr", "fonts-noto-cjk"],
};

pub const WEBKIT_DRIVER: Packaged = Packaged {
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    places: &[],
    packages: &["webkit2gtk-driver"],
};

/// Belongs to the library, which the driver's package depends on.
pub const MINIBROWSER: Packaged = Packaged {
    variable: "MINIBROWSER",
    names: &["MiniBrowser"],
    places: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    ],
    packages: &["webkit2gtk-driver", "fonts-noto-cjk"],
};

pub const XVFB: Packaged = Packaged { variable: "XVFB", names: &["Xvfb"], places: &[], packages: &["xvfb"] };

impl Packaged {
    /// What its variable names, or else a program of a usual name.
    pub fn find(&self) -> Outcome<Option<Found>> {
        if let Some(named) = env::var_os(self.variable).filter(|name| !name.is_empty()).map(PathBuf::from) {
            return match named.is_file() {
                true => Ok(Some(Found::Program(named))),
                false => Err(format!("{} names {}, which is no program", self.variable, named.display())),
            };
        }
        let on_path = self.names.iter().find_map(|name| project::on_path(name));
        let lying = || self.places.iter().map(PathBuf::from).find(|path| path.is_file());
        Ok(on_path.or_else(lying).map(Found::Program))
    }

    /// The same; where it can be installed, only itself, and elsewhere another program in its place.
    pub fn find_or(&self, other: &Packaged) -> Outcome<Option<Found>> {
        match self.find()? {
            None if !installs() => other.find(),
            found => Ok(found),
        }
    }

    pub fn install(&self) -> Outcome {
        if !installs() {
            return Err("that is done here only on Debian as root".to_owned());
        }
        apt(&["update", "--quiet"])?;
        let mut words = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
        words.extend(self.packages);
        apt(&words)
    }
}

/// Whether programs are installed from here.
fn installs() -> bool {
    let root = || run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    Path::new("/etc/debian_version").is_file() && root()
}

fn apt(words: &[&str]) -> Outcome {
    run::run(Command::new("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}
