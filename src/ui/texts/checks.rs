//! What the checks find, in words: the title of a check, what it says with both values, and what helps.

use super::Words;
use crate::{
    figures::{About, Check, CheckFinding, Place, Side, Value},
    ledger::{CountedAs, Text},
};

pub struct CheckTexts {
    pub title: fn(Check) -> &'static str,
    /// What the two values are values of: a count, a kind of accountability, or a title; may be empty.
    pub about: fn(&CheckFinding) -> String,
    /// Where one of the two values stands.
    pub place: fn(&Side) -> String,
    pub value: fn(&CheckFinding, &Side) -> String,
    pub remedy: fn(Check) -> &'static str,
}

pub const ZH: CheckTexts = CheckTexts {
    title: |check| match check {
        Check::Counts => "报告所列数字与台账不一致",
        Check::Rules => "报告所列制度数与措施中写明的制度不一致",
        Check::Accountability => "问责数字与各问题合计不一致",
        Check::Overdue => "时限已过，尚未完成",
        Check::NoResult => "已完成，但没有完成的措施或成果",
        Check::NoReason => "未完成，但缺原因、下一步措施或时限",
        Check::SameText => "两条措施内容相同",
        Check::Dates => "日期不在整改期间内",
        Check::Names => "公开文字中有人员姓名",
        Check::Numbers => "公开文字中有电话或证件号码",
        Check::Repeated => "重复发现的问题",
        Check::NotInReport => "报告中没有的问题",
        Check::NotInPlan => "整改方案中没有的问题",
    },
    about: |finding| about(&super::words::ZH, finding),
    place: |side| {
        let mut out = String::new();
        zh_place(side, &mut out);
        out
    },
    value: |finding, side| {
        let mut out = String::new();
        zh_value(finding, side, &mut out);
        out
    },
    remedy: |check| match check {
        Check::Counts => "核对报告原文和台账，更正错的一处；未完成事项如有待归位，先归位。",
        Check::Rules => "补录措施中写明的制度，或更正报告中的数字。",
        Check::Accountability => "核对各问题的问责记录；一人涉及多个问题的，写明口径。人与人次不相加。",
        Check::Overdue => "更新状态，或按程序申请延期并填写新时限。",
        Check::NoResult => "补录措施和成果，或更正状态。",
        Check::NoReason => "补填缺少的内容。",
        Check::SameText => "核对是否误贴，改写其中一条。",
        Check::Dates => "核对日期，尤其是年份。",
        Check::Names => "填写公开文字，或将姓名列入“遮盖的姓名”。",
        Check::Numbers => "填写公开文字，或选择“遮盖手机号码和身份证号码”。",
        Check::Repeated => "核对以前的整改为何没有见效，在措施中写明。",
        Check::NotInReport => "在报告中补写，或注明不予公开的原因。",
        Check::NotInPlan => "在整改方案中补写，或核对标题。",
    },
};

pub const EN: CheckTexts = CheckTexts {
    title: |check| match check {
        Check::Counts => "A count in the report differs from the ledger",
        Check::Rules => "The number of rules differs from the rules that measures name",
        Check::Accountability => "Accountability differs from the sum over the findings",
        Check::Overdue => "Past its deadline and not complete",
        Check::NoResult => "Complete, but without a complete measure or a result",
        Check::NoReason => "Not complete, and without reason, next step or deadline",
        Check::SameText => "Two measures with one text",
        Check::Dates => "A date outside the rectification",
        Check::Names => "Names of persons in public text",
        Check::Numbers => "Phone or identity numbers in public text",
        Check::Repeated => "A problem found before",
        Check::NotInReport => "A finding that is not in the report",
        Check::NotInPlan => "A finding that is not in the plan",
    },
    about: |finding| about(&super::words::EN, finding),
    place: |side| {
        let mut out = String::new();
        en_place(side, &mut out);
        out
    },
    value: |finding, side| {
        let mut out = String::new();
        en_value(finding, side, &mut out);
        out
    },
    remedy: |check| match check {
        Check::Counts => {
            "Compare the report with the ledger and correct the wrong one; first place unfinished items that wait."
        }
        Check::Rules => "Add the rules that measures name, or correct the number in the report.",
        Check::Accountability => {
            "Compare the findings' own numbers; where a person is counted for several findings, say how. Persons and \
             person-times are never added up."
        }
        Check::Overdue => "Bring the status up to date, or have the deadline extended and fill in the new one.",
        Check::NoResult => "Add measures and results, or correct the status.",
        Check::NoReason => "Fill in what is missing.",
        Check::SameText => "See whether one was pasted by mistake, and rewrite it.",
        Check::Dates => "Check the date, above all its year.",
        Check::Names => "Write words for the public, or add the name to those to mask.",
        Check::Numbers => "Write words for the public, or have numbers masked.",
        Check::Repeated => "See why it came back after the earlier rectification, and say so in a measure.",
        Check::NotInReport => "Add it to the report, or say why it is not published.",
        Check::NotInPlan => "Add it to the plan, or compare the titles.",
    },
};

