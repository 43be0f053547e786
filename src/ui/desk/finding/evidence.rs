//! 佐证材料: files are chosen or dropped for the finding or a measure; what is known of them is registered, none is stored.

use crate::dom::{NodeRef, View, each};
use crate::signals::{Memo, State, effect};
use leptos::{ev, prelude::*, task::spawn_local};
use view_macro::view;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, File, HtmlInputElement};

use crate::{
    figures::{EvidenceLine, evidence_lines},
    journal::{Edit, NewRecord},
    ledger::{
        Entry, Field, Finding, Id, Kind,
        acts::{Act, Evidence},
    },
    session::Session,
    ui::{
        desk::{
            hashing::{Hashing, files_of},
            listed::breakable,
        },
        parts::{EditField, Input},
        texts::{EvidenceTexts, evidence_texts, use_texts},
    },
};

/// What the section's parts have in common.
#[derive(Clone, Copy)]
struct Section {
    e: &'static EvidenceTexts,
    session: Session,
    hashing: Hashing,
    /// What was done, and what is to be looked at.
    told: State<(String, Vec<String>)>,
}

pub fn evidence(id: Id, session: Session) -> View {
    let e = evidence_texts(use_texts().lang);
    let section = Section {
        e,
        session,
        hashing: Hashing::new(),
        told: State::new(Default::default()),
    };
    keep_the_page();
    let count = Memo::new(move |_| {
        let counted = |finding: &Finding| owners(finding).iter().map(|(_, entries)| of(entries).len()).sum();
        session.book.with(|book| book.ledger().finding(id).map_or(0, counted))
    });
    let list = move || {
        let ids = |finding: &Finding| owners(finding).iter().map(|(owner, _)| *owner).collect();
        session
            .book
            .with(|book| book.ledger().finding(id).map(ids).unwrap_or_default())
    };
    let status = move || section.told.with(|told| told.0.clone());
    let faults = move || {
        section.told.with(|told| {
            let lines = told.1.iter().map(|line| view! { <p class="error">{line.clone()}</p> });
            lines.collect::<View>()
        })
    };
    view! {
        <details class="card stack">
            <summary><h2>{move || (e.heading)(count.get())}</h2></summary>
            <div class="stack">
            <p class="hint">{e.hint}</p>
            {section.hashing.view(e)}
            <p role="status">{status}</p>
            <div role="alert" class="stack">{faults}</div>
            {each(list, move |owner| section.group(id, owner))}
            </div>
        </details>
    }
}

/// The finding and its measures, with what stands under each.
fn owners(finding: &Finding) -> Vec<(Id, &[Entry])> {
    let measures = finding.measures.iter().map(|measure| (measure.id, &*measure.entries));
    [(finding.id, &*finding.entries)].into_iter().chain(measures).collect()
}

fn of(entries: &[Entry]) -> Vec<Id> {
    Evidence::all(entries).map(|evidence| evidence.id).collect()
}

/// A file that is dropped beside its place must not take the page's.
fn keep_the_page() {
    effect(move || {
        let keep = |event: DragEvent| {
            if carries_files(&event) {
                event.prevent_default();
            }
        };
        let over = window_event_listener(ev::dragover, keep);
        let dropped = window_event_listener(ev::drop, keep);
        on_cleanup(move || [over, dropped].into_iter().for_each(WindowListenerHandle::remove));
    });
}

fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str("Files"), 0))
}

impl Section {
    fn group(self, id: Id, owner: Id) -> View {
        let Section { e, session, .. } = self;
        let name = Memo::new(move |_| {
            session.book.with(|book| {
                let finding = book.ledger().finding(id);
                let measures = finding.map_or(&[][..], |finding| &finding.measures);
                let measure = measures.iter().zip(1..).find(|(measure, _)| measure.id == owner);
                measure.map_or(e.whole.to_owned(), |(measure, number)| {
                    (e.measure)(number, &measure.heading)
                })
            })
        });
        let list = move || {
            session.book.with(|book| {
                let finding = book.ledger().finding(id);
                let owners = finding.map(owners).unwrap_or_default();
                let own = owners.into_iter().find(|(each, _)| *each == owner);
                own.map(|(_, entries)| of(entries)).unwrap_or_default()
            })
        };
        view! {
            <section class="stack">
                <h3>{name}</h3>
                <ul class="stack">{each(list, move |record| self.line(record))}</ul>
                {self.zone(owner, name)}
            </section>
        }
    }

