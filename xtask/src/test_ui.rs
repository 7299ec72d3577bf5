//! The tests of `crates/ui`, which need a browser: wasm-bindgen's test runner hands them to Chromium.

use serde_json::json;

use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run};

pub const NEEDS: &[Need] =
    &[Need::WasmTarget, Need::Crates, Need::Chromium, Need::Chromedriver, Need::WasmBindgen];

/// Comes with wasm-bindgen, in the same folder.
const RUNNER: &str = "wasm-bindgen-test-runner";

/// How long all tests together may take, in seconds. On an idle machine it is three.
const LIMIT: &str = "120";

pub fn test_ui(project: &Project) -> Outcome {
    let tools = needs::meet(project, NEEDS)?;
    let runner = tools.program(Need::WasmBindgen)?.with_file_name(RUNNER);
    if !runner.is_file() {
        return Err(format!("{} is missing: install the whole of wasm-bindgen-cli", runner.display()));
    }
    // One test collects garbage.
    let args =
        ["--disable-gpu", "--disable-background-networking", "--no-first-run", "--js-flags=--expose-gc"];
    let options = json!({ "binary": tools.program(Need::Chromium)?, "args": args });
    let driver = project.target()?.join("ui/webdriver.json");
    files::write(&driver, json!({ "goog:chromeOptions": options }).to_string())?;

    let mut command = run::cargo();
    command.args(["test", "--locked", "--package", "yaodian-ui", "--test", "browser"]);
    command.args(["--target", "wasm32-unknown-unknown"]).current_dir(&project.root);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    command.env("CHROMEDRIVER", tools.program(Need::Chromedriver)?);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver);
    command.env("WASM_BINDGEN_TEST_TIMEOUT", LIMIT);
    run::run(&mut command)
}
