//! Departments that work apart and exchange files by mail: late, twice, out of order, from a copy of a copy, from a machine
//! with a wrong clock or one restored from an old backup. In the end all have one ledger, and nothing typed is lost.

use rectification_ledger::{
    figures::{ChangedFinding, changes_between},
    formats::json::{read, write},
    journal::{Book, Change, Edit, Hand, NewRecord, Step, history},
    ledger::{Field, Kind, Status},
};

use crate::story::{Dice, EXPORTED, actor, full, hand, ids};

const LEDGER: u64 = 7;
const YEAR: u64 = 365 * 24 * 60 * 60 * 1_000;

struct Device {
    book: Book,
    hand: Hand,
    /// Its clock, by how much it is wrong.
    ahead: i64,
    /// A file of its own that it can be restored from.
    backup: Vec<Change>,
}

/// What happens to a group.
struct World {
    dice: Dice,
    devices: Vec<Device>,
    /// What every file holds that was ever sent; nobody says in which order they are opened.
    mail: Vec<Vec<Change>>,
    /// Texts that were typed, each once in the world.
    typed: Vec<String>,
    next_actor: u64,
    now: u64,
}

/// Written to a file, and read again.
fn sent(book: &Book) -> Vec<Change> {
    let file = write(actor(LEDGER), book, EXPORTED);
    let incoming = read(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!((incoming.faults, incoming.hand_edits.len()), (vec![], 0));
    incoming.changes
}

impl World {
    fn new(seed: u64) -> World {
        let mut dice = Dice(seed);
        let first = full();
        let file = sent(&first);
        let count = 2 + dice.roll(7);
        let devices = (0..count).map(|at| Device {
            book: Book::from_changes(file.clone()),
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
        match self.dice.roll(10) {
            0 => self.send(at),
            1 | 2 => self.open_some_file(at),
            3 => self.review_some_file(at),
            4 if self.dice.roll(6) == 0 => self.restore(at),
            5 => self.devices[at].backup = sent(&self.devices[at].book),
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
        self.mail.push(sent(&self.devices[at].book));
    }

    fn open_some_file(&mut self, at: usize) {
        let file = self.dice.pick(&self.mail);
        self.devices[at].book.absorb(file);
    }

    /// As the page does it: what is not taken is set back at once.
    fn review_some_file(&mut self, at: usize) {
        let now = self.clock(at);
        let file = self.dice.pick(&self.mail);
        let device = &mut self.devices[at];
        let before = device.book.clone();
        device.book.absorb(file);
        let changed = changes_between(&before, &device.book);
        let left_out = changed.iter().filter(|_| self.dice.roll(3) == 0);
        let edits: Vec<Edit> = left_out.flat_map(ChangedFinding::give_back).collect();
        device.book.act(&device.hand, now, &edits);
    }

    /// What was neither sent nor in the backup is gone with the machine; so it is not asked for.
    fn restore(&mut self, at: usize) {
        let backup = self.devices[at].backup.clone();
        self.devices[at].book = Book::from_changes(backup);
        self.start_page_anew(at);
        let books = self.devices.iter().map(|device| device.book.changes());
        let changes: Vec<&Change> = books.chain(self.mail.iter().map(Vec::as_slice)).flatten().collect();
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
                let changes = self.mail[file].clone();
                assert_eq!(self.devices[at].book.absorb(changes).faults, []);
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
    let mut conflicts = 0;
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
        }
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
    assert!(conflicts > 0, "the stories are too tame");
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
        .for_each(|changes| drop(forwards.absorb(changes.clone())));
    let mut backwards = Book::default();
    world
        .mail
        .iter()
        .rev()
        .for_each(|changes| drop(backwards.absorb(changes.clone())));
    assert_eq!(forwards.ledger(), backwards.ledger());
}
