//! The edits that store a draft in an empty ledger.

use super::{
    corrections::TextKind,
    draft::{Draft, DraftArea, DraftCategory, DraftFinding, DraftMeasure, DraftUnfinished, Span},
    fold::one_line,
    registers::{DraftAccountability, DraftRecovered, DraftRule, DraftStated, first_letters, last_letters},
    write::{Prose, Style, add_forms, prose_edits, style_edit},
};
use crate::{
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, Ledger, Remedy, Status, Text},
};
use chrono::NaiveDate;

/// A passage has no more letters than these on either side of what it says.
const PASSAGE: usize = 200;

impl Draft {
    /// Sets what is known of the inspection, stores style and free text so that the report can be written again, then adds
    /// the areas with all that stands under them, the unplaced items, and what the report counts. `text` is what was read.
    ///
    /// Money that no finding tells of has no place in the ledger, and stays in the free text. So do counts of one area.
    ///
    /// Every measure is stored as done, those of a finding in progress too: a report tells of measures that were carried
    /// out, and what is still to do stands in the finding's next step.
    pub fn into_edits(&self, text: &str) -> Vec<Edit> {
        let inspection = &self.inspection;
        let fields = [
            (Field::Source, inspection.source.clone()),
            (Field::Team, inspection.team.clone()),
            (Field::Unit, inspection.unit.clone()),
            (Field::PeriodFrom, day(inspection.period_from)),
            (Field::PeriodTo, day(inspection.period_to)),
            (Field::Feedback, day(inspection.feedback)),
            (Field::ConcentratedUntil, day(inspection.concentrated_until)),
        ];
        let known = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let sets = known.map(|(field, value)| Edit::set(Id::ROOT, field, value));
        let mut edits: Vec<Edit> = sets.collect();
        // Feedback is no model for the report that comes later.
        let is_report = self.kind == TextKind::Report && !self.is_empty();
        if is_report {
            let empty = Ledger::default();
            edits.push(style_edit(&empty, &Style::from_report(self, text)));
            edits.extend(prose_edits(&empty, &Prose::from_draft(self, text)));
        }
        let areas = self.areas.iter().map(|each| area(each, text));
        let unplaced = self
            .unfinished
            .iter()
            .filter(|item| item.matched.is_none())
            .map(unplaced);
        let accountability = self.accountability.iter().map(|each| accountability(each, text));
        let stated = self.stated.iter().filter(|each| !each.of_part);
        let stated = stated.map(|each| statement(each, text));
        let records = areas.chain(unplaced).chain(accountability).chain(stated);
        edits.extend(records.map(|record| Edit::add(Id::ROOT, record)));
        if is_report {
            add_forms(self, text, &mut edits);
        }
        edits
    }
}

fn area(area: &DraftArea, text: &str) -> NewRecord {
    NewRecord::new(Kind::FocusArea)
        .with(Field::Title, area.title.as_str())
        .with_children(area.categories.iter().map(|each| category(each, text)))
}

fn category(category: &DraftCategory, text: &str) -> NewRecord {
    NewRecord::new(Kind::Category)
        .with(Field::Title, category.title.as_str())
        .with_children(category.findings.iter().map(|each| finding(each, text)))
}

fn finding(finding: &DraftFinding, text: &str) -> NewRecord {
    NewRecord::new(Kind::Finding)
        .with(Field::Title, finding.title.as_str())
        .with_status(finding.status)
        .with(Field::Remedy, finding.remedy.map_or("", Remedy::code))
        .with(Field::Leader, finding.leader.as_str())
        .with(Field::Department, finding.department.as_str())
        .with(Field::Owner, finding.owner.as_str())
        .with(Field::Detail, finding.detail.as_str())
        .with(Field::Deadline, day(finding.deadline))
        .with(Field::Problem, finding.problem.as_str())
        .with(Field::Reason, finding.reason.as_str())
        .with(Field::NextStep, finding.next_step.as_str())
        .with_children(finding.measures.iter().map(|each| measure(each, text)))
        .with_children(finding.accountability.iter().map(|each| accountability(each, text)))
        .with_children(finding.recovered.iter().map(|each| recovered(each, text)))
}

