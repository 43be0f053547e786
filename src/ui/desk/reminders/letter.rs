//! One letter to a department: its step, the findings it names, its text; and recording it.

use crate::dom::{View, live};
use crate::signals::Memo;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use view_macro::view;

use super::{Desk, Told, templates::template};
use crate::{
    figures::{Due, Pressing, finding_label},
    formats::letter::{Blank, Filled, fill},
    journal::{Edit, NewRecord},
    ledger::{
        Field, Id, Kind, Text,
        acts::{ReminderLevel, Settings},
        calendar::{Calendar, add_days},
        parse_date,
    },
    ui::desk::draft::Draft,
};

/// The heading, for the focus to go to.
pub const HEADING: &str = "letter-heading";
/// Working days to answer, unless another day is written.
const DAYS_TO_ANSWER: u32 = 5;

const LEVEL: usize = 0;
const ANSWER_BY: usize = 1;
/// The findings, with blanks between.
const FINDINGS: usize = 2;
/// As it was edited by hand; empty where it follows the template.
const TEXT: usize = 3;

/// What may stand in the letter.
#[derive(Clone, PartialEq, Default)]
struct Case {
    department: Text,
    due: Vec<Due>,
}

#[derive(Clone, Copy)]
struct Letter {
    desk: Desk,
    draft: Draft,
    case: Memo<Case>,
    filled: Memo<Filled>,
}

pub fn letter(desk: Desk, all: Memo<Vec<Pressing>>, department: Text) -> View {
    let r = desk.r;
    let draft = Draft::open(
        desk.session,
        ["letter/", &*department].concat(),
        initial(desk, all, &department),
    );
    let case = Memo::new(move |_| Case {
        due: all.with(|all| {
            let own = all.iter().find(|each| each.department == department);
            let due = own.map(|own| own.overdue.iter().chain(&own.yellow).chain(&own.green));
            due.into_iter().flatten().cloned().collect()
        }),
        department: department.clone(),
    });
    let filled = Memo::new(move |_| case.with(|case| filled(desk, draft, case)));
    let letter = Letter {
        desk,
        draft,
        case,
        filled,
    };
    let title = move || {
        (r.letter)(
            &desk.level(level(draft)),
            &case.with(|case| desk.name(&case.department)),
        )
    };
    view! {
        <form class="card stack plan-only" on:submit=move |event: SubmitEvent| letter.record(event) novalidate>
            <div class="view-head screen-only">
                <h2 id=HEADING tabindex="-1">{title}</h2>
                <button type="button" class="button quiet small" on:click=move |_| desk.show(None)>{r.close}</button>
            </div>
            <div class="stack screen-only">
                <div class="fields">{level_field(letter)} {draft.line(ANSWER_BY, r.answer_by, "date", None)}</div>
                {findings(letter)}
                {text_field(letter)}
                {tools(letter)}
            </div>
            <p class="print-only dialog-text">{move || letter.text()}</p>
        </form>
    }
}

fn initial(desk: Desk, all: Memo<Vec<Pressing>>, department: &Text) -> Vec<String> {
    let session = desk.session;
    let today = session.today.get_untracked();
    let holidays = session.book.with_untracked(|book| Settings::of(book.ledger()).holidays);
    let (calendar, _) = Calendar::read(&holidays);
    let answer_by = calendar
        .add_working_days(today, DAYS_TO_ANSWER)
        .or_else(|| add_days(today, 7));
    let (level, findings) = all.with_untracked(|all| {
        let own = all.iter().find(|each| each.department == *department);
        let due = own.map(|own| own.overdue.iter().chain(&own.yellow));
        let findings = due.into_iter().flatten().map(|due| due.id.to_string());
        let level = own.map_or(ReminderLevel::Reminder, |own| own.next);
        (level, findings.collect::<Vec<String>>())
    });
    let answer_by = answer_by.map(|day| day.to_string()).unwrap_or_default();
    vec![level.code().to_owned(), answer_by, findings.join(" "), String::new()]
}

