//! Sizes as a table.

/// A file of the release. All sizes are in bytes.
#[derive(Default)]
pub struct Row {
    pub name: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
    /// Whether a first visit pays for it.
    pub first_visit: bool,
}

pub struct Table {
    pub rows: Vec<Row>,
}

impl Table {
    /// The sum over the files that a first visit pays for.
    pub fn first_visit(&self) -> Row {
        let mut sum = Row { name: "first visit".to_owned(), first_visit: true, ..Row::default() };
        for row in self.rows.iter().filter(|row| row.first_visit) {
            sum.raw += row.raw;
            sum.gzip += row.gzip;
            sum.brotli += row.brotli;
        }
        sum
    }

    pub fn text(&self, goal: usize, limit: usize) -> String {
        let sum = self.first_visit();
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max(11);
        let mut text = format!("{:width$}  {:>9}  {:>9}  {:>9}  KB\n", "", "raw", "gzip 9", "brotli 11");
        let paid = self.rows.iter().filter(|row| row.first_visit);
        let on_demand = self.rows.iter().filter(|row| !row.first_visit);
        for row in paid.chain([&sum]).chain(on_demand) {
            let [raw, gzip, brotli] = [row.raw, row.gzip, row.brotli].map(kilobytes);
            let mark = if row.first_visit { "" } else { "  on demand" };
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

    fn row(name: &str, size: usize, first_visit: bool) -> Row {
        Row { name: name.to_owned(), raw: size * 4, gzip: size * 2, brotli: size, first_visit }
    }

    #[test]
    fn files_on_demand_are_listed_and_not_counted() {
        let table = Table {
            rows: vec![
                row("index.html", 1_000, true),
                row("app.wasm", 80_000, true),
                row("on-demand/x.js", 9_000, false),
            ],
        };
        let expected = "                      raw     gzip 9  brotli 11  KB
index.html            4.0        2.0        1.0
app.wasm            320.0      160.0       80.0
first visit         324.0      162.0       81.0
on-demand/x.js       36.0       18.0        9.0  on demand
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
