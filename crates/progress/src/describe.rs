//! Changes, fields and values as Chinese text.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{Author, AuthorId, Change, Field, RecordedStatus, Value};
use yaodian_plan::ItemId;
use yaodian_plan::names::{postponed_to, standing_name, status_name, status_phrase};
use yaodian_plan::query::{Catalog, Standing, Status};

/// The longest title or name in a sentence, in characters; longer ones are clipped.
const MAX_TITLE: usize = 24;

/// A change as a sentence, e.g. 把“……”标为已完成.
pub fn describe(change: &Change, catalog: &Catalog) -> String {
    sentence(change.field, change.before.as_deref(), &change.after, catalog)
}

/// A write as a sentence; the value before may be unknown.
pub(super) fn sentence(field: Field, before: Option<&Value>, after: &Value, catalog: &Catalog) -> String {
    // The words before and after the place.
    let (verb, rest): (&str, Cow<str>) = match (field, after) {
        (_, Value::Status(now)) => match before {
            Some(Value::Status(before)) if before.status == now.status => ("修改", "的原因或说明".into()),
            _ => status_change(after),
        },
        (_, Value::Moved(None)) => ("取消", "的推迟".into()),
        (_, Value::Moved(Some(moved))) => ("把", postponed_to(moved.to).into()),
        (_, Value::Date(None)) => ("清除", "的日期".into()),
        (_, Value::Date(Some(date))) => ("把", format!("的日期定为{}", ChineseDate(*date)).into()),
        (_, Value::Hour(None)) => ("清除", "的时间".into()),
        (_, Value::Hour(Some(hour))) => ("把", format!("的时间定为{hour}").into()),
        (_, Value::Note(None)) => ("删除", "的一条记录".into()),
        (_, Value::Note(Some(_))) => match before {
            None => ("为", "添加记录".into()),
            Some(Value::Note(None)) => ("恢复", "的一条记录".into()),
            Some(_) => ("修改", "的一条记录".into()),
        },
        (_, Value::Text(text)) => {
            let what = if let Field::SessionPlace(_) = field { "的地点" } else { "的会次名称" };
            text_change(what, text)
        }
        (_, Value::Steps(None)) => ("恢复", "的建议筹备步骤".into()),
        (_, Value::Steps(Some(_))) => ("修改", "的筹备步骤".into()),
        (_, Value::Entry(None)) => ("删除", "的一项议程".into()),
        (_, Value::Entry(Some(text))) => match before {
            None | Some(Value::Entry(None)) => ("为", format!("增加议程“{}”", clip(text)).into()),
            Some(_) => ("修改", "的一项议程".into()),
        },
        (_, Value::Order(None)) => ("恢复", "的议程顺序".into()),
        (_, Value::Order(Some(_))) => ("调整", "的议程顺序".into()),
        (_, Value::Author(author)) => author_change(before, author, catalog),
    };
    format!("{verb}{}{rest}", place(field, catalog))
}

/// The words about recording or clearing a status.
fn status_change(after: &Value) -> (&'static str, Cow<'static, str>) {
    let Value::Status(RecordedStatus { status, .. }) = after else { return ("", "".into()) };
    match status {
        None => ("清除", "的进展".into()),
        Some(Status::Postponed(month)) => ("把", postponed_to(*month).into()),
        Some(status) => ("把", format!("标为{}", status_name(*status)).into()),
    }
}

/// The words about setting or clearing a text.
fn text_change<'a>(what: &'a str, text: &str) -> (&'static str, Cow<'a, str>) {
    if text.is_empty() {
        ("清除", what.into())
    } else {
        ("把", format!("{what}定为“{}”", clip(text)).into())
    }
}

/// The words about a changed name or unit of an author.
fn author_change(
    before: Option<&Value>,
    after: &Author,
    catalog: &Catalog,
) -> (&'static str, Cow<'static, str>) {
    let blank = Author::default();
    let before = match before {
        Some(Value::Author(author)) => author,
        _ => &blank,
    };
    let (renamed, moved) = (before.name != after.name, before.unit != after.unit);
    let set = |what: &str, to: &str| ("把", format!("{what}设为“{}”", clip(to)).into());
    match (after.name.trim(), unit_name(after, catalog)) {
        ("", None) if renamed == moved => ("清除", "".into()),
        (_, None) if moved && !renamed => ("清除", "的单位".into()),
        ("", _) if renamed && !moved => ("清除", "的姓名".into()),
        (_, Some(unit)) if moved && !renamed => set("的单位", unit),
        ("", Some(unit)) => set("的单位", unit),
        (name, Some(unit)) if moved => set("", &format!("{name}（{unit}）")),
        (name, _) => set("", name),
    }
}

/// The name of an author's unit, if the plan has it.
fn unit_name<'a>(author: &Author, catalog: &'a Catalog) -> Option<&'a str> {
    let at = catalog.unit_position(author.unit.as_ref()?)?;
    catalog.plan.units.get(at).map(|unit| unit.name.as_str())
}

/// How an author signs: name and unit, as far as they are known. Where there is no name the device tells apart whom it
/// can be.
pub(super) fn signature(id: AuthorId, author: Option<&Author>, catalog: &Catalog) -> String {
    let name = author.map(|author| author.name.as_str()).filter(|name| !name.trim().is_empty());
    match (name.unwrap_or_default(), author.and_then(|author| unit_name(author, catalog))) {
        ("", None) => format!("未署名（设备 {id}）"),
        ("", Some(unit)) => format!("{unit}（未署名，设备 {id}）"),
        (name, Some(unit)) if name != unit => format!("{name}（{unit}）"),
        (name, _) => name.to_owned(),
    }
}

