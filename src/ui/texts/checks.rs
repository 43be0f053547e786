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
    /// Both places with their values, as one sentence.
    pub says: fn(&CheckFinding) -> String,
    pub remedy: fn(Check) -> &'static str,
    pub acknowledged: fn(&str) -> String,
    pub acknowledge: &'static str,
    pub reason: &'static str,
    pub nothing: &'static str,
    pub count: fn(usize) -> String,
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
    says: |finding| {
        let mut out = String::new();
        zh_side(finding, &finding.first, &mut out);
        out.push('；');
        zh_side(finding, &finding.second, &mut out);
        out.push('。');
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
        Check::Names => "填写公开文字，或将姓名列入“隐去的姓名”。",
        Check::Numbers => "填写公开文字，或选择隐去电话和证件号码。",
        Check::Repeated => "核对以前的整改为何没有见效，在措施中写明。",
        Check::NotInReport => "在报告中补写，或注明不予公开的原因。",
        Check::NotInPlan => "在整改方案中补写，或核对标题。",
    },
    acknowledged: |reason| {
        let mut out = String::from("已说明：");
        out.push_str(reason);
        out
    },
    acknowledge: "说明原因",
    reason: "原因",
    nothing: "没有发现不一致之处。",
    count: |count| {
        let mut out = count.to_string();
        out.push_str(" 处需要核对");
        out
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
    says: |finding| {
        let mut out = String::new();
        en_side(finding, &finding.first, &mut out);
        out.push_str("; ");
        en_side(finding, &finding.second, &mut out);
        out.push('.');
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
    acknowledged: |reason| {
        let mut out = String::from("Explained: ");
        out.push_str(reason);
        out
    },
    acknowledge: "Explain",
    reason: "Reason",
    nothing: "Nothing was found that does not fit.",
    count: |count| {
        let mut out = count.to_string();
        out.push_str(if count == 1 {
            " thing to look at"
        } else {
            " things to look at"
        });
        out
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

fn zh_side(finding: &CheckFinding, side: &Side, out: &mut String) {
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
    push_quote(&side.words, ("（“", "”）"), out);
    out.push('：');
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

fn en_side(finding: &CheckFinding, side: &Side, out: &mut String) {
    let words = &super::words::EN;
    match &side.place {
        Place::Report(_) => out.push_str("report"),
        Place::Tree => out.push_str("ledger"),
        Place::Findings => out.push_str("findings together"),
        Place::Field(_, field) => out.push_str((words.field)(field)),
        Place::Public(_, field) => {
            out.push_str((words.field)(field));
            out.push_str(" (public)");
        }
        Place::CompleteMeasures(_) => out.push_str("complete measures"),
        Place::Measure(_) => out.push_str("measure"),
        Place::Missing(_) => out.push_str("missing"),
        Place::Today => out.push_str("today"),
        Place::Earlier(title) => {
            out.push_str("earlier ledger");
            push_quote(title, (" “", "”"), out);
        }
        Place::InReport => out.push_str("report"),
        Place::InPlan => out.push_str("plan"),
    }
    push_quote(&side.words, (" (“", "”)"), out);
    out.push_str(": ");
    match &side.value {
        Value::Nothing => out.push_str("nothing"),
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
mod tests {
    use super::*;
    use crate::{
        figures::{CHECKS, Checked, checks},
        ledger::{Accountability, Category, Finding, FocusArea, Id, Ledger, Penalty, Status, parse_date},
    };

    fn held(number: u32, passage: &str) -> Accountability {
        let mut held = Accountability::new(Id::ROOT);
        held.penalty = Penalty::Criticism;
        held.number = Some(number);
        held.counted_as = Some(CountedAs::Persons);
        held.passage = passage.into();
        held
    }

    fn ledger() -> Ledger {
        let mut finding = Finding::new(Id::ROOT);
        finding.title = "渠道清淤不及时".into();
        finding.status = Status::InProgress;
        finding.deadline = parse_date("2026-09-30");
        finding.accountability = vec![held(20, "")];
        let category = Category {
            id: Id::ROOT,
            title: "管理松散".into(),
            form: "".into(),
            findings: vec![finding],
        };
        Ledger {
            accountability: vec![held(11, "共批评教育11人。")],
            focus_areas: vec![FocusArea {
                id: Id::ROOT,
                title: "聚焦履职".into(),
                form: "".into(),
                categories: vec![category],
            }],
            ..Ledger::default()
        }
    }

    #[test]
    fn both_values_are_said_in_both_languages() {
        let ledger = ledger();
        let today = parse_date("2026-10-01").expect("a date");
        let found = checks(&Checked::new(&ledger, today));
        let chinese: Vec<String> = found
            .iter()
            .map(|each| (ZH.about)(each) + " " + &(ZH.says)(each))
            .collect();
        assert_eq!(
            chinese,
            [
                "批评教育 报告（“共批评教育11人。”）：11人；各问题合计：20人。",
                "渠道清淤不及时 整改时限：2026年9月30日；状态：整改中。",
                "渠道清淤不及时 状态：整改中；未填写：未完成整改原因、下一步整改措施。",
            ]
        );
        let english: Vec<String> = found
            .iter()
            .map(|each| (EN.about)(each) + ": " + &(EN.says)(each))
            .collect();
        assert_eq!(
            english,
            [
                "Criticism: report (“共批评教育11人。”): 11 persons; findings together: 20 persons.",
                "渠道清淤不及时: Deadline: 2026-09-30; Status: In progress.",
                "渠道清淤不及时: Status: In progress; missing: Why it is not finished, Next step.",
            ]
        );
    }

    #[test]
    fn every_check_has_its_own_title_and_a_remedy() {
        for texts in [&ZH, &EN] {
            let mut titles: Vec<&str> = CHECKS.iter().map(|(check, _)| (texts.title)(*check)).collect();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), CHECKS.len());
            assert!(CHECKS.iter().all(|(check, _)| !(texts.remedy)(*check).is_empty()));
        }
    }
}
