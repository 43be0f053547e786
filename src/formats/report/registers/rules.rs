//! Rules made or revised: `4月23日研究修订《…规定》`, `对《…办法》进行修订`. A 《…》 that is only read, taught or shown is none.

use chrono::NaiveDate;

use super::plain::{Plain, first_letters, last_letters};
use crate::{
    formats::report::{dates::Spotted, draft::Span},
    ledger::RuleAct,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRule {
    /// What stands between 《 and 》.
    pub title: String,
    /// The day that the same sentence names before it.
    pub date: Option<NaiveDate>,
    pub act: RuleAct,
    /// 《 and 》 with what stands between.
    pub span: Span,
}

const VERBS: [(&str, RuleAct); 11] = [
    ("制定", RuleAct::Made),
    ("制订", RuleAct::Made),
    ("出台", RuleAct::Made),
    ("印发", RuleAct::Made),
    ("建立", RuleAct::Made),
    ("制发", RuleAct::Made),
    ("修订", RuleAct::Revised),
    ("完善", RuleAct::Revised),
    ("修改", RuleAct::Revised),
    ("健全", RuleAct::Revised),
    ("修编", RuleAct::Revised),
];

/// How titles of rules end. Plans, programmes and publications end otherwise.
const ENDS: [&str; 21] = [
    "制度", "办法", "规定", "细则", "规则", "条例", "规程", "规范", "准则", "守则", "标准", "章程", "公约", "机制",
    "意见", "指引", "指南", "流程", "清单", "预案", "通知",
];
/// What makes a plan (方案) a rule.
const RULING_PLANS: [&str; 5] = ["考核", "分配", "薪酬", "奖励", "管理"];

const TITLE: usize = 80;
const CLAUSE: usize = 24;

pub(super) fn read(plain: &Plain, days: &[Spotted], input: &str) -> Vec<DraftRule> {
    let text = plain.text();
    let mut found: Vec<DraftRule> = Vec::new();
    // Of the last title: where it ended, and what was done with it, on which day.
    let mut last: (usize, Option<(RuleAct, Option<NaiveDate>)>) = (0, None);
    for (at, _) in text.match_indices('《') {
        if at < last.0 {
            continue; // Within a title.
        }
        let Some(end) = end_of_title(&text[at..]).map(|length| at + length) else {
            continue;
        };
        let between = &text[last.0..at];
        let act = act_before(between)
            .or_else(|| act_after(&text[end..]))
            .map(|act| (act, day_before(text, days, at)))
            .or(last.1.filter(|_| joins(between)));
        last = (end, act);
        let title = &text[at + '《'.len_utf8()..end - '》'.len_utf8()];
        if let Some((act, date)) = act
            && is_rule(title)
        {
            let span = plain.span(at, end);
            let inside = span.of(input).trim_start_matches('《').trim_end_matches('》');
            found.push(DraftRule {
                title: inside.lines().map(str::trim).collect(),
                date,
                act,
                span,
            });
        }
    }
    found
}

/// The bytes up to the 》 that belongs to the first 《.
fn end_of_title(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, letter) in first_letters(text, TITLE).char_indices() {
        depth += i32::from(letter == '《') - i32::from(letter == '》');
        if depth == 0 {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

fn is_rule(title: &str) -> bool {
    let title = title.trim_end_matches([')', '》']);
    let title = match title.rsplit_once('(') {
        Some((before, "试行" | "修订" | "暂行" | "修订版" | "修订稿" | "试行稿")) => before,
        _ => title,
    };
    ENDS.iter().any(|end| title.ends_with(end))
        || title.ends_with("方案") && RULING_PLANS.iter().any(|word| title.contains(word))
}

/// The verb before a title, in the same clause. Of several in a row (修订完善, 制定出台) the first one tells.
fn act_before(text: &str) -> Option<RuleAct> {
    let near = last_letters(text, CLAUSE);
    let clause = near.rsplit(['。', ';', ',', ':', '!', '》']).next()?;
    let found = VERBS
        .iter()
        .filter_map(|(verb, act)| Some((clause.rfind(verb)?, *verb, *act)));
    let (mut at, verb, mut act) = found.max_by_key(|found| found.0)?;
    let object = &clause[at + verb.len()..];
    if ["对", "按", "据", "落实", "学习", "执行", "贯彻"]
        .iter()
        .any(|word| object.contains(word))
    {
        return None;
    }
    loop {
        let before = clause[..at].trim_end_matches(['并', '和', '、', '了']);
        let Some((verb, first)) = VERBS.iter().find(|(verb, _)| before.ends_with(verb)) else {
            return Some(act);
        };
        (at, act) = (before.len() - verb.len(), *first);
    }
}

/// 《…》进行修订, 《…》已印发
fn act_after(text: &str) -> Option<RuleAct> {
    let mut rest = first_letters(text, 12);
    let mut announced = false;
    while let Some((word, after)) = ["等制度", "进行", "已", "了", "予以", "正式", "重新", "全面", "作"]
        .iter()
        .find_map(|filler| Some((*filler, rest.strip_prefix(filler)?)))
    {
        announced |= word != "等制度";
        rest = after;
    }
    let verb = VERBS.iter().find(|(verb, _)| rest.starts_with(verb));
    verb.filter(|_| announced).map(|(_, act)| *act)
}

/// 《甲》《乙》, 《甲》和本公司《乙》: the second title shares the verb.
fn joins(between: &str) -> bool {
    between.is_empty()
        || between.starts_with(['、', '和', '及', '与'])
            && !between.contains([',', '。', ';'])
            && between.chars().count() < 16
}

/// The last day before a title in its sentence. A month alone is no day.
fn day_before(text: &str, days: &[Spotted], at: usize) -> Option<NaiveDate> {
    let before = days.partition_point(|day| day.to <= at);
    let day = days[..before].last()?;
    let same_sentence = !text[day.to..at].contains('。');
    (day.exact && same_sentence).then_some(day.date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::report::dates::dates;

    #[track_caller]
    fn check(text: &str, expected: &[(RuleAct, &str, &str)]) {
        let plain = Plain::of(text, 0);
        let found = read(&plain, &dates(plain.text(), Some(2025)), text);
        let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let dates: Vec<String> = found.iter().map(|rule| day(rule.date)).collect();
        let found: Vec<_> = found
            .iter()
            .zip(&dates)
            .map(|(rule, date)| (rule.act, &*rule.title, &**date))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn rules_with_their_verb_and_day() {
        check(
            "4月23日研究修订《会议室规定》，",
            &[(RuleAct::Revised, "会议室规定", "2025-04-23")],
        );
        check("5月出台《设备巡检制度》", &[(RuleAct::Made, "设备巡检制度", "")]);
        check(
            "4月23日研究出台下属公司《借款制度》《报销管理办法（试行）》等制度，修订完善《会签流程》",
            &[
                (RuleAct::Made, "借款制度", "2025-04-23"),
                (RuleAct::Made, "报销管理办法（试行）", "2025-04-23"),
                (RuleAct::Revised, "会签流程", "2025-04-23"),
            ],
        );
        check(
            "对《印章 管理规定》进行了修订。",
            &[(RuleAct::Revised, "印章 管理规定", "")],
        );
        check(
            "出台《甲制度》和子公司《乙办法》",
            &[(RuleAct::Made, "甲制度", ""), (RuleAct::Made, "乙办法", "")],
        );
        check(
            "出臺《關於規範《甲》的通知》",
            &[(RuleAct::Made, "關於規範《甲》的通知", "")],
        );
        check("制定《绩效考核方案》", &[(RuleAct::Made, "绩效考核方案", "")]);
    }

    #[test]
    fn titles_that_are_no_rules_of_the_unit() {
        for text in [
            "学习《工会法》《经费管理办法》",
            "制定计划落实《中国共产党纪律处分条例》",
            "推出《海边来信》专栏",
            "印发《促消费套餐》",
            "制定《三年行动计划》",
            "对《预算法》各项规定进行讲解",
            "修订《没有写完的办法",
            "《》",
        ] {
            check(text, &[]);
        }
    }
}
