//! `Prose`: the parts of a report that are free text, and what can be said in them from the ledger's facts alone.

use super::{BLANK, choices::choices, numbers::push_number, or_blank};
use crate::ledger::{Ledger, Status};
use chrono::{Datelike, NaiveDate};

choices! {
    /// What a section of a report is about.
    Part {
        Organisation = "organisation", "对巡察整改的组织领导情况";
        /// Its findings follow its text.
        Progress = "progress", "巡察反馈问题的整改进展情况";
        Clues = "clues", "巡察反馈问题线索的处理情况";
        /// The unfinished items follow its text.
        Unfinished = "unfinished", "需要进一步整改的事项及措施";
        NextSteps = "next_steps", "下一步工作重点和计划";
        Other = "other", "其他";
    }
}

/// The free text of a report, each line of it a paragraph. What is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    pub title: String,
    pub intro: String,
    /// In the order in which the report has them.
    pub sections: Vec<Section>,
    /// How to get in touch, and at the end the unit and the day (落款).
    pub contact: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub part: Part,
    /// Without its number. Where it is empty the section has no heading, and takes no number.
    pub title: String,
    pub text: String,
}

impl Prose {
    /// What the ledger's facts give; a fact that is not known is a blank to be filled in, never invented.
    pub fn from_ledger(ledger: &Ledger) -> Prose {
        let sections = Part::ALL[..5].iter().map(|part| Section {
            part: *part,
            title: part.title(ledger),
            text: text(*part, ledger),
        });
        Prose {
            title: title(ledger),
            intro: intro(ledger),
            sections: sections.collect(),
            contact: joined(&[
                "对上述情况如有意见建议，欢迎向我们反映。联系电话：",
                BLANK,
                "；通信地址：",
                BLANK,
                "；邮政编码：",
                BLANK,
                "；电子邮箱：",
                BLANK,
                "。\n",
                or_blank(&ledger.inspection.unit),
                "\n",
                // The day on which it is issued, which only its writer knows.
                BLANK,
            ]),
        }
    }

    pub fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == part)
    }

    pub fn section_mut(&mut self, part: Part) -> Option<&mut Section> {
        self.sections.iter_mut().find(|section| section.part == part)
    }
}

impl Part {
    /// The usual title of the section, for an inspection of the ledger's kind (巡察, 巡视, 审计).
    pub fn title(self, ledger: &Ledger) -> String {
        let source = &ledger.inspection.source;
        let title = self.example();
        if source.is_empty() || *source == "巡察" {
            title.into()
        } else {
            title.replace("巡察", source)
        }
    }
}

/// `反馈的N个问题，已完成整改M个，…`: states add up to all findings, withheld ones too.
pub fn summary(ledger: &Ledger) -> String {
    let mut counts = [0usize; 5];
    for finding in ledger.findings() {
        counts[finding.status as usize] += 1;
    }
    let count = |status: Status| counts[status as usize];
    let mut out = String::from("反馈的");
    push_number(counts.iter().sum(), &mut out);
    out.push_str("个问题");
    let states = [
        ("已完成整改", count(Status::Done) + count(Status::Closed)),
        ("基本完成", count(Status::LargelyDone)),
        ("正在整改", count(Status::InProgress)),
        ("尚未启动", count(Status::NotStarted)),
    ];
    for (words, count) in states {
        if count > 0 {
            out.push('，');
            out.push_str(words);
            push_number(count, &mut out);
            out.push('个');
        }
    }
    out.push('。');
    out
}

/// `2025年2月24日`
pub(super) fn push_date(date: NaiveDate, out: &mut String) {
    push_number(date.year().unsigned_abs() as usize, out);
    out.push('年');
    push_number(date.month() as usize, out);
    out.push('月');
    push_number(date.day() as usize, out);
    out.push('日');
}

