//! 调度表: what happened and what changed between the last meeting and now, what is late and what is soon due, by department.

use crate::dom::View;
use crate::signals::{Memo, State, effect};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{ChangedFinding, ChangedStep, DepartmentSheet, Due, MeetingSheet, meeting_sheet},
    journal::Edit,
    ledger::{Id, parse_date},
    session::Session,
    ui::{
        desk::happened,
        parts::use_session,
        route::{Route, WorkPage},
        texts::{MeetingTexts, Texts, field_name, happened_texts, kind_name, meeting_texts, meetings_texts, use_texts},
        views::finding::conflict::shown_value,
        views::overview::sum_text,
    },
};

/// Where no meeting is known, the last week.
const DAYS_BEFORE: u64 = 7;

pub fn meeting() -> View {
    let t = use_texts();
    let m = meeting_texts(t.lang);
    let session = use_session();
    let today = session.today.get_untracked();
    let week_ago = today.checked_sub_days(Days::new(DAYS_BEFORE)).unwrap_or(today);
    let (since, until) = session.meeting.get_value().unwrap_or((week_ago, today));
    let (since, until) = (State::new(since), State::new(until));
    effect(move || session.meeting.set_value(Some((since.get(), until.get()))));
    let sheet = Memo::new(move |_| {
        // The present book is looked at through the session; this tells when it changes.
        session.book.with(|_| ());
        let (since, until) = (since.get(), until.get());
        let today = until.min(session.today.get());
        compared(session, (since, until), today)
    });
    let day_input = move |label: &'static str, day: State<NaiveDate>| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="date" max=session.present_day().to_string() prop:value=move || day.get().to_string()
                    on:change=move |event| {
                        // No day after today has a ledger; and a field that is emptied shows its day again.
                        let typed = parse_date(&event_target_value(&event));
                        day.update(|day| *day = typed.unwrap_or(*day).min(session.present_day()));
                    } />
            </label>
        }
    };
    let period = move || (m.period)(&(t.words.date)(since.get()), &(t.words.date)(until.get()));
    view! {
        <section class="view stack">
            <div class="view-head">
                <h1>{m.heading}</h1>
                <div class="toolbar">
                    <a class="button" href=Route::Work(WorkPage::Meetings).href()>{meetings_texts(t.lang).to_meetings}</a>
                    <button type="button" class="button" on:click=move |_| session.print()>{m.print}</button>
                </div>
            </div>
            <p class="hint screen-only">{m.hint}</p>
            <div class="filters screen-only">
                {day_input(m.since, since)}
                {day_input(m.until, until)}
            </div>
            {move || {
                (until.get() < since.get()).then(|| view! { <p class="error" role="alert">{m.order}</p> })
            }}
            <p>{period}</p>
            {move || (since.get() <= until.get()).then(|| sheet.with(|sheet| contents(t, m, session, sheet)))}
        </section>
    }
}

/// The sheet of a period. What happened in it is told as it is known at present.
pub fn compared(session: Session, period: (NaiveDate, NaiveDate), today: NaiveDate) -> MeetingSheet {
    session.at_end_of(session.present_day(), |present| {
        session.at_end_of(period.0, |before| {
            session.at_end_of(period.1, |after| meeting_sheet([before, after, present], period, today))
        })
    })
}

/// What a sheet compares with, where that is not what it seems.
pub fn no_ledger(t: &'static Texts, m: &'static MeetingTexts, sheet: &MeetingSheet) -> Option<String> {
    let (since, until) = sheet.period;
    match (sheet.before.total(), sheet.after.total()) {
        (0, 0) => Some((m.no_ledger)(&(t.words.date)(until))),
        (0, _) => Some((m.no_ledger_then)(&(t.words.date)(since))),
        _ => None,
    }
}

/// How completion moved, or stands where it moved from nowhere; none where there was no ledger.
pub fn moved(t: &'static Texts, m: &'static MeetingTexts, sheet: &MeetingSheet) -> Option<String> {
    let share = |tally| sum_text(tally).unwrap_or_else(|| t.words.none.into());
    match (sheet.before.total(), sheet.after.total()) {
        (0, 0) => None,
        (0, _) => Some((m.stands)(&share(&sheet.after))),
        _ => Some((m.moved)(&share(&sheet.before), &share(&sheet.after))),
    }
}

pub fn contents(t: &'static Texts, m: &'static MeetingTexts, session: Session, sheet: &MeetingSheet) -> View {
    if sheet.departments.is_empty() && sheet.findings == 0 {
        return view! { <p class="empty">{m.nothing}</p> };
    }
    let x = happened_texts(t.lang);
    let moved = moved(t, m, sheet);
    let changed = moved.is_some().then(|| (m.changed_count)(sheet.changed));
    let figures = moved
        .into_iter()
        .chain([(x.count)(sheet.happened.len())])
        .chain(changed);
    let figures = figures.collect::<Vec<String>>().join(" · ");
    let departments = sheet
        .departments
        .iter()
        .map(|each| department(t, m, session, each, sheet));
    view! {
        {no_ledger(t, m, sheet).map(|text| view! { <p>{text}</p> })}
        <p role="status"><strong>{figures}</strong></p>
        <p class="hint">{m.shared}</p>
        {departments.collect::<View>()}
    }
}

