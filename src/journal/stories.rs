//! Random groups of devices for the laws: hands that work apart on every kind of record, and now and then hear of each other.

use super::*;
use crate::ledger::{Actor, Field, Id, Kind, Status};

/// A small generator of its own: the same seed gives the same story.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.roll(from.len())].clone())
    }
}

pub(super) fn hand(number: u64) -> Hand {
    Hand {
        actor: Actor::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        author: format!("第{number}人").as_str().into(),
        secret: Default::default(),
    }
}

pub(super) fn small_ledger() -> Vec<Edit> {
    let finding = |title: &str| {
        NewRecord::new(Kind::Finding)
            .with(Field::Title, title)
            .with_status(Status::InProgress)
            .with_children([
                NewRecord::new(Kind::Measure)
                    .with(Field::Heading, "完善制度")
                    .with_children([
                        NewRecord::new(Kind::Rule).with(Field::Title, "借阅办法"),
                        NewRecord::new(Kind::Evidence).with(Field::Name, "办法.pdf"),
                    ]),
                NewRecord::new(Kind::Measure).with(Field::Heading, "加强培训"),
                NewRecord::new(Kind::Accountability).with(Field::Number, "2"),
                NewRecord::new(Kind::Recovered).with(Field::Amount, "3.5 yuan"),
            ])
            .with_children(of_a_finding())
    };
    let of_ledger = of_the_ledger().map(|record| Edit::add(Id::ROOT, record));
    let section = |part: &str| Edit::add(Id::ROOT, NewRecord::new(Kind::Section).with(Field::Part, part));
    let category = NewRecord::new(Kind::Category)
        .with(Field::Title, "档案管理")
        .with_children([finding("归档不及时"), finding("借阅无登记")]);
    let area = NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦作风方面")
        .with_children([category]);
    let mut edits = vec![
        Edit::add(Id::ROOT, area.clone()),
        Edit::add(Id::ROOT, area),
        Edit::add(
            Id::ROOT,
            NewRecord::new(Kind::Unplaced)
                .with(Field::Title, "旧问题")
                .with(Field::Reason, "未到时间"),
        ),
        Edit::set(Id::ROOT, Field::Unit, "云岭市档案中心"),
        section("progress"),
        section("clues"),
        Edit::add(
            Id::ROOT,
            NewRecord::new(Kind::Accountability).with(Field::Type, "criticism"),
        ),
        Edit::add(Id::ROOT, NewRecord::new(Kind::Statement).with(Field::What, "findings")),
        Edit::add(
            Id::ROOT,
            NewRecord::new(Kind::Acknowledgement).with(Field::Check, "counts"),
        ),
    ];
    edits.extend(of_ledger);
    edits
}

fn of_a_finding() -> [NewRecord; 6] {
    [
        NewRecord::new(Kind::Progress).with(Field::Body, "已开会部署"),
        NewRecord::new(Kind::Evidence).with(Field::Size, "18"),
        NewRecord::new(Kind::Closure).with(Field::Step, "requested"),
        NewRecord::new(Kind::Extension).with(Field::Deadline, "2026-12-31"),
        NewRecord::new(Kind::Recheck).with(Field::Outcome, "held"),
        NewRecord::new(Kind::Repeat).with(Field::Title, "台账不全"),
    ]
}

fn of_the_ledger() -> [NewRecord; 4] {
    let decision = NewRecord::new(Kind::Decision).with(Field::Body, "按期销号");
    [
        NewRecord::new(Kind::Meeting).with_children([decision.clone(), decision]),
        NewRecord::new(Kind::Reminder).with(Field::Level, "reminder"),
        NewRecord::new(Kind::Roster).with(Field::Title, "办公室"),
        NewRecord::new(Kind::View).with(Field::Query, "status=done"),
    ]
}

pub(super) fn ids(book: &Book, kind: Kind) -> Vec<Id> {
    let made = book
        .changes()
        .iter()
        .filter(|change| matches!(&change.op, Op::Add { kind: each, .. } if *each == kind));
    made.map(|change| change.id).collect()
}

/// The kinds that stand beside findings and measures, each with a field of its own.
pub(super) const REGISTERS: [(Kind, Field); 17] = [
    (Kind::Accountability, Field::CountedAs),
    (Kind::Rule, Field::Date),
    (Kind::Recovered, Field::Amount),
    (Kind::Statement, Field::Number),
    (Kind::Acknowledgement, Field::Seen),
    (Kind::Section, Field::Body),
    (Kind::Progress, Field::Date),
    (Kind::Evidence, Field::Size),
    (Kind::Closure, Field::Step),
    (Kind::Extension, Field::DeadlineBefore),
    (Kind::Recheck, Field::Outcome),
    (Kind::Repeat, Field::Unit),
    (Kind::Meeting, Field::Since),
    (Kind::Decision, Field::Owner),
    (Kind::Reminder, Field::Level),
    (Kind::Roster, Field::Note),
    (Kind::View, Field::Title),
];

