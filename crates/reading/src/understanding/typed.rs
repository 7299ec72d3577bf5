//! What somebody types into a draft, read as what stands in the document is.

use std::collections::{HashMap, HashSet};

use yaodian_plan::{Basis, Collective, Period, Responsibility, Unit, UnitId};

use super::numbers;
use super::text::squash;
use super::time::{self, Doubt};
use super::units::{Own, Role, Who, key, known, label, names, parties, role_in_brackets};

/// The period of a time that is typed, and whether all of it was understood. A bare number is a month.
pub fn read_time(text: &str, year: i32) -> (Period, bool) {
    let reading = time::read_bare(text, year);
    let unsure = |doubt: &Doubt| matches!(doubt, Doubt::Unknown | Doubt::Partial | Doubt::Outside);
    (reading.period, !reading.doubts.iter().any(unsure))
}

/// The numbers of sessions that are typed: 41, 第41次, 四十一、四十二; none where there is no text. `None` if it is something
/// else.
pub fn read_sessions(text: &str) -> Option<Vec<u16>> {
    let number = |piece: &str| {
        let plain = squash(piece);
        let plain = plain.strip_prefix('第').unwrap_or(&plain);
        let (no, rest) = numbers::number(plain)?;
        let is_all = matches!(rest, "" | "次" | "次会议");
        u16::try_from(no).ok().filter(|no| is_all && *no > 0)
    };
    let pieces = text.split(['、', '，', ',', '；', ';', ' ', '　']).filter(|piece| !piece.trim().is_empty());
    pieces.map(number).collect()
}

/// Who the texts of two fields name: who leads, and who takes part. A name that is none of the units becomes one.
pub fn read_who(lead: &str, joint: &str, units: &mut Vec<Unit>, issuer: &str) -> Responsibility {
    let own = Own::of(issuer);
    let mut known: HashMap<String, UnitId> = HashMap::new();
    for unit in units.iter() {
        for name in std::iter::once(&unit.name).chain(&unit.aliases) {
            known.entry(key(name)).or_insert_with(|| unit.id.clone());
        }
    }
    let text: Vec<&str> = [lead.trim(), joint.trim()].into_iter().filter(|text| !text.is_empty()).collect();
    let mut who = Responsibility {
        text: text.join("、"),
        lead: Vec::new(),
        joint: Vec::new(),
        collective: None,
        basis: Basis::Stated,
    };
    for (field, leads) in [(lead, true), (joint, false)] {
        for (who_is, role) in said_in(field, units, &own) {
            let leads = leads && role != Role::Joint || role == Role::Lead;
            match who_is {
                Who::Several(several) if several == Collective::All => who.collective = Some(several),
                Who::Several(several) => who.collective = who.collective.or(Some(several)),
                Who::Unit { name, .. } if name.trim().is_empty() => {}
                Who::Unit { name, .. } => {
                    let exact = units.iter().find(|unit| unit.name == name).map(|unit| unit.id.clone());
                    let id = exact.or_else(|| known.get(&key(&name)).cloned()).unwrap_or_else(|| {
                        let id = free_id(&name, units);
                        units.push(Unit { id: id.clone(), name: name.clone(), aliases: Vec::new() });
                        known.insert(key(&name), id.clone());
                        id
                    });
                    if !who.lead.contains(&id) && !who.joint.contains(&id) {
                        if leads { &mut who.lead } else { &mut who.joint }.push(id);
                    }
                }
            }
        }
    }
    who
}

