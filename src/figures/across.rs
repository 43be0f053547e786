//! Several ledgers together: by unit, by round and by category, and problems that come again.

use chrono::{Datelike, NaiveDate};

use super::{Tally, overall};
use crate::ledger::{
    Actor, Finding, Id, Ledger, Likeness, Text, Wording,
    acts::{Act, Repeat},
    key, problem_title,
};

/// A ledger among others.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub id: Actor,
    pub ledger: Ledger,
    /// Some of its findings are not here, so its figures are not those of the whole.
    pub is_part: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Unit,
    /// Kind of inspection, and the year of its feedback.
    Round,
    Category,
}

impl By {
    pub const ALL: [By; 3] = [By::Unit, By::Round, By::Category];
}

/// The findings of one unit, round or category.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Empty where the ledgers do not say.
    pub name: String,
    /// In how many ledgers.
    pub ledgers: usize,
    pub tally: Tally,
    pub overdue: usize,
}

impl Group {
    fn new(name: String) -> Group {
        Group {
            name,
            ledgers: 0,
            tally: Tally::default(),
            overdue: 0,
        }
    }

    fn count<'a>(&mut self, findings: impl Iterator<Item = &'a Finding>, today: NaiveDate) {
        self.ledgers += 1;
        for finding in findings {
            self.tally.add(finding.status);
            self.overdue += usize::from(finding.is_overdue(today));
        }
    }
}

