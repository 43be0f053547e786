//! `Node`: the readable part as a tree of records, each with its fields by name. One table says what stands where.

use crate::ledger::{Field, Id, Kind, Text};

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
        Kind::Ledger => &[
            Field::Name,
            Field::ReportTitle,
            Field::ReportIntro,
            Field::ReportContact,
            Field::ReportStyle,
            Field::MaskedNames,
            Field::MaskNumbers,
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
        ],
        Kind::FocusArea | Kind::Category => &[Field::Title, Field::ReportForm],
        Kind::Finding => &[
            Field::Title,
            Field::Detail,
            Field::Status,
            Field::Remedy,
            Field::Leader,
            Field::Department,
            Field::CoDepartments,
            Field::Owner,
            Field::Deadline,
            Field::CompletedOn,
            Field::Problem,
            Field::Reason,
            Field::NextStep,
            Field::Note,
            Field::Withheld,
            Field::PublicTitle,
            Field::PublicProblem,
            Field::PublicReason,
            Field::PublicNextStep,
            Field::ReportForm,
            Field::ItemForm,
            Field::ItemPlace,
        ],
        Kind::Measure => &[
            Field::Heading,
            Field::Body,
            Field::Status,
            Field::Date,
            Field::Owner,
            Field::Result,
            Field::Withheld,
            Field::PublicHeading,
            Field::PublicText,
        ],
        Kind::Unplaced => &[
            Field::Title,
            Field::Problem,
            Field::Reason,
            Field::NextStep,
            Field::Deadline,
            Field::ItemForm,
            Field::ItemPlace,
        ],
        Kind::Accountability => &[Field::Type, Field::Number, Field::CountedAs, Field::Passage],
        Kind::Rule => &[Field::Title, Field::Date, Field::Act, Field::Passage],
        Kind::Recovered => &[Field::Type, Field::Amount, Field::Passage],
        Kind::Statement => &[Field::What, Field::Number, Field::Passage],
        Kind::Acknowledgement => &[Field::Check, Field::Subject, Field::Seen, Field::Reason],
        Kind::Section => &[Field::Part, Field::Title, Field::Body],
        entry => entry.entry_fields(),
    }
}

/// The lists of records that stand in a record.
pub(super) fn lists(kind: &Kind) -> &'static [(&'static str, Kind)] {
    match kind {
        Kind::Ledger => &[
            ("focus_areas", Kind::FocusArea),
            ("unplaced", Kind::Unplaced),
            ("accountability", Kind::Accountability),
            ("statements", Kind::Statement),
            ("acknowledgements", Kind::Acknowledgement),
            ("sections", Kind::Section),
            ("meetings", Kind::Meeting),
            ("reminders", Kind::Reminder),
            ("roster", Kind::Roster),
            ("views", Kind::View),
        ],
        Kind::FocusArea => &[("categories", Kind::Category)],
        Kind::Category => &[("findings", Kind::Finding)],
        Kind::Finding => &[
            ("measures", Kind::Measure),
            ("accountability", Kind::Accountability),
            ("recovered", Kind::Recovered),
            ("progress", Kind::Progress),
            ("evidence", Kind::Evidence),
            ("closures", Kind::Closure),
            ("extensions", Kind::Extension),
            ("rechecks", Kind::Recheck),
            ("repeats", Kind::Repeat),
        ],
        Kind::Measure => &[
            ("rules", Kind::Rule),
            ("progress", Kind::Progress),
            ("evidence", Kind::Evidence),
        ],
        Kind::Meeting => &[("decisions", Kind::Decision)],
        _ => &[],
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
        let names = [
            Field::Title,
            Field::Heading,
            Field::Body,
            Field::Passage,
            Field::Subject,
            Field::Name,
            Field::Date,
        ];
        names
            .iter()
            .find_map(|field| self.value(field))
            .cloned()
            .unwrap_or_default()
    }

    pub fn of_kind(&self, kind: &Kind) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(move |child| child.kind == *kind)
    }
}