/// Whom a field names, and what it says that each does: 甲（牵头）、乙（配合）, 牵头：甲；配合：乙, 甲、乙牵头，丙配合. Where it says
/// nothing, the field itself does.
fn said_in(field: &str, units: &[Unit], own: &Own) -> Vec<(Who, Role)> {
    let units: HashSet<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let is_unit = |name: &str| units.contains(name);
    let mut found: Vec<(Who, Role)> = Vec::new();
    let mut labelled = Role::Unsaid;
    // Those since the last word about what they do: 甲、乙牵头 is about both.
    let mut group = 0;
    for name in names_in(field) {
        let (word, rest) = if is_unit(name) { (None, name) } else { label(name) };
        if let Some(role) = word {
            (labelled, group) = (role, found.len());
        }
        let (bare, bracketed) = role_in_brackets(rest);
        // A name that the plan has means that unit, whatever else could be read from it.
        let exact = [rest.trim(), bare.trim()].into_iter().find(|name| is_unit(name));
        if let Some(name) = exact {
            let role = bracketed.filter(|_| name != rest.trim()).unwrap_or(labelled);
            found.push((Who::Unit { name: name.to_owned(), long: None }, role));
            continue;
        }
        for party in parties(rest, own) {
            let role = if party.role == Role::Unsaid { labelled } else { party.role };
            if party.role != Role::Unsaid && bracketed.is_none() {
                let has_lead = found.iter().any(|(_, role)| *role == Role::Lead);
                let before = found.iter_mut().skip(group).filter(|(_, role)| *role == Role::Unsaid);
                // 甲、乙配合 alone says who leads by the order.
                before.skip(usize::from(role == Role::Joint && !has_lead)).for_each(|(_, of)| *of = role);
                group = found.len() + 1;
            }
            found.push((party.who, role));
        }
    }
    lend_endings(&mut found, &is_unit);
    found
}

/// 财经、农业农村工委 are 财经工委 and 农业农村工委, unless the plan has one that is called 财经.
fn lend_endings(found: &mut [(Who, Role)], is_unit: &dyn Fn(&str) -> bool) {
    let mut lent = None;
    for (who, _) in found.iter_mut().rev() {
        let Who::Unit { name, .. } = who else {
            lent = None;
            continue;
        };
        match lent {
            Some(ending) if !is_unit(name) && names::may_lack_ending(name) => name.push_str(ending),
            _ => lent = names::ending(name),
        }
    }
}

