//! Messages about a file that was refused or repaired: what is wrong, and what to do.

use std::fmt;

use super::{DecodeError, Repair, RepairKind};
use crate::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, VERSION};

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::Empty => f.write_str("文件是空的。请选择从“要点”导出的进展文件。"),
            DecodeError::TooLarge(size) => write!(
                f,
                "文件有 {} MB，超过 {} MB 的上限，没有读取。请确认选的是进展文件。",
                size.div_ceil(1024 * 1024),
                MAX_BYTES / (1024 * 1024)
            ),
            DecodeError::NotText => {
                f.write_str("文件不是文本，或用其他软件另存时改了编码，没有读取。请选择从“要点”导出的原文件；用记事本另存过的，请在“编码”处选 UTF-8 再存一次。")
            }
            DecodeError::Truncated => {
                f.write_str("文件不完整，后面的内容缺失，没有读取。请重新发送或重新下载完整的文件。")
            }
            DecodeError::Malformed { line, column } => {
                write!(f, "文件第 {line} 行第 {column} 字节处有错误，没有读取。请选择未经修改的原文件。")
            }
            DecodeError::TooDeep => {
                write!(f, "文件的层次超过 {MAX_DEPTH} 层，不是正常的进展文件，没有读取。请选择其他文件。")
            }
            DecodeError::TooMany => {
                write!(f, "文件中有一处超过 {MAX_ENTRIES} 条，不是正常的进展文件，没有读取。请选择其他文件。")
            }
            DecodeError::Foreign => f.write_str("这不是进展文件，没有读取。请选择从“要点”导出的进展文件。"),
            DecodeError::BadHead => {
                f.write_str("看不出这份进展文件的版本或所属计划，没有读取。请选择未经修改的原文件。")
            }
            DecodeError::Newer(version) => write!(
                f,
                "文件由更新的版本写成（格式 {version}，本版本只认识到 {VERSION}），没有读取，也没有改动。请先更新“要点”再打开。"
            ),
            DecodeError::OtherPlan { id, title } => {
                let name = if title.is_empty() { id } else { title };
                write!(f, "这是另一份计划“{name}”的进展，没有读取。请先打开那份计划再导入。")
            }
        }
    }
}

impl std::error::Error for DecodeError {}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.kind {
            RepairKind::UnknownField => "是本版本不认识的内容，",
            RepairKind::BadKey => "的编号无法识别，",
            RepairKind::BadValue => "的内容无法读取，",
            RepairKind::Repeated => "出现了不止一次，采用了较新的一处，另一处",
        };
        for (at, key) in self.at.iter().enumerate() {
            f.write_str(if at > 0 { " / " } else { "" })?;
            f.write_str(key)?;
        }
        write!(f, "{why}已原样保留，导出时仍会带上；请向提供文件的人核对。")
    }
}
