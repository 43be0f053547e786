//! The way in, for every view that takes files: chosen, dropped or pasted, one after another.

mod desk;
mod pane;
mod widgets;

use std::collections::VecDeque;

use crate::signals::{Aside, State};
use leptos::{prelude::*, task::spawn_local};
use web_sys::{File, FileList};

pub use desk::{Arrival, Outcome, Pending};
pub use pane::IntakePane;
pub use widgets::{DropBox, IntakeResult, PickButton, choice};

use crate::{
    formats::json::Incoming,
    journal::{Change, Edit},
    ledger::Id,
    session::{Input, Notice, Session, Taken, Understood},
    ui::{
        parts::{use_place, use_session},
        reports::read_document,
        route::{Place, Route},
    },
};
use desk::Desk;

pub const REPORTS: &str = ".txt,.docx,.html,.htm,text/plain,text/html";
pub const LEDGERS: &str = ".json,application/json";
pub const BOTH: &str = ".json,.txt,.docx,.html,.htm,application/json,text/plain,text/html";

/// Inputs on their way in: those that wait, the one the user is asked about, and what became of each.
#[derive(Clone, Copy)]
pub struct Intake {
    session: Session,
    place: Place,
    /// A report goes into the open ledger where that is empty; else it makes a ledger of its own.
    into_open: bool,
    waiting: Aside<VecDeque<(usize, Input)>>,
    pub asked: State<Option<Understood>>,
    /// Findings of a returned file that the user does not take.
    pub left_out: State<Vec<Id>>,
    /// Whether the user takes what was edited by hand in a file's readable part.
    pub by_hand: State<bool>,
    /// The file's changes with those that the hand edits make, once they were made: their names are drawn once.
    pub edited: Aside<Vec<Change>>,
    /// What came together last, in its order.
    pub arrivals: State<Vec<Arrival>>,
    busy: State<bool>,
    over: State<bool>,
}

impl Intake {
    /// To be made where a component begins.
    pub fn new(into_open: bool) -> Intake {
        let Pending(desks) = expect_context();
        let desk: Desk = desks[usize::from(into_open)];
        Intake {
            session: use_session(),
            place: use_place(),
            into_open,
            waiting: desk.waiting,
            asked: desk.asked,
            left_out: desk.left_out,
            by_hand: desk.by_hand,
            edited: desk.edited,
            arrivals: desk.arrivals,
            busy: State::new(false),
            over: State::new(false),
        }
    }

    pub fn take_text(&self, text: String) {
        self.take(Vec::new(), Some(Input::pasted(text)));
    }

