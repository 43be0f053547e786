//! 名录: who leads, which department answers, who does it; how often each name stands in the ledger, and one name for another.

use super::department::split;
use crate::{
    journal::Edit,
    ledger::{
        Field, Finding, Id, Kind, Ledger, Text,
        acts::{Act, Roster, RosterKind},
    },
};

/// A name of one of the lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub name: Text,
    /// Findings that name it, themselves or in a measure.
    pub findings: Vec<Id>,
    /// Its own line in the ledger's list, where it has one.
    pub listed: Option<Id>,
    pub note: Text,
}

/// Every name of a list: those in use in the order of first mention, then those that are only listed.
pub fn people(ledger: &Ledger, list: RosterKind) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    let mut note = |name: &str, finding: Option<Id>| {
        let at = all.iter().position(|each| each.name.as_str() == name);
        let at = at.unwrap_or_else(|| {
            all.push(Named {
                name: Text::from(name),
                findings: Vec::new(),
                listed: None,
                note: Text::default(),
            });
            all.len() - 1
        });
        if let Some(finding) = finding.filter(|finding| all[at].findings.last() != Some(finding)) {
            all[at].findings.push(finding);
        }
        at
    };
    for finding in ledger.findings() {
        for (_, _, text) in places(finding, list) {
            for name in split(text) {
                note(name, Some(finding.id));
            }
        }
    }
    let listed: Vec<(usize, Roster)> = Roster::all(&ledger.entries)
        .filter(|each| each.kind == Some(list) && !each.name.is_empty())
        .map(|each| (note(&each.name, None), each))
        .collect();
    for (at, each) in listed {
        (all[at].listed, all[at].note) = (Some(each.id), each.note);
    }
    all
}

/// One name for another everywhere in the ledger, as the edits of one act. A field that would name one twice names it once; so
/// two names become one where `to` is in use already.
pub fn rename(ledger: &Ledger, list: RosterKind, from: &str, to: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut put = |record: Id, field: Field, text: &str| {
        if let Some(renamed) = renamed(text, from, to) {
            edits.push(Edit::set(record, field, renamed));
        }
    };
    for finding in ledger.findings() {
        for (record, field, text) in places(finding, list) {
            put(record, field, text);
        }
    }
    for entry in &ledger.entries {
        let field = match (&entry.kind, list) {
            (Kind::Reminder | Kind::Roster, RosterKind::Department) => Field::Department,
            _ => continue,
        };
        put(entry.id, field.clone(), entry.values.value(&field));
    }
    let meetings = ledger.entries.iter().filter(|entry| entry.kind == Kind::Meeting);
    for decision in meetings.flat_map(|meeting| &meeting.entries) {
        if list == RosterKind::Person {
            put(decision.id, Field::Owner, decision.values.value(&Field::Owner));
        }
    }
    let listed: Vec<Roster> = Roster::all(&ledger.entries)
        .filter(|each| each.kind == Some(list))
        .collect();
    let is_taken = listed.iter().any(|each| each.name.as_str() == to);
    for each in listed.iter().filter(|each| each.name.as_str() == from) {
        edits.push(match is_taken {
            true => Edit::Remove { record: each.id },
            false => Edit::set(each.id, Field::Title, to),
        });
    }
    edits
}

/// Where a finding names those of a list: record, field and text.
fn places(finding: &Finding, list: RosterKind) -> Vec<(Id, Field, &Text)> {
    let id = finding.id;
    match list {
        RosterKind::Leader => vec![(id, Field::Leader, &finding.leader)],
        RosterKind::Department => vec![
            (id, Field::Department, &finding.department),
            (id, Field::CoDepartments, &finding.co_departments),
        ],
        RosterKind::Person => {
            let measures = finding.measures.iter();
            let measures = measures.map(|measure| (measure.id, Field::Owner, &measure.owner));
            [(id, Field::Owner, &finding.owner)]
                .into_iter()
                .chain(measures)
                .collect()
        }
    }
}

