//! The id of a plan that was read in: whose it is, its year, and what tells it from any other.

use yaodian_page::pack::pack;
use yaodian_page::pinyin::table_for_texts;
use yaodian_plan::Plan;
use yaodian_plan::fnv::fnv1a_32;
use yaodian_plan::search::Pinyin;

/// What the names of issuers end in, so that it tells nothing.
const ENDINGS: [&str; 4] =
    ["人大常委会", "人大常委会办公室", "人民代表大会常务委员会", "人民代表大会常务委员会办公室"];
/// The longest name of an issuer: with the year and the digest an id has at most 40 characters.
const LONGEST: usize = 25;

/// The plan with an id like `foshanshinanhaiqu-2024-1f3a5b7c`. The digest is that of its content: two plans of one body for
/// one year have different ids, and so different ledgers; the same plan read in twice has one.
pub fn named(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.id = "plan".to_owned();
    let digest = fnv1a_32(&pack(&plan));
    plan.id = format!("{}-{}-{digest:08x}", issuer(&plan.issuer), plan.year);
    plan
}

/// An issuer in Latin letters, whole syllables only; `plan` where there is nothing to be read.
fn issuer(text: &str) -> String {
    let text = text.trim();
    let short = ENDINGS.iter().filter_map(|ending| text.strip_suffix(ending)).min_by_key(|rest| rest.len());
    let text = short.filter(|rest| !rest.is_empty()).unwrap_or(text);
    let mut out = String::new();
    for (ch, reading) in text.chars().zip(table_for_texts([text]).readings(text)) {
        let own = ch.to_ascii_lowercase().to_string();
        let part = match reading {
            Some(reading) => reading,
            None if ch.is_ascii_alphanumeric() => &own,
            None => continue,
        };
        if out.len() + part.len() > LONGEST {
            break;
        }
        out.push_str(part);
    }
    if out.is_empty() { "plan".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use yaodian_plan::{Plan, is_valid_id};

    use super::{issuer, named};

    fn plan(issuer: &str, title: &str) -> Plan {
        let text = format!(
            r#"{{"format":1,"id":"x","title":"{title}","issuer":"{issuer}","year":2024,"preamble":[],"sections":[],
            "annexes":[],"units":[],"categories":[],"items":[]}}"#
        );
        Plan::from_json(&text).unwrap()
    }

    #[test]
    fn an_id_says_whose_plan_it_is() {
        for (name, expected) in [
            ("佛山市南海区人大常委会", "foshanshinanhaiqu"),
            ("佛山市南海区人民代表大会常务委员会", "foshanshinanhaiqu"),
            ("长沙市人大常委会办公室", "changshashi"),
            ("人大常委会", "rendachangweihui"),
            ("XX 县人大常委会", "xxxian"),
            ("", "plan"),
            ("……", "plan"),
        ] {
            assert_eq!(issuer(name), expected, "{name}");
        }
        let long = "新疆维吾尔自治区巴音郭楞蒙古自治州和静县人大常委会";
        assert_eq!(issuer(long), "xinjiangweiwuerzizhiquba");
    }

    #[test]
    fn ids_are_valid_and_differ_with_the_content() {
        let one = named(&plan("佛山市南海区人大常委会", "2024年工作要点"));
        assert!(is_valid_id(&one.id), "{}", one.id);
        assert!(one.id.starts_with("foshanshinanhaiqu-2024-"), "{}", one.id);
        assert_eq!(named(&one), one, "the id is not part of what it is made of");
        let other = named(&plan("佛山市南海区人大常委会", "2024年工作要点（修订）"));
        assert_ne!(one.id, other.id);
        let long = named(&plan("新疆维吾尔自治区巴音郭楞蒙古自治州和静县人大常委会", "要点"));
        assert!(is_valid_id(&long.id), "{}", long.id);
    }
}
