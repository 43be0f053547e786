//! 调度会: the meetings of the round, a new one, and the one that is open with its agenda, decisions and minutes.

mod decisions;
mod minutes;
mod opened;

use crate::dom::{View, each, live};
use crate::signals::{Memo, State};
use chrono::{Days, NaiveDate};
use leptos::ev::SubmitEvent;
use view_macro::view;

use super::draft::Draft;
use crate::{
    journal::{Edit, NewRecord},
    ledger::{
        Field, Id, Kind, Ledger,
        acts::{Act, Meeting, MeetingKind},
        parse_date,
    },
    session::Session,
    ui::{
        parts::{EditField, Input, use_session},
        route::{Route, WorkPage},
        texts::{MeetingsTexts, Texts, code_name, meetings_texts, named, use_texts},
    },
};

/// Which one is open outlives the screen: whoever follows a link comes back to it.
const OPEN: &str = "meeting-open";
const DAYS_BEFORE: u64 = 7;

const DATE: usize = 0;
const KIND: usize = 1;
const TITLE: usize = 2;
const PEOPLE: usize = 3;
const SINCE: usize = 4;

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Desk {
    t: &'static Texts,
    m: &'static MeetingsTexts,
    session: Session,
    open: State<Option<Id>>,
}

impl Desk {
    fn show(&self, meeting: Option<Id>) {
        self.open.set(meeting);
        let text = meeting.map(|id| id.to_string()).unwrap_or_default();
        self.session.keep_draft(OPEN, &text);
    }

    fn meeting(&self, id: Id) -> Option<Meeting> {
        self.session.book.with(|book| {
            let mut all = Meeting::all(&book.ledger().entries);
            all.find(|meeting| meeting.id == id)
        })
    }

    /// The kind of a meeting in words.
    fn kind(&self, meeting: &Meeting) -> String {
        let code = meeting.kind.code();
        let known = code_name(self.t, &Field::Type, code).unwrap_or_else(|| code.to_owned());
        if known.is_empty() {
            self.m.meeting.to_owned()
        } else {
            known
        }
    }

    /// A code, or the words themselves where they are none of the usual ones.
    fn kind_code(&self, typed: &str) -> String {
        let named = |kind: &&MeetingKind| code_name(self.t, &Field::Type, kind.code()).as_deref() == Some(typed);
        let known = MeetingKind::ALL.iter().find(named);
        known.map_or(typed, MeetingKind::code).to_owned()
    }

    fn name(&self, meeting: &Meeting) -> String {
        let day = meeting.date.map(self.t.words.date).unwrap_or_default();
        let title = if meeting.title.is_empty() {
            self.kind(meeting)
        } else {
            meeting.title.to_string()
        };
        [&*day, " ", &*title].concat().trim().to_owned()
    }
}

pub fn meetings() -> View {
    let t = use_texts();
    let session = use_session();
    let desk = Desk {
        t,
        m: meetings_texts(t.lang),
        session,
        open: State::new(session.draft(OPEN).parse().ok()),
    };
    let m = desk.m;
    let opened = Memo::new(move |_| desk.open.get().filter(|id| desk.meeting(*id).is_some()));
    let kinds = MeetingKind::ALL
        .iter()
        .filter_map(|kind| code_name(t, &Field::Type, kind.code()));
    let kinds = kinds.map(|name| view! { <option value=name></option> });
    view! {
        <section class="view stack">
            <div class="view-head screen-only">
                <h1>{m.heading}</h1>
                <p class="row"><a class="button" href=Route::Work(WorkPage::Meeting).href()>{m.to_sheet}</a></p>
            </div>
            <p class="hint screen-only">{m.hint}</p>
            <datalist id="meeting-kinds">{kinds.collect::<View>()}</datalist>
            {list(desk, opened)}
            {live(move || opened.get().map(|id| opened::opened(desk, id)))}
            {add(desk)}
        </section>
    }
}

/// The latest first.
fn in_order(ledger: &Ledger) -> Vec<Meeting> {
    let mut all: Vec<Meeting> = Meeting::all(&ledger.entries).collect();
    all.reverse();
    crate::ledger::sort_by_key(&mut all, |meeting| std::cmp::Reverse(meeting.date));
    all
}