/// Where a record of this kind can stand.
fn parents(book: &Book, kind: &Kind) -> Vec<Id> {
    let of = |kind: &Kind| match kind {
        Kind::Ledger => vec![Id::ROOT],
        kind => ids(book, kind.clone()),
    };
    kind.parents().iter().flat_map(of).collect()
}

pub(super) fn random_edit(dice: &mut Dice, book: &Book) -> Option<Edit> {
    let findings = ids(book, Kind::Finding);
    let measures = ids(book, Kind::Measure);
    let categories = ids(book, Kind::Category);
    let register = REGISTERS[dice.roll(REGISTERS.len())].clone();
    let registered = ids(book, register.0.clone());
    let any = [
        findings.clone(),
        measures.clone(),
        categories.clone(),
        registered.clone(),
        ids(book, Kind::FocusArea),
    ]
    .concat();
    let words = [
        "甲",
        "乙",
        "2",
        "persons",
        "0.5 yuan",
        "2026-11-30",
        "done",
        "approved",
        "held",
        "",
    ];
    let word = words[dice.roll(words.len())];
    let end = [Position::First, Position::Last][dice.roll(2)];
    Some(match dice.roll(12) {
        0 | 1 => Edit::set(
            dice.pick(&findings)?,
            [
                Field::Owner,
                Field::Note,
                Field::Title,
                Field::Deadline,
                Field::PublicTitle,
                Field::CoDepartments,
            ][dice.roll(6)]
            .clone(),
            word,
        ),
        2 => Edit::set(
            dice.pick(&measures)?,
            [Field::Heading, Field::Withheld, Field::Result][dice.roll(3)].clone(),
            word,
        ),
        3 => Edit::Add {
            parent: dice.pick(&findings)?,
            position: [Position::First, Position::Last, Position::After(dice.pick(&measures)?)][dice.roll(3)],
            record: NewRecord::new(Kind::Measure).with(Field::Heading, word),
        },
        4 => Edit::Move {
            record: dice.pick(&findings)?,
            parent: dice.pick(&categories)?,
            position: end,
        },
        5 => Edit::Remove {
            record: dice.pick(&any)?,
        },
        6 => Edit::Restore {
            record: dice.pick(&any)?,
        },
        7 => Edit::Add {
            parent: dice.pick(&parents(book, &register.0))?,
            position: end,
            record: NewRecord::new(register.0).with(register.1, word),
        },
        8 => Edit::Move {
            record: dice.pick(&registered)?,
            parent: dice.pick(&parents(book, &register.0))?,
            position: end,
        },
        9 => Edit::set(dice.pick(&registered)?, register.1, word),
        10 => Edit::set(
            Id::ROOT,
            [
                Field::ReportTitle,
                Field::MaskNumbers,
                Field::Feedback,
                Field::WarnGreen,
                Field::PlanDue,
            ][dice.roll(5)]
            .clone(),
            word,
        ),
        _ => Edit::Place {
            unplaced: dice.pick(&ids(book, Kind::Unplaced))?,
            finding: dice.pick(&findings)?,
        },
    })
}

/// What a clock says that is far ahead, in milliseconds.
pub(super) const FAR: u64 = 40_000_000_000;

/// Devices that start from one ledger, work apart and now and then take in what another has.
pub(super) fn story(seed: u64, devices: usize, steps: usize) -> Vec<Book> {
    let mut dice = Dice(seed);
    let mut first = Book::default();
    first.act(&hand(99), 1_000, &small_ledger());
    let mut books = vec![first; devices];
    for step in 0..steps {
        let at = dice.roll(devices);
        if dice.roll(4) == 0 {
            let from = dice.roll(devices);
            let sent = books[from].changes().to_vec();
            books[at].absorb(sent);
        } else {
            let edits: Vec<Edit> = (0..1 + dice.roll(2))
                .filter_map(|_| random_edit(&mut dice, &books[at]))
                .collect();
            // A clock that jumps back and far ahead.
            let now = [1_000 + step as u64, 5, FAR][dice.roll(3)];
            books[at].act(&hand(at as u64), now, &edits);
        }
    }
    books
}
