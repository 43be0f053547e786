//! What a meeting decided: the finding it is about, and what it became.

use crate::{
    journal::{Edit, NewRecord},
    ledger::{Field, Finding, Id, Kind, Ledger, acts::Decision},
};

/// What a decision became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// A measure of this finding.
    Measure(Id),
    /// A line in the note of this finding.
    Note(Id),
    /// Something that is not there any more.
    Gone,
}

pub fn became(ledger: &Ledger, decision: &Decision) -> Option<Became> {
    let record = decision.became?;
    let mut findings = ledger.findings();
    let found = findings.find_map(|finding| {
        let is_measure = finding.measures.iter().any(|measure| measure.id == record);
        match finding.id == record {
            true => Some(Became::Note(finding.id)),
            false => is_measure.then_some(Became::Measure(finding.id)),
        }
    });
    Some(found.unwrap_or(Became::Gone))
}

/// Makes a decision a measure of its finding. `record`: what the new measure will be called.
pub fn as_measure(ledger: &Ledger, decision: &Decision, record: Id) -> Vec<Edit> {
    let Some(finding) = finding_of(ledger, decision) else {
        return Vec::new();
    };
    // The first sentence is the heading, as in a report.
    let (heading, text) = decision.text.split_once('。').unwrap_or((&decision.text, ""));
    let deadline = decision.deadline.map(|day| day.to_string()).unwrap_or_default();
    let measure = NewRecord::new(Kind::Measure)
        .with(Field::Heading, heading.trim())
        .with(Field::Body, text.trim())
        .with(Field::Date, deadline)
        .with(Field::Owner, decision.owner.clone());
    vec![
        Edit::add(finding.id, measure),
        Edit::set(decision.id, Field::Became, record.to_string()),
    ]
}

/// Puts a line about a decision into the note of its finding.
pub fn as_note(ledger: &Ledger, decision: &Decision, line: &str) -> Vec<Edit> {
    let Some(finding) = finding_of(ledger, decision) else {
        return Vec::new();
    };
    let between = if finding.note.is_empty() { "" } else { "\n" };
    let note = [&*finding.note, between, line].concat();
    vec![
        Edit::set(finding.id, Field::Note, note),
        Edit::set(decision.id, Field::Became, finding.id.to_string()),
    ]
}

fn finding_of<'a>(ledger: &'a Ledger, decision: &Decision) -> Option<&'a Finding> {
    ledger.finding(decision.subject?)
}

/// A finding as it is chosen from a list.
pub fn finding_label(number: usize, title: &str) -> String {
    [&*number.to_string(), ". ", title].concat()
}

/// The finding that a typed text means: by its number, with or without its title behind it, or by its whole title.
pub fn finding_meant(ledger: &Ledger, typed: &str) -> Option<Id> {
    let typed = typed.trim();
    let mut findings = (1..).zip(ledger.findings());
    let meant = |number: usize, finding: &Finding| {
        typed == number.to_string() || typed == finding.title.as_str() || typed == finding_label(number, &finding.title)
    };
    let found = findings.find(|(number, finding)| meant(*number, finding));
    found.filter(|_| !typed.is_empty()).map(|(_, finding)| finding.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::{Book, Hand},
        ledger::{Actor, acts::Act, parse_date},
    };

    fn hand() -> Hand {
        Hand {
            actor: Actor::from_random(7),
            author: "王芳".into(),
            secret: Default::default(),
        }
    }

    fn book() -> Book {
        let finding = |title: &str| NewRecord::new(Kind::Finding).with(Field::Title, title);
        let category = NewRecord::new(Kind::Category).with_children([finding("培训不足"), finding("2")]);
        let area = NewRecord::new(Kind::FocusArea).with_children([category]);
        let mut book = Book::default();
        book.act(&hand(), 1, &[Edit::add(Id::ROOT, area)]);
        let subject = book.ledger().findings().next().expect("a finding").id;
        let decision = NewRecord::new(Kind::Decision)
            .with(Field::Subject, subject.to_string())
            .with(Field::Body, "增加培训。每季度一次。")
            .with(Field::Owner, "李军")
            .with(Field::Deadline, "2026-12-31");
        let meeting = NewRecord::new(Kind::Meeting).with_children([decision]);
        book.act(&hand(), 2, &[Edit::add(Id::ROOT, meeting)]);
        book
    }

    fn decision(book: &Book) -> Decision {
        let meeting = book.ledger().entries.first().expect("a meeting");
        Decision::all(&meeting.entries).next().expect("a decision")
    }

    #[test]
    fn a_decision_becomes_a_measure_in_one_act() {
        let mut book = book();
        assert_eq!(became(book.ledger(), &decision(&book)), None);
        let edits = as_measure(book.ledger(), &decision(&book), book.next_id(hand().actor));
        let changes = book.act(&hand(), 3, &edits);
        let finding = book.ledger().findings().next().expect("a finding");
        let measure = &finding.measures[0];
        assert_eq!(
            (&*measure.heading, &*measure.text, &*measure.owner),
            ("增加培训", "每季度一次。", "李军")
        );
        assert_eq!(measure.date, parse_date("2026-12-31"));
        assert_eq!(
            became(book.ledger(), &decision(&book)),
            Some(Became::Measure(finding.id))
        );
        let measure = measure.id;
        book.act(&hand(), 4, &[Edit::Remove { record: measure }]);
        assert_eq!(became(book.ledger(), &decision(&book)), Some(Became::Gone));
        let act: Vec<Id> = changes.iter().map(|change| change.id).collect();
        book.undo(&hand(), 5, &act);
        assert_eq!(became(book.ledger(), &decision(&book)), None);
    }

    #[test]
    fn a_decision_becomes_a_line_of_the_note() {
        let mut book = book();
        for expected in ["一", "一\n二"] {
            let line = expected.lines().last().unwrap_or_default();
            let edits = as_note(book.ledger(), &decision(&book), line);
            book.act(&hand(), 3, &edits);
            let finding = book.ledger().findings().next().expect("a finding");
            assert_eq!(&*finding.note, expected);
            assert_eq!(became(book.ledger(), &decision(&book)), Some(Became::Note(finding.id)));
        }
    }

    #[test]
    fn a_finding_is_meant_by_number_or_title() {
        let book = book();
        let ids: Vec<Id> = book.ledger().findings().map(|finding| finding.id).collect();
        let check = |typed: &str, at: Option<usize>| {
            assert_eq!(finding_meant(book.ledger(), typed), at.map(|at| ids[at]), "{typed}");
        };
        check("1", Some(0));
        check(" 培训不足 ", Some(0));
        check("1. 培训不足", Some(0));
        check("2", Some(1));
        check("3", None);
        check("", None);
        check("培训", None);
    }
}
