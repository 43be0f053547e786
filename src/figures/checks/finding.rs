//! `CheckFinding`: two values that do not fit together, each with its place, typed for the words of either language.

use chrono::NaiveDate;

use super::Check;
use crate::{
    journal::{Edit, NewRecord},
    ledger::{CountedAs, Field, Id, Kind, Ledger, Penalty, Stated, Status, Text},
};

#[derive(Debug, Clone, PartialEq)]
pub struct CheckFinding {
    pub check: Check,
    /// Names it among those of its check, the same as long as its records stand.
    pub subject: String,
    pub about: About,
    /// The records it concerns; none where it is the whole ledger.
    pub records: Vec<Id>,
    pub first: Side,
    pub second: Side,
    /// Why it is as it should be, where somebody has explained these values.
    pub acknowledged: Option<Text>,
}

/// What the two values are values of.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    Stated(Stated),
    Accountability(Penalty, Option<CountedAs>),
    /// The title of the finding, section, … that it is about; empty for the report as a whole.
    Titled(Text),
}

/// One of the two values.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    pub place: Place,
    pub value: Value,
    /// The sentence it was read from, or the title of the finding that it stands under; may be empty.
    pub words: Text,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// Where the report states it: the record that keeps the statement, if there is one.
    Report(Option<Id>),
    /// The tree of areas, categories, findings and measures.
    Tree,
    /// All findings together.
    Findings,
    Field(Id, Field),
    /// The words that are published for a field.
    Public(Id, Field),
    /// The measures of a finding that are complete.
    CompleteMeasures(Id),
    Measure(Id),
    /// What a finding lacks.
    Missing(Id),
    Today,
    /// Another ledger, by its title.
    Earlier(Text),
    /// The findings of the report, or of the plan.
    InReport,
    InPlan,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Nothing,
    Count(u32),
    Day(NaiveDate),
    /// The day of the check. Another day is no other value.
    Today(NaiveDate),
    Status(Status),
    Fields(Vec<Field>),
    Text(Text),
}

impl Value {
    /// As an acknowledgement keeps it. A long text is kept by its beginning and a sum over all of it.
    fn push_code(&self, out: &mut String) {
        match self {
            Value::Nothing => out.push('-'),
            Value::Count(count) => out.push_str(&count.to_string()),
            Value::Day(day) => out.push_str(&day.to_string()),
            Value::Today(_) => out.push_str("today"),
            Value::Status(status) => out.push_str(status.code()),
            Value::Fields(fields) => {
                for field in fields {
                    out.push_str(field.name());
                    out.push(' ');
                }
            }
            Value::Text(text) => push_text(text, out),
        }
    }
}

/// Letters of a text that an acknowledgement keeps as they are.
const KEPT: usize = 40;

fn push_text(text: &str, out: &mut String) {
    let Some((end, _)) = text.char_indices().nth(KEPT) else {
        return out.push_str(text);
    };
    out.push_str(&text[..end]);
    // FNV-1a
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    out.push_str("… ");
    out.push_str(&sum.to_string());
}

impl Side {
    pub fn new(place: Place, value: Value) -> Side {
        Side {
            place,
            value,
            words: Text::EMPTY,
        }
    }

    pub fn with_words(place: Place, value: Value, words: &Text) -> Side {
        let words = words.clone();
        Side { place, value, words }
    }
}

impl CheckFinding {
    /// One that is about a record, which is also its subject.
    pub(super) fn of_record(check: Check, record: Id, title: &Text, first: Side, second: Side) -> CheckFinding {
        CheckFinding {
            check,
            subject: record.to_string(),
            about: About::Titled(title.clone()),
            records: vec![record],
            first,
            second,
            acknowledged: None,
        }
    }

    /// Both values, as an acknowledgement keeps them.
    pub fn seen(&self) -> String {
        let mut out = String::new();
        self.first.value.push_code(&mut out);
        out.push_str(" | ");
        self.second.value.push_code(&mut out);
        out
    }

    /// Explains these values; an explanation of earlier ones is brought up to date.
    pub fn acknowledge(&self, ledger: &Ledger, reason: &str) -> Vec<Edit> {
        let known = ledger.acknowledgements.iter().rev();
        let mut same = known.filter(|each| *each.check == *self.check.code() && *each.subject == *self.subject);
        match same.next() {
            Some(known) => vec![
                Edit::set(known.id, Field::Seen, self.seen()),
                Edit::set(known.id, Field::Reason, reason),
            ],
            None => {
                let record = NewRecord::new(Kind::Acknowledgement)
                    .with(Field::Check, self.check.code())
                    .with(Field::Subject, self.subject.as_str())
                    .with(Field::Seen, self.seen())
                    .with(Field::Reason, reason);
                vec![Edit::add(Id::ROOT, record)]
            }
        }
    }
}