fn measure(measure: &DraftMeasure, text: &str) -> NewRecord {
    NewRecord::new(Kind::Measure)
        .with(Field::Heading, measure.heading.as_str())
        .with(Field::Body, measure.text.as_str())
        .with(Field::Date, day(measure.date))
        .with_status(Status::Done)
        .with_children(measure.rules.iter().map(|each| rule(each, text)))
}

fn rule(rule: &DraftRule, text: &str) -> NewRecord {
    NewRecord::new(Kind::Rule)
        .with(Field::Title, rule.title.as_str())
        .with(Field::Date, day(rule.date))
        .with(Field::Act, rule.act.code())
        .with(Field::Passage, sentence(rule.span, text))
}

fn accountability(said: &DraftAccountability, text: &str) -> NewRecord {
    NewRecord::new(Kind::Accountability)
        .with(Field::Type, said.penalty.code())
        .with(Field::Number, said.number.to_string())
        .with(Field::CountedAs, said.counted_as.code())
        .with(Field::Passage, sentence(said.span, text))
}

fn recovered(said: &DraftRecovered, text: &str) -> NewRecord {
    NewRecord::new(Kind::Recovered)
        .with(Field::Type, said.recovery.code())
        .with(Field::Amount, said.amount.code())
        .with(Field::Passage, sentence(said.span, text))
}

fn statement(said: &DraftStated, text: &str) -> NewRecord {
    NewRecord::new(Kind::Statement)
        .with(Field::What, said.what.code())
        .with(Field::Number, said.number.to_string())
        .with(Field::Passage, sentence(said.span, text))
}

fn unplaced(item: &DraftUnfinished) -> NewRecord {
    NewRecord::new(Kind::Unplaced)
        .with(Field::Title, item.title.as_str())
        .with(Field::Problem, item.problem.as_str())
        .with(Field::Reason, item.reason.as_str())
        .with(Field::NextStep, item.next_step.as_str())
        .with(Field::Deadline, day(item.deadline))
}

fn day(date: Option<NaiveDate>) -> Text {
    date.map_or_else(Text::default, |date| date.to_string().into())
}

