//! One record's own values as a plain one: each value that it has is looked at once, so that one it has not costs nothing.

use super::{Change, Fault, state::Record};
use crate::ledger::{
    Accountability, Acknowledgement, Amount, CountedAs, Entry, Field, Finding, Id, Inspection, Kind, Measure, Penalty,
    Recovered, Recovery, Remedy, ReportSection, ReportSettings, Rule, RuleAct, SETTINGS, Stated, Statement, Status,
    Text, Unplaced, Values, YES, parse_date, parse_number,
};

/// A record, as the journal has it.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub id: Id,
    pub record: &'a Record,
    pub changes: &'a [Change],
}

/// The fields of the ledger itself.
#[derive(Default)]
pub(super) struct Root {
    pub name: Text,
    pub inspection: Inspection,
    pub report: ReportSettings,
    pub settings: Values,
}

impl Source<'_> {
    /// Shows every value that its field accepts; the others are faults.
    fn read(&self, faults: &mut Vec<Fault>, set: &mut dyn FnMut(&Field, &Text)) {
        let known = faults.len();
        self.record.each_value(self.changes, &mut |field, value| {
            if value.is_empty() || field.accepts(value) {
                return set(field, value);
            }
            // A file may give a record one field twice: then the bad value clears what came before it, if it is the one
            // that shows.
            set(field, &Text::EMPTY);
            if self.record.value(self.changes, field) == Some(value) {
                faults.push(Fault::BadValue {
                    record: self.id,
                    field: field.clone(),
                    value: value.clone(),
                });
            }
        });
        if faults.len() > known + 1 {
            in_order(&mut faults[known..]);
        }
    }

    /// Of an area or a category, that have nothing else.
    /// Of a focus area or a category.
    pub fn title_and_form(&self, faults: &mut Vec<Fault>) -> (Text, Text) {
        let (mut title, mut form) = (Text::default(), Text::default());
        self.read(faults, &mut |field, value| match field {
            Field::Title => title = value.clone(),
            Field::ReportForm => form = value.clone(),
            _ => {}
        });
        (title, form)
    }

    pub fn root(&self, faults: &mut Vec<Fault>) -> Root {
        let mut root = Root::default();
        let (inspection, report, settings) = (&mut root.inspection, &mut root.report, &mut root.settings);
        self.read(faults, &mut |field, value| match field {
            Field::Name => root.name = value.clone(),
            Field::Source => inspection.source = value.clone(),
            Field::Team => inspection.team = value.clone(),
            Field::Unit => inspection.unit = value.clone(),
            Field::PeriodFrom => inspection.period_from = parse_date(value),
            Field::PeriodTo => inspection.period_to = parse_date(value),
            Field::Feedback => inspection.feedback = parse_date(value),
            Field::ConcentratedUntil => inspection.concentrated_until = parse_date(value),
            Field::ReportTitle => report.title = value.clone(),
            Field::ReportIntro => report.intro = value.clone(),
            Field::ReportContact => report.contact = value.clone(),
            Field::ReportStyle => report.style = value.clone(),
            Field::MaskedNames => report.masked_names = value.clone(),
            Field::MaskNumbers => report.mask_numbers = *value == YES,
            _ => settings.set(SETTINGS, field, value),
        });
        root
    }

    pub fn finding(&self, faults: &mut Vec<Fault>) -> Finding {
        let mut finding = Finding::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Title => finding.title = value.clone(),
            Field::Detail => finding.detail = value.clone(),
            Field::Status => finding.status = status(value),
            Field::Remedy => finding.remedy = Remedy::from_code(value),
            Field::Leader => finding.leader = value.clone(),
            Field::Department => finding.department = value.clone(),
            Field::CoDepartments => finding.co_departments = value.clone(),
            Field::Owner => finding.owner = value.clone(),
            Field::Deadline => finding.deadline = parse_date(value),
            Field::CompletedOn => finding.completed_on = parse_date(value),
            Field::Problem => finding.problem = value.clone(),
            Field::Reason => finding.reason = value.clone(),
            Field::NextStep => finding.next_step = value.clone(),
            Field::Note => finding.note = value.clone(),
            Field::Withheld => finding.withheld = value.clone(),
            Field::PublicTitle => finding.public.title = value.clone(),
            Field::PublicProblem => finding.public.problem = value.clone(),
            Field::PublicReason => finding.public.reason = value.clone(),
            Field::PublicNextStep => finding.public.next_step = value.clone(),
            Field::ReportForm => finding.form = value.clone(),
            Field::ItemForm => finding.item_form = value.clone(),
            Field::ItemPlace => finding.item_place = parse_number(value).unwrap_or_default(),
            _ => {}
        });
        finding
    }

    pub fn measure(&self, faults: &mut Vec<Fault>) -> Measure {
        let mut measure = Measure::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Heading => measure.heading = value.clone(),
            Field::Body => measure.text = value.clone(),
            Field::Status => measure.status = status(value),
            Field::Date => measure.date = parse_date(value),
            Field::Owner => measure.owner = value.clone(),
            Field::Result => measure.result = value.clone(),
            Field::Withheld => measure.withheld = value.clone(),
            Field::PublicHeading => measure.public.heading = value.clone(),
            Field::PublicText => measure.public.text = value.clone(),
            _ => {}
        });
        measure
    }

    pub fn unplaced(&self, faults: &mut Vec<Fault>) -> Unplaced {
        let mut item = Unplaced::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Title => item.title = value.clone(),
            Field::Problem => item.problem = value.clone(),
            Field::Reason => item.reason = value.clone(),
            Field::NextStep => item.next_step = value.clone(),
            Field::Deadline => item.deadline = parse_date(value),
            Field::ItemForm => item.item_form = value.clone(),
            Field::ItemPlace => item.item_place = parse_number(value).unwrap_or_default(),
            _ => {}
        });
        item
    }

    pub fn accountability(&self, faults: &mut Vec<Fault>) -> Accountability {
        let mut accountability = Accountability::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Type => accountability.penalty = Penalty::from_code(value),
            Field::Number => accountability.number = parse_number(value),
            Field::CountedAs => accountability.counted_as = CountedAs::from_code(value),
            Field::Passage => accountability.passage = value.clone(),
            _ => {}
        });
        accountability
    }

    pub fn rule(&self, faults: &mut Vec<Fault>) -> Rule {
        let mut rule = Rule::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Title => rule.title = value.clone(),
            Field::Date => rule.date = parse_date(value),
            Field::Act => rule.act = RuleAct::from_code(value),
            Field::Passage => rule.passage = value.clone(),
            _ => {}
        });
        rule
    }

    pub fn recovered(&self, faults: &mut Vec<Fault>) -> Recovered {
        let mut recovered = Recovered::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Type => recovered.recovery = Recovery::from_code(value),
            Field::Amount => recovered.amount = Amount::from_code(value),
            Field::Passage => recovered.passage = value.clone(),
            _ => {}
        });
        recovered
    }

    pub fn statement(&self, faults: &mut Vec<Fault>) -> Statement {
        let mut statement = Statement::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::What => statement.what = Stated::from_code(value),
            Field::Number => statement.number = parse_number(value),
            Field::Passage => statement.passage = value.clone(),
            _ => {}
        });
        statement
    }

    pub fn acknowledgement(&self, faults: &mut Vec<Fault>) -> Acknowledgement {
        let mut acknowledgement = Acknowledgement::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Check => acknowledgement.check = value.clone(),
            Field::Subject => acknowledgement.subject = value.clone(),
            Field::Seen => acknowledgement.seen = value.clone(),
            Field::Reason => acknowledgement.reason = value.clone(),
            _ => {}
        });
        acknowledgement
    }

    pub fn section(&self, faults: &mut Vec<Fault>) -> ReportSection {
        let mut section = ReportSection::new(self.id);
        self.read(faults, &mut |field, value| match field {
            Field::Part => section.part = value.clone(),
            Field::Title => section.title = value.clone(),
            Field::Body => section.text = value.clone(),
            _ => {}
        });
        section
    }

    /// Without what stands under it.
    pub fn entry(&self, kind: &Kind, faults: &mut Vec<Fault>) -> Entry {
        let mut entry = Entry::new(self.id, kind.clone());
        let table = kind.entry_fields();
        self.read(faults, &mut |field, value| entry.values.set(table, field, value));
        entry
    }
}

fn status(code: &str) -> Status {
    Status::from_code(code).unwrap_or_default()
}

/// By field: a record's own order depends on how its changes arrived.
fn in_order(faults: &mut [Fault]) {
    crate::ledger::sort_by_key(faults, |fault| match fault {
        Fault::BadValue { field, .. } => Some(field.clone()),
        _ => None,
    });
}
