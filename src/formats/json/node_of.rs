//! The ledger as a tree of records, for the readable part of a file.

use chrono::NaiveDate;

use super::node::Node;
use crate::ledger::{
    Accountability, Acknowledgement, Amount, Category, CountedAs, Entry, Field, Finding, FocusArea, Id, Kind, Ledger,
    Measure, Recovered, Remedy, ReportSection, Rule, RuleAct, Stated, Statement, Text, Unplaced, YES,
};

impl Node {
    pub fn from_ledger(ledger: &Ledger) -> Node {
        let (inspection, report) = (&ledger.inspection, &ledger.report);
        let mut root = Node::new(Kind::Ledger, Some(Id::ROOT))
            .with(Field::Name, &ledger.name)
            .with(Field::ReportTitle, &report.title)
            .with(Field::ReportIntro, &report.intro)
            .with(Field::ReportContact, &report.contact)
            .with(Field::ReportStyle, &report.style)
            .with(Field::MaskedNames, &report.masked_names)
            .with_code(Field::MaskNumbers, if report.mask_numbers { YES } else { "" })
            .with(Field::Source, &inspection.source)
            .with(Field::Team, &inspection.team)
            .with(Field::Unit, &inspection.unit)
            .with_date(Field::PeriodFrom, inspection.period_from)
            .with_date(Field::PeriodTo, inspection.period_to)
            .with_date(Field::Feedback, inspection.feedback)
            .with_date(Field::ConcentratedUntil, inspection.concentrated_until);
        root.values.extend(ledger.settings.iter().cloned());
        let children = &mut root.children;
        children.extend(ledger.focus_areas.iter().map(from_area));
        children.extend(ledger.unplaced.iter().map(from_unplaced));
        children.extend(ledger.accountability.iter().map(from_accountability));
        children.extend(ledger.statements.iter().map(from_statement));
        children.extend(ledger.acknowledgements.iter().map(from_acknowledgement));
        children.extend(ledger.sections.iter().map(from_section));
        children.extend(ledger.entries.iter().map(from_entry));
        root
    }

    fn with(mut self, field: Field, value: &Text) -> Node {
        if !value.is_empty() {
            self.values.push((field, value.clone()));
        }
        self
    }

    fn with_code(self, field: Field, code: &str) -> Node {
        self.with(field, &code.into())
    }

    fn with_number(self, field: Field, number: Option<u32>) -> Node {
        self.with(
            field,
            &number.map(|number| number.to_string()).unwrap_or_default().into(),
        )
    }

    fn with_date(self, field: Field, date: Option<NaiveDate>) -> Node {
        self.with(field, &date.map(|date| date.to_string()).unwrap_or_default().into())
    }
}

fn from_area(area: &FocusArea) -> Node {
    let mut node = Node::new(Kind::FocusArea, Some(area.id))
        .with(Field::Title, &area.title)
        .with(Field::ReportForm, &area.form);
    node.children.extend(area.categories.iter().map(from_category));
    node
}

fn from_category(category: &Category) -> Node {
    let mut node = Node::new(Kind::Category, Some(category.id))
        .with(Field::Title, &category.title)
        .with(Field::ReportForm, &category.form);
    node.children.extend(category.findings.iter().map(from_finding));
    node
}

fn from_finding(finding: &Finding) -> Node {
    let title = if finding.stands_for_category {
        &Text::EMPTY
    } else {
        &finding.title
    };
    let mut node = Node::new(Kind::Finding, Some(finding.id))
        .with(Field::Title, title)
        .with(Field::Detail, &finding.detail)
        .with_code(Field::Status, finding.status.code())
        .with_code(Field::Remedy, finding.remedy.map_or("", Remedy::code))
        .with(Field::Leader, &finding.leader)
        .with(Field::Department, &finding.department)
        .with(Field::CoDepartments, &finding.co_departments)
        .with(Field::Owner, &finding.owner)
        .with_date(Field::Deadline, finding.deadline)
        .with_date(Field::CompletedOn, finding.completed_on)
        .with(Field::Problem, &finding.problem)
        .with(Field::Reason, &finding.reason)
        .with(Field::NextStep, &finding.next_step)
        .with(Field::Note, &finding.note)
        .with(Field::Withheld, &finding.withheld)
        .with(Field::PublicTitle, &finding.public.title)
        .with(Field::PublicProblem, &finding.public.problem)
        .with(Field::PublicReason, &finding.public.reason)
        .with(Field::PublicNextStep, &finding.public.next_step)
        .with(Field::ReportForm, &finding.form)
        .with(Field::ItemForm, &finding.item_form)
        .with_number(Field::ItemPlace, Some(finding.item_place).filter(|place| *place > 0));
    node.children.extend(finding.measures.iter().map(from_measure));
    node.children
        .extend(finding.accountability.iter().map(from_accountability));
    node.children.extend(finding.recovered.iter().map(from_recovered));
    node.children.extend(finding.entries.iter().map(from_entry));
    node
}

