//! The way in, for every view that takes files: chosen, dropped or pasted, one after another.

mod widgets;

use std::collections::VecDeque;

use crate::dom::{Children, View, live};
use crate::signals::{Aside, Memo, State, effect};
use leptos::{ev, prelude::*, task::spawn_local};
use view_macro::{component, view};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Element, File, FileList};

pub use widgets::{DropBox, IntakeResult, PickButton, choice};

use super::file::FileReview;
use crate::{
    formats::json::Incoming,
    journal::Edit,
    ledger::Id,
    session::{Input, InputFault, Notice, Session, Understood},
    ui::{
        parts::{use_place, use_session},
        reports::{Reports, Screen, read_document},
        route::{Place, Route},
    },
};

pub const REPORTS: &str = ".txt,.docx,.html,.htm,text/plain,text/html";
pub const LEDGERS: &str = ".json,application/json";
pub const BOTH: &str = ".json,.txt,.docx,.html,.htm,application/json,text/plain,text/html";

/// What the user is asked about and what waits behind it, for each of the two views that take files. It stays when the view is
/// left and when the language changes.
#[derive(Clone, Copy)]
pub struct Pending([Desk; 2]);

#[derive(Clone, Copy)]
struct Desk {
    asked: State<Option<Understood>>,
    left_out: State<Vec<Id>>,
    waiting: Aside<VecDeque<Input>>,
}

/// To be made where the page begins.
impl Default for Pending {
    fn default() -> Pending {
        Pending([(); 2].map(|()| Desk {
            asked: State::new(None),
            left_out: State::new(Vec::new()),
            waiting: Aside::new(VecDeque::new()),
        }))
    }
}

impl Pending {
    /// What was corrected or chosen of an input is kept by no store: the browser asks before the page goes.
    pub fn ask_before_leaving(&self) {
        let Pending(desks) = *self;
        let handle = window_event_listener_untyped("beforeunload", move |event| {
            if desks.iter().any(|desk| desk.asked.with_untracked(Option::is_some)) {
                event.prevent_default();
            }
        });
        // The page asks as long as it stands.
        std::mem::forget(handle);
    }
}

/// Inputs on their way in: those that wait, the one the user is asked about, those that were refused.
#[derive(Clone, Copy)]
pub struct Intake {
    session: Session,
    place: Place,
    /// A report goes into the open ledger where that is empty; else it makes a ledger of its own.
    into_open: bool,
    waiting: Aside<VecDeque<Input>>,
    pub asked: State<Option<Understood>>,
    /// Findings of a returned file that the user does not take.
    pub left_out: State<Vec<Id>>,
    refused: State<Vec<(String, InputFault)>>,
    busy: State<bool>,
    over: State<bool>,
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Idle,
    Report,
    /// A ledger file with questions.
    Ledger,
    /// One that changes a ledger that is here.
    TakeIn,
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
            refused: State::new(Vec::new()),
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

    fn take(&self, files: Vec<File>, pasted: Option<Input>) {
        if self.busy.get_untracked() || self.asked.with_untracked(Option::is_some) {
            return;
        }
        self.busy.set(true);
        self.refused.update(Vec::clear);
        let intake = *self;
        intake.waiting.update_value(|waiting| waiting.extend(pasted));
        spawn_local(async move {
            for file in files {
                match intake.session.read_input(&file).await {
                    Ok(input) => drop(intake.waiting.try_update_value(|waiting| waiting.push_back(input))),
                    Err(fault) => intake.refuse(file.name(), fault),
                }
            }
            intake.go_on(false).await;
        });
    }

    fn refuse(&self, name: String, fault: InputFault) {
        self.refused.try_update(|refused| refused.push((name, fault)));
    }

