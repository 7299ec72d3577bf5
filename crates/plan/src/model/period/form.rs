//! How a period is written in JSON.

use serde::{Deserialize, Serialize};

use super::{Month, MonthSet, Period};

/// The form of a [`Period`]. Months with gaps are written with their hull, so that whoever knows
/// nothing of gaps reads that.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Period"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PeriodForm {
    /// One month (`first == last`) or several.
    Months {
        /// First month.
        first: Month,
        /// Last month, not before `first`.
        last: Month,
        /// The months that are meant, where not all from the first to the last are: in order, with
        /// both ends.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        only: Vec<Month>,
    },
    /// 全年: all year, in no month particularly.
    WholeYear,
    /// The document gives no time (empty, 适时, 待定).
    Unscheduled,
}

impl From<Period> for PeriodForm {
    fn from(period: Period) -> PeriodForm {
        match (period, period.months()) {
            (Period::Several(months), Some((first, last))) => {
                PeriodForm::Months { first, last, only: months.iter().collect() }
            }
            (Period::Months { first, last }, _) => PeriodForm::Months { first, last, only: Vec::new() },
            (Period::WholeYear, _) => PeriodForm::WholeYear,
            (Period::Several(_) | Period::Unscheduled, _) => PeriodForm::Unscheduled,
        }
    }
}

impl TryFrom<PeriodForm> for Period {
    type Error = String;

    fn try_from(form: PeriodForm) -> Result<Period, String> {
        match form {
            PeriodForm::Months { first, last, only } if only.is_empty() => Ok(Period::Months { first, last }),
            PeriodForm::Months { first, last, only } => {
                let fits = only.is_sorted_by(|a, b| a < b)
                    && (only.first(), only.last()) == (Some(&first), Some(&last));
                let months = MonthSet::new(only).filter(|_| fits);
                months.map(Period::Several).ok_or_else(|| {
                    format!("`only` has to be months in order from {first} to {last}, with a gap")
                })
            }
            PeriodForm::WholeYear => Ok(Period::WholeYear),
            PeriodForm::Unscheduled => Ok(Period::Unscheduled),
        }
    }
}
