//! Building and arranging the ledger: adding, renaming, moving and removing areas and categories.

use crate::dom::View;
use crate::signals::{Memo, State};
use leptos::prelude::*;
use view_macro::{component, view};

use crate::{
    journal::{Edit, NewRecord, Position},
    ledger::{Field, Id, Kind, Ledger, Status},
    ui::{
        parts::{Ask, NameDialog, use_place, use_session},
        route::Route,
        texts::use_texts,
    },
};

/// What is being asked at the moment.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Asked {
    NewArea,
    NewCategory { area: Id },
    NewFinding { category: Id },
    Rename { record: Id },
}

/// The dialogs of the table, opened from its rows.
#[derive(Clone, Copy)]
pub struct Arrange {
    asked: State<Asked>,
    naming: State<bool>,
    removing: State<bool>,
    remove: State<Id>,
}

impl Arrange {
    pub fn new() -> Arrange {
        Arrange {
            asked: State::new(Asked::NewArea),
            naming: State::new(false),
            removing: State::new(false),
            remove: State::new(Id::ROOT),
        }
    }

    pub fn ask_area(&self) {
        self.ask(Asked::NewArea);
    }

    /// Of an area or a category.
    pub fn ask_new_name(&self, record: Option<Id>) {
        if let Some(record) = record {
            self.ask(Asked::Rename { record });
        }
    }

    fn ask(&self, asked: Asked) {
        self.asked.set(asked);
        self.naming.set(true);
    }

    fn ask_removal(&self, record: Id) {
        self.remove.set(record);
        self.removing.set(true);
    }
}

/// The record before and the one after `record` among its siblings, and its parent.
struct Neighbours {
    parent: Id,
    before: Option<Id>,
    before_that: Option<Id>,
    after: Option<Id>,
}

fn neighbours(ledger: &Ledger, record: Id) -> Option<Neighbours> {
    let find = |parent: Id, siblings: Vec<Id>| {
        let at = siblings.iter().position(|id| *id == record)?;
        Some(Neighbours {
            parent,
            before: at.checked_sub(1).map(|at| siblings[at]),
            before_that: at.checked_sub(2).map(|at| siblings[at]),
            after: siblings.get(at + 1).copied(),
        })
    };
    let areas = ledger.focus_areas.iter().map(|area| area.id).collect();
    find(Id::ROOT, areas).or_else(|| {
        let mut areas = ledger.focus_areas.iter();
        areas.find_map(|area| find(area.id, area.categories.iter().map(|category| category.id).collect()))
    })
}

fn shift_button(record: Id, down: bool) -> String {
    [if down { "down-" } else { "up-" }, &*record.to_string()].concat()
}

