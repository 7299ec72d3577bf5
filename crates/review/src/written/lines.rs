//! Values as lines. One description of a type is for both ways: it writes what it is given, or puts there what it reads.

/// Lines that are being written, or read.
pub enum Lines<'a> {
    Writing(String),
    Reading(std::str::Split<'a, char>),
}

/// `None` where what is read is something else.
pub type Done = Option<()>;

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Lines<'a> {
        Lines::Reading(text.split('\n'))
    }

    /// What was written; empty while reading.
    pub fn into_text(self) -> String {
        match self {
            Lines::Writing(text) => text,
            Lines::Reading(_) => String::new(),
        }
    }

    pub fn text(&mut self, value: &mut String) -> Done {
        match self {
            Lines::Writing(text) => {
                for part in value.split_inclusive(['\\', '\n']) {
                    match part.strip_suffix('\n') {
                        Some(line) => text.extend([line, "\\n"]),
                        None => text.push_str(part),
                    }
                    if part.ends_with('\\') {
                        text.push('\\');
                    }
                }
                text.push('\n');
            }
            Lines::Reading(lines) => {
                let raw = lines.next()?;
                let mut read = String::with_capacity(raw.len());
                let mut rest = raw;
                while let Some((before, after)) = rest.split_once('\\') {
                    read.push_str(before);
                    read.push(if after.starts_with('n') { '\n' } else { '\\' });
                    rest = after.strip_prefix(['n', '\\'])?;
                }
                read.push_str(rest);
                *value = read;
            }
        }
        Some(())
    }

    pub fn number<T: Copy + TryInto<i64> + TryFrom<i64>>(&mut self, value: &mut T) -> Done {
        let mut number: i64 = (*value).try_into().ok()?;
        self.whole(&mut number)?;
        *value = T::try_from(number).ok()?;
        Some(())
    }

    fn whole(&mut self, value: &mut i64) -> Done {
        match self {
            Lines::Writing(text) => text.extend([value.to_string().as_str(), "\n"]),
            Lines::Reading(lines) => *value = lines.next()?.parse().ok()?,
        }
        Some(())
    }

    pub fn flag(&mut self, value: &mut bool) -> Done {
        let mut number = i64::from(*value);
        self.whole(&mut number)?;
        *value = number == 1;
        (0..=1).contains(&number).then_some(())
    }

    /// One of some values, by its place among them: others may only be added behind them.
    pub fn one_of<T: Copy + PartialEq>(&mut self, value: &mut T, all: &[T]) -> Done {
        let mut at = all.iter().position(|one| one == value)?;
        self.number(&mut at)?;
        *value = *all.get(at)?;
        Some(())
    }

    /// A value that may be missing. `empty`: what it is before it is read.
    pub fn optional<T>(
        &mut self,
        value: &mut Option<T>,
        empty: impl Fn() -> T,
        each: impl Fn(&mut Self, &mut T) -> Done,
    ) -> Done {
        let mut is_there = value.is_some();
        self.flag(&mut is_there)?;
        if !is_there {
            *value = None;
            return Some(());
        }
        each(self, value.get_or_insert_with(empty))
    }

    pub fn optional_text(&mut self, value: &mut Option<String>) -> Done {
        self.optional(value, String::new, Lines::text)
    }

    /// A list. `empty`: what each is before it is read.
    pub fn list<T>(
        &mut self,
        list: &mut Vec<T>,
        empty: impl Fn() -> T,
        each: impl Fn(&mut Self, &mut T) -> Done,
    ) -> Done {
        let mut count = list.len();
        self.number(&mut count)?;
        for at in 0..count {
            if at == list.len() {
                list.push(empty());
            }
            each(self, list.get_mut(at)?)?;
        }
        Some(())
    }

    pub fn texts(&mut self, list: &mut Vec<String>) -> Done {
        self.list(list, String::new, Lines::text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were() {
        for text in ["", "甲", "\\", "\\n", "\n", "甲\n乙\\丙\\\\n\n", "\r\u{2028}<&\0"] {
            let mut lines = Lines::Writing(String::new());
            lines.text(&mut text.to_owned()).unwrap();
            let written = lines.into_text();
            assert_eq!(written.matches('\n').count(), 1, "{text:?}");
            let mut read = "before".to_owned();
            Lines::of(&written).text(&mut read).unwrap();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn what_is_cut_is_noticed() {
        let mut list = vec!["甲".to_owned(), "乙".to_owned()];
        let mut lines = Lines::Writing(String::new());
        lines.texts(&mut list).unwrap();
        let written = lines.into_text();
        let mut read = Vec::new();
        Lines::of(&written).texts(&mut read).unwrap();
        assert_eq!(read, list);
        assert_eq!(Lines::of(written.split_once('\n').unwrap().0).texts(&mut Vec::new()), None);
        assert_eq!(Lines::of("99999999999").texts(&mut Vec::new()), None);
    }
}