    /// Name and content of what is registered never change; day and note may.
    fn line(self, record: Id) -> View {
        let Section { e, session, .. } = self;
        let value = move |field| {
            session
                .book
                .with_untracked(|book| book.value(record, &field).to_string())
        };
        let name = value(Field::Name);
        let size = (e.bytes)(&value(Field::Size));
        view! {
            <li class="stack">
                <div class="row">
                    <strong>{name.clone()}</strong>
                    <span class="muted">{size}</span>
                    <button type="button" class="button quiet small" aria-label=(e.remove_of)(&name)
                        on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{e.remove}</button>
                </div>
                <p class="hint">"SHA-256 "{breakable(&value(Field::Sha256))}</p>
                <div class="row">
                    <EditField record=record field=Field::Date input=Input::Date />
                    <EditField record=record field=Field::Note input=Input::Line />
                </div>
            </li>
        }
    }

    fn zone(self, owner: Id, name: Memo<String>) -> View {
        let Section { e, session, .. } = self;
        let over = State::new(false);
        let node = NodeRef::<HtmlInputElement>::new();
        // While files are hashed it stays: a button that is disabled loses the focus. What is chosen then is answered in words.
        let locked = move || session.as_of.get().is_some();
        let pick = move |_| {
            if let Some(input) = node.get_untracked() {
                input.click();
            }
        };
        let picked = move |event: ev::Event| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                self.take(owner, files_of(input.files()));
                // So that choosing the same file again is a change.
                input.set_value("");
            }
        };
        let dropped = move |event: DragEvent| {
            over.set(false);
            if carries_files(&event) {
                event.prevent_default();
                self.take(owner, files_of(event.data_transfer().and_then(|data| data.files())));
            }
        };
        view! {
            <div class="drop row" class:over=move || over.get()
                on:dragover=move |event: DragEvent| over.set(carries_files(&event))
                on:dragleave=move |_| over.set(false) on:drop=dropped>
                <button type="button" class="button" aria-label=move || (e.pick_for)(&name.get()) disabled=locked on:click=pick>
                    {e.pick}
                </button>
                <span class="hint">{e.drop_here}</span>
                <input node_ref=node type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" multiple on:change=picked />
            </div>
        }
    }

    /// All files of one drop are one act.
    fn take(self, owner: Id, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        if self.hashing.is_busy_now() {
            self.told.set((String::new(), vec![self.e.busy.into()]));
            return;
        }
        self.told.set(Default::default());
        spawn_local(async move {
            let Some(digests) = self.hashing.all(&files).await else {
                self.told.try_set((self.e.cancelled.into(), Vec::new()));
                return;
            };
            let (edits, faults) = self.edits(owner, &files, digests);
            let count = self.session.act(&edits).is_empty();
            let done = if count {
                String::new()
            } else {
                (self.e.taken)(edits.len())
            };
            self.told.try_set((done, faults));
        });
    }

    fn edits(self, owner: Id, files: &[File], digests: Vec<Option<String>>) -> (Vec<Edit>, Vec<String>) {
        let Section { e, session, .. } = self;
        let today = session.present_day().to_string();
        let known = session.book.with_untracked(|book| evidence_lines(book.ledger()));
        let (mut edits, mut faults) = (Vec::new(), Vec::new());
        // Of this drop, by content.
        let mut taken: Vec<(String, String)> = Vec::new();
        for (file, digest) in files.iter().zip(digests) {
            let name = file.name();
            let Some(digest) = digest else {
                faults.push((e.unreadable)(&name));
                continue;
            };
            let is_same = |line: &&EvidenceLine| *line.evidence.sha256 == *digest;
            let here = known.iter().filter(is_same).find(|line| line.owner == owner);
            let here = here.map(|line| line.evidence.name.to_string());
            let here = here.or_else(|| taken.iter().find(|each| each.0 == digest).map(|each| each.1.clone()));
            if let Some(other) = here {
                faults.push((e.same_here)(&name, &other));
                continue;
            }
            if let Some(line) = known.iter().find(is_same) {
                faults.push((e.same)(&name, &(e.stands)(&line.title, &line.evidence.name)));
            }
            let record = NewRecord::new(Kind::Evidence)
                .with(Field::Name, &*name)
                .with(Field::Size, (file.size() as u64).to_string())
                .with(Field::Sha256, &*digest)
                .with(Field::Date, &*today);
            edits.push(Edit::add(owner, record));
            taken.push((digest, name));
        }
        (edits, faults)
    }
}
