//! What a column gives to an item, and what somebody has said of it.

use super::super::super::hints::{ColumnHint, ColumnRole};
use yaodian_plan::Month;

/// What a column gives to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Category,
    Serial,
    Title,
    Lead,
    Joint,
    /// The second time column of a table is put together with the first.
    Time,
    Meeting(String),
    MeetingName,
    Remark,
    Progress,
    /// Kept under its heading.
    Extra,
    Unit(String),
    Months(Month, Month),
    Ignored,
}

impl Role {
    /// What it is called on the screen.
    pub fn name(&self) -> &str {
        match self {
            Role::Category => "类别",
            Role::Serial => "序号",
            Role::Title => "项目名称",
            Role::Lead => "承办部门",
            Role::Joint => "配合部门",
            Role::Time => "时间",
            Role::Meeting(name) => name,
            Role::MeetingName => "提交会议",
            Role::Remark => "备注",
            Role::Progress => "进展",
            Role::Extra => "其他",
            Role::Unit(name) => name,
            Role::Months(..) => "月份",
            Role::Ignored => "不读",
        }
    }

    /// As hints name it.
    pub fn hint(&self) -> ColumnRole {
        match self {
            Role::Category => ColumnRole::Category,
            Role::Serial => ColumnRole::Serial,
            Role::Title => ColumnRole::Title,
            Role::Lead => ColumnRole::Lead,
            Role::Joint => ColumnRole::Joint,
            Role::Time => ColumnRole::Time,
            Role::Meeting(_) => ColumnRole::Meeting,
            Role::MeetingName => ColumnRole::MeetingName,
            Role::Remark => ColumnRole::Remark,
            Role::Ignored => ColumnRole::Ignored,
            Role::Progress | Role::Extra | Role::Unit(_) | Role::Months(..) => ColumnRole::Other,
        }
    }
}

/// Puts what somebody has said of columns in the place of what they were taken for. What only one column can be, no
/// other one is then.
pub fn take_hints(hints: &[&ColumnHint], roles: &mut [Role]) {
    for hint in hints {
        let role = role_of_hint(hint);
        let instead = match role {
            Role::Title | Role::Category | Role::Serial | Role::MeetingName | Role::Remark => {
                Some(Role::Extra)
            }
            Role::Lead => Some(Role::Joint),
            _ => None,
        };
        for (at, known) in roles.iter_mut().enumerate() {
            let is_chosen = hints.iter().any(|other| other.column == at + 1);
            if let Some(instead) = instead.as_ref().filter(|_| !is_chosen && *known == role) {
                *known = instead.clone();
            }
        }
        if let Some(known) = hint.column.checked_sub(1).and_then(|at| roles.get_mut(at)) {
            *known = role;
        }
    }
}

fn role_of_hint(hint: &ColumnHint) -> Role {
    match hint.role {
        ColumnRole::Category => Role::Category,
        ColumnRole::Serial => Role::Serial,
        ColumnRole::Title => Role::Title,
        ColumnRole::Lead => Role::Lead,
        ColumnRole::Joint => Role::Joint,
        ColumnRole::Time => Role::Time,
        ColumnRole::Meeting => Role::Meeting(hint.meeting.clone().unwrap_or_else(|| "常委会会议".to_owned())),
        ColumnRole::MeetingName => Role::MeetingName,
        ColumnRole::Remark => Role::Remark,
        ColumnRole::Other => Role::Extra,
        ColumnRole::Ignored => Role::Ignored,
    }
}
