//! The files for Word and Excel, read by programs that know nothing of this project; forms filled in by one of them, and
//! read here.

use std::process::Command;

use crate::needs::{self, Need};
use crate::outcome::Outcome;
use crate::project::Project;
use crate::{files, run};

pub const NEEDS: &[Need] = &[Need::OfficeReaders];

/// The program of `crates/workbooks` that writes and reads them.
const EXAMPLE: &str = "office_files";

pub fn office(project: &Project) -> Outcome {
    let tools = needs::meet(project, NEEDS)?;
    let python = tools.program(Need::OfficeReaders)?;
    let target = project.target()?;
    let folder = target.join("office-files");
    files::remove_folder(&folder)?;
    files::create_folder(&folder)?;
    let build = ["build", "--locked", "--quiet", "--package", "yaodian-workbooks", "--example", EXAMPLE];
    run::run(run::cargo().args(build).current_dir(&project.root))?;
    let program = target.join("debug/examples").join(format!("{EXAMPLE}{}", std::env::consts::EXE_SUFFIX));
    run::run(Command::new(&program).arg("write").arg(&folder))?;
    let script = |name: &str| {
        let mut command = Command::new(python);
        // Names and texts are Chinese, whatever the system's encoding is.
        command.env("PYTHONUTF8", "1").arg(project.root.join("tools/office").join(name)).arg(&folder);
        command
    };
    run::run(&mut script("check.py"))?;
    run::run(script("fill.py").arg(&program))
}