fn level(draft: Draft) -> Option<ReminderLevel> {
    ReminderLevel::from_code(&draft.get(LEVEL))
}

fn chosen(draft: Draft) -> Vec<Id> {
    draft
        .get(FINDINGS)
        .split(' ')
        .filter_map(|id| id.parse().ok())
        .collect()
}

/// The template of the step, filled in for the findings that are chosen and still due.
fn filled(desk: Desk, draft: Draft, case: &Case) -> Filled {
    let Desk { t, r, session, .. } = desk;
    let level = level(draft).unwrap_or(ReminderLevel::Reminder);
    let ids = chosen(draft);
    let named: Vec<&Due> = case.due.iter().filter(|due| ids.contains(&due.id)).collect();
    let date = |text: &str| parse_date(text).map_or_else(|| text.to_owned(), t.words.date);
    session.book.with(|book| {
        let inspection = &book.ledger().inspection;
        fill(&template(r, &Settings::of(book.ledger()), level), |blank| match blank {
            Blank::Department => desk.name(&case.department),
            Blank::Unit => inspection.unit.to_string(),
            Blank::Team => inspection.team.to_string(),
            Blank::Date => (t.words.date)(session.today.get()),
            Blank::Level => desk.level(Some(level)),
            Blank::Count => named.len().to_string(),
            Blank::AnswerBy => date(&draft.get(ANSWER_BY)),
            Blank::Findings => list(desk, &named),
        })
    })
}

fn list(desk: Desk, named: &[&Due]) -> String {
    let lines = named.iter().map(|due| described(desk, due));
    let lines = (1..).zip(lines).map(|(number, line)| finding_label(number, &line));
    lines.collect::<Vec<String>>().join("\n")
}

fn described(desk: Desk, due: &Due) -> String {
    let words = &desk.t.words;
    (desk.r.finding)(
        &due.title,
        &(words.date)(due.deadline),
        &(words.days_left)(due.days_left),
    )
}

impl Letter {
    fn text(&self) -> String {
        let edited = self.draft.get(TEXT);
        if edited.is_empty() {
            self.filled.with(|filled| filled.text.clone())
        } else {
            edited
        }
    }

    fn record(&self, event: SubmitEvent) {
        event.prevent_default();
        let Letter { desk, draft, .. } = *self;
        desk.told.set(None);
        if !draft.check(self.faults()) {
            return;
        }
        let (findings, department, text) = untrack(|| {
            let ids = self
                .named()
                .iter()
                .map(Id::to_string)
                .collect::<Vec<String>>()
                .join(" ");
            (ids, self.case.with(|case| case.department.clone()), self.text())
        });
        let record = NewRecord::new(Kind::Reminder)
            .with(Field::Date, desk.session.today.get_untracked().to_string())
            .with(Field::Level, draft.typed(LEVEL))
            .with(Field::Department, department)
            .with(Field::Findings, findings)
            .with(Field::Deadline, draft.typed(ANSWER_BY))
            .with(Field::Body, text);
        if !desk.session.act(&[Edit::add(Id::ROOT, record)]).is_empty() {
            draft.clear();
            desk.show(None);
            desk.told.set(Some(Told::Well(desk.r.recorded)));
        }
    }

    /// Those chosen that are still due.
    fn named(&self) -> Vec<Id> {
        let ids = chosen(self.draft);
        let due = self
            .case
            .with(|case| case.due.iter().map(|due| due.id).collect::<Vec<Id>>());
        due.into_iter().filter(|id| ids.contains(id)).collect()
    }

    fn faults(&self) -> Vec<(usize, &'static str)> {
        let Letter { desk, draft, .. } = *self;
        let mut faults = Vec::new();
        match parse_date(&draft.typed(ANSWER_BY)) {
            None => faults.push((ANSWER_BY, desk.r.day_needed)),
            Some(day) if day < desk.session.today.get_untracked() => faults.push((ANSWER_BY, desk.r.day_past)),
            Some(_) => {}
        }
        if untrack(|| self.named()).is_empty() {
            faults.push((FINDINGS, desk.r.findings_needed));
        }
        if untrack(|| self.text()).trim().is_empty() {
            faults.push((TEXT, desk.r.text_needed));
        }
        faults
    }
}

