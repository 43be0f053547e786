//! What happens to a ledger day by day: records that the page keeps by field and value, and reads as plain types ([`super::acts`])
//! only where they are shown.

use super::{Field, Id, Kind, Text};

/// Values by field, only those that their field accepts, in the order of the table of fields.
// Invariant: each field once, none empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Values(Vec<(Field, Text)>);

/// A record that is kept by field and value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: Id,
    pub kind: Kind,
    pub values: Values,
    /// What stands under it.
    pub entries: Vec<Entry>,
}

/// The settings of a ledger that are kept by field and value, in the order in which they are written.
pub const SETTINGS: &[Field] = &[
    Field::PlanDue,
    Field::ReportDue,
    Field::Holidays,
    Field::WarnGreen,
    Field::WarnYellow,
    Field::ClosingSteps,
    Field::ClosingEvidence,
    Field::LetterReminder,
    Field::LetterSupervision,
    Field::LetterWarning,
];

impl Kind {
    /// The fields of a kind that is kept as an [`Entry`], in the order in which they are written; none of the others.
    pub fn entry_fields(&self) -> &'static [Field] {
        match self {
            Kind::Progress => &[Field::Date, Field::Body],
            Kind::Evidence => &[Field::Name, Field::Size, Field::Sha256, Field::Date, Field::Note],
            Kind::Closure => &[
                Field::Step,
                Field::Date,
                Field::Person,
                Field::Body,
                Field::Deadline,
                Field::FirstDeadline,
                Field::CompletedOn,
            ],
            Kind::Extension => &[
                Field::DeadlineBefore,
                Field::Deadline,
                Field::Reason,
                Field::Person,
                Field::Date,
            ],
            Kind::Recheck => &[Field::Date, Field::Outcome, Field::Person, Field::Body],
            Kind::Repeat => &[
                Field::OtherLedger,
                Field::OtherRecord,
                Field::Title,
                Field::Unit,
                Field::Date,
            ],
            Kind::Meeting => &[
                Field::Date,
                Field::Type,
                Field::Title,
                Field::People,
                Field::Body,
                Field::Since,
            ],
            Kind::Decision => &[
                Field::Subject,
                Field::Body,
                Field::Owner,
                Field::Deadline,
                Field::Became,
            ],
            Kind::Reminder => &[
                Field::Date,
                Field::Level,
                Field::Department,
                Field::Findings,
                Field::Deadline,
                Field::Body,
            ],
            Kind::Roster => &[Field::Type, Field::Title, Field::Department, Field::Note],
            Kind::View => &[Field::Title, Field::Query],
            _ => &[],
        }
    }
}

impl Values {
    /// Takes over those values whose field is in the table; of a field that comes twice, the last one.
    pub fn set(&mut self, table: &[Field], field: &Field, value: &Text) {
        let place = |field: &Field| table.iter().position(|each| each == field);
        let Some(at) = place(field) else { return };
        self.0.retain(|(each, _)| each != field);
        if !value.is_empty() {
            let before = self.0.iter().take_while(|(each, _)| place(each) < Some(at)).count();
            self.0.insert(before, (field.clone(), value.clone()));
        }
    }

    /// Empty where there is none.
    pub fn value(&self, field: &Field) -> &str {
        self.text(field).map_or("", Text::as_str)
    }

    pub fn text(&self, field: &Field) -> Option<&Text> {
        let found = self.0.iter().find(|(each, _)| each == field);
        found.map(|(_, value)| value)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (Field, Text)> {
        self.0.iter()
    }
}

impl Entry {
    pub fn new(id: Id, kind: Kind) -> Entry {
        Entry {
            id,
            kind,
            values: Values::default(),
            entries: Vec::new(),
        }
    }

    /// Empty where there is none.
    pub fn value(&self, field: &Field) -> &str {
        self.values.value(field)
    }

    /// Whether a record is this one or stands under it.
    pub fn holds(&self, record: Id) -> bool {
        self.id == record || self.entries.iter().any(|entry| entry.holds(record))
    }

    /// Every record that [`Entry::holds`].
    pub fn each_record(&self, see: &mut dyn FnMut(Id)) {
        see(self.id);
        self.entries.iter().for_each(|entry| entry.each_record(see));
    }

    /// The entry with an id, here or below.
    pub fn find_mut(entries: &mut [Entry], id: Id) -> Option<&mut Entry> {
        entries.iter_mut().find(|entry| entry.id == id)
    }
}
