//! Check sums of several files, one after another, with what is told meanwhile and a way to stop.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use view_macro::view;
use web_sys::{File, FileList};

use crate::{
    session::{Digested, file_digest},
    ui::texts::EvidenceTexts,
};

#[derive(Clone)]
struct Step {
    name: String,
    at: usize,
    count: usize,
    percent: u32,
}

/// Ends with the view that made it.
#[derive(Clone, Copy)]
pub struct Hashing {
    step: State<Option<Step>>,
    /// Counts beginnings and stops: who finds another number was stopped.
    run: State<u32>,
}

impl Hashing {
    pub fn new() -> Hashing {
        Hashing {
            step: State::new(None),
            run: State::new(0),
        }
    }

    pub fn is_busy(self) -> bool {
        self.step.with(Option::is_some)
    }

    pub fn is_busy_now(self) -> bool {
        self.step.with_untracked(Option::is_some)
    }

    /// The SHA-256 of each file, none where it cannot be read; none at all where it was stopped.
    pub async fn all(self, files: &[File]) -> Option<Vec<Option<String>>> {
        let run = self.begin()?;
        let whole: f64 = files.iter().map(|file| file.size()).sum();
        let mut before = 0.0;
        let mut digests = Vec::new();
        for (file, at) in files.iter().zip(1..) {
            let tell = |done: f64| {
                let percent = if whole > 0.0 {
                    (before + done) * 100.0 / whole
                } else {
                    100.0
                };
                self.tell(run, file, (at, files.len()), percent as u32)
            };
            match file_digest(file, tell).await {
                Digested::Sha256(digest) => digests.push(Some(digest)),
                Digested::Unreadable => digests.push(None),
                Digested::Cancelled => return None,
            }
            before += file.size();
        }
        self.step.try_update(|step| *step = None)?;
        Some(digests)
    }

    fn begin(self) -> Option<u32> {
        self.run.try_update(|run| {
            *run += 1;
            *run
        })
    }

    fn tell(self, run: u32, file: &File, (at, count): (usize, usize), percent: u32) -> bool {
        if self.run.try_with_untracked(|now| *now == run) != Some(true) {
            return false;
        }
        let step = Step {
            name: file.name(),
            at,
            count,
            percent,
        };
        self.step.try_update(|held| *held = Some(step)).is_some()
    }

    fn stop(self) {
        self.run.update(|run| *run += 1);
        self.step.set(None);
    }

    /// Nothing while nothing is done.
    pub fn view(self, e: &'static EvidenceTexts) -> View {
        let busy = Memo::new(move |_| self.is_busy());
        let told = move || {
            self.step
                .with(|step| step.as_ref().map(|step| (e.hashing)(&step.name, step.at, step.count)))
        };
        let percent = move || {
            self.step
                .with(|step| step.as_ref().map(|step| step.percent.to_string()))
        };
        live(move || {
            busy.get().then(|| {
                view! {
                    <div class="stack">
                        <p>{told}</p>
                        <div class="row">
                            <progress max="100" value=percent aria-label=e.progress></progress>
                            <button type="button" class="button" on:click=move |_| self.stop()>{e.cancel}</button>
                        </div>
                    </div>
                }
            })
        })
    }
}

pub fn files_of(list: Option<FileList>) -> Vec<File> {
    let list = list.into_iter();
    list.flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)))
        .collect()
}