fn level_field(letter: Letter) -> View {
    let Letter { desk, draft, .. } = letter;
    let level = |each: &ReminderLevel| (each.code().to_owned(), desk.level(Some(*each)));
    draft.choice(LEVEL, desk.r.level, ReminderLevel::ALL.iter().map(level).collect())
}

fn findings(letter: Letter) -> View {
    let Letter { desk, draft, case, .. } = letter;
    let boxes = move || {
        let line = |due: &Due| {
            let id = due.id;
            let is_chosen = move || chosen(draft).contains(&id);
            let toggle = move |_| {
                let mut ids = untrack(|| chosen(draft));
                match ids.iter().position(|each| *each == id) {
                    Some(at) => drop(ids.remove(at)),
                    None => ids.push(id),
                }
                let ids = ids.iter().map(Id::to_string).collect::<Vec<String>>();
                draft.set(FINDINGS, ids.join(" "));
            };
            view! {
                <label>
                    <input type="checkbox" prop:checked=is_chosen on:change=toggle /> " "
                    {finding_label(due.number as usize, &described(desk, due))}
                </label>
            }
        };
        case.with(|case| case.due.iter().map(line).collect::<View>())
    };
    view! {
        <div class="stack" role="group" id=draft.html_id(FINDINGS) tabindex="-1" aria-label=desk.r.findings>
            <h3>{desk.r.findings}</h3>
            {live(boxes)}
            {draft.told(FINDINGS)}
        </div>
    }
}

fn text_field(letter: Letter) -> View {
    let Letter {
        desk, draft, filled, ..
    } = letter;
    let r = desk.r;
    let html_id = draft.html_id(TEXT);
    let is_edited = Memo::new(move |_| !draft.get(TEXT).is_empty());
    let unknown = move || {
        filled.with(|filled| {
            let names: Vec<&str> = filled.unknown.iter().map(Text::as_str).collect();
            (!names.is_empty()).then(|| view! { <p class="error">{(r.unknown)(&names)}</p> })
        })
    };
    view! {
        <div class="field">
            <label for=html_id.clone()>{r.text}</label>
            <textarea id=html_id rows="14" prop:value=move || letter.text()
                on:input=move |event| draft.set(TEXT, event_target_value(&event))></textarea>
            {draft.told(TEXT)}
        </div>
        {move || if is_edited.get() {
            view! {
                <p class="row">
                    <span class="hint">{r.again_hint}</span>
                    <button type="button" class="button small" on:click=move |_| draft.set(TEXT, String::new())>{r.again}</button>
                </p>
            }
        } else {
            unknown().unwrap_or_default()
        }}
    }
}

fn tools(letter: Letter) -> View {
    let Letter { desk, draft, case, .. } = letter;
    let Desk { r, session, told, .. } = desk;
    let copy = move |_| {
        let text = untrack(|| letter.text());
        spawn_local(async move {
            let copied = session.copy(&text).await;
            told.try_set(Some(if copied {
                Told::Well(r.copied)
            } else {
                Told::Wrong(r.copy_failed)
            }));
        });
    };
    let save = move |_| {
        let (text, level) = untrack(|| (letter.text(), desk.level(level(draft))));
        let name = case.with_untracked(|case| desk.name(&case.department));
        let file = (r.file)(&level, &name, &session.today.get_untracked().to_string());
        let saved = session.save_text(&file, &text, "text/plain;charset=utf-8");
        told.set((!saved).then_some(Told::Wrong(r.save_failed)));
    };
    view! {
        <p class="row">
            <button type="submit" class="button primary">{r.record}</button>
            <button type="button" class="button" on:click=copy>{r.copy}</button>
            <button type="button" class="button" on:click=save>{r.save}</button>
            <button type="button" class="button" on:click=move |_| session.print()>{r.print}</button>
        </p>
    }
}