fn title(ledger: &Ledger) -> String {
    let inspection = &ledger.inspection;
    let (unit, source) = (or_blank(&inspection.unit), or_blank(&inspection.source));
    joined(&[unit, "关于", source, "整改进展情况的通报"])
}

fn intro(ledger: &Ledger) -> String {
    let inspection = &ledger.inspection;
    let (unit, source) = (or_blank(&inspection.unit), or_blank(&inspection.source));
    let team = or_blank(&inspection.team);
    let [from, to, feedback] = [inspection.period_from, inspection.period_to, inspection.feedback].map(date_or_blank);
    joined(&[
        &from,
        "至",
        &to,
        "，",
        team,
        "对",
        unit,
        "开展了",
        source,
        "。",
        &feedback,
        "，",
        team,
        "向",
        unit,
        "反馈了",
        source,
        "意见。现将整改进展情况公布如下，请予监督。",
    ])
}

fn text(part: Part, ledger: &Ledger) -> String {
    let mut out = String::new();
    let findings = ledger.findings().count();
    match part {
        Part::Progress if findings > 0 => return summary(ledger),
        Part::Organisation if findings > 0 => {
            out.push_str("针对反馈的");
            push_number(findings, &mut out);
            out.push_str("个问题，制定整改措施");
            push_number(ledger.findings().map(|finding| finding.measures.len()).sum(), &mut out);
            out.push_str("条。");
        }
        Part::Clues => return joined(&["问题线索处理和追责问责情况：", BLANK, "。"]),
        Part::NextSteps => {
            let open = ledger
                .findings()
                .filter(|finding| !finding.status.is_complete())
                .count();
            if open > 0 {
                out.push_str("对尚未完成整改的");
                push_number(open, &mut out);
                out.push_str("个问题，按照时限继续抓好整改。");
            }
        }
        Part::Progress | Part::Organisation | Part::Unfinished | Part::Other => {}
    }
    if matches!(part, Part::Organisation | Part::NextSteps) {
        out.push_str(BLANK);
    }
    out
}

fn date_or_blank(date: Option<NaiveDate>) -> String {
    let mut out = String::new();
    match date {
        Some(date) => push_date(date, &mut out),
        None => out.push_str(BLANK),
    }
    out
}

fn joined(parts: &[&str]) -> String {
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::report::{read_report, write::tests::ledger};

    #[test]
    fn facts_are_said_and_the_rest_is_blank() {
        let prose = Prose::from_ledger(&Ledger::default());
        assert_eq!(prose.title, "〔　　〕关于〔　　〕整改进展情况的通报");
        assert!(
            prose
                .intro
                .starts_with("〔　　〕至〔　　〕，〔　　〕对〔　　〕开展了〔　　〕。〔　　〕，")
        );
        let texts: Vec<_> = prose.sections.iter().map(|section| &*section.text).collect();
        assert_eq!(
            texts,
            ["〔　　〕", "", "问题线索处理和追责问责情况：〔　　〕。", "", "〔　　〕"]
        );

        let mut ledger = ledger();
        let prose = Prose::from_ledger(&ledger);
        assert_eq!(prose.title, "河湾区水务局党组关于巡察整改进展情况的通报");
        assert_eq!(
            prose.section(Part::Progress).map(|section| &*section.text),
            Some(&*summary(&ledger))
        );
        ledger.inspection.source = "审计".into();
        assert_eq!(Part::Progress.title(&ledger), "审计反馈问题的整改进展情况");
    }

    /// The reader takes the facts back out of the sentence that was made from them.
    #[test]
    fn the_intro_is_read_back() {
        let ledger = ledger();
        let read = read_report(&Prose::from_ledger(&ledger).intro).inspection;
        assert_eq!(read, ledger.inspection);
    }

    #[test]
    fn the_summary_adds_up() {
        assert_eq!(summary(&Ledger::default()), "反馈的0个问题。");
        assert_eq!(
            summary(&ledger()),
            "反馈的4个问题，已完成整改2个，基本完成1个，正在整改1个。"
        );
    }
}
