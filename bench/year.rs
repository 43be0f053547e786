//! A year of weekly work as a ledger file, for bench/year.mjs: cargo run --example year > year.json
//!
//! Twelve departments, 52 weeks, some 50,000 changes of 40 findings and 160 measures. Each department works on its own copy during
//! the week, from a page start of its own, and all come together at the end of it.

use std::io::Write;

use rectification_ledger::{
    formats::json::write,
    journal::{Book, Edit, Hand, NewRecord},
    ledger::{Actor, Field, Id, Kind, Status},
};

const DEPARTMENTS: u64 = 12;
const WEEKS: u64 = 52;
const CHANGES_A_WEEK: u64 = 80;
const WEEK: u64 = 7 * 24 * 60 * 60 * 1_000;
const BEGIN: u64 = 1_767_600_000_000;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    /// Some sentences as they stand in a ledger's notes.
    fn words(&mut self) -> String {
        const PARTS: [&str; 10] = [
            "已完成现场核查，",
            "形成工作清单，",
            "报分管领导审定，",
            "约谈责任人，",
            "修订管理办法，",
            "建立月度台账，",
            "召开专题会议研究，",
            "补充有关凭证，",
            "逐项核对账目，",
            "开展业务培训，",
        ];
        let mut text: String = (0..1 + self.roll(4)).map(|_| self.pick(&PARTS)).collect();
        text.push_str(&format!("本周办结{}项。", self.roll(40)));
        text
    }
}

fn hand(number: u64, department: u64) -> Hand {
    Hand {
        actor: Actor::from_random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        author: format!("王芳 第{department}科").as_str().into(),
        secret: Default::default(),
    }
}

fn ledger(dice: &mut Dice) -> NewRecord {
    let categories = (0..10).map(|category| {
        let findings = (0..4).map(|finding| {
            let measures = (0..4).map(|_| {
                NewRecord::new(Kind::Measure)
                    .with(Field::Heading, "完善制度机制。")
                    .with(Field::Body, dice.words().as_str())
                    .with_status(Status::InProgress)
            });
            NewRecord::new(Kind::Finding)
                .with(
                    Field::Title,
                    format!("第{category}类第{finding}项工作落实不到位").as_str(),
                )
                .with(
                    Field::Department,
                    format!("第{}科", (category * 4 + finding) % DEPARTMENTS).as_str(),
                )
                .with(Field::Deadline, "2026-12-31")
                .with_status(Status::InProgress)
                .with_children(measures.collect::<Vec<_>>())
        });
        NewRecord::new(Kind::Category)
            .with(Field::Title, format!("第{category}类问题").as_str())
            .with_children(findings.collect::<Vec<_>>())
    });
    NewRecord::new(Kind::FocusArea)
        .with(Field::Title, "聚焦责任落实方面")
        .with_children(categories.collect::<Vec<_>>())
}

fn main() {
    let mut dice = Dice(1);
    let mut office = Book::default();
    let first = ledger(&mut dice);
    office.act(
        &hand(1, 0),
        BEGIN,
        &[
            Edit::set(Id::ROOT, Field::Name, "一年的台账"),
            Edit::add(Id::ROOT, first),
        ],
    );
    // Each department works on its own, and now and then on somebody else's.
    let own = |department: u64| -> (Vec<Id>, Vec<Id>) {
        let name = format!("第{department}科");
        let own = office
            .ledger()
            .findings()
            .filter(|finding| finding.department.as_str() == name);
        let own: Vec<_> = own.collect();
        let measures = own
            .iter()
            .flat_map(|finding| &finding.measures)
            .map(|measure| measure.id);
        (own.iter().map(|finding| finding.id).collect(), measures.collect())
    };
    let shares: Vec<(Vec<Id>, Vec<Id>)> = (0..DEPARTMENTS).map(own).collect();
    for week in 0..WEEKS {
        let before = office.clone();
        for department in 0..DEPARTMENTS {
            let mut copy = before.clone();
            let hand = hand(100 + week * DEPARTMENTS + department, department);
            let known = copy.changes().len();
            while ((copy.changes().len() - known) as u64) < CHANGES_A_WEEK {
                let now = BEGIN + week * WEEK + (copy.changes().len() - known) as u64 * 60_000;
                let share = if dice.roll(20) == 0 {
                    dice.roll(shares.len())
                } else {
                    department as usize
                };
                let (findings, measures) = &shares[share];
                let edit = match dice.roll(6) {
                    0 => Edit::set(dice.pick(measures), Field::Status, dice.pick(&Status::ALL).code()),
                    1 => Edit::set(dice.pick(findings), Field::Status, dice.pick(&Status::ALL).code()),
                    2 => Edit::set(dice.pick(findings), Field::NextStep, dice.words().as_str()),
                    3 => Edit::set(dice.pick(measures), Field::Body, dice.words().as_str()),
                    4 => Edit::set(
                        dice.pick(findings),
                        Field::Owner,
                        dice.pick(&["王芳", "李军", "赵敏", "陈刚"]),
                    ),
                    _ => Edit::set(dice.pick(findings), Field::Note, dice.words().as_str()),
                };
                copy.act(&hand, now, &[edit]);
            }
            office.absorb(copy.changes()[known..].to_vec());
        }
    }
    let text = write(Actor::from_random(7), &office, BEGIN + WEEKS * WEEK);
    eprintln!("{} changes, {} bytes of JSON", office.changes().len(), text.len());
    // A reader that has gone away is no fault of the file.
    let _ = std::io::stdout().write_all(text.as_bytes());
}
