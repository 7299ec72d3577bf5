//! 填报表: what a committee fills in and sends back.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, ProtectionOptions, Workbook,
};
use yaodian_export::{Facts, facts};
use yaodian_office::form::{self, Mark};
use yaodian_office::{Made, Zip};
use yaodian_pace::{Pace, Steps};
use yaodian_plan::query::{Catalog, Moment, Role, Timing, role, unit_work};
use yaodian_plan::{Unit, UnitId};
use yaodian_progress::{Dated, ProgressBook};

use crate::file::{NotWritten, workbook};
use crate::look::{Formats, Look};
use crate::sheet::{Cell, Column, Sheet, Value};
use crate::text;

/// The widths of the columns, in the order of [`form::COLUMNS`].
const WIDTHS: [f64; form::COLUMNS.len()] = [8.0, 10.0, 44.0, 8.0, 14.0, 18.0, 30.0, 14.0, 13.0, 44.0];

/// The form of one unit: the items that it leads, joins and shares, of those at some positions, in the order of time.
///
/// # Errors
/// Why there is none.
pub async fn form(
    catalog: &Catalog,
    book: &ProgressBook,
    unit: &UnitId,
    items: &[usize],
    moment: Moment,
    made: &Made,
    pace: &Pace,
) -> Result<Vec<u8>, NotWritten> {
    let maker = Maker::new(catalog, book, items, moment, made);
    let own = maker.items_of(unit);
    let steps = Steps::new(pace, own.len());
    let workbook = maker.form(unit, &own, &steps).await?;
    steps.finish().await;
    saved(workbook)
}

/// What forms are made from.
struct Maker<'a> {
    catalog: &'a Catalog,
    book: &'a ProgressBook,
    moment: Moment,
    made: &'a Made,
    timings: Vec<Timing>,
    /// Whether the item at a position is wanted.
    chosen: Vec<bool>,
}

impl<'a> Maker<'a> {
    fn new(
        catalog: &'a Catalog,
        book: &'a ProgressBook,
        items: &[usize],
        moment: Moment,
        made: &'a Made,
    ) -> Maker<'a> {
        let timings = book.states(catalog, moment).timings;
        let mut chosen = vec![false; catalog.plan.items.len()];
        for at in items {
            if let Some(chosen) = chosen.get_mut(*at) {
                *chosen = true;
            }
        }
        Maker { catalog, book, moment, made, timings, chosen }
    }

    /// The positions of a unit's items, in the order of time: those that it leads, joins, shares.
    fn items_of(&self, unit: &UnitId) -> Vec<usize> {
        let work = unit_work(self.catalog, &self.timings, unit);
        let own = work.leads.iter().chain(&work.joins).chain(&work.shares);
        own.copied().filter(|at| self.chosen.get(*at) == Some(&true)).collect()
    }

    async fn form(&self, unit: &UnitId, own: &[usize], steps: &Steps<'_>) -> Result<Workbook, NotWritten> {
        let plan = &self.catalog.plan;
        let name = plan.unit(unit).map_or(unit.0.as_str(), |unit| &unit.name);
        let title = text::form_title(&plan.title, name);
        let mut workbook = workbook(&title, self.made);
        let formats = Formats::new();
        let columns: Vec<Column> =
            form::COLUMNS.iter().zip(WIDTHS).map(|(name, width)| ((*name).to_owned(), width)).collect();
        let mut sheet = Sheet::new(workbook.add_worksheet(), text::FORM, &columns, &formats)?;
        sheet.line(&title, Look::Title)?;
        sheet.line(text::FORM_HOW, Look::Hint)?;
        sheet.line(&Mark { plan: &plan.id, unit: &unit.0, at_ms: self.made.at_ms }.line(), Look::Hint)?;
        sheet.head(&columns, 0)?;
        let first = sheet.next_row();
        for facts in facts(self.catalog, self.book, own, self.moment) {
            sheet.row(row(self.catalog, unit, &facts))?;
            steps.next().await;
        }
        if let Some(last) = sheet.next_row().checked_sub(1).filter(|last| *last >= first) {
            fill_in(&mut sheet, first, last, plan.year)?;
            sheet.filter(first - 1)?;
        }
        Ok(workbook)
    }
}

