//! 填报表: out, and back as it went out.

use yaodian_office::Made;
use yaodian_office::form::read;
use yaodian_pace::Pace;
use yaodian_plan::UnitId;
use yaodian_plan::query::{Role, role};
use yaodian_progress::ProgressBook;
use yaodian_reading::formats::archive::Archive;
use yaodian_sheets::Hidden;
use yaodian_workbooks::{form, forms};

use crate::ledger::{columns, in_july, sheet, written};
use crate::support::{PLAN, catalog, day};

fn made() -> Made {
    Made { day: day(7, 15), at_ms: 1_689_400_000_000, by: "王芳".into() }
}

fn all() -> Vec<usize> {
    catalog().all().collect()
}

#[test]
fn a_form_has_the_items_of_its_unit_and_comes_back_blank() {
    let unit = UnitId("finance".into());
    let book = ProgressBook::new(PLAN);
    let bytes = written(form(catalog(), &book, &unit, &all(), in_july(), &made(), &Pace::default()));
    let document = yaodian_sheets::read_with(&bytes, Hidden::Read).expect("a workbook");
    let rows = columns(sheet(&document, "填报表"), ["编号", "分工", "本次进展", "本次记录"]);
    let own = catalog().all().filter(|at| role(catalog(), &unit, *at).is_some()).count();
    assert_eq!(rows.len(), own);
    assert_eq!(rows.iter().filter(|row| row[1] == "牵头").count(), {
        let leads = |at: &usize| role(catalog(), &unit, *at) == Some(Role::Lead);
        catalog().all().filter(leads).count()
    });
    let back = read(&document, catalog(), &book, "财经工委.xlsx", 0).expect("a form");
    assert_eq!(back.plan.as_deref(), Some(PLAN));
    assert_eq!((back.rows.len(), back.blank), (0, own));
    assert!(back.book.is_empty());
}

#[test]
fn all_forms_are_one_file_with_a_name_for_each_unit() {
    let bytes =
        written(forms(catalog(), &ProgressBook::new(PLAN), &all(), in_july(), &made(), &Pace::default()));
    let archive = Archive::open(&bytes).expect("a zip file");
    let names: Vec<&str> = archive.names().collect();
    assert_eq!(names.len(), catalog().plan.units.len());
    for unit in &catalog().plan.units {
        let name = format!("填报表-{}.xlsx", unit.name);
        let form = archive.read(&name).expect("sound").expect("a form");
        assert!(yaodian_sheets::read(&form).is_ok(), "{name}");
    }
}
