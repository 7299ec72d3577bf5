//! Taking a plan that others have into the library, from a file: the page as one file, a backup, a plan file.

use yaodian_page::pack::unpack;
use yaodian_page::single::plan_in;
use yaodian_plan::{LoadError, Plan};
use yaodian_progress::{decode, encode, file_text};
use yaodian_reading::comparison::Said;
use yaodian_vault::Reason;

use super::bundled::bundled;
use super::outcome::{Handed, NotTaken, Taken};
use super::plans::{add_plan, bring_back, take_plan};
use super::record::PlanKey;
use super::revising::{Revision, in_use, put_revision, revision_to};
use super::store::{NotAdded, reason_of};
use crate::browser::carry;
use crate::browser::storage::mailbox;

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
    take(find(name, text)?).await
}

/// Takes a plan that came with records which are about it; none if they are empty.
///
/// # Errors
/// Why that was not done.
pub async fn take_packed(name: &str, packed: &str, records: &str) -> Result<Taken, NotTaken> {
    let plan = unpacked(packed)?;
    let records = Some(records.to_owned()).filter(|records| !records.is_empty());
    take(Handed { name: name.to_owned(), plan, records }).await
}

async fn take(handed: Handed) -> Result<Taken, NotTaken> {
    let Some(key) = PlanKey::new(&handed.plan.id) else { return Err(NotTaken::NoPlan) };
    let is_of_page = bundled().is_some_and(|own| own.id == handed.plan.id);
    match in_use(&key).await.map_err(NotTaken::NotKept)? {
        Some(here) if here != handed.plan => return Err(NotTaken::Version(Box::new(handed))),
        _ => match take_plan(&handed.plan).await {
            Ok(_) => {}
            Err(NotAdded::NotKept(reason)) => return Err(NotTaken::NotKept(reason)),
            // The page itself has it; a version of it in the library stays.
            Err(NotAdded::Taken) if is_of_page => {}
            // Another version was deleted: it is there to be compared with.
            Err(NotAdded::Taken) => {
                bring_back(&key).await.map_err(NotTaken::NotKept)?;
                return Err(NotTaken::Version(Box::new(handed)));
            }
        },
    }
    leave_records(key, handed).await
}

async fn leave_records(key: PlanKey, handed: Handed) -> Result<Taken, NotTaken> {
    if let Some(records) = &handed.records {
        mailbox::leave(key.as_str(), &handed.name, records).await.map_err(NotTaken::RecordsLeftOut)?;
    }
    Ok(Taken { key, title: handed.plan.title, records: handed.records.is_some() })
}

/// Compares a plan that is here with the version of it that was handed on.
///
/// # Errors
/// The reason why the plan that is here cannot be read.
pub async fn handed_revision(handed: &Handed, said: Said<'_>) -> Result<Revision, Reason> {
    let key = PlanKey::new(&handed.plan.id).ok_or(Reason::ReadBack)?;
    revision_to(&key, &handed.plan, None, said).await
}

/// Puts the version that was handed on in the place of the plan that is here, and leaves its records for that plan's page.
///
/// # Errors
/// Why that was not done.
pub async fn take_as_version(revision: &Revision, handed: Handed) -> Result<Taken, NotTaken> {
    put_revision(revision).await.map_err(NotTaken::NotPut)?;
    let key = PlanKey::new(&handed.plan.id).ok_or(NotTaken::NoPlan)?;
    leave_records(key, handed).await
}

/// Takes a plan as one of its own, beside the one that it is another version of. Its records are about both: they are left
/// for the copy.
///
/// # Errors
/// Why that was not done.
pub async fn take_as_copy(handed: Handed) -> Result<Taken, NotTaken> {
    let key = add_plan(&handed.plan).await.map_err(NotTaken::NotKept)?;
    let records = handed.records.as_deref().and_then(|records| about(records, &key));
    leave_records(key, Handed { records, ..handed }).await
}

/// Records of one plan as those of another one with the same items. `None` if they cannot be read.
fn about(records: &str, key: &PlanKey) -> Option<String> {
    let mut file = decode(records.as_bytes(), None).ok()?;
    file.book.plan = key.to_string();
    Some(encode(&file.book, &file.head))
}

fn unpacked(packed: &str) -> Result<Plan, NotTaken> {
    unpack(packed).map_err(|error| NotTaken::Unreadable(reason_of(error)))
}

fn find(name: &str, text: &str) -> Result<Handed, NotTaken> {
    let found = |plan, records| Ok(Handed { name: name.to_owned(), plan, records });
    if let Some(packed) = plan_in(text) {
        let records = carry::notes_in(text).filter(|notes| !notes.is_empty()).map(str::to_owned);
        return found(unpacked(packed)?, records);
    }
    if let Ok(backup) = decode(text.as_bytes(), None) {
        let plan = match &*backup.head.plan_data {
            "" => return Err(NotTaken::NoPlan),
            packed => unpacked(packed)?,
        };
        // Somebody may have put another plan into it.
        let is_its = plan.id == backup.book.plan;
        let records = (is_its && !backup.book.is_empty()).then(|| text.to_owned());
        return found(plan, records);
    }
    match Plan::from_json(text) {
        Ok(plan) => found(plan, None),
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
    use yaodian_progress::{FileHead, ProgressBook, decode, encode};
    use yaodian_vault::Reason;

    use super::{Handed, NotTaken, PlanKey, about};

    fn find(text: &str) -> Result<Handed, NotTaken> {
        super::find("x", text)
    }

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
        let found = |records: Option<&str>| {
            Ok(Handed { name: "x".into(), plan: plan(), records: records.map(str::to_owned) })
        };
        let only = || found(None);
        assert_eq!(find(&plan().to_json()), only());
        assert_eq!(find(&backup(packed.clone())), only());
        assert_eq!(find(&page("")), only());
        assert_eq!(find(&page("{}")), found(Some("{}")));
    }

    #[test]
    fn records_of_a_copy_are_about_the_copy() {
        let key = PlanKey::new("two").unwrap();
        let copied = about(&backup(String::new()), &key).unwrap();
        assert_eq!(decode(copied.as_bytes(), Some("two")).unwrap().book, ProgressBook::new("two"));
        assert_eq!(about("{}", &key), None);
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
