//! The words of the registers' codes.

use super::Words;
use crate::{
    figures::Check,
    formats::report::write::{Part, Withheld},
    ledger::{Amount, CountedAs, Field, Penalty, Recovery, Remedy, RuleAct, Stated, Status, YES},
};

/// A field's text where it is a code; none where it reads as it is.
pub fn value(words: &Words, field: &Field, value: &str) -> Option<String> {
    let word = match field {
        Field::Status => (words.status)(Status::from_code(value)?),
        Field::Remedy => (words.remedy)(Remedy::from_code(value)?),
        Field::CountedAs => (words.counted_as)(CountedAs::from_code(value)?),
        Field::Act => (words.rule_act)(RuleAct::from_code(value)?),
        Field::What => (words.stated)(Stated::from_code(value)?),
        Field::Withheld => (words.withheld)(Withheld::from_code(value)?),
        Field::Part => (words.part)(Part::from_code(value)?),
        Field::Check => (words.check)(Check::from_code(value)?),
        Field::MaskNumbers if value == YES => words.yes,
        Field::Amount => return Some((words.amount)(Amount::from_code(value)?)),
        // Both registers have types; no code stands for two of them.
        Field::Type => {
            return match Penalty::from_code(value) {
                Penalty::Other(_) => match Recovery::from_code(value) {
                    Recovery::Other(_) => None,
                    known => Some((words.recovery)(&known)),
                },
                known => Some((words.penalty)(&known)),
            };
        }
        _ => return None,
    };
    Some(word.into())
}

pub mod zh {
    use super::*;

    pub fn penalty(penalty: &Penalty) -> String {
        match penalty {
            Penalty::Party => "党纪处分",
            Penalty::Administrative => "政务处分",
            Penalty::PartyAndAdministrative => "党纪政务处分",
            Penalty::Organisational => "组织处理",
            Penalty::Admonition => "诫勉",
            Penalty::SelfCriticism => "责令检查",
            Penalty::Criticism => "批评教育",
            Penalty::Reminder => "谈话提醒",
            Penalty::Other(text) => text,
        }
        .into()
    }

    pub fn recovery(recovery: &Recovery) -> String {
        match recovery {
            Recovery::Recovered => "追缴",
            Recovery::Refunded => "清退",
            Recovery::LossAverted => "挽回损失",
            Recovery::Other(text) => text,
        }
        .into()
    }

    pub fn counted_as(counted: CountedAs) -> &'static str {
        match counted {
            CountedAs::Persons => "人",
            CountedAs::PersonTimes => "人次",
        }
    }

    pub fn rule_act(act: RuleAct) -> &'static str {
        match act {
            RuleAct::Made => "制定",
            RuleAct::Revised => "修订",
        }
    }

    pub fn stated(stated: Stated) -> &'static str {
        match stated {
            Stated::Findings => "反馈问题",
            Stated::Done => "已完成整改的问题",
            Stated::LargelyDone => "基本完成整改的问题",
            Stated::InProgress => "正在整改的问题",
            Stated::Unfinished => "未完成整改的问题",
            Stated::Measures => "整改措施",
            Stated::Rules => "制度",
            Stated::Areas => "聚焦方面",
            Stated::Categories => "问题类别",
            Stated::Clues => "问题线索",
        }
    }

    pub fn part(part: Part) -> &'static str {
        match part {
            Part::Organisation => "组织领导情况",
            Part::Progress => "整改进展情况",
            Part::Clues => "问题线索处理情况",
            Part::Unfinished => "需要进一步整改的事项",
            Part::NextSteps => "下一步工作",
            Part::Other => "其他",
        }
    }
}

pub mod en {
    use super::*;
    use crate::ledger::MoneyUnit;

    pub fn penalty(penalty: &Penalty) -> String {
        match penalty {
            Penalty::Party => "Party discipline",
            Penalty::Administrative => "Administrative sanction",
            Penalty::PartyAndAdministrative => "Party discipline or administrative sanction",
            Penalty::Organisational => "Organisational measure",
            Penalty::Admonition => "Admonition",
            Penalty::SelfCriticism => "Written self-criticism",
            Penalty::Criticism => "Criticism",
            Penalty::Reminder => "Reminding talk",
            Penalty::Other(text) => text,
        }
        .into()
    }

    pub fn recovery(recovery: &Recovery) -> String {
        match recovery {
            Recovery::Recovered => "Recovered",
            Recovery::Refunded => "Paid back",
            Recovery::LossAverted => "Loss made good",
            Recovery::Other(text) => text,
        }
        .into()
    }

    pub fn counted_as(counted: CountedAs) -> &'static str {
        match counted {
            CountedAs::Persons => "persons",
            CountedAs::PersonTimes => "person-times",
        }
    }

    pub fn rule_act(act: RuleAct) -> &'static str {
        match act {
            RuleAct::Made => "Made",
            RuleAct::Revised => "Revised",
        }
    }

    pub fn stated(stated: Stated) -> &'static str {
        match stated {
            Stated::Findings => "findings",
            Stated::Done => "findings that are complete",
            Stated::LargelyDone => "findings largely done",
            Stated::InProgress => "findings in progress",
            Stated::Unfinished => "findings not complete",
            Stated::Measures => "measures",
            Stated::Rules => "rules",
            Stated::Areas => "focus areas",
            Stated::Categories => "categories",
            Stated::Clues => "clues",
        }
    }

    pub fn amount(amount: Amount) -> String {
        let mut out = amount.in_unit(MoneyUnit::Yuan).number();
        out.push_str(" yuan");
        out
    }

    pub fn withheld(reason: Withheld) -> &'static str {
        match reason {
            Withheld::Secret => "Secrets of Party or state",
            Withheld::UndisclosedCase => "A case not made public",
            Withheld::NegativePublicity => "Likely large negative publicity",
            Withheld::PetitionRisk => "Risk of petitions",
            Withheld::Sensitive => "Other sensitive matters",
        }
    }

    pub fn part(part: Part) -> &'static str {
        match part {
            Part::Organisation => "Organisation",
            Part::Progress => "Progress",
            Part::Clues => "Clues and accountability",
            Part::Unfinished => "What is not finished",
            Part::NextSteps => "Next steps",
            Part::Other => "Other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, texts};
    use super::*;

    #[test]
    fn codes_have_words_in_both_languages() {
        for (field, code, chinese, english) in [
            (Field::Status, "done", "已完成", "Done"),
            (Field::Type, "criticism", "批评教育", "Criticism"),
            (Field::Type, "refunded", "清退", "Paid back"),
            (Field::CountedAs, "person_times", "人次", "person-times"),
            (Field::Act, "revised", "修订", "Revised"),
            (Field::What, "clues", "问题线索", "clues"),
            (Field::Amount, "12.5 ten_thousand_yuan", "12.5万元", "125000 yuan"),
            (
                Field::Withheld,
                "secret",
                "涉及党和国家秘密",
                "Secrets of Party or state",
            ),
            (Field::Part, "clues", "问题线索处理情况", "Clues and accountability"),
            (
                Field::Check,
                "overdue",
                "时限已过，尚未完成",
                "Past its deadline and not complete",
            ),
            (Field::MaskNumbers, "yes", "是", "Yes"),
        ] {
            for (lang, word) in [(Lang::Zh, chinese), (Lang::En, english)] {
                assert_eq!(value(&texts(lang).words, &field, code).as_deref(), Some(word));
            }
        }
        for (field, text) in [(Field::Type, "通报"), (Field::Note, "done"), (Field::Amount, "3")] {
            assert_eq!(value(&texts(Lang::Zh).words, &field, text), None, "{text}");
        }
    }
}
