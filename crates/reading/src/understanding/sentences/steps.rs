//! Parts of sentences that say what is done when: steps behind a colon, and a time with a bare action.

use super::super::actions::begins_with_action;
use super::super::numbers::is_count;
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
use super::wording::{is_kind, whole_time};

/// A time and an action without an object, 6月开展视察.
pub(super) fn short_task(part: &str, year: i32) -> Option<Task> {
    let Stripped { left, times, mention } = strip(part, year);
    let title = trim(&left).trim_start_matches('，').to_owned();
    let acts = ["开展", "组织", "进行"].iter().any(|verb| title.starts_with(verb));
    let signals = Signals { times, ..Signals::default() };
    (acts && mention.is_none() && !signals.is_empty() && is_filler(&title) && is_longer_than(&title, 3))
        .then(|| Task { title, signals, text: part.to_owned(), ..Task::default() })
}

/// What is to be done, and behind a colon when its steps are: 建议督办：2月交办，4月督办. Steps that say what is done themselves
/// are tasks with the name of what they are steps of: 水质监督：2月公布项目，11月听取报告.
pub(super) fn steps(part: &str, year: i32) -> Option<Vec<Task>> {
    let (head, steps) = part.split_once(['：', ':'])?;
    // 3月交办、6月督办、12月测评.
    let begins = |step: &str| {
        let found = time::find(step, year).into_iter().next().filter(|time| time.range.start == 0);
        found.and_then(|time| step.get(time.range.end..)).is_some_and(|deed| !trim(deed).is_empty())
    };
    let listed = !steps.contains(['，', ',']) && steps.contains('、') && steps.split('、').all(begins);
    let steps = if listed { &steps.replace('、', "，") } else { steps };
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
    let mut own: Vec<Task> = Vec::new();
    let mut apart = named && !begins_with_action(title);
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
        let Stripped { left, times, mention } = strip(clause, year);
        apart &= !times.is_empty() && is_longer_than(trim(&left), 3) && begins_with_action(&left);
        let again =
            lasting_action(clause).map(|found| (time::read(found.word, year), found.printed.to_owned()));
        let again = again.or_else(|| Some((whole_time(clause, year)?, clause.to_owned())));
        let step = Signals {
            times: if times.is_empty() { again.into_iter().collect() } else { times },
            meetings: mention.into_iter().map(|mention| mention.name).collect(),
            ..Signals::default()
        };
        // It is done, though its name begins with no verb.
        let title = named_by(title, &left);
        own.push(Task {
            title,
            text: part.to_owned(),
            signals: step.clone(),
            bracketed: true,
            ..Task::default()
        });
        signals.extend(step);
    }
    signals.units.extend((!units.is_empty()).then(|| units.join("，")));
    if apart && own.len() > 1 {
        for step in &mut own {
            step.signals.units.clone_from(&signals.units);
            step.signals.leaders.clone_from(&signals.leaders);
        }
        return Some(own);
    }
    // 执法检查：某法，6月 says what about before it says when.
    let about = clauses(steps).into_iter().next().filter(|about| {
        is_kind(title) && strip(about, year).times.is_empty() && !names_units(about) && !is_leader(about)
    });
    let title = about.map_or_else(|| title.to_owned(), |about| named_by(title, about));
    let mut task = Task { title, text: part.to_owned(), ..Task::default() };
    if about.is_none() {
        task.explain(trim_closing(steps));
    }
    // 宪法学习：3月，办公室承办 is done, too.
    task.bracketed = !signals.units.is_empty();
    task.signals = signals;
    (!task.signals.times.is_empty()).then(|| vec![task])
}

/// A step with the name of what it is a step of.
fn named_by(name: &str, step: &str) -> String {
    format!("{name}：{}", trim(step))
}

/// Gives the steps behind a sentence that is only a name that name: 民生实事。2月公布项目，8月中期督查.
pub(super) fn carry_heading(tasks: &mut [Task]) {
    let Some((first, rest)) = tasks.split_first_mut() else { return };
    let brief =
        |task: &Task| !is_longer_than(&task.title, 6) && !task.signals.times.is_empty() && !task.carried;
    let is_name = first.signals.is_empty()
        && !is_longer_than(&first.title, 10)
        && !begins_with_action(&first.title)
        && !first.title.contains('，');
    if is_name && rest.len() > 1 && rest.iter().all(brief) {
        for task in rest {
            task.title = named_by(&first.title, &task.title);
            task.bracketed = true;
        }
    }
}

/// Gives the same step that is done again what it is a step of: 第二次检查 of 围绕水环境开展检查，第一次检查（3月），第二次检查（6月）.
pub(super) fn carry_name(tasks: &mut [Task]) {
    let Some((first, rest)) = tasks.split_first_mut() else { return };
    let ordinal = |title: &str| title.starts_with('第') && !is_longer_than(title, 8);
    let named = first.title.rsplit_once('，').filter(|(name, step)| ordinal(step) && !name.is_empty());
    let Some((name, step)) =
        named.filter(|_| !rest.is_empty() && rest.iter().all(|task| ordinal(&task.title)))
    else {
        return;
    };
    for task in rest {
        task.title = named_by(name, &task.title);
    }
    first.title = named_by(name, step);
}
