//! Departments that work apart and exchange files by mail: late, twice, out of order, from a copy of a copy, from a machine
//! with a wrong clock or one restored from an old backup. In the end all have one ledger, and nothing typed is lost.

use rectification_ledger::{
    figures::{ChangedFinding, changes_between},
    formats::json::{read, write_part},
    journal::{Book, Change, Edit, Hand, LeftOut, NewRecord, Part, Step, history},
    ledger::{Field, Kind, Status},
};

use crate::story::{Dice, EXPORTED, actor, full, hand, ids};

const LEDGER: u64 = 7;
const MOST_DEVICES: usize = 8;
const YEAR: u64 = 365 * 24 * 60 * 60 * 1_000;

struct Device {
    book: Book,
    /// What it was sent in parts.
    parts: Vec<Part>,
    hand: Hand,
    /// Its clock, by how much it is wrong.
    ahead: i64,
    /// A file of its own that it can be restored from.
    backup: Mail,
}

/// What a file holds.
#[derive(Clone)]
struct Mail {
    changes: Vec<Change>,
    parts: Vec<Part>,
}

/// What happens to a group.
struct World {
    dice: Dice,
    devices: Vec<Device>,
    /// What every file holds that was ever sent; nobody says in which order they are opened.
    mail: Vec<Mail>,
    /// Texts that were typed, each once in the world.
    typed: Vec<String>,
    next_actor: u64,
    now: u64,
}