/// The small buttons at the end of an area's or a category's heading.
#[component]
pub fn HeadingTools(record: Id, title: String, arrange: Arrange) -> View {
    let t = use_texts();
    let session = use_session();
    let is_area = session
        .book
        .with_untracked(|book| book.kind(record) == Some(&Kind::FocusArea));
    let shift = move |down: bool| {
        let found = session.book.with_untracked(|book| neighbours(book.ledger(), record));
        let Some(found) = found else { return };
        let position = match (down, found.before_that, found.before, found.after) {
            (true, _, _, Some(after)) => Position::After(after),
            (false, Some(before_that), Some(_), _) => Position::After(before_that),
            (false, None, Some(_), _) => Position::First,
            _ => return,
        };
        session.act(&[Edit::Move {
            record,
            parent: found.parent,
            position,
        }]);
        // The row has moved, and the button with it.
        session.focus_later(shift_button(record, down));
    };
    // An arrow key in a list chooses the next member at once: choosing is not moving.
    let chosen = State::new(None::<Id>);
    let add = if is_area {
        t.ledger.add_category
    } else {
        t.ledger.add_finding
    };
    let asked = if is_area {
        Asked::NewCategory { area: record }
    } else {
        Asked::NewFinding { category: record }
    };
    // A category can move into another area.
    let areas = move || {
        session.book.with(|book| {
            let areas = book
                .ledger()
                .focus_areas
                .iter()
                .filter(|area| !area.categories.iter().any(|each| each.id == record));
            areas.map(|area| (area.id, area.title.to_string())).collect::<Vec<_>>()
        })
    };
    let empty = !is_area
        && session.book.with_untracked(|book| {
            let mut categories = book.ledger().categories();
            categories.any(|(_, category)| category.id == record && category.findings.is_empty())
        });
    view! {
        <span class="heading-tools plan-only" role="group" aria-label=title>
            <button type="button" class="button quiet small" on:click=move |_| arrange.ask(asked)>{add}</button>
            {empty.then(|| view! {
                <button type="button" class="button quiet small" on:click=move |_| {
                    let finding = NewRecord::new(Kind::Finding).with_status(Status::NotStarted);
                    session.act(&[Edit::add(record, finding)]);
                }>{t.ledger.whole_category}</button>
            })}
            <button type="button" class="button quiet small" on:click=move |_| arrange.ask(Asked::Rename { record })>
                {t.words.rename}
            </button>
            <button type="button" class="button quiet small" id=shift_button(record, false) aria-label=t.words.move_up on:click=move |_| shift(false)>"↑"</button>
            <button type="button" class="button quiet small" id=shift_button(record, true) aria-label=t.words.move_down on:click=move |_| shift(true)>"↓"</button>
            {(!is_area).then(|| view! {
                <select class="small" aria-label=t.ledger.move_to_area
                    prop:value=move || chosen.get().map(|area| area.to_string()).unwrap_or_default()
                    on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>
                    <option value="">{t.ledger.move_to}</option>
                    {move || areas().into_iter().map(|(id, title)| view! { <option value=id.to_string()>{title}</option> }).collect::<View>()}
                </select>
                {move || chosen.get().map(|parent| view! {
                    <button type="button" class="button quiet small" on:click=move |_| {
                        session.act(&[Edit::Move { record, parent, position: Position::Last }]);
                        chosen.try_set(None);
                    }>{t.finding.move_there}</button>
                })}
            })}
            <button type="button" class="button quiet small" on:click=move |_| arrange.ask_removal(record)>{t.words.remove}</button>
        </span>
    }
}

/// The dialogs themselves.
#[component]
pub fn Structure(arrange: Arrange) -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let title = move || match arrange.asked.get() {
        Asked::NewArea => t.ledger.area_title,
        Asked::NewCategory { .. } => t.ledger.category_title,
        Asked::NewFinding { .. } => t.ledger.finding_title,
        Asked::Rename { .. } => t.words.rename,
    };
    let title = Memo::new(move |_| title().to_owned());
    let initial = Memo::new(move |_| match arrange.asked.get() {
        Asked::Rename { record } => session.book.with(|book| book.value(record, &Field::Title).to_string()),
        _ => String::new(),
    });
    let on_name = Callback::new(move |name: String| {
        let new = |kind: Kind| NewRecord::new(kind).with(Field::Title, name.as_str());
        match arrange.asked.get_untracked() {
            Asked::NewArea => drop(session.act(&[Edit::add(Id::ROOT, new(Kind::FocusArea))])),
            Asked::NewCategory { area } => drop(session.act(&[Edit::add(area, new(Kind::Category))])),
            Asked::NewFinding { category } => {
                let finding = new(Kind::Finding).with_status(Status::NotStarted);
                // What was just added is what is to be filled in next.
                if let Some(change) = session.act(&[Edit::add(category, finding)]).first() {
                    place.go(Route::Finding(change.id));
                }
            }
            Asked::Rename { record } => drop(session.act(&[Edit::set(record, Field::Title, name)])),
        }
    });
    let question = Memo::new(move |_| {
        session.book.with(|book| {
            let record = arrange.remove.get();
            let ledger = book.ledger();
            let title = book.value(record, &Field::Title);
            let inside = ledger
                .categories()
                .filter(|(area, category)| area.id == record || category.id == record);
            let findings = inside.map(|(_, category)| category.findings.len()).sum();
            let ask = match book.kind(record) {
                Some(Kind::FocusArea) => t.ledger.remove_area,
                _ => t.ledger.remove_category,
            };
            ask(&title, findings)
        })
    });
    let on_remove = Callback::new(move |()| {
        session.act(&[Edit::Remove {
            record: arrange.remove.get_untracked(),
        }]);
    });
    view! {
        <NameDialog title initial open=arrange.naming on_name />
        <Ask title=question text=t.ledger.comes_back
            yes=t.words.remove open=arrange.removing on_yes=on_remove />
    }
}