/// A value as a comparison of two sides shows it.
pub fn value_in_words(value: &Value, catalog: &Catalog) -> String {
    match value {
        Value::Author(author) => match (author.name.trim(), unit_name(author, catalog)) {
            ("", None) => "未填写".to_owned(),
            ("", Some(unit)) => unit.to_owned(),
            (name, Some(unit)) => format!("{name}（{unit}）"),
            (name, None) => name.to_owned(),
        },
        other => other.to_string(),
    }
}

/// What an action did, e.g. 把 6 件事项标为已完成.
pub fn describe_all(changes: &[Change], catalog: &Catalog) -> String {
    // That an item was put off is written with its status, and said with it.
    let changes: Vec<&Change> =
        changes.iter().filter(|change| !matches!(change.field, Field::Moved(_))).collect();
    let Some(first) = changes.first() else { return String::new() };
    let count = changes.len();
    if count == 1 {
        return describe(first, catalog);
    }
    let same = |change: &&Change| match (&*first.after, &*change.after) {
        (Value::Status(one), Value::Status(other)) => one.status == other.status,
        _ => false,
    };
    if changes.iter().all(same) {
        let (verb, rest) = status_change(&first.after);
        return format!("{verb} {count} 件事项{rest}");
    }
    format!("{}，共 {count} 处", describe(first, catalog))
}

/// A register as a phrase, e.g. “……”的进展.
pub fn field_name(field: Field, catalog: &Catalog) -> String {
    let what = match field {
        Field::Status(_) => "进展",
        Field::Moved(_) => "推迟",
        Field::Date(_) | Field::SessionDate(_) => "日期",
        Field::SessionHour(_) => "时间",
        Field::Note(..) => "记录",
        Field::SessionName(_) => "会次名称",
        Field::SessionPlace(_) => "地点",
        Field::SessionSteps(_) => "筹备步骤",
        Field::AgendaEntry(..) => "一项议程",
        Field::AgendaOrder(_) => "议程顺序",
        Field::Author(id) => return format!("填报人（设备 {id}）"),
    };
    format!("{}的{what}", place(field, catalog))
}

fn place(field: Field, catalog: &Catalog) -> String {
    match field {
        Field::Status(id) | Field::Moved(id) | Field::Date(id) | Field::Note(id, _) => title(id, catalog),
        Field::SessionDate(id)
        | Field::SessionHour(id)
        | Field::SessionName(id)
        | Field::SessionPlace(id)
        | Field::SessionSteps(id)
        | Field::AgendaEntry(id, _)
        | Field::AgendaOrder(id) => id.title(&catalog.plan),
        Field::Author(_) => "填报人".to_owned(),
    }
}

fn title(id: ItemId, catalog: &Catalog) -> String {
    match catalog.position(id).and_then(|at| catalog.plan.items.get(at)) {
        Some(item) => format!("“{}”", clip(&item.title)),
        None => match catalog.plan.former_item(id) {
            Some(former) => format!("“{}”（现在的计划中没有）", clip(former)),
            None => format!("事项 {id}（本计划中没有）"),
        },
    }
}

fn clip(text: &str) -> String {
    match text.char_indices().nth(MAX_TITLE) {
        Some((at, _)) => format!("{}……", text.get(..at).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// A date in Chinese, e.g. 2023年7月26日.
pub struct ChineseDate(pub NaiveDate);

/// `7月26日`; a year other than the plan's is named.
pub fn short_day(date: NaiveDate, year: i32) -> String {
    let other = if date.year() == year { String::new() } else { format!("{}年", date.year()) };
    format!("{other}{}月{}日", date.month(), date.day())
}

impl fmt::Display for ChineseDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}年{}月{}日", self.0.year(), self.0.month(), self.0.day())
    }
}

/// The value alone, as a comparison of two books shows it.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Status(recorded) => {
                match recorded.status {
                    None => f.write_str(standing_name(Standing::Unrecorded))?,
                    Some(status) => f.write_str(&status_phrase(status))?,
                }
                if recorded.reason.is_empty() { Ok(()) } else { write!(f, "（{}）", recorded.reason) }
            }
            Value::Moved(None) => f.write_str("没有推迟"),
            Value::Moved(Some(moved)) => f.write_str(&postponed_to(moved.to)),
            Value::Hour(None) => f.write_str("未定时间"),
            Value::Hour(Some(hour)) => hour.fmt(f),
            Value::Date(None) => f.write_str("未定日期"),
            Value::Date(Some(date)) => ChineseDate(*date).fmt(f),
            Value::Note(None) | Value::Entry(None) => f.write_str("已删除"),
            Value::Text(text) if text.is_empty() => f.write_str("未填写"),
            Value::Note(Some(text)) | Value::Entry(Some(text)) | Value::Text(text) => f.write_str(text),
            Value::Order(None) => f.write_str("通常的顺序"),
            Value::Order(Some(order)) => {
                write!(f, "另排的顺序（{} 项", order.agenda.len())?;
                match order.apart.len() {
                    0 => f.write_str("）"),
                    apart => write!(f, "，会外 {apart} 项）"),
                }
            }
            Value::Steps(None) => f.write_str("建议步骤"),
            Value::Steps(Some(steps)) => {
                for (at, step) in steps.iter().enumerate() {
                    let between = if at == 0 { "" } else { "、" };
                    let done = if step.done { "✓" } else { "" };
                    write!(f, "{between}{}（{:+}天{done}）", step.name, step.offset_days)?;
                }
                Ok(())
            }
            Value::Author(author) => f.write_str(&author.name),
        }
    }
}
