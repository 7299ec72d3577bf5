//! Python packages that read the files for Word and Excel, in the versions and with the digests that
//! `tools/office/requirements.txt` pins.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::requirement::Found;
use crate::outcome::Outcome;
use crate::project::{self, Project};
use crate::{files, run};

const REQUIREMENTS: &str = "tools/office/requirements.txt";
/// A folder is current while this copy equals what is checked out.
const INSTALLED: &str = "installed-requirements.txt";

pub fn find(project: &Project, _: &str) -> Outcome<Option<Found>> {
    let folder = folder()?;
    let wanted = files::read(&project.root.join(REQUIREMENTS))?;
    let current = files::read(&folder.join(INSTALLED)).is_ok_and(|installed| installed == wanted);
    Ok(Some(program(&folder)).filter(|program| current && program.is_file()).map(Found::Program))
}

pub fn install(project: &Project, _: &str) -> Outcome {
    let folder = folder()?;
    let python = ["python3", "python"].into_iter().find_map(project::on_path);
    let python = python.ok_or("there is no python3 on the PATH")?;
    files::remove_folder(&folder)?;
    run::run(Command::new(python).args(["-m", "venv"]).arg(&folder))?;
    let requirements = project.root.join(REQUIREMENTS);
    let mut command = Command::new(program(&folder));
    command.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
    ]);
    run::run(command.arg(&requirements))?;
    files::write(&folder.join(INSTALLED), files::read(&requirements)?)
}

fn folder() -> Outcome<PathBuf> {
    Ok(project::tools_folder()?.join("office-readers"))
}

fn program(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
