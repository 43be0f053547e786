//! The law of hand edits: applying what was found gives the ledger that the file says.

use super::{
    diff::diff,
    node::{Node, fields, lists},
};
use crate::{
    journal::{Book, Edit, Hand, NewRecord},
    ledger::{Actor, Field, Id, Kind, Status},
};

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn book() -> Book {
    let rules = ["一", "二"].map(|title| NewRecord::new(Kind::Rule).with(Field::Title, title));
    let measures = ["甲", "乙", "丙"].map(|text| {
        NewRecord::new(Kind::Measure)
            .with(Field::Heading, text)
            .with_children(rules.clone())
            .with_children([NewRecord::new(Kind::Evidence).with(Field::Name, "证.pdf")])
    });
    let penalty = NewRecord::new(Kind::Accountability).with(Field::Type, "criticism");
    let finding = NewRecord::new(Kind::Finding)
        .with(Field::Title, "题")
        .with_children(measures)
        .with_children([penalty.clone(), penalty.clone()])
        .with_children([NewRecord::new(Kind::Recovered).with(Field::Amount, "0.5 yuan")])
        .with_children(of_a_finding());
    let section = NewRecord::new(Kind::Section).with(Field::Part, "progress");
    let category = NewRecord::new(Kind::Category)
        .with(Field::Title, "类")
        .with_children(vec![finding; 3]);
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "面")
        .with_children(vec![category; 2]);
    let item = NewRecord::new(Kind::Unplaced).with(Field::Title, "项");
    let mut book = Book::default();
    let mut edits = vec![
        Edit::add(Id::ROOT, area.clone()),
        Edit::add(Id::ROOT, item),
        Edit::add(Id::ROOT, area),
        Edit::add(Id::ROOT, penalty),
        Edit::add(Id::ROOT, section.clone()),
        Edit::add(Id::ROOT, section),
        Edit::add(Id::ROOT, NewRecord::new(Kind::Statement).with(Field::What, "findings")),
        Edit::add(
            Id::ROOT,
            NewRecord::new(Kind::Acknowledgement).with(Field::Check, "counts"),
        ),
    ];
    edits.extend(of_the_ledger().map(|record| Edit::add(Id::ROOT, record)));
    book.act(&hand(1), 1_000, &edits);
    book
}

fn of_a_finding() -> [NewRecord; 7] {
    [
        NewRecord::new(Kind::Progress).with(Field::Body, "甲"),
        NewRecord::new(Kind::Closure).with(Field::Step, "requested"),
        NewRecord::new(Kind::Progress).with(Field::Body, "乙"),
        NewRecord::new(Kind::Evidence).with(Field::Size, "18"),
        NewRecord::new(Kind::Extension).with(Field::Reason, "丙"),
        NewRecord::new(Kind::Recheck).with(Field::Outcome, "held"),
        NewRecord::new(Kind::Repeat).with(Field::Title, "丁"),
    ]
}

fn of_the_ledger() -> [NewRecord; 5] {
    let decision = NewRecord::new(Kind::Decision).with(Field::Body, "事");
    let meeting = NewRecord::new(Kind::Meeting).with_children([decision.clone(), decision]);
    [
        meeting.clone(),
        NewRecord::new(Kind::Reminder).with(Field::Level, "reminder"),
        NewRecord::new(Kind::Roster).with(Field::Title, "名"),
        NewRecord::new(Kind::View).with(Field::Query, "q"),
        meeting,
    ]
}

fn hand(number: u64) -> Hand {
    Hand {
        actor: Actor::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        author: "某".into(),
        secret: Default::default(),
    }
}

/// Every node's way from the root.
fn ways(node: &Node, way: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    found.push(way.clone());
    for (index, child) in node.children.iter().enumerate() {
        way.push(index);
        ways(child, way, found);
        way.pop();
    }
}

fn at<'a>(root: &'a mut Node, way: &[usize]) -> &'a mut Node {
    way.iter().fold(root, |node, index| &mut node.children[*index])
}

