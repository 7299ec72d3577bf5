//! Taking a plan that others have into the library, from a file: the page as one file, a backup, a plan file.

use yaodian_page::pack::unpack;
use yaodian_page::single::plan_in;
use yaodian_plan::{LoadError, Plan};
use yaodian_progress::{decode, file_text};
use yaodian_vault::Reason;

use super::store::reason_of;
use super::{NotAdded, PlanKey, take_plan};
use crate::browser::carry;
use crate::browser::storage::mailbox;

/// Why nothing of a file was taken into the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It has no plan.
    NoPlan,
    /// Its plan is damaged, or written by a later version.
    Unreadable(Reason),
    /// It is a plan file with so many faults; the first of them.
    Faulty(usize, String),
    /// Its plan could not be added.
    NotAdded(NotAdded),
    /// The plan is in the library, but what was recorded about it could not be left for it.
    RecordsLeftOut(Reason),
}

/// A plan that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its key.
    pub key: PlanKey,
    /// Its title.
    pub title: String,
    /// Whether records came with it, which its page offers to merge.
    pub records: bool,
}

/// A file's plan, and the records that came with it.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    plan: Plan,
    records: Option<String>,
}

/// Takes the plan of a file into the library, and leaves its records for that plan's page.
///
/// # Errors
/// Why that was not done.
pub async fn take_file(name: &str, bytes: &[u8]) -> Result<Taken, NotTaken> {
    let text = file_text(bytes).ok_or(NotTaken::NoPlan)?;
    take_text(name, &text).await
}

/// The same with a file's text.
///
/// # Errors
/// Why that was not done.
pub(super) async fn take_text(name: &str, text: &str) -> Result<Taken, NotTaken> {
    take(name, find(text)?).await
}

/// Takes a plan that came with records which are about it; none if they are empty.
///
/// # Errors
/// Why that was not done.
pub async fn take_packed(name: &str, packed: &str, records: &str) -> Result<Taken, NotTaken> {
    let plan = unpacked(packed)?;
    take(name, Found { plan, records: Some(records.to_owned()).filter(|records| !records.is_empty()) }).await
}

async fn take(name: &str, Found { plan, records }: Found) -> Result<Taken, NotTaken> {
    let key = take_plan(&plan).await.map_err(NotTaken::NotAdded)?;
    if let Some(records) = &records {
        mailbox::leave(key.as_str(), name, records).await.map_err(NotTaken::RecordsLeftOut)?;
    }
    Ok(Taken { key, title: plan.title, records: records.is_some() })
}

fn unpacked(packed: &str) -> Result<Plan, NotTaken> {
    unpack(packed).map_err(|error| NotTaken::Unreadable(reason_of(error)))
}

fn find(text: &str) -> Result<Found, NotTaken> {
    if let Some(packed) = plan_in(text) {
        let records = carry::notes_in(text).filter(|notes| !notes.is_empty()).map(str::to_owned);
        return Ok(Found { plan: unpacked(packed)?, records });
    }
    if let Ok(backup) = decode(text.as_bytes(), None) {
        let plan = match &*backup.head.plan_data {
            "" => return Err(NotTaken::NoPlan),
            packed => unpacked(packed)?,
        };
        // Somebody may have put another plan into it.
        let is_its = plan.id == backup.book.plan;
        let records = (is_its && !backup.book.is_empty()).then(|| text.to_owned());
        return Ok(Found { plan, records });
    }
    match Plan::from_json(text) {
        Ok(plan) => Ok(Found { plan, records: None }),
        Err(LoadError::Newer(_)) => Err(NotTaken::Unreadable(Reason::NewerSchema)),
        Err(LoadError::Faulty(faults)) => {
            let first = faults.first().map(ToString::to_string).unwrap_or_default();
            Err(NotTaken::Faulty(faults.len(), first))
        }
        Err(LoadError::Malformed(_)) => Err(NotTaken::NoPlan),
    }
}

#[cfg(test)]
mod tests {
    use yaodian_page::pack::pack;
    use yaodian_plan::Plan;
    use yaodian_progress::{FileHead, ProgressBook, encode};
    use yaodian_vault::Reason;

    use super::{Found, NotTaken, find};

    fn plan() -> Plan {
        let text = r#"{"format":1,"id":"one","title":"</script><!-- 甲","issuer":"某区人大常委会","year":2024,
            "preamble":[],"sections":[],"annexes":[],"units":[],"categories":[],"items":[]}"#;
        Plan::from_json(text).unwrap()
    }

    fn backup(plan_data: String) -> String {
        encode(&ProgressBook::new("one"), &FileHead { plan_data, ..FileHead::default() })
    }

    #[test]
    fn a_plan_is_found_in_every_kind_of_file() {
        let packed = pack(&plan());
        let page = |notes: &str| {
            format!(
                "<!DOCTYPE html><script id=\"plan\">{packed}</script><script id=\"notes\">{notes}</script>"
            )
        };
        let only = || Ok(Found { plan: plan(), records: None });
        assert_eq!(find(&plan().to_json()), only());
        assert_eq!(find(&backup(packed.clone())), only());
        assert_eq!(find(&page("")), only());
        assert_eq!(find(&page("{}")), Ok(Found { plan: plan(), records: Some("{}".into()) }));
    }

    #[test]
    fn what_has_no_plan_or_a_broken_one_is_said() {
        let packed = pack(&plan());
        assert_eq!(find(&backup(String::new())), Err(NotTaken::NoPlan));
        assert_eq!(find("甲乙丙"), Err(NotTaken::NoPlan));
        assert_eq!(find("{}"), Err(NotTaken::NoPlan));
        assert_eq!(
            find(&backup(packed.replacen("甲", "乙", 1))),
            Err(NotTaken::Unreadable(Reason::ReadBack))
        );
        let newer = packed.replacen("yaodian-plan 1", "yaodian-plan 99", 1);
        assert_eq!(find(&backup(newer)), Err(NotTaken::Unreadable(Reason::NewerSchema)));
        let newer = plan().to_json().replacen("\"format\": 1", "\"format\": 99", 1);
        assert_eq!(find(&newer), Err(NotTaken::Unreadable(Reason::NewerSchema)));
        let faulty = plan().to_json().replacen("\"title\": \"</script><!-- 甲\"", "\"title\": \"\"", 1);
        assert!(matches!(find(&faulty), Err(NotTaken::Faulty(1, _))), "{:?}", find(&faulty));
    }
}
