//! The list of requirements.

use super::requirement::{Need, Requirement};
use super::{cargo_tools, npm, packaged, python, rust};
use crate::outcome::Outcome;
use crate::project::Project;

pub const REQUIREMENTS: &[Requirement] = &[
    Requirement {
        need: Need::Lints,
        what: "rustfmt and clippy",
        version: any,
        find: rust::find_lints,
        announce: "a few seconds",
        install: rust::install_lints,
        otherwise: "install Rust with rustup, then run `rustup component add rustfmt clippy`",
    },
    Requirement {
        need: Need::WasmTarget,
        what: "Rust's wasm32-unknown-unknown target",
        version: any,
        find: rust::find_wasm_target,
        announce: "a few seconds",
        install: rust::install_wasm_target,
        otherwise: "install Rust with rustup, then run `rustup target add wasm32-unknown-unknown`",
    },
    Requirement {
        need: Need::Crates,
        what: "the crates of Cargo.lock",
        version: any,
        find: rust::find_crates,
        announce: "half a minute",
        install: rust::fetch_crates,
        otherwise: "run `cargo fetch --locked` where the crate registry can be reached",
    },
    Requirement {
        need: Need::Trunk,
        what: "Trunk",
        // Trunk 0.22 needs a newer Rust than this project.
        version: |_| Ok("0.21.14".to_owned()),
        find: |_, version| cargo_tools::TRUNK.find(version),
        announce: "builds it once per user, about 3 minutes on 2 cores",
        install: |project, version| cargo_tools::TRUNK.install(project, version),
        otherwise: "run `cargo install --locked trunk --version 0.21.14`",
    },
    Requirement {
        need: Need::WasmBindgen,
        what: "wasm-bindgen-cli",
        // It refuses a module that was built with any other version of the crate.
        version: |project| project.pinned_crate("wasm-bindgen"),
        find: |_, version| cargo_tools::WASM_BINDGEN.find(version),
        announce: "builds it once per user, about 2 minutes on 2 cores",
        install: |project, version| cargo_tools::WASM_BINDGEN.install(project, version),
        otherwise: "run `cargo install wasm-bindgen-cli --version` with that version",
    },
    Requirement {
        need: Need::WasmSplit,
        what: "wasm-split",
        version: |_| Ok("0.2.4".to_owned()),
        find: |_, version| cargo_tools::WASM_SPLIT.find(version),
        announce: "builds it once per user, about 20 seconds on 2 cores",
        install: |project, version| cargo_tools::WASM_SPLIT.install(project, version),
        otherwise: "see to it that Cargo can reach the crate registry",
    },
    Requirement {
        need: Need::WasmOpt,
        what: "wasm-opt",
        version: npm::wasm_opt_version,
        find: npm::find_wasm_opt,
        announce: "installs the npm package binaryen, a few seconds",
        install: |project, _| npm::install(project, "tools"),
        otherwise: "install Node.js 20.19 or newer with npm, or put that version of Binaryen on the PATH",
    },
    Requirement {
        need: Need::Esbuild,
        what: "esbuild",
        version: |project| project.locked_package("tools", "esbuild"),
        find: |project, version| npm::find_locked(project, "esbuild", version),
        announce: "installs the npm package, a few seconds",
        install: |project, _| npm::install(project, "tools"),
        otherwise: "install Node.js 20.19 or newer with npm, then run `npm ci` in tools/",
    },
    Requirement {
        need: Need::Biome,
        what: "Biome",
        version: |project| project.locked_package("tools", "@biomejs/biome"),
        find: |project, version| npm::find_locked(project, "biome", version),
        announce: "installs the npm package, a few seconds",
        install: |project, _| npm::install(project, "tools"),
        otherwise: "install Node.js 20.19 or newer with npm, then run `npm ci` in tools/",
    },
    Requirement {
        need: Need::TestPackages,
        what: "the npm packages of the end-to-end tests",
        version: any,
        find: |project, _| npm::find(project, "tests"),
        announce: "npm ci in tests/, a few seconds",
        install: |project, _| npm::install(project, "tests"),
        otherwise: "install Node.js 20.19 or newer with npm, then run `npm ci` in tests/",
    },
    Requirement {
        need: Need::OfficeReaders,
        what: "openpyxl and python-docx",
        version: any,
        find: python::find,
        announce: "installs the Python packages, a few seconds",
        install: python::install,
        otherwise: "install Python 3.9 or newer with venv and pip (Debian: python3-venv)",
    },
    Requirement {
        need: Need::Chromium,
        what: "Chromium",
        version: any,
        find: |_, _| packaged::CHROMIUM.find(),
        announce: "installs Debian's chromium and fonts-noto-cjk, about a minute",
        install: |_, _| packaged::CHROMIUM.install(),
        otherwise: "install Chromium or Chrome, or set CHROMIUM to the path of its program",
    },
    Requirement {
        need: Need::HeadlessChromium,
        what: "Chromium without windows",
        version: any,
        find: |_, _| packaged::HEADLESS_CHROMIUM.find_or(&packaged::CHROMIUM),
        announce: "installs Debian's chromium-headless-shell and fonts-noto-cjk, about a minute",
        install: |_, _| packaged::HEADLESS_CHROMIUM.install(),
        otherwise: "install Chromium or Chrome, or set CHROMIUM to the path of its program",
    },
    Requirement {
        need: Need::Chromedriver,
        what: "ChromeDriver",
        version: any,
        find: |_, _| packaged::CHROMEDRIVER.find(),
        announce: "installs Debian's chromium-driver, a few seconds",
        install: |_, _| packaged::CHROMEDRIVER.install(),
        otherwise: "install the ChromeDriver of that Chromium's version, or set CHROMEDRIVER to its path",
    },
    Requirement {
        need: Need::Firefox,
        what: "Firefox",
        version: any,
        find: |_, _| packaged::FIREFOX.find(),
        announce: "installs Debian's firefox-esr and fonts-noto-cjk, about a minute",
        install: |_, _| packaged::FIREFOX.install(),
        otherwise: "install Firefox, or set FIREFOX to the path of its program",
    },
    Requirement {
        need: Need::Geckodriver,
        what: "geckodriver",
        // Its npm package is only a downloader.
        version: |_| Ok("0.37.1".to_owned()),
        find: |_, version| cargo_tools::GECKODRIVER.find(version),
        announce: "builds it once per user, about half a minute on 2 cores",
        install: |project, version| cargo_tools::GECKODRIVER.install(project, version),
        otherwise: "run `cargo install --locked geckodriver --version 0.37.1`",
    },
    Requirement {
        need: Need::WebKitDriver,
        what: "WebKitWebDriver",
        version: any,
        find: |_, _| packaged::WEBKIT_DRIVER.find(),
        announce: "installs Debian's webkit2gtk-driver, about a minute",
        install: |_, _| packaged::WEBKIT_DRIVER.install(),
        otherwise: "install WebKitGTK's driver, or set WEBKIT_DRIVER to the path of its program",
    },
    Requirement {
        need: Need::MiniBrowser,
        what: "WebKitGTK's MiniBrowser",
        version: any,
        find: |_, _| packaged::MINIBROWSER.find(),
        announce: "installs Debian's webkit2gtk-driver and fonts-noto-cjk, about a minute",
        install: |_, _| packaged::MINIBROWSER.install(),
        otherwise: "install WebKitGTK with its MiniBrowser, or set MINIBROWSER to the path of that program",
    },
    Requirement {
        need: Need::Xvfb,
        what: "Xvfb",
        version: any,
        find: |_, _| packaged::XVFB.find(),
        announce: "installs Debian's xvfb, a few seconds",
        install: |_, _| packaged::XVFB.install(),
        otherwise: "install Xvfb, or set XVFB to the path of its program",
    },
];

fn any(_: &Project) -> Outcome<String> {
    Ok(String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_its_own_requirement() {
        let all = [
            Need::Lints,
            Need::WasmTarget,
            Need::Crates,
            Need::Trunk,
            Need::WasmBindgen,
            Need::WasmSplit,
            Need::WasmOpt,
            Need::Esbuild,
            Need::Biome,
            Need::TestPackages,
            Need::OfficeReaders,
            Need::Chromium,
            Need::HeadlessChromium,
            Need::Chromedriver,
            Need::Firefox,
            Need::Geckodriver,
            Need::WebKitDriver,
            Need::MiniBrowser,
            Need::Xvfb,
        ];
        assert_eq!(all.len(), REQUIREMENTS.len());
        for need in all {
            assert_eq!(need.requirement().need, need);
        }
    }
}
