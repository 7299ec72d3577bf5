//! The words after a task's name.

use std::path::PathBuf;

use crate::Outcome;

/// Options are taken out one by one; what is left at the end was not understood.
pub struct Args {
    words: Vec<String>,
}

impl Args {
    pub fn new(words: Vec<String>) -> Args {
        Args { words }
    }

    /// The value of `--name VALUE` or `--name=VALUE`.
    pub fn option(&mut self, name: &str) -> Outcome<Option<String>> {
        let equals = format!("{name}=");
        let Some(at) = self.words.iter().position(|word| word == name || word.starts_with(&equals)) else {
            return Ok(None);
        };
        let word = self.words.remove(at);
        match word.strip_prefix(&equals) {
            Some(value) => Ok(Some(value.to_owned())),
            None if at < self.words.len() => Ok(Some(self.words.remove(at))),
            None => Err(format!("{name} wants a value")),
        }
    }

    /// The value of an option that is a path, seen from the folder in which the user stands.
    pub fn path(&mut self, name: &str) -> Outcome<Option<PathBuf>> {
        self.option(name)?.map(|value| absolute(&value)).transpose()
    }

    /// Whether `--name` is given.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// The next word that is not an option, as a path. Ask after the options are taken.
    pub fn file(&mut self, what: &str) -> Outcome<PathBuf> {
        match self.words.iter().position(|word| !word.starts_with("--")) {
            Some(at) => absolute(&self.words.remove(at)),
            None => Err(format!("{what} is missing")),
        }
    }

    /// Fails if a word is left over.
    pub fn done(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(format!("{word:?} is no option of this task; see cargo xtask help")),
        }
    }
}

fn absolute(path: &str) -> Outcome<PathBuf> {
    std::path::absolute(path).map_err(|error| format!("{path}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn options_flags_and_words_in_any_order() {
        let mut args = args("--port 9000 doc.txt --plan=a.json --release");
        assert_eq!(args.option("--port").unwrap().as_deref(), Some("9000"));
        assert!(args.path("--plan").unwrap().unwrap().ends_with("a.json"));
        assert!(args.flag("--release"));
        assert!(args.file("DOC").unwrap().ends_with("doc.txt"));
        args.done().unwrap();
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(args("--port").option("--port").is_err());
        assert!(args("").file("DOC").is_err());
        assert!(args("--prot 1").done().unwrap_err().contains("--prot"));
    }
}