/// Written to a file, and read again.
fn sent(book: &Book, parts: &[Part]) -> Mail {
    let open: Vec<Part> = parts.iter().filter(|part| !part.is_filled(book)).cloned().collect();
    let file = write_part(actor(LEDGER), book, &open, EXPORTED);
    let incoming = read(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!((incoming.faults, incoming.hand_edits.len()), (vec![], 0));
    Mail {
        changes: incoming.changes,
        parts: incoming.parts,
    }
}

impl Device {
    fn sent(&self) -> Mail {
        sent(&self.book, &self.parts)
    }

    /// Some findings alone, for a department.
    fn sent_part(&self, dice: &mut Dice, now: u64) -> Mail {
        let mut findings = ids(&self.book, Kind::Finding);
        findings.retain(|_| dice.roll(2) == 0);
        let open = self.parts.iter().filter(|part| !part.is_filled(&self.book));
        let left_out: Vec<LeftOut> = open.flat_map(|part| part.left_out.clone()).collect();
        let excerpt = self.book.excerpt(&findings, &left_out);
        let part = Part {
            made_millis: now,
            left_out: excerpt.left_out,
            ..Part::default()
        };
        sent(&Book::from_changes(excerpt.changes), &[part])
    }

    fn open(&mut self, mail: Mail) {
        assert_eq!(self.book.absorb(mail.changes).faults, []);
        for part in mail.parts {
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
    }
}

impl World {
    fn new(seed: u64) -> World {
        let mut dice = Dice(seed);
        let first = full();
        let file = sent(&first, &[]);
        let count = 2 + dice.roll(MOST_DEVICES - 2);
        let devices = (0..count).map(|at| Device {
            book: Book::from_changes(file.changes.clone()),
            parts: Vec::new(),
            // Two machines of one name.
            hand: hand(100 + at as u64, if at < 2 { "档案科" } else { "其他科室" }),
            ahead: [0, YEAR as i64, -(YEAR as i64)][at % 3],
            backup: file.clone(),
        });
        World {
            devices: devices.collect(),
            dice,
            mail: vec![file],
            typed: Vec::new(),
            next_actor: 1_000,
            now: EXPORTED,
        }
    }

    fn step(&mut self) {
        self.now += 60_000;
        let at = self.dice.roll(self.devices.len());
        match self.dice.roll(11) {
            10 => self.send_a_part(at),
            0 => self.send(at),
            1 | 2 => self.open_some_file(at),
            3 => self.review_some_file(at),
            4 if self.dice.roll(6) == 0 => self.restore(at),
            5 => self.devices[at].backup = self.devices[at].sent(),
            6 => self.start_page_anew(at),
            _ => self.work(at),
        }
    }

    fn clock(&self, at: usize) -> u64 {
        self.now.saturating_add_signed(self.devices[at].ahead)
    }

    fn work(&mut self, at: usize) {
        let now = self.clock(at);
        let text = format!("第{}句", self.typed.len());
        let device = &mut self.devices[at];
        let (findings, measures) = (ids(&device.book, Kind::Finding), ids(&device.book, Kind::Measure));
        let categories = ids(&device.book, Kind::Category);
        let (finding, measure) = (self.dice.pick(&findings), self.dice.pick(&measures));
        let edit = match self.dice.roll(8) {
            0 => Edit::Remove { record: finding },
            1 => Edit::Restore { record: finding },
            2 => Edit::Remove { record: measure },
            3 => Edit::set(finding, Field::Status, self.dice.pick(&Status::ALL).code()),
            4 => Edit::add(
                self.dice.pick(&categories),
                NewRecord::new(Kind::Finding).with(Field::Title, text.as_str()),
            ),
            5 => Edit::set(measure, Field::Heading, text.as_str()),
            _ => Edit::set(finding, self.dice.pick(&[Field::Owner, Field::Note]), text.as_str()),
        };
        let made = device.book.act(&device.hand, now, &[edit]);
        if made.iter().any(|change| mentions(change, &text)) {
            self.typed.push(text);
        }
    }

    fn send(&mut self, at: usize) {
        self.mail.push(self.devices[at].sent());
    }

    /// A department that has nothing of the ledger begins with it.
    fn send_a_part(&mut self, at: usize) {
        let part = self.devices[at].sent_part(&mut self.dice, self.now);
        if self.devices.len() < MOST_DEVICES
            && !ids(&Book::from_changes(part.changes.clone()), Kind::Measure).is_empty()
        {
            self.next_actor += 1;
            self.devices.push(Device {
                book: Book::from_changes(part.changes.clone()),
                parts: part.parts.clone(),
                hand: hand(self.next_actor, "新来的科室"),
                ahead: 0,
                backup: part.clone(),
            });
        }
        self.mail.push(part);
    }

    fn open_some_file(&mut self, at: usize) {
        let file = self.dice.pick(&self.mail);
        self.devices[at].open(file);
    }

    /// As the page does it: what is not taken is set back at once.
    fn review_some_file(&mut self, at: usize) {
        let now = self.clock(at);
        let file = self.dice.pick(&self.mail);
        let device = &mut self.devices[at];
        let before = device.book.clone();
        device.open(file);
        let changed = changes_between(&before, &device.book);
        let left_out = changed.iter().filter(|_| self.dice.roll(3) == 0);
        let edits: Vec<Edit> = left_out.flat_map(ChangedFinding::give_back).collect();
        device.book.act(&device.hand, now, &edits);
    }

    /// What was neither sent nor in the backup is gone with the machine; so it is not asked for.
    fn restore(&mut self, at: usize) {
        let backup = self.devices[at].backup.clone();
        self.devices[at].book = Book::from_changes(backup.changes);
        self.devices[at].parts = backup.parts;
        self.start_page_anew(at);
        let books = self.devices.iter().map(|device| device.book.changes());
        let changes: Vec<&Change> = books
            .chain(self.mail.iter().map(|mail| &mail.changes[..]))
            .flatten()
            .collect();
        self.typed
            .retain(|text| changes.iter().any(|change| mentions(change, text)));
    }

    fn start_page_anew(&mut self, at: usize) {
        self.next_actor += 1;
        self.devices[at].hand.actor = actor(self.next_actor);
    }

    /// Everybody sends, and everybody opens everything, each in an order of his own.
    fn gather(&mut self) {
        for at in 0..self.devices.len() {
            self.send(at);
        }
        for at in 0..self.devices.len() {
            let mut files: Vec<usize> = (0..self.mail.len()).collect();
            while !files.is_empty() {
                let file = files.swap_remove(self.dice.roll(files.len()));
                let mail = self.mail[file].clone();
                self.devices[at].open(mail);
            }
        }
    }
}

fn mentions(change: &Change, text: &str) -> bool {
    let fields = [Field::Title, Field::Heading, Field::Owner, Field::Note];
    fields
        .iter()
        .any(|field| change.value_of(field).is_some_and(|value| value.as_str() == text))
}

#[test]
fn all_end_in_one_ledger_and_nothing_typed_is_lost() {
    let (mut conflicts, mut parts) = (0, 0);
    for seed in 0..20 {
        let mut world = World::new(seed);
        for _ in 0..120 {
            world.step();
        }
        world.gather();
        let (first, others) = world.devices.split_first().expect("two devices or more");
        for other in others {
            assert_eq!(first.book.ledger(), other.book.ledger(), "seed {seed}");
            assert_eq!(first.book.conflicts(), other.book.conflicts(), "seed {seed}");
            assert_eq!(first.book.faults(), other.book.faults(), "seed {seed}");
            assert!(
                other.parts.iter().all(|part| part.is_filled(&other.book)),
                "seed {seed}"
            );
        }
        parts += first.parts.len();
        conflicts += first.book.conflicts().len();
        assert!(!world.typed.is_empty());
        let lines = history(&first.book, None);
        for text in &world.typed {
            let told = lines.iter().any(|line| match &line.step {
                Step::Added { .. } => first
                    .book
                    .change(line.change)
                    .is_some_and(|change| mentions(change, text)),
                Step::Set { to, .. } => to.as_str() == text,
                _ => false,
            });
            assert!(told, "seed {seed}: {text} is not in the history");
        }
    }
    assert!(conflicts > 0 && parts > 0, "the stories are too tame");
}

/// A file of which some were lost is no harm to the others.
#[test]
fn what_arrives_is_enough() {
    let mut world = World::new(3);
    for _ in 0..200 {
        world.step();
    }
    let mut forwards = Book::default();
    world
        .mail
        .iter()
        .for_each(|mail| drop(forwards.absorb(mail.changes.clone())));
    let mut backwards = Book::default();
    world
        .mail
        .iter()
        .rev()
        .for_each(|mail| drop(backwards.absorb(mail.changes.clone())));
    assert_eq!(forwards.ledger(), backwards.ledger());
}
