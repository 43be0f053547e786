//! The edits that store a draft in an empty ledger.

use super::draft::{Draft, DraftArea, DraftCategory, DraftFinding, DraftMeasure, DraftUnfinished};
use crate::{
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, Status, Text},
};
use chrono::NaiveDate;

impl Draft {
    /// Sets what is known of the inspection, then adds the areas with all that stands under them, then the unplaced items.
    ///
    /// Every measure is stored as done, those of a finding in progress too: a report tells of measures that were carried
    /// out, and what is still to do stands in the finding's next step.
    pub fn into_edits(&self) -> Vec<Edit> {
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
        let areas = self.areas.iter().map(area);
        let unplaced = self
            .unfinished
            .iter()
            .filter(|item| item.matched.is_none())
            .map(unplaced);
        sets.chain(areas.chain(unplaced).map(|record| Edit::add(Id::ROOT, record)))
            .collect()
    }
}

fn area(area: &DraftArea) -> NewRecord {
    NewRecord::new(Kind::FocusArea)
        .with(Field::Title, area.title.as_str())
        .with_children(area.categories.iter().map(category))
}

fn category(category: &DraftCategory) -> NewRecord {
    NewRecord::new(Kind::Category)
        .with(Field::Title, category.title.as_str())
        .with_children(category.findings.iter().map(finding))
}

fn finding(finding: &DraftFinding) -> NewRecord {
    NewRecord::new(Kind::Finding)
        .with(Field::Title, finding.title.as_str())
        .with_status(finding.status)
        .with(Field::Deadline, day(finding.deadline))
        .with(Field::Problem, finding.problem.as_str())
        .with(Field::Reason, finding.reason.as_str())
        .with(Field::NextStep, finding.next_step.as_str())
        .with_children(finding.measures.iter().map(measure))
}

fn measure(measure: &DraftMeasure) -> NewRecord {
    NewRecord::new(Kind::Measure)
        .with(Field::Heading, measure.heading.as_str())
        .with(Field::Body, measure.text.as_str())
        .with_status(Status::Done)
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