/// What a hand may do to a file.
fn disturb(root: &mut Node, dice: &mut Dice) {
    let mut all = Vec::new();
    ways(root, &mut Vec::new(), &mut all);
    let way = all[dice.roll(all.len())].clone();
    let Some((index, above)) = way.split_last() else {
        root.values = vec![
            (Field::Name, ["甲台账", "乙台账"][dice.roll(2)].into()),
            (Field::WarnGreen, ["15", "30"][dice.roll(2)].into()),
        ];
        return;
    };
    let parent = at(root, above);
    match dice.roll(8) {
        0 => drop(parent.children.remove(*index)),
        1 => parent.children.swap(0, *index),
        2 => parent.children[..].rotate_left(*index),
        3 => parent.children.insert(*index, parent.children[*index].clone()),
        4 => {
            let kind = parent.children[*index].kind.clone();
            let place = [0, *index, parent.children.len()][dice.roll(3)];
            let new = Node::new(
                kind,
                [
                    None,
                    Some(Id {
                        counter: 900,
                        ..Id::ROOT
                    }),
                ][dice.roll(2)],
            );
            parent.children.insert(place, new);
        }
        5 => {
            let child = parent.children.remove(*index);
            let kind = parent.kind.clone();
            let mut all = Vec::new();
            ways(root, &mut Vec::new(), &mut all);
            all.retain(|way| at(root, way).kind == kind);
            let target = at(root, &all[dice.roll(all.len())].clone());
            let place = dice.roll(target.children.len() + 1);
            target.children.insert(place, child);
        }
        _ => {
            let node = &mut parent.children[*index];
            let fields = fields(&node.kind);
            let field = fields[dice.roll(fields.len())].clone();
            node.values.retain(|(each, _)| *each != field);
            if dice.roll(4) > 0 {
                let value = match field {
                    Field::Status => Status::ALL[dice.roll(5)].code(),
                    Field::Remedy => ["at_once", "kept_up"][dice.roll(2)],
                    Field::Step => ["reviewed", "approved"][dice.roll(2)],
                    Field::Level => ["supervision", "warning"][dice.roll(2)],
                    Field::Outcome => ["held", "relapsed"][dice.roll(2)],
                    Field::OtherLedger => ["0123456789ab", "000000000001"][dice.roll(2)],
                    Field::OtherRecord | Field::Became => ["0123456789ab-7", "000000000001-1"][dice.roll(2)],
                    Field::Findings => ["0123456789ab-7", "0123456789ab-7 000000000001-1"][dice.roll(2)],
                    Field::Sha256 => [
                        "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                        "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100",
                    ][dice.roll(2)],
                    ref field if field.accepts("2026-11-24") && !field.accepts("新") => {
                        ["2026-11-24", "2026-12-01"][dice.roll(2)]
                    }
                    ref field if field.accepts("3") && !field.accepts("新") => ["3", "11"][dice.roll(2)],
                    Field::CountedAs => ["persons", "person_times"][dice.roll(2)],
                    Field::Act => ["made", "revised"][dice.roll(2)],
                    Field::Amount => ["12.5 ten_thousand_yuan", "0 yuan"][dice.roll(2)],
                    Field::What => ["rules", "clues"][dice.roll(2)],
                    _ => ["新", "旧"][dice.roll(2)],
                };
                node.values.push((field, value.into()));
            }
        }
    }
}

/// The tree without ids, each record's values in the order of the table; the lists of a record one after the other.
fn plain(node: &Node) -> String {
    let value = |field: &Field| node.value(field).map_or("", |value| value.as_str()).to_owned();
    let values: Vec<String> = fields(&node.kind)
        .iter()
        .map(|field| match (field, value(field)) {
            (Field::Status, none) if none.is_empty() => "not_started".into(),
            (_, value) => value,
        })
        .collect();
    let of = |kind| node.of_kind(kind).map(plain);
    let children: Vec<String> = lists(&node.kind).iter().flat_map(|(_, kind)| of(kind)).collect();
    format!("{}{values:?}{{{}}}", node.kind.name(), children.join(","))
}

#[test]
fn taking_hand_edits_over_gives_what_the_file_says() {
    for seed in 0..400 {
        let mut dice = Dice(seed);
        let mut book = book();
        for round in 0..3 {
            let journal = Node::from_ledger(book.ledger());
            let mut file = journal.clone();
            for _ in 0..dice.roll(6) {
                disturb(&mut file, &mut dice);
            }
            let (hand_edits, edits) = diff(&journal, &file);
            assert!(
                !hand_edits.is_empty() || plain(&journal) == plain(&file),
                "seed {seed}: a change goes unseen"
            );
            book.act(&hand(2 + round), 2_000, &edits);
            let now = Node::from_ledger(book.ledger());
            assert_eq!(
                plain(&now),
                plain(&file),
                "seed {seed}, round {round}: {hand_edits:#?}\n{edits:#?}"
            );
            assert_eq!(diff(&now, &now), Default::default());
            assert_eq!(book.faults(), []);
        }
    }
}