/// The sentence that a passage of the text stands in, without the ends of lines.
fn sentence(span: Span, text: &str) -> String {
    const STOPS: [char; 7] = ['。', '！', '？', '!', '?', '\n', '\r'];
    let before = text.get(..span.from).unwrap_or_default();
    let after = text.get(span.to..).unwrap_or_default();
    let before = last_letters(before, PASSAGE).rsplit(STOPS).next();
    let after = first_letters(after, PASSAGE).split_inclusive(STOPS).next();
    let mut out = String::new();
    for part in [before.unwrap_or_default(), span.of(text), after.unwrap_or_default()] {
        out.push_str(part);
    }
    one_line(&out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::report::{read_report, tests::SMALL},
        journal::{Book, Hand},
        ledger::{Accountability, Actor, Amount, CountedAs, Penalty, Recovery, RuleAct, Stated, parse_date},
    };

    #[test]
    fn edits_hold_the_inspection_the_tree_and_the_unplaced() {
        let edits = read_report(SMALL).into_edits(SMALL);
        let sets: Vec<_> = edits
            .iter()
            .filter_map(|edit| match edit {
                Edit::Set { record, field, value } if *record == Id::ROOT => Some((field.clone(), value.to_string())),
                _ => None,
            })
            .collect();
        assert!(sets.contains(&(Field::PeriodFrom, "2025-09-08".to_owned())), "{sets:?}");
        assert!(
            sets.iter()
                .any(|(field, style)| *field == Field::ReportStyle && style.contains("areas="))
        );
        let records: Vec<_> = edits
            .iter()
            .filter_map(|edit| match edit {
                Edit::Add {
                    parent: Id::ROOT,
                    record,
                    ..
                } => Some(record),
                _ => None,
            })
            .collect();
        let kinds: Vec<_> = records.iter().map(|record| record.kind.name()).collect();
        assert_eq!(kinds[..5], ["section"; 5]);
        assert_eq!(
            kinds[5..],
            [
                "focus_area",
                "focus_area",
                "unplaced",
                "accountability",
                "statement",
                "statement"
            ]
        );
        let category = &records[5].children[1];
        let finding = &category.children[0];
        assert_eq!(finding.kind, Kind::Finding);
        assert!(
            finding.values.iter().all(|(field, _)| *field != Field::Title),
            "the category is the finding"
        );
        assert!(finding.values.contains(&(Field::Status, "in_progress".into())));
        assert!(finding.values.contains(&(Field::Deadline, "2025-12-31".into())));
        assert!(
            finding
                .children
                .iter()
                .filter(|child| child.kind == Kind::Measure)
                .all(|measure| measure.values.contains(&(Field::Status, "done".into())))
        );
        assert!(read_report("").into_edits("").is_empty() && read_report("").is_empty());
    }

    #[test]
    fn edits_hold_what_stands_with_a_finding() {
        let text = "2025年3月3日至4月3日，县委第一巡察组对甲局开展了巡察。
1.关于乙的问题
责任领导：丙；责任部门：丁科；责任人：戊
主要表现为己。
整改情况：阶段性完成，长期坚持。一是庚。5月6日办结。";
        let edits = read_report(text).into_edits(text);
        let Some(Edit::Add { record, .. }) = edits.last() else {
            panic!("{edits:?}");
        };
        let finding = &record.children[0].children[0];
        for (field, value) in [
            (Field::Status, "largely_done"),
            (Field::Remedy, "kept_up"),
            (Field::Leader, "丙"),
            (Field::Department, "丁科"),
            (Field::Owner, "戊"),
            (Field::Detail, "主要表现为己。"),
        ] {
            assert!(finding.values.contains(&(field, value.into())), "{value} {finding:?}");
        }
        let measure = &finding.children[0];
        assert!(
            measure.values.contains(&(Field::Date, "2025-05-06".into())),
            "{measure:?}"
        );
    }

    #[test]
    fn edits_hold_what_is_said_in_passing_with_its_sentence() {
        let text = "甲局整改通报
2025年3月3日至4月3日，县委第一巡察组对甲局开展了巡察。反馈的2个问题，
已完成整改1个，正在整改1个。
一、整改情况
（一）聚焦乙方面（1个问题）
1.关于丙的问题
整改情况：一是丁。5月6日修订《用车规定》。清退1.2万元！对2名人员进行批评教育；另有要求。
（二）聚焦戊方面
1.关于己的问题
整改情况：一是庚。
二、问题线索处理情况
已给予批评教育3人次。追缴5元。";
        let mut book = Book::default();
        let hand = Hand {
            actor: Actor::from_random(1),
            author: "".into(),
            secret: Default::default(),
        };
        book.act(&hand, 0, &read_report(text).into_edits(text));
        let ledger = book.ledger();
        let finding = ledger.findings().next().expect("a finding");
        let rule = &finding.measures[0].rules[0];
        assert_eq!((&*rule.title, rule.act), ("用车规定", Some(RuleAct::Revised)));
        assert_eq!(
            (rule.date, &*rule.passage),
            (parse_date("2025-05-06"), "5月6日修订《用车规定》。")
        );
        let money = &finding.recovered[0];
        assert_eq!(money.amount.map(Amount::written).as_deref(), Some("1.2万元"));
        assert_eq!(
            (&money.recovery, &*money.passage),
            (&Recovery::Refunded, "清退1.2万元！")
        );
        let people = |said: &Accountability| {
            (
                said.penalty.clone(),
                said.number,
                said.counted_as,
                said.passage.to_string(),
            )
        };
        assert_eq!(
            people(&finding.accountability[0]),
            (
                Penalty::Criticism,
                Some(2),
                Some(CountedAs::Persons),
                "对2名人员进行批评教育；另有要求。".to_owned()
            )
        );
        assert_eq!(
            people(&ledger.accountability[0]),
            (
                Penalty::Criticism,
                Some(3),
                Some(CountedAs::PersonTimes),
                "已给予批评教育3人次。".to_owned()
            )
        );
        let stated: Vec<_> = ledger.statements.iter().map(|said| (said.what, said.number)).collect();
        // Not the one problem of the first area.
        assert_eq!(
            stated,
            [
                (Some(Stated::Findings), Some(2)),
                (Some(Stated::Done), Some(1)),
                (Some(Stated::InProgress), Some(1)),
            ]
        );
        assert_eq!(ledger.report.title, "甲局整改通报");
        let titles: Vec<_> = ledger.sections.iter().map(|section| &*section.title).collect();
        assert_eq!(titles, ["整改情况", "问题线索处理情况"]);
        assert_eq!(ledger.sections[1].text, "已给予批评教育3人次。追缴5元。");
    }
}