fn list(desk: Desk, opened: Memo<Option<Id>>) -> View {
    let Desk { m, session, .. } = desk;
    let ids = Memo::new(move |_| {
        let all = session.book.with(|book| in_order(book.ledger()));
        all.iter().map(|meeting| meeting.id).collect::<Vec<Id>>()
    });
    let row = move |id: Id| {
        live(move || {
            let meeting = desk.meeting(id)?;
            let name = desk.name(&meeting);
            let is_open = Memo::new(move |_| desk.open.get() == Some(id));
            let label = (m.open_named)(&name);
            Some(view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{desk.kind(&meeting)}</td>
                    <td>{meeting.decisions.len()}</td>
                    <td>
                        <button type="button" class="button small" aria-label=label
                            aria-pressed=move || if is_open.get() { "true" } else { "false" }
                            on:click=move |_| desk.show(Some(id))>{move || if is_open.get() { m.is_open } else { m.open }}</button>
                    </td>
                </tr>
            })
        })
    };
    // Paper has the minutes alone where a meeting is open.
    let class = move || match opened.get() {
        Some(_) => "card stack screen-only",
        None => "card stack",
    };
    view! {
        <section class=class>
            <h2>{m.list}</h2>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="muted">{m.none}</p> })}
            <div class="table-scroll" tabindex="0" role="region" aria-label=m.list hidden=move || ids.with(Vec::is_empty)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{m.title}</th>
                            <th scope="col">{m.kind}</th>
                            <th scope="col">{m.decisions}</th>
                            <th scope="col">{m.open}</th>
                        </tr>
                    </thead>
                    <tbody>{each(move || ids.get(), row)}</tbody>
                </table>
            </div>
        </section>
    }
}

/// A field under the name that it has in the form for a new one.
fn edit_field(name: &'static str, record: Id, field: Field, input: Input) -> View {
    named(name, || view! { <EditField record=record field=field input=input /> })
}

/// A new meeting of today, to be compared with the last one.
fn add(desk: Desk) -> View {
    let Desk { m, session, .. } = desk;
    let draft = Draft::open(session, "meeting".into(), initial(session));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !draft.check(faults(m, draft)) {
            return;
        }
        let record = NewRecord::new(Kind::Meeting)
            .with(Field::Date, draft.typed(DATE))
            .with(Field::Type, desk.kind_code(&draft.typed(KIND)))
            .with(Field::Title, draft.typed(TITLE))
            .with(Field::People, draft.typed(PEOPLE))
            .with(Field::Since, draft.typed(SINCE));
        if let Some(made) = session.act(&[Edit::add(Id::ROOT, record)]).first() {
            draft.clear();
            draft.follow(initial(session));
            desk.show(Some(made.id));
            session.focus_later(opened::HEADING.into());
        }
    };
    view! {
        <form class="card stack plan-only screen-only" on:submit=submit novalidate>
            <h2>{m.new}</h2>
            <div class="fields">
                {draft.line(DATE, m.date, "date", None)}
                {draft.line(KIND, m.kind, "text", Some("meeting-kinds"))}
                {draft.line(TITLE, m.title, "text", None)}
                {draft.line(SINCE, m.since, "date", None)}
            </div>
            {draft.paragraph(PEOPLE, m.people, "2")}
            <button type="submit" class="button primary">{m.add}</button>
        </form>
    }
}

fn initial(session: Session) -> Vec<String> {
    let today = session.today.get_untracked();
    let last = session.book.with_untracked(|book| {
        let days = in_order(book.ledger()).into_iter().filter_map(|meeting| meeting.date);
        days.filter(|day| *day < today).max()
    });
    let since = last
        .or_else(|| today.checked_sub_days(Days::new(DAYS_BEFORE)))
        .unwrap_or(today);
    let mut fields = vec![String::new(); 5];
    fields[DATE] = today.to_string();
    fields[SINCE] = since.to_string();
    fields
}

fn faults(m: &'static MeetingsTexts, draft: Draft) -> Vec<(usize, &'static str)> {
    let mut faults = Vec::new();
    let day = |at: usize| -> Option<NaiveDate> { parse_date(&draft.typed(at)) };
    if draft.typed(DATE).is_empty() {
        faults.push((DATE, m.date_needed));
    }
    for at in [DATE, SINCE] {
        if draft.typed(at).starts_with('0') {
            faults.push((at, m.year_needed));
        }
    }
    if day(DATE).zip(day(SINCE)).is_some_and(|(date, since)| date < since) {
        faults.push((SINCE, m.since_late));
    }
    faults
}