fn from_measure(measure: &Measure) -> Node {
    let mut node = Node::new(Kind::Measure, Some(measure.id))
        .with(Field::Heading, &measure.heading)
        .with(Field::Body, &measure.text)
        .with_code(Field::Status, measure.status.code())
        .with_date(Field::Date, measure.date)
        .with(Field::Owner, &measure.owner)
        .with(Field::Result, &measure.result)
        .with(Field::Withheld, &measure.withheld)
        .with(Field::PublicHeading, &measure.public.heading)
        .with(Field::PublicText, &measure.public.text);
    node.children.extend(measure.rules.iter().map(from_rule));
    node.children.extend(measure.entries.iter().map(from_entry));
    node
}

fn from_unplaced(item: &Unplaced) -> Node {
    Node::new(Kind::Unplaced, Some(item.id))
        .with(Field::Title, &item.title)
        .with(Field::Problem, &item.problem)
        .with(Field::Reason, &item.reason)
        .with(Field::NextStep, &item.next_step)
        .with_date(Field::Deadline, item.deadline)
        .with(Field::ItemForm, &item.item_form)
        .with_number(Field::ItemPlace, Some(item.item_place).filter(|place| *place > 0))
}

fn from_accountability(each: &Accountability) -> Node {
    Node::new(Kind::Accountability, Some(each.id))
        .with_code(Field::Type, each.penalty.code())
        .with_number(Field::Number, each.number)
        .with_code(Field::CountedAs, each.counted_as.map_or("", CountedAs::code))
        .with(Field::Passage, &each.passage)
}

fn from_rule(rule: &Rule) -> Node {
    Node::new(Kind::Rule, Some(rule.id))
        .with(Field::Title, &rule.title)
        .with_date(Field::Date, rule.date)
        .with_code(Field::Act, rule.act.map_or("", RuleAct::code))
        .with(Field::Passage, &rule.passage)
}

fn from_recovered(each: &Recovered) -> Node {
    Node::new(Kind::Recovered, Some(each.id))
        .with_code(Field::Type, each.recovery.code())
        .with_code(Field::Amount, &each.amount.map(Amount::code).unwrap_or_default())
        .with(Field::Passage, &each.passage)
}

fn from_statement(statement: &Statement) -> Node {
    Node::new(Kind::Statement, Some(statement.id))
        .with_code(Field::What, statement.what.map_or("", Stated::code))
        .with_number(Field::Number, statement.number)
        .with(Field::Passage, &statement.passage)
}

fn from_acknowledgement(each: &Acknowledgement) -> Node {
    Node::new(Kind::Acknowledgement, Some(each.id))
        .with(Field::Check, &each.check)
        .with(Field::Subject, &each.subject)
        .with(Field::Seen, &each.seen)
        .with(Field::Reason, &each.reason)
}

fn from_section(section: &ReportSection) -> Node {
    Node::new(Kind::Section, Some(section.id))
        .with(Field::Part, &section.part)
        .with(Field::Title, &section.title)
        .with(Field::Body, &section.text)
}

fn from_entry(entry: &Entry) -> Node {
    let mut node = Node::new(entry.kind.clone(), Some(entry.id));
    node.values.extend(entry.values.iter().cloned());
    node.children.extend(entry.entries.iter().map(from_entry));
    node
}