/// The names in a field, as they are typed. What stands in brackets belongs to the name before it.
pub fn names_in(field: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    let is_between = move |char: char| {
        match char {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && "、，,；;\n\t".contains(char)
    };
    field.split(is_between).map(str::trim).filter(|name| !name.is_empty())
}

/// An id that no unit has: that of a well-known unit, or a number.
fn free_id(name: &str, units: &[Unit]) -> UnitId {
    let known = known(names::stem(names::own_name(name)).0).map(|(_, id)| id);
    let numbered = (1..).map(|no: usize| format!("u{no}"));
    let mut ids = known.map(str::to_owned).into_iter().chain(numbered).map(UnitId);
    let is_free = |id: &UnitId| units.iter().all(|unit| unit.id != *id);
    ids.find(is_free).unwrap_or_else(|| unreachable!("there are more numbers than units"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use yaodian_plan::Month;

    fn unit(id: &str, name: &str) -> Unit {
        Unit { id: UnitId(id.into()), name: name.into(), aliases: Vec::new() }
    }

    #[test]
    fn times_are_read_as_in_a_column_of_months() {
        let month = |no| Month::new(no).unwrap();
        let months = |first, last| Period::Months { first: month(first), last: month(last) };
        let cases = [
            ("3", months(3, 3), true),
            ("3-6月", months(3, 6), true),
            ("全年", Period::WholeYear, true),
            ("", Period::Unscheduled, true),
            ("随便写写", Period::Unscheduled, false),
        ];
        for (text, period, sure) in cases {
            assert_eq!(read_time(text, 2027), (period, sure), "{text:?}");
        }
    }

    #[test]
    fn sessions_are_typed_as_numbers() {
        for (text, numbers) in [
            ("41", Some(vec![41])),
            ("第41次", Some(vec![41])),
            (" 第４１次会议 ", Some(vec![41])),
            ("四十一、四十二", Some(vec![41, 42])),
            ("", Some(vec![])),
            ("0", None),
            ("下一次", None),
            ("41号", None),
            ("70000", None),
        ] {
            assert_eq!(read_sessions(text), numbers, "{text:?}");
        }
    }

    #[test]
    fn names_are_the_plans_units_or_new_ones() {
        let mut units = vec![unit("finance", "财经工委"), unit("u1", "市发展改革委")];
        let who = read_who("财经工委、市教育局", "办公室", &mut units, "某市人大常委会");
        let names = |ids: &[UnitId]| -> Vec<String> {
            ids.iter()
                .map(|id| {
                    units.iter().find(|unit| unit.id == *id).map_or(String::new(), |unit| unit.name.clone())
                })
                .collect()
        };
        assert_eq!(names(&who.lead), ["财经工委", "市教育局"]);
        assert_eq!(names(&who.joint), ["办公室"]);
        assert_eq!(who.text, "财经工委、市教育局、办公室");
        assert_eq!(units.len(), 4);
        let ids: std::collections::HashSet<_> = units.iter().map(|unit| &unit.id).collect();
        assert_eq!(ids.len(), units.len());
    }

    #[test]
    fn what_a_field_says_that_somebody_does_counts_more_than_which_field_it_is() {
        for (lead, joint, leads, joins) in [
            ("财经工委（牵头）、办公室（配合）", "", "财经工委", "办公室"),
            ("财经工委(牵头)，办公室(配合)、市教育局（协办）", "", "财经工委", "办公室、市教育局"),
            ("牵头：财经工委；配合：办公室", "", "财经工委", "办公室"),
            (
                "牵头单位：财经工委、法制工委；配合单位：办公室、市教育局",
                "",
                "财经工委、法制工委",
                "办公室、市教育局",
            ),
            ("牵头：财经工委\n配合：办公室", "", "财经工委", "办公室"),
            ("牵头：财经工委 配合：办公室", "", "财经工委", "办公室"),
            ("财经工委、法制工委牵头，办公室、市教育局配合", "", "财经工委、法制工委", "办公室、市教育局"),
            ("财经工委牵头，办公室配合", "", "财经工委", "办公室"),
            ("财经工委、办公室配合", "", "财经工委", "办公室"),
            ("办公室（配合）、财经工委（牵头）", "", "财经工委", "办公室"),
            ("", "财经工委（牵头）、办公室", "财经工委", "办公室"),
            ("财经工委、办公室（配合）", "法制工委", "财经工委", "办公室、法制工委"),
            ("财经工委", "办公室（配合）", "财经工委", "办公室"),
            ("市发改委（市物价局）（牵头）、财经工委（配合）", "", "市发改委（市物价局）", "财经工委"),
            ("财经、法制工委", "", "财经工委、法制工委", ""),
            ("责任单位：财经工委、办公室", "", "财经工委、办公室", ""),
        ] {
            let mut units = vec![unit("finance", "财经工委"), unit("u1", "市发改委（市物价局）")];
            let who = read_who(lead, joint, &mut units, "某市人大常委会");
            let names = |ids: &[UnitId]| {
                let name =
                    |id: &UnitId| units.iter().find(|unit| unit.id == *id).map(|unit| unit.name.clone());
                ids.iter().filter_map(name).collect::<Vec<_>>().join("、")
            };
            assert_eq!(
                (names(&who.lead), names(&who.joint)),
                (leads.into(), joins.into()),
                "{lead} | {joint}"
            );
        }
    }

    #[test]
    fn a_name_of_the_plan_means_its_unit_whatever_it_looks_like() {
        let names = ["区人大常委会办公室", "办公室", "财经委", "财经工委", "市发改委（市物价局、市粮食局）"];
        let mut units: Vec<Unit> =
            names.iter().enumerate().map(|(at, name)| unit(&format!("u{at}"), name)).collect();
        for (at, name) in names.iter().enumerate() {
            let who = read_who(name, "", &mut units, "南海区人大常委会");
            assert_eq!(who.lead, [UnitId(format!("u{at}"))], "{name}");
        }
        assert_eq!(units.len(), names.len());
    }

    #[test]
    fn committees_together_are_no_unit() {
        let mut units = Vec::new();
        let who = read_who("各工委（室）", "", &mut units, "某市人大常委会");
        assert_eq!((who.collective, who.lead.len(), units.len()), (Some(Collective::All), 0, 0));
    }
}
