//! The Chinese wording of every problem: what was expected, what was found, what was done.

use std::fmt;

use super::diagnostic::Problem;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Problem::*;
        match self {
            NoTitle { used } if used.is_empty() => write!(f, "应有含“工作要点”的标题，未找到，标题留空"),
            NoTitle { used } => write!(f, "应有含“工作要点”的标题，未找到，暂以“{used}”为标题"),
            NoYear => write!(f, "标题中应有年份（如“2023 年”），全文均未找到，年份记为 0"),
            YearElsewhere { year } => write!(f, "标题中应有年份，未找到，取文中最先出现的 {year} 年"),
            YearDiffers { printed, used } => write!(f, "标题写 {printed} 年，指定为 {used} 年，按 {used} 年"),
            NoIssuer => write!(f, "标题中应有制发机关名称，未找到，制发机关留空"),
            MadeUpId { id } => write!(f, "文件没有计划代号，且未指定，自动取为“{id}”"),
            NoSections => write!(f, "正文应有“一、”“二、”等部分，未找到，正文未读入"),
            NumberGap { what, expected, found, used } => {
                write!(f, "{what}序号应为 {expected}，实为 {found}，记为 {used}")
            }
            NumberRestarts { found, used } => {
                write!(f, "要点序号应全文连续，实在本部分内另编为 {found}，按全文顺序记为 {used}")
            }
            PointsBeforeSection => write!(f, "要点之前应有部分标题（如“一、”），未找到，归入无标题的部分"),
            StrayText { text } => write!(f, "“{text}”不属于任何部分、要点或表格，未读入"),
            NoSchedule => {
                write!(f, "应有附件 1 主要工作安排表（表头含“序号”“项目名称”等），未找到，安排表为空")
            }
            NoMonthly => {
                write!(f, "应有附件 2 月度计划表（表头含“时间”“内容”“承办部门”），未找到，月度任务为空")
            }
            NoAnnexTitle { used } if used.is_empty() => write!(f, "表格之上应有附件标题，未找到，标题留空"),
            NoAnnexTitle { used } => write!(f, "表格之上应有附件标题，未找到，取附件目录中的“{used}”"),
            HeaderRead { found, read_as } => {
                write!(f, "表头应为“{read_as}”，实为“{found}”，按“{read_as}”读取")
            }
            ColumnIgnored { header } => write!(f, "表头“{header}”不是已知的列，该列未读入"),
            ExtraCells { text } => write!(f, "本行单元格多于表头，多出的“{text}”未读入"),
            RowContinued { text } => write!(f, "本行“{text}”不是新的一行，按上一行的续行读取"),
            CellRestored { serial } => write!(f, "序号 {serial} 的行应先有类别单元格，实缺，按类别为空读取"),
            CategoryOpened { no } => write!(f, "序号重新从 1 开始而类别单元格为空，按第 {no} 个类别开始读取"),
            CategoryNamedLate { no, name, serial } => {
                write!(f, "类别名称“{name}”应在第 1 行，实在序号 {serial} 的行，作为第 {no} 个类别的名称")
            }
            CategoryUnnamed { no, name } => write!(f, "第 {no} 个类别应有名称，未找到，暂称“{name}”"),
            CategoryStartsLate { name, serial } => {
                write!(f, "类别“{name}”的序号应从 1 开始，实从 {serial} 开始，按原序号读取")
            }
            Count { category, stated, found } => {
                write!(f, "类别“{category}”标明 {stated} 项，实有 {found} 项，按实有项读取")
            }
            Duplicate { found, used } => write!(f, "序号 {found} 重复，改用其后的空号，编号为 {used}"),
            NoSerial { used } => write!(f, "应有序号，未找到，依次编号为 {used}"),
            SerialGap { expected, found } => write!(f, "序号应为 {expected}，实为 {found}，按原序号读取"),
            NoItemTitle => write!(f, "本行应有项目名称，实为空，本行未读入"),
            TooMany => write!(f, "序号或类别过多，已无号可编，本行未读入"),
            UnknownPeriod { text } => {
                write!(f, "时间应为月份（如“3月”“3-6月”“全年”），实为“{text}”，按未定时间处理")
            }
            CoarserPeriod { text } => {
                write!(f, "时间“{text}”不能完全用月份表示，保留原文，取其所在月份或全年")
            }
            PeriodGap { text } => write!(f, "时间“{text}”中的月份不连续，按首尾月份之间的整段处理"),
            PeriodInTitle { text, row, within: true } => {
                write!(f, "任务文字内注明时间“{text}”，本行时间为“{row}”，按“{text}”")
            }
            PeriodInTitle { text, row, within: false } => {
                write!(f, "任务文字内注明时间“{text}”，不始于本行时间“{row}”，按“{row}”")
            }
            NoMonth { text, used } => {
                write!(f, "附件 2 的行应有月份，实为“{text}”，任务保留，编入 {used} 月之末，不定月份")
            }
            OddMark { text } => write!(f, "会议栏应为“✓”或空，实为“{text}”，按有标记处理"),
            UnknownUnit { name, id } => write!(f, "部门“{name}”不在常见名称之内，代号取为“{id}”"),
            OddUnit { name, id } => {
                write!(f, "部门栏的“{name}”不像工委（室）名称，仍作为部门，代号取为“{id}”")
            }
            Alias { alias, name } => write!(f, "部门简称“{alias}”按“{name}”读取"),
            NoUnit => write!(f, "应有组织实施（承办）部门，实为空，责任部门留空"),
            Inferred { month, tasks, units, pairing } => {
                write!(
                    f,
                    "{month} 月有 {tasks} 项任务、{units} 个部门，数目不等，按顺序和内容推定：{pairing}"
                )
            }
            RemarkShared { remark, tasks } => {
                write!(f, "备注“{remark}”所在行有 {tasks} 项任务，各项均记此备注")
            }
            RemarkUnread { remark } => write!(f, "备注“{remark}”未写明“已完成”或“进行中”，只保留原文"),
        }
    }
}
