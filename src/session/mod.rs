//! The one meeting place: signals around the open book, and every act, load and save.
//!
//! Views read signals and call [`Session::act`]; they never see bytes or storage.

mod compare;
mod digest;
mod documents;
mod drafts;
mod due;
mod files;
mod keep;
mod load;
mod page;
mod parts;
mod past;
mod placing;
mod prefs;
mod shelf;
mod tabs;

use crate::signals::{Aside, State};

use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::{set_timeout, untrack};

use crate::{
    browser,
    figures::Query,
    formats::json::Incoming,
    journal::{Book, Change, Edit, Fault, Hand, Part, Secret, Undone},
    ledger::{Actor, Id, Text},
};

pub use digest::{Digested, file_digest, folder_file};
pub use documents::{read_document, read_table};
pub use files::{Encoding, Input, InputFault, Program, ReadText, Taken, Understood};
pub use keep::Saved;
pub use parts::Sending;
pub use placing::reading_order;
pub use prefs::{Lang, Theme};
pub use shelf::{About, Shelf};

/// Long enough to read two lines.
const NOTICE_STANDS: Duration = Duration::from_secs(10);

/// Everything the page knows. Cheap to copy: it holds signals only.
#[derive(Clone, Copy)]
pub struct Session {
    /// The open ledger's journal, and the ledger that follows from it.
    pub book: State<Book>,
    /// Which ledger is open; none while the list of ledgers is shown and none was opened.
    pub open: State<Option<Actor>>,
    /// The open ledger has been read as far as its home holds it.
    pub ready: State<bool>,
    pub shelf: State<Shelf>,
    pub saved: State<Saved>,
    /// Each with a number of its own: the same one can be told again while the earlier one still stands.
    pub notices: State<Vec<(u32, Notice)>>,
    told: Aside<u32>,
    pub author: State<Text>,
    pub lang: State<Lang>,
    pub theme: State<Theme>,
    /// What the table shows, see [`Session::set_columns`].
    pub columns: State<String>,
    pub today: State<NaiveDate>,
    /// The day at whose end the ledger is shown, read only; none: the present.
    pub as_of: State<Option<NaiveDate>>,
    /// What is shown is a part of a ledger: whom it was made for, and until when. The latest one where there are several.
    pub part: State<Option<Part>>,
    /// Every part of which the open ledger was put together.
    parts: Aside<Vec<Part>>,
    /// The present book while an earlier one is shown.
    present: Aside<Option<Book>>,
    /// A new version of the page is ready; it starts when the user says so.
    pub update_ready: State<bool>,
    /// What the table was last asked for, to come back to.
    pub last_query: Aside<Query>,
    /// The two days that the meeting sheet was last made of.
    pub meeting: Aside<Option<(NaiveDate, NaiveDate)>>,
    /// The ledger and the day for which the word on what is due was closed.
    due_closed: State<Option<(Actor, NaiveDate)>>,
    /// Something of the page has had the focus.
    pub used: Aside<bool>,
    /// The finding that was looked at last: its row, when the table comes back.
    pub last_finding: Aside<Option<Id>>,
    undo: State<Vec<Vec<Id>>>,
    redo: State<Vec<Vec<Id>>>,
    /// Drawn at every page start, so that no copy of a profile can make a change under a name that is taken.
    actor: Actor,
    /// Drawn with it.
    secret: Aside<Secret>,
    /// Storage keys whose changes are in the book.
    known: Aside<keep::Keys>,
    /// Writes that have begun and not completed.
    pending: Aside<usize>,
    /// Entries of whichever ledger that the log has not taken.
    waiting: Aside<Vec<keep::Waiting>>,
    /// Changes whose seal does not fit, found some time after a ledger was opened.
    pub broken: State<Vec<Fault>>,
    /// Counts openings, so that a slow read of a ledger that was closed meanwhile is not taken in.
    opening: Aside<u32>,
}

