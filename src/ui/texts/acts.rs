//! The words of what happens day by day, and of a ledger's settings. They come with the part that shows them: until then the page
//! has one name for all of these.

use std::{cell::Cell, sync::OnceLock};

use super::Texts;
use crate::{
    ledger::{Field, Kind},
    session::Lang,
};

/// How the page comes by these texts: it must not name them itself, or they would come with it.
static LATE: OnceLock<fn(Lang) -> &'static ActTexts> = OnceLock::new();

/// For the part alone, as soon as it draws.
pub fn bring(texts: fn(Lang) -> &'static ActTexts) {
    LATE.get_or_init(|| texts);
}

thread_local! {
    static NAMED: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Draws a field under the name that its form gives it. The page's own field asks the part what a field is called; an argument of
/// its own for the name would weigh on every first visit.
pub fn named<T>(name: &'static str, draw: impl FnOnce() -> T) -> T {
    NAMED.set(Some(name));
    let drawn = draw();
    NAMED.set(None);
    drawn
}

fn late(t: &Texts) -> Option<&'static ActTexts> {
    LATE.get().map(|texts| texts(t.lang))
}

pub fn kind_name(t: &'static Texts, kind: &Kind) -> &'static str {
    late(t)
        .and_then(|acts| (acts.kind)(kind))
        .unwrap_or_else(|| (t.words.kind)(kind))
}

pub fn field_name(t: &'static Texts, field: &Field) -> &'static str {
    late(t)
        .and_then(|acts| (acts.field)(field))
        .unwrap_or_else(|| (t.words.field)(field))
}

pub fn code_name(t: &'static Texts, field: &Field, value: &str) -> Option<String> {
    let known = late(t).and_then(|acts| (acts.code)(field, value));
    known.map(str::to_owned).or_else(|| (t.words.value)(field, value))
}

pub struct ActTexts {
    /// None where the page itself has the name; so with the next.
    pub kind: fn(&Kind) -> Option<&'static str>,
    pub field: fn(&Field) -> Option<&'static str>,
    /// None where the text is no code.
    pub code: fn(&Field, &str) -> Option<&'static str>,
}

pub const ZH: ActTexts = ActTexts {
    kind: zh::kind,
    field: |field| NAMED.get().or_else(|| zh::field(field)),
    code: zh::code,
};

pub const EN: ActTexts = ActTexts {
    kind: en::kind,
    field: |field| NAMED.get().or_else(|| en::field(field)),
    code: en::code,
};

pub mod zh {
    use super::*;

    pub fn kind(kind: &Kind) -> Option<&'static str> {
        Some(match kind {
            Kind::Progress => "进展记录",
            Kind::Evidence => "佐证材料",
            Kind::Closure => "销号",
            Kind::Extension => "延期",
            Kind::Recheck => "回头看",
            Kind::Repeat => "重复发现",
            Kind::Meeting => "调度会",
            Kind::Decision => "议定事项",
            Kind::Reminder => "督办",
            Kind::Roster => "名录",
            Kind::View => "常用视图",
            _ => return None,
        })
    }

    pub fn field(field: &Field) -> Option<&'static str> {
        Some(match field {
            Field::Size => "文件大小",
            Field::Sha256 => "SHA-256 校验值",
            Field::Step => "销号环节",
            Field::Level => "督办层级",
            Field::Person => "经办人",
            Field::People => "参会人员",
            Field::FirstDeadline => "首次时限",
            Field::DeadlineBefore => "原时限",
            Field::Outcome => "回头看结果",
            Field::Since => "上次调度日期",
            Field::Became => "已转记录",
            Field::Findings => "涉及问题",
            Field::Query => "筛选条件",
            Field::OtherLedger => "另一台账",
            Field::OtherRecord => "另一台账中的问题",
            Field::PlanDue => "整改方案报送期限",
            Field::ReportDue => "整改报告报送期限",
            Field::Holidays => "节假日安排",
            Field::WarnGreen => "绿色预警天数",
            Field::WarnYellow => "黄色预警天数",
            Field::ClosingSteps => "销号程序",
            Field::ClosingEvidence => "销号须有佐证材料",
            Field::LetterReminder => "提醒函格式",
            Field::LetterSupervision => "督办函格式",
            Field::LetterWarning => "告诫函格式",
            _ => return None,
        })
    }

    pub fn code(field: &Field, code: &str) -> Option<&'static str> {
        Some(match (field, code) {
            (Field::Step, "requested") => "申请销号",
            (Field::Step, "reviewed") => "审核通过",
            (Field::Step, "approved") => "批准销号",
            (Field::Step, "returned") => "退回",
            (Field::Step, "withdrawn") => "撤回申请",
            (Field::Level, "reminder") => "提醒",
            (Field::Level, "supervision") => "督办",
            (Field::Level, "warning") => "告诫",
            (Field::Outcome, "held") => "成果巩固",
            (Field::Outcome, "relapsed") => "问题反弹",
            (Field::ClosingSteps, "two") => "申请、批准",
            (Field::ClosingSteps, "three") => "申请、审核、批准",
            (Field::ClosingEvidence, "yes") => "是",
            (Field::ClosingEvidence, "no") => "否",
            (Field::Type, "party_committee") => "党委会",
            (Field::Type, "coordination") => "协调会",
            (Field::Type, "topic") => "专题会",
            (Field::Type, "leader") => "责任领导",
            (Field::Type, "department") => "责任部门",
            (Field::Type, "person") => "责任人",
            _ => return None,
        })
    }
}

