//! Sizes as a table.

use crate::dist::When;

/// A file of the release. All sizes are in bytes.
pub struct Row {
    pub name: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
    pub when: When,
}

pub struct Table {
    pub rows: Vec<Row>,
}

impl Table {
    /// The sum over the files that a first visit pays for.
    pub fn first_visit(&self) -> Row {
        self.sum("first visit", &[When::First])
    }

    /// The sum with what is kept for a time without a network.
    fn kept(&self) -> Row {
        self.sum("with chunks", &[When::First, When::Later])
    }

    fn sum(&self, name: &str, when: &[When]) -> Row {
        let mut sum = Row { name: name.to_owned(), raw: 0, gzip: 0, brotli: 0, when: when[0] };
        for row in self.rows.iter().filter(|row| when.contains(&row.when)) {
            sum.raw += row.raw;
            sum.gzip += row.gzip;
            sum.brotli += row.brotli;
        }
        sum
    }

    pub fn text(&self, goal: usize, limit: usize) -> String {
        let (sum, kept) = (self.first_visit(), self.kept());
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max(11);
        let mut text = format!("{:width$}  {:>9}  {:>9}  {:>9}  KB\n", "", "raw", "gzip 9", "brotli 11");
        let of = |when: When| self.rows.iter().filter(move |row| row.when == when);
        let rows = of(When::First).chain([&sum]).chain(of(When::Later)).chain([&kept]).chain(of(When::Asked));
        for row in rows {
            let [raw, gzip, brotli] = [row.raw, row.gzip, row.brotli].map(kilobytes);
            let mark = match row.when {
                When::First => "",
                When::Later => "  when needed",
                When::Asked => "  when asked for",
            };
            text.push_str(&format!("{:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}{mark}\n", row.name));
        }
        let [used, goal, limit] = [sum.brotli, goal, limit].map(kilobytes);
        text.push_str(&format!(
            "{used} KB of brotli on a first visit; the goal is {goal}, the limit {limit}.\n"
        ));
        text
    }
}

/// Thousands of bytes with one decimal.
pub fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, size: usize, when: When) -> Row {
        Row { name: name.to_owned(), raw: size * 4, gzip: size * 2, brotli: size, when }
    }

    #[test]
    fn files_on_demand_are_listed_and_not_counted() {
        let table = Table {
            rows: vec![
                row("index.html", 1_000, When::First),
                row("app.wasm", 80_000, When::First),
                row("chunks/x.wasm", 9_000, When::Later),
                row("app-1.html", 3_000, When::Asked),
            ],
        };
        let expected = "                     raw     gzip 9  brotli 11  KB
index.html           4.0        2.0        1.0
app.wasm           320.0      160.0       80.0
first visit        324.0      162.0       81.0
chunks/x.wasm       36.0       18.0        9.0  when needed
with chunks        360.0      180.0       90.0
app-1.html          12.0        6.0        3.0  when asked for
81.0 KB of brotli on a first visit; the goal is 130.0, the limit 180.0.
";
        assert_eq!(table.text(130_000, 180_000), expected);
    }

    #[test]
    fn kilobytes_are_rounded() {
        assert_eq!(kilobytes(0), "0.0");
        assert_eq!(kilobytes(1_049), "1.0");
        assert_eq!(kilobytes(1_050), "1.1");
        assert_eq!(kilobytes(999_950), "1000.0");
    }
}