/// Something to tell the user, once. Its words stand in the interface's texts.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Fields that somebody else had set since were left as they are.
    UndoLeft(usize),
    /// A report was put into the ledger: findings, measures.
    ReportTaken(usize, usize),
    /// A ledger file was opened: changes that were new, whether the ledger was, and questions that stand open now.
    FileTaken(usize, bool, usize),
    /// A file held nothing that was not here already.
    NothingNew,
    Exported(String),
    MeasureRemoved,
    LedgerRemoved(String),
    /// Stored entries that could not be read; they were left where they are.
    Unreadable(usize),
    /// The sample could not be fetched.
    NoSample,
    /// So many changes of a file carry the id of another one that is here; those here were kept.
    TwoFaces(usize),
    /// Another ledger was opened while this one was being read: what was to be done to it was not.
    Interrupted,
    /// What is to be read only in a part of a ledger was to be changed.
    PlanOnly,
    /// The ledger is shown as it was at the end of that day.
    Past(NaiveDate),
}

impl Session {
    pub fn new(actor: Actor, today: NaiveDate) -> Session {
        Session {
            book: State::new(Book::default()),
            open: State::new(None),
            ready: State::new(false),
            shelf: State::new(Shelf::default()),
            saved: State::new(Saved::Saved),
            notices: State::new(Vec::new()),
            told: Aside::new(0),
            author: State::new(Text::default()),
            lang: State::new(Lang::default()),
            theme: State::new(Theme::default()),
            columns: State::new(String::new()),
            today: State::new(today),
            as_of: State::new(None),
            part: State::new(None),
            parts: Aside::new(Vec::new()),
            present: Aside::new(None),
            update_ready: State::new(false),
            last_query: Aside::new(Query::default()),
            meeting: Aside::new(None),
            due_closed: State::new(None),
            used: Aside::new(false),
            last_finding: Aside::new(None),
            undo: State::new(Vec::new()),
            redo: State::new(Vec::new()),
            actor,
            secret: Aside::new(Secret::default()),
            known: Aside::new(keep::Keys::default()),
            pending: Aside::new(0),
            waiting: Aside::new(Vec::new()),
            broken: State::new(Vec::new()),
            opening: Aside::new(0),
        }
    }

    /// Starts in a browser: preferences, the list of ledgers, the one that was open last, other tabs.
    pub fn start() -> Session {
        let session = Session::new(Actor::from_random(browser::random_bits()), browser::today());
        session.secret.set_value(Secret(browser::random_bytes()));
        session.load_prefs();
        session.start_shelf();
        session.listen_to_tabs();
        session.keep_today();
        session.watch_for_update();
        session
    }

    /// The ledger that the book holds. While another one is being read, it is none: nothing may be done to either.
    fn current(&self) -> Option<Actor> {
        self.open.get_untracked().filter(|_| self.ready.get_untracked())
    }

    fn hand(&self) -> Hand {
        Hand {
            actor: self.actor,
            author: self.author.get_untracked(),
            secret: self.secret.get_value(),
        }
    }

    /// Does an act of one or many edits: applied, saved, and undone as one. Returns the changes it took.
    pub fn act(&self, edits: &[Edit]) -> Vec<Change> {
        if self.current().is_none() || self.is_past() || self.is_refused(edits) {
            return Vec::new();
        }
        let hand = self.hand();
        let changes = self.update_book(|book| book.act(&hand, browser::now_millis(), edits));
        if !changes.is_empty() {
            self.undo
                .update(|acts| acts.push(changes.iter().map(|change| change.id).collect()));
            self.redo.update(Vec::clear);
            self.keep(&changes);
        }
        changes
    }

    /// The record that the next act makes, where it begins with making one: for another edit of that act to name.
    pub fn next_record(&self) -> Id {
        self.on_present(|book| book.next_id(self.actor))
    }

