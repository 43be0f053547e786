//! What lies on the desk while the ledger is checked: other ledgers, the report, the plan, and reasons half written.
//!
//! It stays while the page is open, so that one can look at a finding and come back; the ledger knows nothing of it.

use std::cell::RefCell;

use leptos::task::spawn_local;

use crate::{
    figures::{CHECKS, Check, CheckFinding, Checked, Outdated, checks, outdated, was_made},
    formats::report::read_report,
    ledger::{Actor, Ledger},
    session::Session,
    signals::{Memo, State},
};

/// A text that the ledger is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Material {
    /// Of the file; empty for a pasted text.
    pub name: String,
    /// Of its findings.
    pub titles: Vec<String>,
}

/// Which of the two texts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paper {
    Report,
    Plan,
}

/// Another ledger that was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    pub id: Actor,
    pub held: Held,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    Reading,
    Missing,
    Read(Box<Ledger>),
}

/// A difference, under a number that stays the same as long as its check and its subject do.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub key: u64,
    pub finding: CheckFinding,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    pub spots: Vec<Spot>,
    pub outdated: Vec<Outdated>,
    pub passed: Vec<Check>,
    pub not_made: Vec<Check>,
}

#[derive(Clone, Copy)]
pub struct Desk {
    session: Session,
    pub earlier: State<Vec<Earlier>>,
    report: State<Option<Material>>,
    plan: State<Option<Material>>,
}

/// What outlives the screen.
struct Kept {
    ledger: Option<Actor>,
    report: Option<Material>,
    plan: Option<Material>,
    reasons: Vec<(u64, String)>,
}

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept { ledger: None, report: None, plan: None, reasons: Vec::new() }) };
}

fn kept<T>(look: impl FnOnce(&mut Kept) -> T) -> T {
    KEPT.with_borrow_mut(look)
}

impl Desk {
    /// Of the open ledger, with what lay on it when one was here last.
    pub fn of(session: Session) -> Desk {
        let open = session.open.get_untracked();
        let (report, plan) = kept(|kept| {
            if kept.ledger != open {
                *kept = Kept {
                    ledger: open,
                    report: None,
                    plan: None,
                    reasons: Vec::new(),
                };
            }
            (kept.report.clone(), kept.plan.clone())
        });
        let desk = Desk {
            session,
            earlier: State::new(Vec::new()),
            report: State::new(report),
            plan: State::new(plan),
        };
        for id in session.compared() {
            if Some(id) != open && session.shelf.with_untracked(|shelf| shelf.has(id)) {
                desk.add(id);
            }
        }
        desk
    }

    pub fn paper(&self, paper: Paper) -> State<Option<Material>> {
        match paper {
            Paper::Report => self.report,
            Paper::Plan => self.plan,
        }
    }

    pub fn put(&self, paper: Paper, material: Option<Material>) {
        kept(|kept| match paper {
            Paper::Report => kept.report.clone_from(&material),
            Paper::Plan => kept.plan.clone_from(&material),
        });
        self.paper(paper).set(material);
    }

    pub fn choose(&self, id: Actor, chosen: bool) {
        if chosen {
            self.add(id);
        } else {
            self.earlier.update(|all| all.retain(|each| each.id != id));
        }
        let ids = self
            .earlier
            .with_untracked(|all| all.iter().map(|each| each.id).collect::<Vec<_>>());
        self.session.keep_compared(&ids);
    }

    fn add(&self, id: Actor) {
        if self.earlier.with_untracked(|all| all.iter().any(|each| each.id == id)) {
            return;
        }
        self.earlier.update(|all| {
            all.push(Earlier {
                id,
                held: Held::Reading,
            });
        });
        let desk = *self;
        spawn_local(async move {
            let read = desk.session.read_aside(id).await;
            let held = read.map_or(Held::Missing, |ledger| Held::Read(Box::new(ledger)));
            // The user may have left the screen, or chosen otherwise.
            desk.earlier.try_update(|all| {
                if let Some(each) = all.iter_mut().find(|each| each.id == id) {
                    each.held = held;
                }
            });
        });
    }

    /// All that the checks say, anew whenever the ledger changes or what it is compared with.
    pub fn found(&self) -> Memo<Found> {
        let desk = *self;
        Memo::new(move |_| {
            let today = desk.session.today.get();
            desk.session.book.with(|book| {
                desk.earlier.with(|earlier| {
                    let earlier: Vec<&Ledger> = earlier.iter().filter_map(Earlier::ledger).collect();
                    let (report, plan) = (desk.report.get(), desk.plan.get());
                    let report = report.as_ref().map(titles);
                    let plan = plan.as_ref().map(titles);
                    let checked = Checked {
                        earlier: &earlier,
                        report: report.as_deref(),
                        plan: plan.as_deref(),
                        ..Checked::new(book.ledger(), today)
                    };
                    let found = checks(&checked);
                    let silent = CHECKS.iter().map(|(check, _)| *check);
                    let silent = silent.filter(|check| found.iter().all(|each| each.check != *check));
                    let (passed, not_made) = silent.partition(|check| was_made(*check, &checked));
                    Found {
                        outdated: outdated(book, &found),
                        spots: found.into_iter().map(Spot::new).collect(),
                        passed,
                        not_made,
                    }
                })
            })
        })
    }
}

fn titles(material: &Material) -> Vec<&str> {
    material.titles.iter().map(String::as_str).collect()
}

impl Earlier {
    fn ledger(&self) -> Option<&Ledger> {
        match &self.held {
            Held::Read(ledger) => Some(ledger),
            Held::Reading | Held::Missing => None,
        }
    }
}

impl Material {
    /// The findings of a report or a plan; none where there are none.
    pub fn read(name: &str, text: &str) -> Option<Material> {
        let draft = read_report(text);
        let categories = draft.areas.iter().flat_map(|area| &area.categories);
        let titles: Vec<String> = categories
            .flat_map(|category| {
                category.findings.iter().map(|finding| match finding.title.is_empty() {
                    true => category.title.clone(),
                    false => finding.title.clone(),
                })
            })
            .collect();
        (!titles.is_empty()).then(|| Material {
            name: name.into(),
            titles,
        })
    }
}

impl Spot {
    fn new(finding: CheckFinding) -> Spot {
        // FNV-1a
        let bytes = finding.check.code().bytes().chain([0]).chain(finding.subject.bytes());
        let key = bytes.fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        Spot { key, finding }
    }
}

/// What was written of a reason and not stored yet.
pub fn half_written(key: u64) -> String {
    kept(|kept| {
        let known = kept.reasons.iter().find(|(of, _)| *of == key);
        known.map(|(_, text)| text.clone()).unwrap_or_default()
    })
}

pub fn keep_half_written(key: u64, text: &str) {
    kept(|kept| {
        kept.reasons.retain(|(of, _)| *of != key);
        if !text.is_empty() {
            kept.reasons.push((key, text.into()));
        }
    });
}
