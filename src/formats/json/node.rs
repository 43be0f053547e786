//! `Node`: the readable part as a tree of records, each with its fields by name. One table says what stands where.

use chrono::NaiveDate;

use crate::ledger::{
    Category, Field, Finding, FocusArea, Id, Kind, Ledger, Measure, Remedy, Status, Text, Unplaced, parse_date,
};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub kind: Kind,
    /// Absent in what a person wrote.
    pub id: Option<Id>,
    /// Only what is not empty.
    pub values: Vec<(Field, Text)>,
    pub children: Vec<Node>,
}

/// The fields of the object `inspection`, in the order in which they are written.
pub(super) const INSPECTION: &[Field] = &[
    Field::Source,
    Field::Team,
    Field::Unit,
    Field::PeriodFrom,
    Field::PeriodTo,
    Field::Feedback,
    Field::ConcentratedUntil,
];

/// The fields of a record, in the order in which they are written.
pub(super) fn fields(kind: &Kind) -> &'static [Field] {
    match kind {
        Kind::Ledger => &[Field::Name],
        Kind::FocusArea | Kind::Category => &[Field::Title],
        Kind::Finding => &[
            Field::Title,
            Field::Detail,
            Field::Status,
            Field::Remedy,
            Field::Leader,
            Field::Department,
            Field::Owner,
            Field::Deadline,
            Field::CompletedOn,
            Field::Problem,
            Field::Reason,
            Field::NextStep,
            Field::Note,
        ],
        Kind::Measure => &[Field::Heading, Field::Body, Field::Status, Field::Date, Field::Owner],
        Kind::Unplaced => &[
            Field::Title,
            Field::Problem,
            Field::Reason,
            Field::NextStep,
            Field::Deadline,
        ],
        Kind::Other(_) => &[],
    }
}

/// The lists of records that stand in a record.
pub(super) fn lists(kind: &Kind) -> &'static [(&'static str, Kind)] {
    match kind {
        Kind::Ledger => &[("focus_areas", Kind::FocusArea), ("unplaced", Kind::Unplaced)],
        Kind::FocusArea => &[("categories", Kind::Category)],
        Kind::Category => &[("findings", Kind::Finding)],
        Kind::Finding => &[("measures", Kind::Measure)],
        Kind::Measure | Kind::Unplaced | Kind::Other(_) => &[],
    }
}

/// Whether a text that is not empty can be a field's value.
pub(super) fn is_value(field: &Field, text: &str) -> bool {
    match field {
        Field::Status => Status::from_code(text).is_some(),
        Field::Remedy => Remedy::from_code(text).is_some(),
        Field::PeriodFrom
        | Field::PeriodTo
        | Field::Feedback
        | Field::ConcentratedUntil
        | Field::Deadline
        | Field::CompletedOn
        | Field::Date => parse_date(text).is_some(),
        _ => true,
    }
}

impl Node {
    pub fn new(kind: Kind, id: Option<Id>) -> Node {
        Node {
            kind,
            id,
            values: Vec::new(),
            children: Vec::new(),
        }
    }

    pub fn value(&self, field: &Field) -> Option<&Text> {
        self.values
            .iter()
            .find(|(each, _)| each == field)
            .map(|(_, value)| value)
    }

    /// What to call it.
    pub fn title(&self) -> Text {
        let names = [Field::Title, Field::Heading, Field::Body];
        names
            .iter()
            .find_map(|field| self.value(field))
            .cloned()
            .unwrap_or_default()
    }

    pub fn of_kind(&self, kind: &Kind) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(move |child| child.kind == *kind)
    }

    pub fn from_ledger(ledger: &Ledger) -> Node {
        let inspection = &ledger.inspection;
        let areas = ledger.focus_areas.iter().map(Node::from_area);
        Node::new(Kind::Ledger, Some(Id::ROOT))
            .with(Field::Name, &ledger.name)
            .with(Field::Source, &inspection.source)
            .with(Field::Team, &inspection.team)
            .with(Field::Unit, &inspection.unit)
            .with_date(Field::PeriodFrom, inspection.period_from)
            .with_date(Field::PeriodTo, inspection.period_to)
            .with_date(Field::Feedback, inspection.feedback)
            .with_date(Field::ConcentratedUntil, inspection.concentrated_until)
            .with_children(areas.chain(ledger.unplaced.iter().map(Node::from_unplaced)))
    }

    fn from_area(area: &FocusArea) -> Node {
        Node::new(Kind::FocusArea, Some(area.id))
            .with(Field::Title, &area.title)
            .with_children(area.categories.iter().map(Node::from_category))
    }

    fn from_category(category: &Category) -> Node {
        Node::new(Kind::Category, Some(category.id))
            .with(Field::Title, &category.title)
            .with_children(category.findings.iter().map(Node::from_finding))
    }

    fn from_finding(finding: &Finding) -> Node {
        let none = Text::default();
        Node::new(Kind::Finding, Some(finding.id))
            .with(
                Field::Title,
                if finding.stands_for_category {
                    &none
                } else {
                    &finding.title
                },
            )
            .with(Field::Detail, &finding.detail)
            .with(Field::Status, &finding.status.code().into())
            .with(Field::Remedy, &finding.remedy.map_or("", Remedy::code).into())
            .with(Field::Leader, &finding.leader)
            .with(Field::Department, &finding.department)
            .with(Field::Owner, &finding.owner)
            .with_date(Field::Deadline, finding.deadline)
            .with_date(Field::CompletedOn, finding.completed_on)
            .with(Field::Problem, &finding.problem)
            .with(Field::Reason, &finding.reason)
            .with(Field::NextStep, &finding.next_step)
            .with(Field::Note, &finding.note)
            .with_children(finding.measures.iter().map(Node::from_measure))
    }

    fn from_measure(measure: &Measure) -> Node {
        Node::new(Kind::Measure, Some(measure.id))
            .with(Field::Heading, &measure.heading)
            .with(Field::Body, &measure.text)
            .with(Field::Status, &measure.status.code().into())
            .with_date(Field::Date, measure.date)
            .with(Field::Owner, &measure.owner)
    }

    fn from_unplaced(item: &Unplaced) -> Node {
        Node::new(Kind::Unplaced, Some(item.id))
            .with(Field::Title, &item.title)
            .with(Field::Problem, &item.problem)
            .with(Field::Reason, &item.reason)
            .with(Field::NextStep, &item.next_step)
            .with_date(Field::Deadline, item.deadline)
    }

    fn with(mut self, field: Field, value: &Text) -> Node {
        if !value.is_empty() {
            self.values.push((field, value.clone()));
        }
        self
    }

    fn with_date(self, field: Field, date: Option<NaiveDate>) -> Node {
        self.with(field, &date.map(|date| date.to_string()).unwrap_or_default().into())
    }

    fn with_children(mut self, children: impl Iterator<Item = Node>) -> Node {
        self.children = children.collect();
        self
    }
}