/// All findings once in each division, in the order in which its names come.
pub fn across(sources: &[Source], by: By, today: NaiveDate) -> Vec<Group> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    for source in sources {
        let ledger = &source.ledger;
        match by {
            By::Unit => group(&mut groups, unit(ledger)).count(ledger.findings(), today),
            By::Round => group(&mut groups, &round(ledger)).count(ledger.findings(), today),
            By::Category => {
                // Two categories of one name in a ledger are one here.
                let mut seen: Vec<String> = Vec::new();
                for (_, category) in ledger.categories() {
                    let title = problem_title(&category.title);
                    let group = group(&mut groups, title);
                    group.count(category.findings.iter(), today);
                    let name = key(title);
                    if seen.contains(&name) {
                        group.ledgers -= 1;
                    }
                    seen.push(name);
                }
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Everything together.
pub fn all_across(sources: &[Source], today: NaiveDate) -> Group {
    let mut all = Group::new(String::new());
    sources
        .iter()
        .for_each(|source| all.count(source.ledger.findings(), today));
    debug_assert_eq!(
        all.tally.total(),
        sources
            .iter()
            .map(|source| overall(&source.ledger).total())
            .sum::<usize>()
    );
    all
}

fn group<'a>(groups: &'a mut Vec<(String, Group)>, name: &str) -> &'a mut Group {
    let wanted = key(name);
    let at = groups.iter().position(|(key, _)| *key == wanted).unwrap_or_else(|| {
        groups.push((wanted, Group::new(name.to_owned())));
        groups.len() - 1
    });
    &mut groups[at].1
}

fn unit(ledger: &Ledger) -> &str {
    match ledger.inspection.unit.as_str() {
        "" => ledger.title(),
        unit => unit,
    }
}

/// 巡察 2026; as much of it as is known.
fn round(ledger: &Ledger) -> String {
    let inspection = &ledger.inspection;
    let day = inspection.feedback.or(inspection.period_to).or(inspection.period_from);
    let year = day.map(|day| day.year().to_string());
    let words = [Some(inspection.source.to_string()), year];
    let words: Vec<String> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A finding that another ledger may have had before.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    pub finding: Id,
    pub title: Text,
    /// The other ledger, and the finding there.
    pub other: Actor,
    pub record: Id,
    pub other_title: Text,
    pub unit: Text,
    pub feedback: Option<NaiveDate>,
    /// How alike the titles are, in percent.
    pub percent: u32,
}

/// Titles that are less alike than this are not worth a look.
const WORTH_A_LOOK: f32 = 0.45;

/// For each finding the one of other ledgers whose title is most like its own, the most alike first. What was confirmed is left out.
pub fn repeats(own: &Ledger, others: &[Source]) -> Vec<Again> {
    let there: Vec<(&Source, &Finding)> = others
        .iter()
        .flat_map(|source| source.ledger.findings().map(move |finding| (source, finding)))
        .collect();
    let wordings: Vec<Wording<'_>> = there
        .iter()
        .map(|(_, finding)| Wording {
            title: problem_title(&finding.title),
            texts: Vec::new(),
        })
        .collect();
    let findings: Vec<&Finding> = own.findings().collect();
    let titles: Vec<&str> = findings.iter().map(|finding| problem_title(&finding.title)).collect();
    let nearest = Likeness::new(&wordings).nearest_titles(&titles);
    let mut found: Vec<Again> = findings
        .into_iter()
        .zip(nearest)
        .filter_map(|(finding, nearest)| {
            let (at, likeness) = nearest.filter(|(_, likeness)| *likeness >= WORTH_A_LOOK)?;
            let (source, other) = there[at];
            let is_confirmed = Repeat::all(&finding.entries)
                .any(|repeat| repeat.ledger == Some(source.id) && repeat.record == Some(other.id));
            let inspection = &source.ledger.inspection;
            (!is_confirmed).then(|| Again {
                finding: finding.id,
                title: finding.title.clone(),
                other: source.id,
                record: other.id,
                other_title: other.title.clone(),
                unit: Text::from(unit(&source.ledger)),
                feedback: inspection.feedback,
                percent: (likeness.min(1.0) * 100.0).round() as u32,
            })
        })
        .collect();
    crate::ledger::sort_by(&mut found, |one, other| other.percent.cmp(&one.percent));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::{Book, Edit, Hand, NewRecord},
        ledger::{Field, Kind, Status, parse_date},
    };

    fn hand(number: u64) -> Hand {
        Hand {
            actor: Actor::from_random(number),
            author: "王芳".into(),
            secret: Default::default(),
        }
    }

    /// A ledger of one unit and round: categories with their findings.
    fn book(number: u64, unit: &str, feedback: &str, categories: &[(&str, &[(&str, Status)])]) -> Book {
        let categories = categories.iter().map(|(title, findings)| {
            let findings = findings.iter().map(|(title, status)| {
                NewRecord::new(Kind::Finding)
                    .with(Field::Title, *title)
                    .with(Field::Deadline, "2026-06-30")
                    .with_status(*status)
            });
            NewRecord::new(Kind::Category)
                .with(Field::Title, *title)
                .with_children(findings)
        });
        let area = NewRecord::new(Kind::FocusArea)
            .with(Field::Title, "面")
            .with_children(categories);
        let mut book = Book::default();
        let edits = [
            Edit::add(Id::ROOT, area),
            Edit::set(Id::ROOT, Field::Unit, unit),
            Edit::set(Id::ROOT, Field::Source, "巡察"),
            Edit::set(Id::ROOT, Field::Feedback, feedback),
        ];
        book.act(&hand(number), 1, &edits);
        book
    }

    fn source(number: u64, book: &Book) -> Source {
        Source {
            id: Actor::from_random(number),
            ledger: book.ledger().clone(),
            is_part: false,
        }
    }

    fn three() -> Vec<Source> {
        use Status::{Closed, Done, InProgress};
        let archive = &[(
            "关于档案管理不规范的问题",
            &[("档案归档不及时", Done), ("借阅无登记", InProgress)][..],
        )];
        let school = &[
            ("档案管理不规范", &[("归档不够及时", Closed)][..]),
            ("培训不落实", &[("培训计划未制定", InProgress)][..]),
            ("档案管理不规范", &[("库房不达标", Done)][..]),
        ];
        let before = &[("档案管理不规范", &[("档案归档不及时", Done)][..])];
        [
            book(1, "档案中心", "2026-05-20", archive),
            book(2, "职工学校", "2026-03-01", school),
            book(3, "档案中心", "2023-05-20", before),
        ]
        .iter()
        .zip(1..)
        .map(|(book, number)| source(number, book))
        .collect()
    }

    #[test]
    fn every_division_adds_up_to_all() {
        let sources = three();
        let today = parse_date("2026-07-01").unwrap();
        let all = all_across(&sources, today);
        assert_eq!(
            (all.ledgers, all.tally.total(), all.tally.complete(), all.overdue),
            (3, 6, 4, 2)
        );
        for by in By::ALL {
            let groups = across(&sources, by, today);
            let sum: usize = groups.iter().map(|group| group.tally.total()).sum();
            let overdue: usize = groups.iter().map(|group| group.overdue).sum();
            assert_eq!((sum, overdue), (6, 2), "{by:?}");
        }
        let told = |by: By| {
            let groups = across(&sources, by, today).into_iter();
            groups
                .map(|group| (group.name, group.ledgers, group.tally.total()))
                .collect::<Vec<_>>()
        };
        let named = |name: &str, ledgers, total| (name.to_owned(), ledgers, total);
        assert_eq!(told(By::Unit), [named("档案中心", 2, 3), named("职工学校", 1, 3)]);
        assert_eq!(told(By::Round), [named("巡察 2026", 2, 5), named("巡察 2023", 1, 1)]);
        assert_eq!(
            told(By::Category),
            [named("档案管理不规范", 3, 5), named("培训不落实", 1, 1)]
        );
    }

    #[test]
    fn a_problem_that_comes_again_is_found_until_it_is_confirmed() {
        let sources = three();
        let mut own = book(
            1,
            "档案中心",
            "2026-05-20",
            &[("类", &[("档案归档不及时", Status::Done), ("无关", Status::Done)])],
        );
        let found = repeats(own.ledger(), &sources[1..]);
        let [again] = &found[..] else { panic!("{found:?}") };
        assert_eq!(
            (again.percent, again.other, again.unit.as_str()),
            (100, sources[2].id, "档案中心")
        );
        let record = NewRecord::new(Kind::Repeat)
            .with(Field::OtherLedger, again.other.to_string())
            .with(Field::OtherRecord, again.record.to_string());
        own.act(&hand(9), 2, &[Edit::add(again.finding, record)]);
        assert_eq!(repeats(own.ledger(), &sources[1..]), []);
    }
}