fn about(words: &Words, finding: &CheckFinding) -> String {
    match &finding.about {
        About::Stated(what) => (words.stated)(*what).into(),
        About::Accountability(penalty, _) => (words.penalty)(penalty),
        About::Titled(title) => title.to_string(),
    }
}

/// In which the numbers of a finding are counted.
fn counted_as(finding: &CheckFinding) -> Option<CountedAs> {
    match finding.about {
        About::Accountability(_, counted_as) => counted_as,
        _ => None,
    }
}

/// The beginning of a text that may be long.
fn push_short(text: &str, out: &mut String) {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => {
            out.push_str(&text[..end]);
            out.push('…');
        }
        None => out.push_str(text),
    }
}

fn push_quote(text: &Text, marks: (&str, &str), out: &mut String) {
    if !text.is_empty() {
        out.push_str(marks.0);
        push_short(text, out);
        out.push_str(marks.1);
    }
}

fn zh_place(side: &Side, out: &mut String) {
    let words = &super::words::ZH;
    match &side.place {
        Place::Report(_) => out.push_str("报告"),
        Place::Tree => out.push_str("台账"),
        Place::Findings => out.push_str("各问题合计"),
        Place::Field(_, field) => out.push_str((words.field)(field)),
        Place::Public(_, field) => {
            out.push_str("公开的");
            out.push_str((words.field)(field));
        }
        Place::CompleteMeasures(_) => out.push_str("已完成的措施"),
        Place::Measure(_) => out.push_str("措施"),
        Place::Missing(_) => out.push_str("未填写"),
        Place::Today => out.push_str("今天"),
        Place::Earlier(title) => {
            out.push_str("以前的台账");
            push_quote(title, ("“", "”"), out);
        }
        Place::InReport => out.push_str("报告"),
        Place::InPlan => out.push_str("整改方案"),
    }
}

fn zh_value(finding: &CheckFinding, side: &Side, out: &mut String) {
    let words = &super::words::ZH;
    match &side.value {
        Value::Nothing => out.push('无'),
        Value::Count(count) => {
            out.push_str(&count.to_string());
            out.push_str(counted_as(finding).map_or("", words.counted_as));
        }
        Value::Day(day) | Value::Today(day) => out.push_str(&(words.date)(*day)),
        Value::Status(status) => out.push_str((words.status)(*status)),
        Value::Fields(fields) => push_fields(words, fields, "、", out),
        Value::Text(text) => push_quote(text, ("“", "”"), out),
    }
}

fn en_place(side: &Side, out: &mut String) {
    let words = &super::words::EN;
    match &side.place {
        Place::Report(_) => out.push_str("Report"),
        Place::Tree => out.push_str("Ledger"),
        Place::Findings => out.push_str("Findings together"),
        Place::Field(_, field) => out.push_str((words.field)(field)),
        Place::Public(_, field) => {
            out.push_str((words.field)(field));
            out.push_str(" (public)");
        }
        Place::CompleteMeasures(_) => out.push_str("Complete measures"),
        Place::Measure(_) => out.push_str("Measure"),
        Place::Missing(_) => out.push_str("Missing"),
        Place::Today => out.push_str("Today"),
        Place::Earlier(title) => {
            out.push_str("Earlier ledger");
            push_quote(title, (" “", "”"), out);
        }
        Place::InReport => out.push_str("Report"),
        Place::InPlan => out.push_str("Plan"),
    }
}

fn en_value(finding: &CheckFinding, side: &Side, out: &mut String) {
    let words = &super::words::EN;
    match &side.value {
        Value::Nothing => out.push_str("none"),
        Value::Count(count) => {
            out.push_str(&count.to_string());
            if let Some(counted_as) = counted_as(finding) {
                out.push(' ');
                out.push_str((words.counted_as)(counted_as));
            }
        }
        Value::Day(day) | Value::Today(day) => out.push_str(&(words.date)(*day)),
        Value::Status(status) => out.push_str((words.status)(*status)),
        Value::Fields(fields) => push_fields(words, fields, ", ", out),
        Value::Text(text) => push_quote(text, ("“", "”"), out),
    }
}

fn push_fields(words: &Words, fields: &[crate::ledger::Field], comma: &str, out: &mut String) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            out.push_str(comma);
        }
        out.push_str((words.field)(field));
    }
}

#[cfg(test)]
mod tests;