    /// Nothing may be done to what was; the user is told so.
    fn is_past(&self) -> bool {
        let day = self.as_of.get_untracked();
        if let Some(day) = day {
            self.notify(Notice::Past(day));
        }
        day.is_some()
    }

    pub fn can_undo(&self) -> bool {
        self.as_of.get().is_none() && self.undo.with(|acts| !acts.is_empty())
    }

    pub fn can_redo(&self) -> bool {
        self.as_of.get().is_none() && self.redo.with(|acts| !acts.is_empty())
    }

    pub fn undo(&self) {
        self.take_back(self.undo, self.redo);
    }

    pub fn redo(&self) {
        self.take_back(self.redo, self.undo);
    }

    fn take_back(&self, from: State<Vec<Vec<Id>>>, to: State<Vec<Vec<Id>>>) {
        if self.is_past() {
            return;
        }
        let act = self.current().and_then(|_| from.try_update(Vec::pop).flatten());
        let Some(act) = act else { return };
        let hand = self.hand();
        let Undone { changes, left } = self.update_book(|book| book.undo(&hand, browser::now_millis(), &act));
        if left > 0 {
            self.notify(Notice::UndoLeft(left));
        }
        if !changes.is_empty() {
            to.update(|acts| acts.push(changes.iter().map(|change| change.id).collect()));
            self.keep(&changes);
        }
    }

    /// Runs a change of the book and tells those who look at it only if something came of it.
    fn update_book<T>(&self, change: impl FnOnce(&mut Book) -> T) -> T {
        if self.as_of.get_untracked().is_some() {
            let changed = self
                .present
                .try_update_value(|present| change(present.get_or_insert_default()));
            return changed.expect("the session's values are never disposed of");
        }
        let mut result = None;
        self.book.maybe_update(|book| {
            let before = book.changes().len();
            result = Some(change(book));
            book.changes().len() > before
        });
        // Invariant: a signal of the session lives as long as the page, so the closure has run.
        result.expect("the book's signal is never disposed of")
    }

    /// What went well is told for a while, what went wrong until it is closed.
    pub fn notify(&self, notice: Notice) {
        use Notice::*;
        let number = self.told.get_value() + 1;
        self.told.set_value(number);
        if matches!(
            notice,
            ReportTaken(..)
                | FileTaken(_, _, 0)
                | NothingNew
                | Exported(_)
                | MeasureRemoved
                | LedgerRemoved(_)
                | Past(_)
                | PlanOnly
        ) {
            let session = *self;
            set_timeout(move || session.dismiss(number), NOTICE_STANDS);
        }
        self.notices.update(|notices| {
            notices.retain(|(_, each)| *each != notice);
            notices.push((number, notice));
        });
    }

    pub fn dismiss(&self, number: u32) {
        self.notices
            .update(|notices| notices.retain(|(each, _)| *each != number));
    }

    /// Takes a file's changes in: into the ledger of the same name where there is one, else as a ledger beside the others.
    pub async fn take_file(&self, incoming: Incoming) -> Taken {
        let id = incoming
            .id
            .unwrap_or_else(|| Actor::from_random(browser::random_bits()));
        let is_new = !self.shelf.with_untracked(|shelf| shelf.has(id));
        if !self.stand_open(id).await {
            return Taken::Interrupted;
        }
        let absorbed = self.update_book(|book| book.absorb(incoming.changes));
        if !absorbed.new.is_empty() {
            self.keep(&absorbed.new);
        }
        self.keep_parts(incoming.parts);
        if !absorbed.faults.is_empty() {
            self.notify(Notice::TwoFaces(absorbed.faults.len()));
        }
        if absorbed.new.is_empty() && !is_new {
            self.notify(Notice::NothingNew);
            return Taken::NothingNew;
        }
        let count = absorbed.new.len();
        self.notify(Notice::FileTaken(count, is_new, untrack(|| self.open_questions())));
        Taken::Changes(count, is_new)
    }
}
