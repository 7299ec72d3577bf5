//! Parts of sentences that say what is done when: steps behind a colon, and a time with a bare action.

use super::super::actions::begins_with_action;
use super::super::text::{brackets, is_longer_than, trim, trim_closing};
use super::super::time;
use super::brackets::take_last_bracket;
use super::fillers::is_filler;
use super::lasting::lasting_action;
use super::pieces::clauses;
use super::signals::Signals;
use super::strip::{Stripped, strip};
use super::subject::is_leader;
use super::task::Task;
use super::who::{as_units, names_units, says_who};
use super::wording::{is_count, whole_time};

/// A time and an action without an object, 6月开展视察.
pub(super) fn short_task(part: &str, year: i32) -> Option<Task> {
    let Stripped { left, times, mention } = strip(part, year);
    let title = trim(&left).trim_start_matches('，').to_owned();
    let acts = ["开展", "组织", "进行"].iter().any(|verb| title.starts_with(verb));
    let signals = Signals { times, ..Signals::default() };
    (acts && mention.is_none() && !signals.is_empty() && is_filler(&title) && is_longer_than(&title, 3))
        .then(|| Task { title, signals, text: part.to_owned(), ..Task::default() })
}

/// What is to be done, and behind a colon when its steps are: 建议督办：2月交办，4月督办.
pub(super) fn steps(part: &str, year: i32) -> Option<Task> {
    let (head, steps) = part.split_once(['：', ':'])?;
    // The colon of a bracket heads no steps: 某研究（负责领导：张三；完成时间：5月）.
    if head.matches(['（', '(']).count() > head.matches(['）', ')']).count() {
        return None;
    }
    // 检查：某法实施情况（6月、财经工委） has no steps: the bracket says of all of it when.
    let bare = take_last_bracket(steps, &mut Signals::default(), year);
    if bare.len() < steps.len() && strip(&bare, year).times.is_empty() {
        return None;
    }
    let title = trim(head);
    let named = !title.is_empty()
        && !is_longer_than(title, 24)
        && !title.contains('，')
        && brackets(title).into_iter().all(|(_, inner)| is_count(inner))
        && !begins_with_action(trim(steps))
        && strip(title, year).times.is_empty();
    let mut signals = Signals::default();
    let mut units: Vec<&str> = Vec::new();
    for clause in clauses(steps).into_iter().filter(|_| named) {
        // 走访代表：3月至5月，代表工委牵头，各街道配合.
        if is_leader(clause) {
            signals.leaders.push(clause.trim_start_matches('由').to_owned());
            continue;
        }
        if says_who(clause) || (names_units(clause) && !begins_with_action(clause)) {
            units.push(as_units(clause));
            continue;
        }
        let Stripped { times, mention, .. } = strip(clause, year);
        let again =
            lasting_action(clause).map(|found| (time::read(found.word, year), found.printed.to_owned()));
        let again = again.or_else(|| Some((whole_time(clause, year)?, clause.to_owned())));
        signals.times.extend(if times.is_empty() { again.into_iter().collect() } else { times });
        signals.meetings.extend(mention.map(|mention| mention.name));
    }
    signals.units.extend((!units.is_empty()).then(|| units.join("，")));
    let mut task = Task { title: title.to_owned(), text: part.to_owned(), ..Task::default() };
    task.explain(trim_closing(steps));
    task.signals = signals;
    (!task.signals.times.is_empty()).then_some(task)
}