    fn take_list(&self, files: Option<FileList>) {
        let files = files
            .into_iter()
            .flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index)));
        let files: Vec<File> = files.collect();
        if !files.is_empty() {
            self.take(files, None);
        }
    }

    /// What comes while the user is asked about something waits behind it.
    fn take(&self, files: Vec<File>, pasted: Option<Input>) {
        let is_free = !self.busy.get_untracked() && self.asked.with_untracked(Option::is_none);
        if !is_free && pasted.is_some() {
            return;
        }
        let names = files.iter().map(File::name).chain(pasted.iter().map(|_| String::new()));
        let news = names.map(|name| Arrival {
            name,
            outcome: Outcome::Waits,
        });
        let mut at = 0;
        self.arrivals.update(|arrivals| {
            if is_free {
                arrivals.clear();
            }
            at = arrivals.len();
            arrivals.extend(news);
        });
        if is_free {
            self.busy.set(true);
        }
        let intake = *self;
        intake
            .waiting
            .update_value(|waiting| waiting.extend(pasted.map(|input| (at, input))));
        spawn_local(async move {
            for (at, file) in (at..).zip(files) {
                match intake.session.read_input(&file).await {
                    Ok(input) => drop(
                        intake
                            .waiting
                            .try_update_value(|waiting| waiting.push_back((at, input))),
                    ),
                    Err(fault) => intake.note(at, Outcome::Refused(fault)),
                }
            }
            // Who was busy or asked when they came goes on with them himself, unless he has ended meanwhile.
            let is_busy = || intake.busy.try_with_untracked(|busy| *busy) == Some(true);
            if is_free || !is_busy() && intake.asked.with_untracked(Option::is_none) {
                intake.go_on().await;
            }
        });
    }

    fn note(&self, at: usize, outcome: Outcome) {
        self.arrivals.try_update(|arrivals| {
            if let Some(arrival) = arrivals.get_mut(at) {
                arrival.outcome = outcome;
            }
        });
    }

    /// Where among the arrivals that stands which the user is asked about.
    pub fn asked_at(&self) -> Option<usize> {
        let is_asked = |arrival: &Arrival| arrival.outcome == Outcome::Asked;
        self.arrivals
            .with_untracked(|arrivals| arrivals.iter().position(is_asked))
    }

    /// Notes what became of the input that the user was asked about.
    fn settle(&self, outcome: Outcome) {
        if let Some(at) = self.asked_at() {
            self.note(at, outcome);
        }
    }

    /// Takes what needs no question, up to the next input that does.
    async fn go_on(&self) {
        // The user may have left the view, which has then taken its signals away.
        while let Some((at, input)) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            let understood = if input.is_document() {
                read_document(input, self.session.lang.get_untracked())
                    .await
                    .map(Understood::Text)
            } else {
                input.understand()
            };
            let understood = match understood {
                Err(fault) => {
                    self.note(at, Outcome::Refused(fault));
                    continue;
                }
                Ok(understood) => understood,
            };
            match understood {
                Understood::Ledger(file) if !self.changes_a_ledger(&file).await && is_plain(&file) => {
                    let taken = self.session.take_file(file).await;
                    self.note(at, Outcome::Taken(taken));
                }
                understood => {
                    self.busy.try_set(false);
                    self.left_out.try_set(Vec::new());
                    self.edited.try_update_value(Vec::clear);
                    // A history that was altered speaks against what was edited too.
                    let is_sound = matches!(&understood, Understood::Ledger(file) if file.faults.is_empty());
                    self.by_hand.try_set(is_sound);
                    self.note(at, Outcome::Asked);
                    self.asked.try_set(Some(understood));
                    return;
                }
            }
        }
        self.busy.try_set(false);
        let is_taken = |arrival: &Arrival| matches!(arrival.outcome, Outcome::Taken(_) | Outcome::Stored);
        // Of several, what became of each is told here.
        let leaves = |arrivals: &Vec<Arrival>| arrivals.len() == 1 && arrivals.iter().all(is_taken);
        if self.arrivals.try_with_untracked(leaves) == Some(true) {
            self.place.go(Route::Overview);
        }
    }

    /// Leaves out what the user was asked about.
    pub fn cancel(&self) {
        self.settle(Outcome::LeftOut);
        self.asked.set(None);
        let intake = *self;
        spawn_local(async move { intake.go_on().await });
    }

    /// A report would go into the open ledger.
    pub fn goes_into_open(&self) -> bool {
        // What was cannot be written into, however empty it is.
        self.into_open
            && self.session.as_of.get_untracked().is_none()
            && self.session.open.get_untracked().is_some()
            && self.session.book.with_untracked(|book| {
                let ledger = book.ledger();
                ledger.focus_areas.is_empty() && ledger.unplaced.is_empty() && ledger.sections.is_empty()
            })
    }

    /// Stores what was read of the reports that the user was asked about, each as a ledger. `done`: nothing is left of them to
    /// be asked about.
    pub fn store_reports(&self, ledgers: Vec<(Vec<Edit>, Notice)>, done: bool) {
        let into_open = self.goes_into_open();
        if done {
            self.settle(Outcome::Stored);
            self.asked.set(None);
        }
        let intake = *self;
        spawn_local(async move {
            for (at, (edits, notice)) in ledgers.into_iter().enumerate() {
                if into_open && at == 0 {
                    intake.session.act(&edits);
                } else {
                    intake.session.new_ledger_with(edits).await;
                }
                intake.session.notify(notice);
            }
            if done {
                intake.go_on().await;
            }
        });
    }

    /// The file is of a ledger that is here, and holds changes that this one does not, or holds otherwise.
    async fn changes_a_ledger(&self, file: &Incoming) -> bool {
        let known = file
            .id
            .filter(|id| self.session.shelf.with_untracked(|shelf| shelf.has(*id)));
        let Some(id) = known else { return false };
        // What stands in one of the two stores alone is here as well.
        self.session.open_whole(id).await
            && self
                .session
                .book
                .with_untracked(|book| file.changes.iter().any(|change| book.change(change.id) != Some(change)))
    }

    /// Takes the file in that the user was asked about, and gives back at once what he did not agree to.
    pub fn take_reviewed(&self, give_back: Vec<Edit>) {
        let Some(Understood::Ledger(mut file)) = self.asked.try_update(Option::take).flatten() else {
            return;
        };
        let edited = self.edited.get_value();
        if self.by_hand.get_untracked() && !edited.is_empty() {
            file.changes = edited;
        }
        let intake = *self;
        spawn_local(async move {
            let taken = intake.session.take_file(file).await;
            if taken != Taken::Interrupted {
                intake.session.act(&give_back);
            }
            intake.settle(Outcome::Taken(taken));
            intake.go_on().await;
        });
    }
}

/// Nothing in the file needs a question.
fn is_plain(file: &Incoming) -> bool {
    file.hand_edits.is_empty() && file.faults.is_empty() && file.unknown.is_empty()
}
