//! Where a paragraph of the report stands and what it is about, so that it keeps its element while others change.

use crate::{
    formats::report::write::{Paragraph, ParagraphKind, Passage},
    ledger::{Id, IdMap, Ledger},
};

/// A paragraph in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub key: Key,
    pub paragraph: Paragraph,
}

/// What tells a paragraph from all others, whatever it says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    pub kind: ParagraphKind,
    pub subject: Subject,
    passage: Passage,
    record: Option<Id>,
    /// Counts paragraphs that are alike in all else.
    nth: usize,
    /// The first of those in a row that are about one subject.
    pub opens: bool,
}

/// What a paragraph is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject {
    Finding(Id),
    /// A measure, and its finding.
    Measure(Id, Id),
    Area(Id),
    Category(Id),
    Unplaced,
    /// Free text.
    Passage(Passage),
    /// What the report itself tells: how much it withholds.
    Note,
}

impl Key {
    /// The name of the paragraph's element.
    pub fn id(&self) -> String {
        let (passage, at) = match self.passage {
            Passage::Title => ("title", 0),
            Passage::Intro => ("intro", 0),
            Passage::Section(at) => ("section", at),
            Passage::Contact => ("contact", 0),
        };
        let level = match self.kind {
            ParagraphKind::Heading(level) => level,
            ParagraphKind::Signature => 5,
            _ => 0,
        };
        let record = self.record.map(|record| record.to_string()).unwrap_or_default();
        format!("public-{passage}-{at}-{record}-{level}-{}", self.nth)
    }
}

/// The paragraphs of a ledger's report with their keys.
pub fn spots(ledger: &Ledger, paragraphs: Vec<Paragraph>) -> Vec<Spot> {
    let subjects = subjects(ledger);
    let mut spots: Vec<Spot> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let subject = match paragraph.record {
            Some(record) => subjects.get(&record).copied().unwrap_or(Subject::Unplaced),
            None if paragraph.kind == ParagraphKind::Note => Subject::Note,
            None => Subject::Passage(paragraph.passage),
        };
        let mut key = Key {
            kind: paragraph.kind,
            subject,
            passage: paragraph.passage,
            record: paragraph.record,
            nth: 0,
            opens: true,
        };
        if let Some(before) = spots.last().map(|spot| &spot.key) {
            key.opens = before.subject != subject || before.passage != key.passage;
            if (before.kind, before.passage, before.record) == (key.kind, key.passage, key.record) {
                key.nth = before.nth + 1;
            }
        }
        spots.push(Spot { key, paragraph });
    }
    spots
}

fn subjects(ledger: &Ledger) -> IdMap<Subject> {
    let mut subjects = IdMap::default();
    for area in &ledger.focus_areas {
        subjects.insert(area.id, Subject::Area(area.id));
        for category in &area.categories {
            // A category that is itself one finding leads to that.
            let standing = category.findings.iter().find(|finding| finding.stands_for_category);
            let subject = standing.map_or(Subject::Category(category.id), |finding| Subject::Finding(finding.id));
            subjects.insert(category.id, subject);
            for finding in &category.findings {
                subjects.insert(finding.id, Subject::Finding(finding.id));
                for measure in &finding.measures {
                    subjects.insert(measure.id, Subject::Measure(measure.id, finding.id));
                }
            }
        }
    }
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::report::{read_report, write::PublicSettings},
        journal::{Book, Edit, Hand},
        ledger::{Actor, Field, Text},
    };

    fn sample(edits: impl FnOnce(&Ledger) -> Vec<Edit>) -> Vec<Spot> {
        let text = include_str!("../../../../public/sample-report.txt");
        let hand = Hand {
            actor: Actor::from_random(3),
            author: Text::default(),
            secret: Default::default(),
        };
        let mut book = Book::default();
        book.act(&hand, 1, &read_report(text).into_edits(text));
        let edits = edits(book.ledger());
        book.act(&hand, 2, &edits);
        let ledger = book.ledger();
        spots(ledger, PublicSettings::from_ledger(ledger).write(ledger, &[]))
    }

    #[test]
    fn every_paragraph_has_a_name_of_its_own() {
        for style in ["", "measures=circled status_place=line"] {
            let spots = sample(|_| vec![Edit::set(Id::ROOT, Field::ReportStyle, style)]);
            let mut names: Vec<String> = spots.iter().map(|spot| spot.key.id()).collect();
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all);
        }
        let mut names: Vec<String> = sample(|ledger| {
            let contact = Edit::set(Id::ROOT, Field::ReportContact, "联系方式。\n云岭局\n2026年1月1日");
            assert!(!ledger.report.contact.is_empty());
            vec![contact]
        })
        .iter()
        .map(|spot| spot.key.id())
        .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "a signature has another name than the contact");
    }

    #[test]
    fn a_finding_opens_once_in_each_section() {
        let spots = sample(|_| Vec::new());
        let opens = |spot: &&Spot| spot.key.opens && matches!(spot.key.subject, Subject::Finding(_));
        // 30 findings, of which 4 are unfinished; one item is unplaced or matched as the sample has it.
        let items = spots
            .iter()
            .filter(|spot| spot.paragraph.text.starts_with("整改时限"))
            .count();
        let unplaced = |spot: &&Spot| spot.key.opens && spot.key.subject == Subject::Unplaced;
        let count = spots.iter().filter(opens).count() + spots.iter().filter(unplaced).count();
        assert_eq!(count, 30 + items);
    }

    #[test]
    fn a_paragraph_keeps_its_key_when_its_words_change() {
        let before = sample(|_| Vec::new());
        let after = sample(|ledger| {
            let finding = ledger.findings().next().expect("a finding");
            vec![Edit::set(finding.id, Field::Title, "另一个标题")]
        });
        let keys = |spots: &[Spot]| spots.iter().map(|spot| spot.key).collect::<Vec<_>>();
        assert_eq!(keys(&before), keys(&after));
        assert_ne!(before, after);
    }
}