/// The row of an item in a unit's form.
fn row(catalog: &Catalog, unit: &UnitId, facts: &Facts<'_>) -> Vec<Cell> {
    let part = match role(catalog, unit, facts.at) {
        Some(Role::Lead) => text::LEAD,
        Some(Role::Joint) => text::JOINT,
        Some(Role::Shared) | None => text::COMMON,
    };
    let day = match facts.dated {
        Some(Dated::Actual(day)) => format!("，{day}"),
        Some(Dated::Planned(day)) => format!("，预定 {day}"),
        None => String::new(),
    };
    vec![
        centred(facts.item.id.to_string()),
        centred(facts.timing.to_string()),
        words(&facts.item.title),
        centred(part),
        centred(facts.meetings()),
        centred(format!("{}{day}", facts.standing())),
        words(facts.note.unwrap_or_default()),
        (Value::Empty, Look::FillChoice),
        (Value::Empty, Look::FillDay),
        (Value::Empty, Look::Fill),
    ]
}

fn saved(mut workbook: Workbook) -> Result<Vec<u8>, NotWritten> {
    Ok(workbook.save_to_buffer()?)
}

/// What can be filled in, and that nothing else can.
fn fill_in(sheet: &mut Sheet<'_>, first: u32, last: u32, year: i32) -> Result<(), NotWritten> {
    let column = |name: &str| {
        let at = form::COLUMNS.iter().position(|column| *column == name).unwrap_or_default();
        u16::try_from(at).unwrap_or_default()
    };
    let status = column(form::STATUS);
    let choices = DataValidation::new()
        .allow_list_strings(&form::choices())?
        .set_error_message(text::CHOICE_DOUBTFUL)?
        .set_error_style(DataValidationErrorStyle::Stop);
    sheet.inner.add_data_validation(first, status, last, status, &choices)?;
    let day_of = |year: i32, month, day| {
        ExcelDateTime::from_ymd(u16::try_from(year).ok().filter(|year| *year >= 1900)?, month, day).ok()
    };
    if let Some((from, to)) = day_of(year - 1, 1, 1).zip(day_of(year + 1, 12, 31)) {
        let day = column(form::DAY);
        let days = DataValidation::new()
            .allow_date(DataValidationRule::Between(&from, &to))
            .set_error_message(text::DAY_DOUBTFUL)?
            .set_error_style(DataValidationErrorStyle::Warning);
        sheet.inner.add_data_validation(first, day, last, day, &days)?;
    }
    // Not against anybody: without a password, so that who has to can lift it.
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    sheet.inner.protect_with_options(&options);
    Ok(())
}

/// The forms of all units that have items among those at some positions, as one zip file.
///
/// # Errors
/// Why there is none.
pub async fn forms(
    catalog: &Catalog,
    book: &ProgressBook,
    items: &[usize],
    moment: Moment,
    made: &Made,
    pace: &Pace,
) -> Result<Vec<u8>, NotWritten> {
    let maker = Maker::new(catalog, book, items, moment, made);
    let units = catalog.plan.units.iter().map(|unit| (unit, maker.items_of(&unit.id)));
    let units: Vec<(&Unit, Vec<usize>)> = units.filter(|(_, own)| !own.is_empty()).collect();
    let steps = Steps::new(pace, units.iter().map(|(_, own)| own.len()).sum());
    let mut zip = Zip::new();
    let mut names: Vec<String> = Vec::new();
    for (unit, own) in units {
        let name = file_name(unit, &names);
        let workbook = maker.form(&unit.id, &own, &steps).await?;
        zip.add(&name, &saved(workbook)?);
        names.push(name);
    }
    Ok(zip.finish())
}

/// A name that every system takes, and no other form has.
fn file_name(unit: &Unit, taken: &[String]) -> String {
    let is_bad = |char: char| char.is_control() || "\\/:*?\"<>|.".contains(char);
    let plain: String =
        unit.name.chars().map(|char| if is_bad(char) { '_' } else { char }).take(40).collect();
    let name = format!("{}-{plain}.xlsx", text::FORM);
    // Ids are unique.
    if taken.contains(&name) { format!("{}-{plain}-{}.xlsx", text::FORM, unit.id) } else { name }
}

fn words(text: impl Into<String>) -> Cell {
    (Value::Text(text.into()), Look::Text)
}

fn centred(text: impl Into<String>) -> Cell {
    (Value::Text(text.into()), Look::Centred)
}
