//! What is said on the screen about each cause.

use super::{Cause, Severity};

/// The sentences about a cause.
pub(super) struct Wording {
    /// What was found.
    pub(super) what: &'static str,
    /// What was done about it.
    pub(super) done: &'static str,
    /// What the reader can do; may be empty.
    pub(super) remedy: &'static str,
}

pub(super) fn of(cause: Cause) -> Wording {
    use Cause::*;
    let (what, done, remedy) = match cause {
        Format(kind) => match cause.severity() {
            Severity::Note => (kind.wording(), "", ""),
            _ => (kind.wording(), "其余照常读入", "需要这些内容的，请在原文件里改好再导入"),
        },
        NoTitle => ("没有找到计划的标题", "暂用所列文字", "请填写标题"),
        NoYear => ("全文没有年份", "年份空着", "请填写年份"),
        YearElsewhere => ("标题里没有年份", "取文中别处的年份", "请核对年份"),
        YearAssumed => ("全文没有年份", "暂按今年", "请核对年份"),
        YearDiffers => ("标题里的年份与指定的不同", "按指定的年份", "请核对年份"),
        NoIssuer => ("标题里没有制发机关", "制发机关空着或取自落款", "请填写或核对制发机关"),
        MadeUpId => ("文件没有计划代号", "自动取了一个", ""),
        NoticeLeftOut => ("正文前面是印发通知", "通知的文字没有作为计划内容", ""),
        FrontLeftOut => ("标题前面或网页上的其他文字", "没有作为计划内容", ""),
        SignatureLeftOut => ("落款和日期", "没有作为要点内容", ""),
        NothingRead => {
            ("没有读出任何要点或事项", "只读入了标题", "请确认选对了文件；内容在图片里的，请先转成文字")
        }
        NumberGap => ("序号不连续", "按能衔接的序号读入", "请核对是否缺漏"),
        NumberRestarts => ("要点在各部分内重新编号", "按全文顺序连续编号，原来的序号保留", ""),
        PointsBeforeSection => ("要点前面没有部分标题（如“一、”）", "归入没有标题的部分", ""),
        StrayText => ("有文字不属于任何部分、要点或表格", "没有读入", "需要的，请在计划里补上"),
        NoAnnexTitle => ("表格上方没有标题", "标题空着或取自附件目录", "可以补填标题"),
        TableNotUnderstood => ("表格没有看懂", "表中的行没有读入", "请指定各列是什么，再读一次"),
        TableLeftOut => ("有表格不是工作安排（如版记、签批单）", "没有读入", ""),
        HeaderAssumed => ("表格没有表头", "按各列的内容判断是什么列", "请核对各列"),
        HeadingRead => ("表头不是常见的说法", "按所列的意思读入", "请核对"),
        HeadingUnknown => {
            ("这些列在计划里没有对应的位置", "原样保留在事项里", "是时间、部门、会议的，请指定")
        }
        ExtraCells => ("行里的单元格多于表头", "多出的文字保留在事项里", "请核对这些行"),
        RowContinued => ("不像新的一行", "接在上一行后面", "请核对"),
        CellRestored => ("行首少一格", "按类别为空读入", ""),
        RowLeftOut => ("合计、说明等行", "没有作为事项", ""),
        NestedTable => ("单元格里还有小表格", "原样保留在事项里，没有拆成事项", ""),
        NoCategory => ("表格没有类别", "事项归在所列名称之下", ""),
        CategoryOpened => ("类别空着而序号重新从 1 开始", "按新的类别读入", "请核对"),
        CategoryNamedLate => ("类别名称不在该类第一行", "作为整类的名称", "请核对"),
        CategoryUnnamed => ("有类别没有名称", "暂取一个名称", "请填写类别名称"),
        CategoryStartsLate => ("类别的序号不从 1 开始", "按原序号读入", "请核对是否缺行"),
        Count => ("类别标明的项数与实有项数不同", "按实有的项读入", "请核对是否缺行"),
        Duplicate => ("序号重复", "改用后面的空号", "请核对"),
        NoSerial => ("没有序号", "依次编号", ""),
        SerialGap => ("序号不连续", "按原序号读入", "请核对是否缺行"),
        NoItemTitle => ("行里没有项目名称", "该行没有读入", "请核对"),
        TooMany => ("序号或类别过多，已无号可编", "其余没有读入", "请分成几份导入"),
        BlankTime => {
            ("时间空着（纯文本里看不出是空格还是合并的单元格）", "按时间未定处理", "若与上一行同时，请填上")
        }
        TimeCarried => ("时间空着，上一行有", "按与上一行同时读入", "请核对"),
        UnknownPeriod => ("时间没有看懂", "按时间未定处理", "请核对后填上月份"),
        PartialPeriod => ("时间只看懂一部分", "按其中的月份读入，原文保留", "请核对月份"),
        CoarserPeriod => ("时间比月份更细或更宽", "记到所在的月份或全年，原文保留", ""),
        SeveralMonths => ("时间是几个不相连的月份", "分别记在这几个月", ""),
        OutsideYear => ("时间超出计划年度", "只记本年度内的月份，原文保留", "请核对"),
        PeriodInTitle => ("任务文字里另注明了时间", "按任务自己的时间读入", "请核对"),
        PeriodNotInRow => ("任务文字里的时间不始于本行的时间", "按本行的时间读入", "请核对"),
        TwoTimes => ("一行里有两个时间", "合在一起读入", "请核对"),
        NoMonth => ("月度表的行没有月份", "任务保留，排在最后，不定月份", "请核对后填上月份"),
        OddMark => ("会议栏里不是勾也不是空格", "按要提交读入", "请核对"),
        InWriting => ("会议栏写明“书面”等方式", "记为提交该会议，原文保留在事项里", ""),
        OtherMeetings => ("除常委会会议、主任会议外还有别的会议", "作为计划自己的会议", ""),
        MeetingAssumed => ("只写第几次会议，没有写是什么会议", "按常委会会议读入", "请核对"),
        BlankUnit => {
            ("部门空着（纯文本里看不出是空格还是合并的单元格）", "按没有写部门读入", "若与上一行相同，请填上")
        }
        NoUnit => ("没有写部门", "部门空着", "需要的可以补填"),
        OddUnit => ("部门栏里的文字不像部门名称", "仍作为部门", "请核对"),
        Alias => ("同一部门有几种写法", "按一个部门读入", ""),
        TwinUnits => ("可能是同一个部门的两种写法", "没有合并，按两个部门读入", "是同一个部门的，请合并"),
        UnitAside => {
            ("部门后面的括号里另有文字", "括号里的文字保留，没有作为另一个部门", "也是承办部门的，请添上")
        }
        Inferred => ("任务数与部门数对不上", "按先后次序和内容推断由谁承办", "请逐项核对"),
        TasksSplit => ("一格里有几行或几句，没有编号", "按几项任务读入", "请核对是否拆得对"),
        RemarkShared => ("一格备注对应几项任务", "每项都记上", "请核对"),
        RemarkUnread => ("备注没有写明“已完成”或“进行中”", "只保留原文", ""),
        FromSentences => ("没有列事项的表格", "事项是从文字里读出来的", "请逐项核对"),
        SentenceBare => ("同一份清单里的事项没有写时间和部门", "按时间未定读入", "需要的可以补填"),
        SentenceUnsure => ("句子里的时间、部门或会议可能不止一种理解", "按所列的理解读入", "请核对"),
    };
    Wording { what, done, remedy }
}
