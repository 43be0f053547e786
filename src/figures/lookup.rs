//! What a few words typed somewhere may mean in a ledger: findings, people, departments.

use super::{department::departments, search::Words};
use crate::ledger::{Id, Ledger, Text, sort_by};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lookup {
    /// With the title of the category.
    pub findings: Vec<(Id, Text, Text)>,
    pub departments: Vec<Text>,
    /// Leaders and owners, of measures too.
    pub people: Vec<Text>,
}

/// Each list has at most `most`; a finding is found by its own title first, then by its category's or by what it consists of. No words find nothing.
pub fn lookup(ledger: &Ledger, text: &str, most: usize) -> Lookup {
    let words = Words::new(text);
    let mut found = Lookup::default();
    if words.all() == 0 {
        return found;
    }
    let names = |text: &str| words.look(words.all(), text) == 0;
    let mut by_category = Vec::new();
    for (_, category) in ledger.categories() {
        for finding in &category.findings {
            let line = || (finding.id, finding.title.clone(), category.title.clone());
            if names(&finding.title) {
                found.findings.push(line());
            } else if words.look(words.look(words.all(), &finding.title), &category.title) == 0
                || names(&finding.detail)
            {
                by_category.push(line());
            }
        }
    }
    found.findings.extend(by_category);
    found.departments = departments(ledger);
    found.departments.retain(|name| names(name));
    let all = ledger.findings().flat_map(|finding| {
        let measures = finding.measures.iter().map(|measure| &measure.owner);
        [&finding.leader, &finding.owner].into_iter().chain(measures)
    });
    found.people = all.filter(|name| names(name)).cloned().collect();
    sort_by(&mut found.people, Ord::cmp);
    found.people.dedup();
    found.findings.truncate(most);
    found.departments.truncate(most);
    found.people.truncate(most);
    found
}

/// Whether all words of a text stand in another.
pub fn has_words(text: &str, words: &str) -> bool {
    let words = Words::new(words);
    words.look(words.all(), text) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::{Book, Edit, Hand, NewRecord},
        ledger::{Actor, Field, Kind},
    };

    fn book() -> Book {
        let finding = |title: &str, owner: &str, department: &str| {
            NewRecord::new(Kind::Finding)
                .with(Field::Title, title)
                .with(Field::Owner, owner)
                .with(Field::Department, department)
        };
        let category = |title: &str, findings: [NewRecord; 2]| {
            NewRecord::new(Kind::Category)
                .with(Field::Title, title)
                .with_children(findings)
        };
        let area = NewRecord::new(Kind::FocusArea).with_children([
            category(
                "采购管理",
                [
                    finding("制度不全", "王芳", "办公室"),
                    finding("台账不清", "李军", "财务科、办公室"),
                ],
            ),
            category("学习", [finding("采购学习不够", "王芳", ""), finding("Budget", "", "")]),
        ]);
        let hand = Hand {
            actor: Actor::from_random(5),
            author: "王芳".into(),
            secret: Default::default(),
        };
        let mut book = Book::default();
        book.act(&hand, 1_000, &[Edit::add(Id::ROOT, area)]);
        book
    }

    fn titles(text: &str, most: usize) -> Vec<String> {
        let found = lookup(book().ledger(), text, most).findings;
        found.into_iter().map(|(_, title, _)| title.to_string()).collect()
    }

    #[test]
    fn findings_by_their_own_title_come_first() {
        assert_eq!(titles("采购", 9), ["采购学习不够", "制度不全", "台账不清"]);
        assert_eq!(titles("采购", 2), ["采购学习不够", "制度不全"]);
        assert_eq!(titles("管理 不清", 9), ["台账不清"]);
        assert_eq!(titles("budget", 9), ["Budget"]);
        assert_eq!(titles(" ", 9), Vec::<String>::new());
    }

    #[test]
    fn people_and_departments_are_named_once() {
        let book = book();
        assert_eq!(lookup(book.ledger(), "王", 9).people, [Text::from("王芳")]);
        assert_eq!(lookup(book.ledger(), "办公", 9).departments, [Text::from("办公室")]);
        assert!(has_words("导出 JSON", "json 导") && !has_words("导出", "撤销"));
    }
}
