//! 督办: who is late with what, letters about it in steps, and deadlines for a calendar.

mod history;
mod letter;
mod templates;

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use view_macro::view;

use crate::{
    figures::{Pressing, Query, Thresholds, dated, pressing, round},
    formats::ics::Event,
    ledger::{Field, Ledger, Text, acts::ReminderLevel},
    session::Session,
    ui::{
        parts::use_session,
        route::Route,
        texts::{RemindersTexts, Texts, code_name, field_name, reminders_texts, use_texts},
    },
};

/// Which department is being written to outlives the screen.
const OPEN: &str = "letter-open";

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Desk {
    t: &'static Texts,
    r: &'static RemindersTexts,
    session: Session,
    /// The department that is being written to.
    to: State<Option<Text>>,
    told: State<Option<Told>>,
}

/// What became of the last act, in words.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Well(&'static str),
    Wrong(&'static str),
}

impl Desk {
    fn show(&self, department: Option<Text>) {
        self.told.set(None);
        // An empty name is that of findings without a department.
        let text = department.as_ref().map(|name| ["=", &**name].concat());
        self.session.keep_draft(OPEN, &text.unwrap_or_default());
        self.to.set(department);
    }

    fn name(&self, department: &str) -> String {
        let name = if department.is_empty() {
            self.t.words.no_department
        } else {
            department
        };
        name.to_owned()
    }

    fn level(&self, level: Option<ReminderLevel>) -> String {
        let named = level.and_then(|level| code_name(self.t, &Field::Level, level.code()));
        named.unwrap_or_else(|| self.t.words.none.to_owned())
    }
}

pub fn reminders() -> View {
    let t = use_texts();
    let session = use_session();
    let desk = Desk {
        t,
        r: reminders_texts(t.lang),
        session,
        to: State::new(session.draft(OPEN).strip_prefix('=').map(Text::from)),
        told: State::new(None),
    };
    let r = desk.r;
    let all = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| pressing(book.ledger(), today))
    });
    // Paper has the letter alone where there is one.
    let on_screen = move || desk.to.with(Option::is_some).then_some("screen-only");
    view! {
        <section class="view stack">
            <div class="view-head"><h1 class=on_screen>{r.heading}</h1></div>
            <p class="hint screen-only">{r.hint}</p>
            {departments(desk, all)}
            <div role="status" class="screen-only">
                {move || match desk.told.get() {
                    Some(Told::Well(text)) => view! { <p>{text}</p> },
                    Some(Told::Wrong(text)) => view! { <p class="error">{text}</p> },
                    None => View::Nothing,
                }}
            </div>
            {live(move || desk.to.get().map(|department| letter::letter(desk, all, department)))}
            {history::history(desk)}
            {templates::templates(desk)}
        </section>
    }
}

fn departments(desk: Desk, all: Memo<Vec<Pressing>>) -> View {
    let Desk { r, session, .. } = desk;
    let days = Memo::new(move |_| session.book.with(|book| Thresholds::of(book.ledger())));
    let rows = move || all.with(|all| all.iter().map(|each| row(desk, each)).collect::<View>());
    let table = move || {
        if all.with(Vec::is_empty) {
            return view! { <p class="muted">{r.nothing}</p> };
        }
        let Thresholds {
            yellow_days,
            green_days,
        } = days.get();
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=r.departments>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{r.department}</th>
                            <th scope="col">{r.overdue}</th>
                            <th scope="col">{(r.due)(0, yellow_days)}</th>
                            <th scope="col">{(r.due)(yellow_days + 1, green_days)}</th>
                            <th scope="col">{r.sent}</th>
                            <th scope="col">{r.acts}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    let class = move || {
        if desk.to.with(Option::is_some) {
            "card stack screen-only"
        } else {
            "card stack"
        }
    };
    view! {
        <section class=class>
            <h2>{r.departments}</h2>
            {live(table)}
            <p class="hint">{r.calendar_hint}</p>
            <button type="button" class="button" on:click=move |_| save_calendar(desk, None)>{r.calendar_all}</button>
        </section>
    }
}

fn row(desk: Desk, pressing: &Pressing) -> View {
    let Desk { t, r, .. } = desk;
    let name = desk.name(&pressing.department);
    let overdue = Query {
        department: Some(pressing.department.clone()),
        overdue: true,
        ..Query::default()
    };
    let overdue_cell = match pressing.overdue.len() {
        0 => view! { <span>"0"</span> },
        count => view! { <a class="due-overdue" href=Route::Ledger(overdue).href()>{count}</a> },
    };
    let sent = pressing.sent.first().map(|last| {
        let day = last.date.map(t.words.date).unwrap_or_default();
        (r.sent_last)(pressing.sent.len(), &desk.level(last.level), &day)
    });
    let (to, of) = (pressing.department.clone(), pressing.department.clone());
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>{overdue_cell}</td>
            <td>{pressing.yellow.len()}</td>
            <td>{pressing.green.len()}</td>
            <td>{sent.unwrap_or_else(|| t.words.none.to_owned())}</td>
            <td>
                <div class="row">
                    <button type="button" class="button small plan-only" aria-label=(r.write_to)(&name)
                        on:click=move |_| {
                            desk.show(Some(to.clone()));
                            desk.session.focus_later(letter::HEADING.into());
                        }>{r.write}</button>
                    <button type="button" class="button quiet small" aria-label=(r.calendar_of)(&name)
                        on:click=move |_| save_calendar(desk, Some(&of))>{r.calendar}</button>
                </div>
            </td>
        </tr>
    }
}

/// Deadlines of all departments with the terms of the round, or of one department alone.
fn save_calendar(desk: Desk, department: Option<&str>) {
    let Desk { r, session, .. } = desk;
    let today = session.today.get_untracked();
    let (events, title) = session.book.with_untracked(|book| {
        let ledger = book.ledger();
        (events(desk, ledger, today, department), ledger.title().to_owned())
    });
    desk.told.set(if events.is_empty() {
        Some(Told::Wrong(r.calendar_none))
    } else {
        let department = department.map(|name| desk.name(name)).unwrap_or_default();
        let saved = session.save_calendar(&(r.calendar_name)(&title, &department), &events);
        (!saved).then_some(Told::Wrong(r.save_failed))
    });
}

fn events(desk: Desk, ledger: &Ledger, today: chrono::NaiveDate, department: Option<&str>) -> Vec<Event> {
    let Desk { t, r, session, .. } = desk;
    let alarm_days = Thresholds::of(ledger).yellow_days;
    let open = session
        .open
        .get_untracked()
        .map(|id| id.to_string())
        .unwrap_or_default();
    let uid = |record: &str| [record, "@", &*open, ".rectification-ledger"].concat();
    let mut events = Vec::new();
    if department.is_none() {
        let milestones = round(ledger, today).milestones.into_iter();
        for (field, day) in milestones.filter(|(field, _)| *field != Field::Feedback) {
            events.push(Event {
                uid: uid(field.name()),
                day,
                title: field_name(t, &field).to_owned(),
                text: ledger.title().to_owned(),
                alarm_days,
            });
        }
    }
    for due in dated(ledger, today, department) {
        events.push(Event {
            uid: uid(&due.id.to_string()),
            day: due.deadline,
            title: (r.due_event)(&crate::figures::finding_label(due.number as usize, &due.title)),
            text: desk.name(&due.department),
            alarm_days,
        });
    }
    events
}
