//! Why an edit cannot be applied to a plan.

use std::fmt;

use crate::model::{ItemId, UnitId};

/// The fault of one entry.
pub(super) enum Fault {
    NoItem(ItemId),
    NoPoint(u16),
    NoUnit(UnitId),
    NotFound(String),
    NoChange(String),
    CorrectedTwice(String),
    LinkedTwice,
    Itself(ItemId),
    Nobody(ItemId),
    UnitTwice(UnitId),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoItem(id) => write!(f, "计划中没有事项 {id}，未采用"),
            Fault::NoPoint(no) => write!(f, "计划中没有第 {no} 个要点，未采用"),
            Fault::NoUnit(id) => write!(f, "计划中没有代号为“{id}”的工委（室），未采用"),
            Fault::NotFound(phrase) => write!(f, "原文中没有“{phrase}”，未采用"),
            Fault::NoChange(printed) => write!(f, "更正前后都是“{printed}”，未采用"),
            Fault::CorrectedTwice(printed) => write!(f, "“{printed}”在此处已有更正，未采用"),
            Fault::LinkedTwice => write!(f, "这一联系已经存在，未采用"),
            Fault::Itself(id) => write!(f, "事项 {id} 不能与自身联系，未采用"),
            Fault::Nobody(id) => write!(f, "没有给事项 {id} 指定任何责任部门，未采用"),
            Fault::UnitTwice(id) => write!(f, "工委（室）“{id}”重复，未采用"),
        }
    }
}
