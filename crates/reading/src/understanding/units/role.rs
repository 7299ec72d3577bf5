//! What somebody does, by the words that say it.

use super::super::text::squash;

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The text does not say: the first one leads.
    Unsaid,
    Lead,
    Joint,
}

/// Words that say what somebody does, behind the name. The longer ones first.
pub(super) const ROLES: [(&str, Role); 30] = [
    ("按职责分工分别负责", Role::Unsaid),
    ("按照职责分工负责", Role::Unsaid),
    ("按职责分工负责", Role::Unsaid),
    ("按职责分工落实", Role::Unsaid),
    ("按职责负责", Role::Unsaid),
    ("负责组织实施", Role::Unsaid),
    ("牵头负责", Role::Lead),
    ("牵头组织", Role::Lead),
    ("牵头落实", Role::Lead),
    ("牵头承办", Role::Lead),
    ("牵头办理", Role::Lead),
    ("分别负责", Role::Unsaid),
    ("共同负责", Role::Unsaid),
    ("具体负责", Role::Unsaid),
    ("组织实施", Role::Unsaid),
    ("具体承办", Role::Unsaid),
    ("具体组织", Role::Unsaid),
    ("配合落实", Role::Joint),
    ("协助配合", Role::Joint),
    ("负责落实", Role::Unsaid),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("承办", Role::Unsaid),
    ("负责", Role::Unsaid),
    ("配合", Role::Joint),
    ("协助", Role::Joint),
    ("协办", Role::Joint),
    ("参与", Role::Joint),
    ("参加", Role::Joint),
    ("协同", Role::Joint),
];

/// Words behind a role that say nothing of their own: 配合做好相关工作.
const DUTIES: [&str; 8] = [
    "做好相关工作",
    "做好有关工作",
    "做好相应工作",
    "做好配合工作",
    "做好服务保障工作",
    "做好服务工作",
    "开展相关工作",
    "开展工作",
];

/// A text without the words behind roles that say nothing of their own.
pub fn without_duties(text: &str) -> String {
    DUTIES.iter().fold(text.to_owned(), |text, duty| text.replace(duty, ""))
}

/// Whether a word before a colon says what those behind it do.
pub fn is_label(word: &str) -> bool {
    label(&format!("{word}：")).0.is_some()
}

/// Words before a colon that say what those behind it do.
const LABELS: [(&str, Role); 27] = [
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("主责", Role::Lead),
    ("责任", Role::Unsaid),
    ("承办", Role::Unsaid),
    ("负责", Role::Unsaid),
    ("组织", Role::Unsaid),
    ("实施", Role::Unsaid),
    ("落实", Role::Unsaid),
    ("配合", Role::Joint),
    ("协办", Role::Joint),
    ("协助", Role::Joint),
    ("参与", Role::Joint),
    ("参加", Role::Joint),
    ("协同", Role::Joint),
    ("会办", Role::Joint),
    ("会同", Role::Joint),
    ("部门", Role::Unsaid),
    ("单位", Role::Unsaid),
    ("责任部门", Role::Unsaid),
    ("责任单位", Role::Unsaid),
    ("承办部门", Role::Unsaid),
    ("组织实施", Role::Unsaid),
    ("工作机构", Role::Unsaid),
    ("对口", Role::Unsaid),
    ("承担", Role::Unsaid),
    ("科室", Role::Unsaid),
];

/// A label such as `责任单位：` at the start, and what follows it.
pub fn label(entry: &str) -> (Option<Role>, &str) {
    let Some((head, rest)) = entry.split_once(['：', ':']) else { return (None, entry) };
    let plain = squash(head);
    let word = ["单位", "部门", "科室", "处室", "工委", "委室", "机构", "领导", "人", "者", "方"];
    let stem = word.iter().find_map(|word| plain.strip_suffix(word)).unwrap_or(&plain);
    let role = LABELS.iter().find(|(word, _)| stem == *word || plain == *word).map(|(_, role)| *role);
    match role {
        Some(role) => (Some(role), rest),
        None => (None, entry),
    }
}

/// The role that a text names, if it is nothing else.
pub(super) fn role_of(text: &str) -> Option<Role> {
    let plain = text.trim_end_matches("单位").trim_end_matches("部门");
    ROLES.iter().find(|(word, _)| plain == *word).map(|(_, role)| *role)
}

/// A name without a bracket at its end that says what it does, and what that says: 财经工委（牵头）.
pub fn role_in_brackets(name: &str) -> (&str, Option<Role>) {
    let inner = name.trim_end().strip_suffix(['）', ')']);
    let parts = inner.and_then(|inner| inner.rsplit_once(['（', '(']));
    match parts.and_then(|(name, inner)| Some((name, role_of(&squash(inner))?))) {
        Some((name, role)) => (name, Some(role)),
        None => (name, None),
    }
}