    /// Takes what needs no question, up to the next input that does. `taken`: something was taken before.
    async fn go_on(&self, mut taken: bool) {
        // The user may have left the view, which has then taken its signals away.
        while let Some(input) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            let name = input.name.clone();
            let understood = if input.is_document() {
                read_document(input, self.session.lang.get_untracked())
                    .await
                    .map(Understood::Text)
            } else {
                input.understand()
            };
            match understood {
                Err(fault) => self.refuse(name, fault),
                Ok(Understood::Ledger(file)) if is_plain(&file) && !self.changes_a_ledger(&file).await => {
                    self.session.take_file(file).await;
                    taken = true;
                }
                Ok(understood) => {
                    self.busy.try_set(false);
                    self.left_out.try_set(Vec::new());
                    self.asked.try_set(Some(understood));
                    return;
                }
            }
        }
        self.busy.try_set(false);
        if taken && self.refused.try_with_untracked(Vec::is_empty) == Some(true) {
            self.place.go(Route::Overview);
        }
    }

    /// Leaves out what the user was asked about.
    pub fn cancel(&self) {
        self.asked.set(None);
        let intake = *self;
        spawn_local(async move { intake.go_on(false).await });
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
                intake.go_on(true).await;
            }
        });
    }

    /// The file is of a ledger that is here, and holds changes that this one does not.
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
                .with_untracked(|book| file.changes.iter().any(|change| book.change(change.id).is_none()))
    }

    /// Takes the file in that the user was asked about, and gives back at once what he did not agree to.
    pub fn take_reviewed(&self, give_back: Vec<Edit>) {
        let Some(Understood::Ledger(file)) = self.asked.try_update(Option::take).flatten() else {
            return;
        };
        let intake = *self;
        spawn_local(async move {
            intake.session.take_file(file).await;
            intake.session.act(&give_back);
            intake.go_on(true).await;
        });
    }

    /// Takes the file that the user was asked about, with or without what was edited by hand.
    pub fn take_ledger(&self, by_hand: bool) {
        let Some(Understood::Ledger(file)) = self.asked.try_update(Option::take).flatten() else {
            return;
        };
        let intake = *self;
        spawn_local(async move {
            if by_hand {
                intake.session.take_edited_file(file).await;
            } else {
                intake.session.take_file(file).await;
            }
            intake.go_on(true).await;
        });
    }

    fn listen(&self) {
        let intake = *self;
        effect(move || {
            let over = window_event_listener(ev::dragover, move |event| {
                if carries_files(&event) {
                    // Else the browser would leave the page for the file.
                    event.prevent_default();
                    intake.over.set(true);
                }
            });
            let left = window_event_listener(ev::dragleave, move |event| {
                if event.related_target().is_none() {
                    intake.over.set(false);
                }
            });
            let dropped = window_event_listener(ev::drop, move |event| {
                intake.over.set(false);
                if carries_files(&event) {
                    event.prevent_default();
                    intake.take_list(event.data_transfer().and_then(|data| data.files()));
                }
            });
            let pasted = window_event_listener(ev::paste, move |event| {
                let in_field = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok())
                    .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA"));
                let Some(data) = event.clipboard_data().filter(|_| !in_field) else {
                    return;
                };
                let text = data.get_data("text/plain").unwrap_or_default();
                if data.files().is_some_and(|files| files.length() > 0) {
                    intake.take_list(data.files());
                } else if !text.trim().is_empty() {
                    intake.take_text(text);
                }
            });
            on_cleanup(move || {
                [over, left, dropped, pasted]
                    .into_iter()
                    .for_each(WindowListenerHandle::remove)
            });
        });
    }
}

/// Nothing in the file needs a question.
fn is_plain(file: &Incoming) -> bool {
    file.hand_edits.is_empty() && file.faults.is_empty() && file.unknown.is_empty()
}

fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str("Files"), 0))
}

/// A view that takes files: what stands in it makes room while the user is asked about one.
#[component]
pub fn IntakePane(intake: Intake, children: Children) -> View {
    intake.listen();
    let stage = Memo::new(move |_| {
        intake.asked.with(|asked| match asked {
            None => Stage::Idle,
            Some(Understood::Text(_)) => Stage::Report,
            Some(Understood::Ledger(file)) if is_plain(file) => Stage::TakeIn,
            Some(Understood::Ledger(_)) => Stage::Ledger,
        })
    });
    live(move || match stage.get() {
        Stage::Idle => children(),
        Stage::Report => view! { <Reports screen=Screen::Preview(intake) /> },
        Stage::TakeIn => view! { <Reports screen=Screen::TakeIn(intake) /> },
        Stage::Ledger => view! { <FileReview intake /> },
    })
}
