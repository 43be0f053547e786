//! What stands under a finding and is told of beside it: its measures, and what happened to it day by day.

use super::{ChangedStep, MEASURE_FIELDS, fields_between};
use crate::{
    journal::Book,
    ledger::{Entry, Field, Finding, Id, Kind, Text},
};

pub(super) struct Part {
    pub record: Id,
    kind: Kind,
    name: Text,
}

/// Measures first, each with its entries; then those of the finding itself.
pub(super) fn parts(finding: &Finding) -> Vec<Part> {
    let mut parts = Vec::new();
    for measure in &finding.measures {
        let name = match measure.heading.is_empty() {
            true => &measure.text,
            false => &measure.heading,
        };
        parts.push(Part {
            record: measure.id,
            kind: Kind::Measure,
            name: name.clone(),
        });
        parts.extend(measure.entries.iter().map(of_entry));
    }
    parts.extend(finding.entries.iter().map(of_entry));
    parts
}

fn of_entry(entry: &Entry) -> Part {
    let names = [Field::Title, Field::Name, Field::Body, Field::Reason, Field::Date];
    let name = names.iter().find_map(|field| entry.values.text(field));
    Part {
        record: entry.id,
        kind: entry.kind.clone(),
        name: name.cloned().unwrap_or_default(),
    }
}

impl Part {
    pub fn added(&self) -> ChangedStep {
        ChangedStep::PartAdded {
            record: self.record,
            kind: self.kind.clone(),
            name: self.name.clone(),
        }
    }

    pub fn removed(&self) -> ChangedStep {
        ChangedStep::PartRemoved {
            record: self.record,
            kind: self.kind.clone(),
            name: self.name.clone(),
        }
    }

    pub fn fields_between(&self, before: &Book, after: &Book, steps: &mut Vec<ChangedStep>) {
        let fields = match self.kind {
            Kind::Measure => &MEASURE_FIELDS,
            _ => self.kind.entry_fields(),
        };
        let part = Some((self.kind.clone(), self.name.clone()));
        fields_between(before, after, self.record, part, fields, steps);
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            changes_between,
            tests::{book, hand},
        },
        *,
    };
    use crate::journal::{Edit, NewRecord};

    #[test]
    fn what_happened_to_a_finding_is_told_under_it_and_given_back() {
        let (mut book, ids) = book();
        let measure = book.ledger().finding(ids[0]).expect("甲").measures[0].id;
        let note = |text: &str| NewRecord::new(Kind::Progress).with(Field::Body, text);
        let evidence = NewRecord::new(Kind::Evidence).with(Field::Name, "办法.pdf");
        let early = [Edit::add(ids[0], note("已部署。")), Edit::add(measure, evidence)];
        let made: Vec<Id> = book
            .act(&hand(), 2_000, &early)
            .iter()
            .map(|change| change.id)
            .collect();
        let later = [
            Edit::set(made[0], Field::Body, "已部署到科室。"),
            Edit::Remove { record: made[1] },
            Edit::add(ids[0], note("已验收。")),
            Edit::set(ids[0], Field::CoDepartments, "信息科"),
        ];
        let new = book.act(&hand(), 5_000, &later)[2].id;
        let before = book.at(4_000);
        let changed = changes_between(&before, &book);
        assert_eq!(changed.len(), 1);
        let field = |record, part, field, from: &str, to: &str| ChangedStep::Field {
            record,
            part,
            field,
            from: from.into(),
            to: to.into(),
        };
        let note_name = Some((Kind::Progress, "已部署到科室。".into()));
        assert_eq!(
            changed[0].steps,
            [
                field(ids[0], None, Field::CoDepartments, "", "信息科"),
                field(made[0], note_name, Field::Body, "已部署。", "已部署到科室。"),
                ChangedStep::PartAdded {
                    record: new,
                    kind: Kind::Progress,
                    name: "已验收。".into(),
                },
                ChangedStep::PartRemoved {
                    record: made[1],
                    kind: Kind::Evidence,
                    name: "办法.pdf".into(),
                },
            ]
        );
        book.act(&hand(), 6_000, &changed[0].give_back());
        assert_eq!(book.ledger(), before.ledger());
    }
}