fn department(
    t: &'static Texts,
    m: &'static MeetingTexts,
    session: Session,
    own: &DepartmentSheet,
    sheet: &MeetingSheet,
) -> View {
    let name = if own.department.is_empty() {
        t.words.no_department.to_owned()
    } else {
        own.department.to_string()
    };
    let changed = own.changed.iter().map(|each| changed_finding(t, m, session, each));
    let due = |class: &'static str, title: String, list: &[Due]| {
        let rows = list.iter().map(|each| due_line(t, class, each));
        (!list.is_empty()).then(|| {
            view! {
                <h3>{title}</h3>
                <ul class="stack">{rows.collect::<View>()}</ul>
            }
        })
    };
    let tally = own.tally;
    let complete = (tally.total() > 0).then(|| (m.department)(tally.complete(), tally.total()));
    // Of a day before there was a ledger, there is nothing to say of its changes.
    let changes = (sheet.after.total() + sheet.before.total() > 0).then(|| {
        view! {
            <h3>{(m.changed)(own.changed.len())}</h3>
            {if own.changed.is_empty() {
                view! { <p class="muted">{m.no_change}</p> }
            } else {
                view! { <ul class="stack">{changed.collect::<View>()}</ul> }
            }}
        }
    });
    view! {
        <section class="card stack">
            <h2>{name} " " <small class="muted">{complete}</small></h2>
            {happened::section(t, &own.happened)}
            {changes}
            {due("due-overdue", (m.overdue)(own.overdue.len()), &own.overdue)}
            {due("due-yellow", (m.soon)(sheet.soon_days, own.soon.len()), &own.soon)}
        </section>
    }
}

fn changed_finding(t: &'static Texts, m: &'static MeetingTexts, session: Session, finding: &ChangedFinding) -> View {
    let title = match finding.number {
        Some(number) => {
            let title = [&*number.to_string(), ". ", &finding.title].concat();
            view! { <a href=Route::Finding(finding.id).href()>{title}</a> }
        }
        None => view! { <span>{finding.title.to_string()}</span> },
    };
    let steps = finding.steps.iter().map(|each| {
        let step = match each {
            ChangedStep::Added => view! { <span>{m.added}</span> },
            ChangedStep::Removed { restore: records } => {
                view! { <span>{m.removed}</span> " " {restore(m, session, records.clone())} }
            }
            ChangedStep::Moved { from, to, .. } => view! {
                <span>{t.history.moved} " " <del>{from.to_string()}</del> " → " <ins>{to.to_string()}</ins></span>
            },
            ChangedStep::PartAdded { kind, name, .. } => {
                view! { <span>{(m.part_added)(kind_name(t, kind), name)}</span> }
            }
            ChangedStep::PartRemoved { record, kind, name } => view! {
                <span>{(m.part_removed)(kind_name(t, kind), name)}</span> " "
                {restore(m, session, vec![*record])}
            },
            ChangedStep::Field { .. } => field_step(t, m, session, each),
        };
        view! { <li>{step}</li> }
    });
    view! {
        <li>
            {title}
            <ul>{steps.collect::<View>()}</ul>
        </li>
    }
}

fn field_step(t: &'static Texts, m: &'static MeetingTexts, session: Session, step: &ChangedStep) -> View {
    let ChangedStep::Field {
        record,
        part,
        field,
        from,
        to,
    } = step
    else {
        return View::Nothing;
    };
    let record = *record;
    let of = part
        .as_ref()
        .map(|(kind, name)| view! { <span>{(m.of_part)(kind_name(t, kind), name)} " "</span> });
    let named = (m.give_back_named)(field_name(t, field), &shown_value(t, field, from));
    let edit = Edit::set(record, field.clone(), from.clone());
    view! {
        {of}
        <span>
            {field_name(t, field).to_owned()} " "
            <del>{shown_value(t, field, from)}</del>
            " → "
            <ins>{shown_value(t, field, to)}</ins>
        </span>
        " "
        <button type="button" class="button quiet small" aria-label=named
            on:click=move |_| drop(session.act(std::slice::from_ref(&edit)))>{m.give_back}</button>
    }
}

fn restore(m: &'static MeetingTexts, session: Session, records: Vec<Id>) -> View {
    let edits: Vec<Edit> = records.into_iter().map(|record| Edit::Restore { record }).collect();
    view! {
        <button type="button" class="button quiet small"
            on:click=move |_| drop(session.act(&edits))>{m.restore}</button>
    }
}

fn due_line(t: &'static Texts, class: &'static str, due: &Due) -> View {
    let title = [&*due.number.to_string(), ". ", &due.title].concat();
    view! {
        <li>
            <a href=Route::Finding(due.id).href()>{title}</a>
            " "
            <span class=class>{(t.words.days_left)(due.days_left)}</span>
            " "
            <span class="muted">{(t.words.date)(due.deadline)}</span>
        </li>
    }
}