/// The text with one name for another; none where it does not name it.
fn renamed(text: &str, from: &str, to: &str) -> Option<String> {
    if !split(text).any(|name| name == from) {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for name in split(text) {
        let name = if name == from { to } else { name };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Some(names.join("、"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::{Book, Hand, NewRecord},
        ledger::Actor,
    };

    fn hand() -> Hand {
        Hand {
            actor: Actor::from_random(5),
            author: "王芳".into(),
            secret: Default::default(),
        }
    }

    fn book() -> Book {
        let finding = |leader: &str, department: &str, others: &str, owner: &str| {
            NewRecord::new(Kind::Finding)
                .with(Field::Leader, leader)
                .with(Field::Department, department)
                .with(Field::CoDepartments, others)
                .with(Field::Owner, owner)
                .with_children([NewRecord::new(Kind::Measure).with(Field::Owner, "李军")])
        };
        let category = NewRecord::new(Kind::Category).with(Field::Title, "类").with_children([
            finding("王主任", "财务科、办公室", "人事科", "赵敏"),
            finding("王主任", "财务部", "", "李军"),
            finding("张副主任", "办公室", "财务科", ""),
        ]);
        let area = NewRecord::new(Kind::FocusArea)
            .with(Field::Title, "面")
            .with_children([category]);
        let listed = |kind: RosterKind, name: &str| {
            NewRecord::new(Kind::Roster)
                .with(Field::Type, kind.code())
                .with(Field::Title, name)
        };
        let mut book = Book::default();
        book.act(
            &hand(),
            1,
            &[
                Edit::add(Id::ROOT, area),
                Edit::add(
                    Id::ROOT,
                    listed(RosterKind::Department, "财务科").with(Field::Note, "二楼"),
                ),
                Edit::add(Id::ROOT, listed(RosterKind::Department, "后勤科")),
                Edit::add(Id::ROOT, listed(RosterKind::Person, "财务科")),
            ],
        );
        book
    }

    fn told(book: &Book, list: RosterKind) -> Vec<(String, usize, bool)> {
        let all = people(book.ledger(), list).into_iter();
        all.map(|each| (each.name.to_string(), each.findings.len(), each.listed.is_some()))
            .collect()
    }

    #[test]
    fn every_name_is_counted_by_the_findings_that_name_it() {
        let book = book();
        let expected = [
            ("财务科", 2, true),
            ("办公室", 2, false),
            ("人事科", 1, false),
            ("财务部", 1, false),
            ("后勤科", 0, true),
        ];
        let expected = expected.map(|(name, count, listed)| (name.to_owned(), count, listed));
        assert_eq!(told(&book, RosterKind::Department), expected);
        let persons = told(&book, RosterKind::Person);
        assert_eq!(
            persons[1],
            ("李军".to_owned(), 3, false),
            "a finding counts once, with its measures"
        );
        assert_eq!(people(book.ledger(), RosterKind::Department)[0].note.as_str(), "二楼");
    }

    #[test]
    fn two_names_become_one_in_one_act_that_can_be_undone() {
        let mut book = book();
        let before = book.ledger().clone();
        let edits = rename(book.ledger(), RosterKind::Department, "财务部", "财务科");
        let made = book.act(&hand(), 2, &edits);
        assert_eq!(told(&book, RosterKind::Department)[0], ("财务科".to_owned(), 3, true));
        let edits = rename(book.ledger(), RosterKind::Department, "办公室", "财务科");
        let more = book.act(&hand(), 3, &edits);
        let first = book.ledger().findings().next().unwrap();
        assert_eq!(first.department.as_str(), "财务科", "named once");
        for act in [more, made] {
            let act: Vec<Id> = act.iter().map(|change| change.id).collect();
            book.undo(&hand(), 4, &act);
        }
        assert_eq!(*book.ledger(), before);
    }

    #[test]
    fn a_listed_name_is_renamed_too_or_goes_where_the_other_is_listed() {
        let mut book = book();
        let edits = rename(book.ledger(), RosterKind::Department, "后勤科", "财务科");
        assert!(matches!(edits[..], [Edit::Remove { .. }]));
        let edits = rename(book.ledger(), RosterKind::Department, "后勤科", "保障科");
        book.act(&hand(), 2, &edits);
        assert!(told(&book, RosterKind::Department).contains(&("保障科".to_owned(), 0, true)));
        assert_eq!(
            rename(book.ledger(), RosterKind::Leader, "王主", "李"),
            [],
            "a part of a name is none"
        );
    }
}