pub mod en {
    use super::*;

    pub fn kind(kind: &Kind) -> Option<&'static str> {
        Some(match kind {
            Kind::Progress => "Progress note",
            Kind::Evidence => "Evidence",
            Kind::Closure => "Sign-off",
            Kind::Extension => "Extension",
            Kind::Recheck => "Recheck",
            Kind::Repeat => "Repeated finding",
            Kind::Meeting => "Meeting",
            Kind::Decision => "Decision",
            Kind::Reminder => "Reminder",
            Kind::Roster => "Name list",
            Kind::View => "Saved view",
            _ => return None,
        })
    }

    pub fn field(field: &Field) -> Option<&'static str> {
        Some(match field {
            Field::Size => "File size",
            Field::Sha256 => "SHA-256",
            Field::Step => "Step of sign-off",
            Field::Level => "Level of reminder",
            Field::Person => "Handled by",
            Field::People => "People present",
            Field::FirstDeadline => "First deadline",
            Field::DeadlineBefore => "Deadline before",
            Field::Outcome => "Outcome of the recheck",
            Field::Since => "Last meeting",
            Field::Became => "Became",
            Field::Findings => "Findings",
            Field::Query => "Filter",
            Field::OtherLedger => "Other ledger",
            Field::OtherRecord => "Finding there",
            Field::PlanDue => "Plan due",
            Field::ReportDue => "Report due",
            Field::Holidays => "Public holidays",
            Field::WarnGreen => "Days of the green warning",
            Field::WarnYellow => "Days of the yellow warning",
            Field::ClosingSteps => "Steps of sign-off",
            Field::ClosingEvidence => "Sign-off needs evidence",
            Field::LetterReminder => "Form of a reminder",
            Field::LetterSupervision => "Form of a supervision letter",
            Field::LetterWarning => "Form of a warning letter",
            _ => return None,
        })
    }

    pub fn code(field: &Field, code: &str) -> Option<&'static str> {
        Some(match (field, code) {
            (Field::Step, "requested") => "Requested",
            (Field::Step, "reviewed") => "Reviewed",
            (Field::Step, "approved") => "Approved",
            (Field::Step, "returned") => "Returned",
            (Field::Step, "withdrawn") => "Withdrawn",
            (Field::Level, "reminder") => "Reminder",
            (Field::Level, "supervision") => "Supervision",
            (Field::Level, "warning") => "Warning",
            (Field::Outcome, "held") => "Held",
            (Field::Outcome, "relapsed") => "Relapsed",
            (Field::ClosingSteps, "two") => "Request, approval",
            (Field::ClosingSteps, "three") => "Request, review, approval",
            (Field::ClosingEvidence, "yes") => "Yes",
            (Field::ClosingEvidence, "no") => "No",
            (Field::Type, "party_committee") => "Party committee",
            (Field::Type, "coordination") => "Coordination",
            (Field::Type, "topic") => "Special topic",
            (Field::Type, "leader") => "Lead",
            (Field::Type, "department") => "Department",
            (Field::Type, "person") => "Owner",
            _ => return None,
        })
    }
}
