//! The year matrix: unit by month.

use proptest::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::query::{AsOf, Catalog, Matrix, Standing, matrix, planned, standings};

use crate::document::{self, Row, Time, UNITS};
use crate::support::{any_items, ids, item, month, months, nanhai, small, words};

fn everything(catalog: &Catalog) -> Matrix {
    let standings = standings(&planned(catalog), &[], AsOf::Before);
    matrix(catalog, &planned(catalog), &standings, &vec![true; catalog.plan.items.len()])
}

#[test]
fn each_cell_holds_what_the_unit_leads_in_that_month() {
    let catalog = nanhai();
    let matrix = everything(&catalog);
    let leads = UNITS.iter().map(|(_, id)| Some(*id)).chain([None]);
    assert_eq!(matrix.rows.len(), 7);
    for (row, lead) in matrix.rows.iter().zip(leads) {
        for number in 1..=12 {
            let wanted = |row: &Row| row.lead() == lead && row.is_in(number);
            let cell = &row.cells[usize::from(number) - 1];
            assert_eq!(ids(&catalog, cell), document::ids(wanted), "{lead:?} in month {number}");
        }
        let wanted = |row: &Row| row.lead() == lead && !matches!(row.time, Time::Months(..));
        assert_eq!(ids(&catalog, &row.cells[12]), document::ids(wanted), "{lead:?} without a month");
    }
}

/// A few cells as one counts them on paper.
#[test]
fn cells_that_one_can_look_up_in_the_document() {
    let catalog = nanhai();
    let matrix = everything(&catalog);
    let cell = |row: usize, column: usize| ids(&catalog, &matrix.rows[row].cells[column]);
    assert_eq!(cell(0, 1), words("s9-1 s9-2 s9-4 m2-1"), "办公室, February");
    assert_eq!(cell(1, 6), words("s2-6 s2-7 s2-8 s3-1 s5-3 s5-5"), "财经工委, July");
    assert_eq!(cell(3, 9), words("s4-2 m10-3"), "教科文卫工委, October: s4-2 runs from August");
    assert_eq!(cell(4, 0), words(""), "法制工委, January");
    assert_eq!(cell(6, 6), words("m7-5"), "有关工委, July");
    assert_eq!(cell(0, 12), words("s5-1"), "办公室, 全年");
    assert_eq!(cell(5, 12), words("s5-2 s9-6"), "选联工委, 全年 and without a time");
    assert_eq!(cell(6, 12), words("s9-3"), "各工委, without a time");
}

#[test]
fn rows_count_each_item_once_and_add_up_to_the_plan() {
    let totals: Vec<usize> = everything(&nanhai()).rows.iter().map(|row| row.tally.total()).collect();
    assert_eq!(totals, [12, 20, 10, 12, 9, 17, 2]);
    assert_eq!(totals.iter().sum::<usize>(), 82);
}

#[test]
fn what_does_not_pass_is_in_no_cell_and_in_no_count() {
    let items = vec![
        item("s1-1", &["a", "b"], months(1, 3)),
        item("s1-2", &["b"], months(2, 2)),
        item("s1-3", &[], months(2, 2)),
        item("s1-4", &["a"], months(3, 3)),
    ];
    let catalog = small(items, vec![]);
    let standings = standings(&planned(&catalog), &[], AsOf::Month(month(3)));
    let matrix = matrix(&catalog, &planned(&catalog), &standings, &[true, false, true, true]);
    let marks = |row: usize| matrix.rows[row].cells[..3].to_vec();
    assert_eq!(marks(0), [vec![0], vec![0], vec![0, 3]]);
    assert!(marks(1).concat().is_empty(), "b leads only what does not pass");
    assert_eq!(marks(3), [vec![], vec![2], vec![]], "nobody leads it alone");
    assert_eq!(matrix.rows[3].tally.count(Standing::Late), 1);
    assert_eq!(matrix.rows[0].tally.count(Standing::NotStarted), 2);
    assert_eq!(matrix.rows[1].tally.total() + matrix.rows[2].tally.total(), 0);
}

proptest! {
    #[test]
    fn an_item_is_in_exactly_the_cells_of_its_lead_and_its_months(
        items in any_items(),
        passing in prop::collection::vec(any::<bool>(), 40),
        now in 1u8..=12,
    ) {
        let catalog = small(items, vec![]);
        let standings = standings(&planned(&catalog), &[], AsOf::Month(month(now)));
        let pass = &passing[..catalog.plan.items.len()];
        let matrix = matrix(&catalog, &planned(&catalog), &standings, pass);
        let unled = catalog.plan.items.iter().any(|item| item.responsibility.lead.is_empty());
        prop_assert_eq!(matrix.rows.len(), 3 + usize::from(unled));
        let units = ["a", "b", "c"];
        for (at, item) in catalog.plan.items.iter().enumerate() {
            let lead = item.responsibility.lead.first().map(|unit| unit.0.as_str());
            for (row, cells) in matrix.rows.iter().enumerate() {
                let own = pass[at] && units.get(row).copied() == lead;
                for (column, month) in Month::all().map(Some).chain([None]).enumerate() {
                    let there = cells.cells[column].iter().filter(|held| **held == at).count();
                    let covered = match month {
                        Some(month) => item.period.covers(month),
                        None => item.period.months().is_none(),
                    };
                    prop_assert_eq!(there, usize::from(own && covered));
                }
            }
        }
        for cell in matrix.rows.iter().flat_map(|row| &row.cells) {
            prop_assert!(cell.is_sorted(), "in the document's order");
        }
        for standing in Standing::ALL {
            let counted: usize = matrix.rows.iter().map(|row| row.tally.count(standing)).sum();
            let expected = catalog.all().filter(|at| pass[*at] && standings[*at] == standing).count();
            prop_assert_eq!(counted, expected);
        }
    }
}

#[test]
fn there_is_a_row_without_a_unit_only_where_an_item_has_none() {
    let mut plan = nanhai().plan;
    plan.items.retain(|item| !item.responsibility.lead.is_empty());
    let catalog = Catalog::new(plan);
    assert!(!catalog.has_unled() && nanhai().has_unled());
    assert_eq!(everything(&catalog).rows.len(), catalog.plan.units.len());
}
