//! 销号: what is missing for it, the next step as a form, and what was done.

use std::rc::Rc;

use crate::dom::{View, live};
use crate::signals::Memo;
use chrono::NaiveDate;
use view_macro::view;

use crate::{
    figures::{
        ClosingState, Judged, Missing, Stage, Timeliness, closing_state, extensions, open_checks_of, timeliness,
    },
    journal::{Edit, NewRecord, first_deadline},
    ledger::{
        Field, Finding, Id, Kind, Status, Text,
        acts::{Act, Closure, ClosureStep, Settings},
    },
    session::Session,
    ui::{
        desk::form::{Ask, Button, Input, Send, Typed, Wrong, focus_on, form},
        route::{ReportPage, Route},
        texts::{ClosingTexts, Texts, closing_texts, code_name, use_texts},
    },
};

/// All that the section shows of a finding.
/// Where the focus goes once something is recorded.
const HEADING: &str = "closing-heading";

#[derive(Clone, PartialEq)]
struct Shown {
    state: ClosingState,
    status: Status,
    deadline: Option<NaiveDate>,
    completed_on: Option<NaiveDate>,
    first_deadline: Option<NaiveDate>,
    steps: Vec<Closure>,
    open_checks: usize,
    /// Headings of measures, for what is missing.
    headings: Vec<(Id, Text)>,
}

#[derive(Clone, Copy)]
struct Section {
    id: Id,
    session: Session,
    t: &'static Texts,
    c: &'static ClosingTexts,
}

pub fn closing(id: Id, session: Session) -> View {
    let t = use_texts();
    let section = Section {
        id,
        session,
        t,
        c: closing_texts(t.lang),
    };
    let shown = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| {
            let ledger = book.ledger();
            let finding = ledger.finding(id)?;
            let rules = Settings::of(ledger).closing;
            let open = open_checks_of(ledger, id, today);
            let first = first_deadline(book, id).or(extensions(finding).first_deadline);
            Some(Shown::new(finding, closing_state(finding, rules), first, open))
        })
    });
    let heading = section.c.heading;
    view! {
        <section class="card stack">
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            {live(move || shown.with(|shown| shown.as_ref().map(|shown| section.contents(shown))))}
        </section>
    }
}

impl Shown {
    fn new(finding: &Finding, state: ClosingState, first_deadline: Option<NaiveDate>, open_checks: usize) -> Shown {
        let headings = finding.measures.iter().enumerate().map(|(at, measure)| {
            let heading = if measure.heading.is_empty() {
                &measure.text
            } else {
                &measure.heading
            };
            (measure.id, Text::from(format!("{} {heading}", at + 1)))
        });
        Shown {
            state,
            status: finding.status,
            deadline: finding.deadline,
            completed_on: finding.completed_on,
            first_deadline,
            steps: Closure::all(&finding.entries).collect(),
            open_checks,
            headings: headings.collect(),
        }
    }

    fn is_ready(&self) -> bool {
        self.state.is_ready() && self.open_checks == 0
    }
}

impl Section {
    fn contents(self, shown: &Shown) -> View {
        let c = self.c;
        let round = (shown.state.round > 1).then(|| view! { <p class="muted">{(c.round)(shown.state.round)}</p> });
        let unrecorded = shown.status == Status::Closed && shown.state.approval.is_none();
        let unrecorded = unrecorded.then(|| view! { <p class="hint">{c.no_approval}</p> });
        let stage = match shown.state.stage {
            Stage::Open if shown.status == Status::Closed => View::Nothing,
            Stage::Open => self.missing(shown),
            Stage::Requested => view! { <p>{c.requested}</p> },
            Stage::Reviewed => view! { <p>{c.reviewed}</p> },
            Stage::Approved => self.approved(shown),
        };
        let steps = shown.steps.iter().map(|step| self.step(step));
        let steps = (!shown.steps.is_empty()).then(|| {
            view! { <h3>{c.steps}</h3> <ol class="stack">{steps.collect::<View>()}</ol> }
        });
        let sheet = Route::Sheet(self.id).href();
        let late = shown
            .completed_on
            .zip(shown.deadline)
            .filter(|(day, deadline)| day > deadline);
        let late = late.map(|(day, deadline)| {
            let date = self.t.words.date;
            view! { <p class="due-overdue">{(c.done_late)(&date(day), &date(deadline))}</p> }
        });
        view! {
            {round}
            {late}
            {unrecorded}
            {stage}
            {self.next(shown)}
            {steps}
            <p><a class="button" href=sheet>{c.sheet}</a></p>
        }
    }

    /// What is missing, each with the way to where it is mended.
    fn missing(self, shown: &Shown) -> View {
        let c = self.c;
        if shown.is_ready() {
            return view! { <p class="due-green">{c.ready}</p> };
        }
        let named = |id: &Id| {
            let found = shown.headings.iter().find(|(of, _)| of == id);
            found.map(|(_, heading)| heading.to_string()).unwrap_or_default()
        };
        let session = self.session;
        let lines = shown.state.missing.iter().map(|missing| match missing {
            Missing::NoMeasure => view! { <li>{c.no_measure}</li> },
            Missing::NoEvidence => view! { <li>{c.no_evidence}</li> },
            Missing::NotDone(id) => to_field(session, *id, Field::Status, (c.not_done)(&named(id))),
            Missing::NoResult(id) => to_field(session, *id, Field::Result, (c.no_result)(&named(id))),
        });
        let checks = (shown.open_checks > 0).then(|| {
            let href = Route::Report(ReportPage::Checks).href();
            view! { <li>{(c.open_checks)(shown.open_checks)}" "<a href=href>{c.to_checks}</a></li> }
        });
        view! {
            <p>{c.not_ready}</p>
            <ul>{lines.collect::<View>()}{checks}</ul>
        }
    }

    fn approved(self, shown: &Shown) -> View {
        let (t, c) = (self.t, self.c);
        let Some(approval) = &shown.state.approval else {
            return View::Nothing;
        };
        let day = approval.date.map(t.words.date).unwrap_or_default();
        let Judged { by_deadline, by_first } =
            timeliness(approval.deadline, approval.first_deadline, approval.completed_on);
        view! {
            <p>{(c.closed)(&approval.person, &day)}</p>
            <p>{told(c, by_deadline, by_first)}</p>
        }
    }

    fn step(self, step: &Closure) -> View {
        let (t, c, session) = (self.t, self.c, self.session);
        let what = step.step.map(|step| step.code()).unwrap_or_default();
        let what = code_name(t, &Field::Step, what).unwrap_or_default();
        let day = step.date.map(t.words.date).unwrap_or_default();
        let record = step.id;
        let opinion = (!step.text.is_empty()).then(|| view! { <span>" "{step.text.to_string()}</span> });
        view! {
            <li class="row">
                <span><strong>{what.clone()}</strong>" "<span class="muted">{(c.by)(&step.person, &day)}</span>{opinion}</span>
                <button type="button" class="button quiet small plan-only" aria-label=(c.remove_of)(&what)
                    on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{c.remove}</button>
            </li>
        }
    }

    /// The next step, and the ways back.
    fn next(self, shown: &Shown) -> View {
        let (c, session) = (self.c, self.session);
        let Some(next) = shown
            .state
            .next
            .filter(|_| shown.status != Status::Closed || shown.state.stage != Stage::Open)
        else {
            return View::Nothing;
        };
        let is_open = shown.state.stage == Stage::Open;
        // A department asks; the answer is for the office.
        let answers = !session.is_limited();
        let offered = |step: ClosureStep| match step {
            ClosureStep::Withdrawn => !is_open,
            ClosureStep::Returned => !is_open && answers,
            ClosureStep::Requested => step == next,
            ClosureStep::Reviewed | ClosureStep::Approved => step == next && answers,
        };
        let steps = [
            (ClosureStep::Requested, c.request),
            (ClosureStep::Reviewed, c.review),
            (ClosureStep::Approved, c.approve),
            (ClosureStep::Returned, c.send_back),
            (ClosureStep::Withdrawn, c.withdraw),
        ];
        let button = |(step, label): (ClosureStep, &'static str)| {
            let shown = shown.clone();
            let send: Send = Rc::new(move |typed: &Typed| self.act(step, &shown, typed));
            Button {
                label,
                primary: step == next,
                send,
                done: focus_on(session, HEADING),
            }
        };
        let buttons = steps
            .into_iter()
            .filter(|(step, _)| offered(*step))
            .map(button)
            .collect();
        // Whoever asks is seldom the one who answers.
        let person = match next {
            ClosureStep::Requested => session.author.get_untracked().to_string(),
            _ => String::new(),
        };
        let name = format!("closing/{}/{}", self.id, shown.steps.len());
        let asks = vec![
            Ask {
                key: "date",
                label: c.date,
                input: Input::Date,
                initial: session.present_day().to_string(),
                needed: Some(c.date_needed),
            },
            Ask {
                key: "person",
                label: c.person,
                input: Input::Line,
                initial: person,
                needed: Some(c.person_needed),
            },
            Ask {
                key: "opinion",
                label: c.opinion,
                input: Input::Paragraph,
                initial: String::new(),
                needed: None,
            },
        ];
        form(session, &name, asks, buttons)
    }

    /// One step as one act.
    fn act(self, step: ClosureStep, shown: &Shown, typed: &Typed) -> Result<Vec<Edit>, Wrong> {
        let c = self.c;
        if step == ClosureStep::Requested && !shown.is_ready() {
            return Err(Wrong("date", c.not_done_yet));
        }
        if step == ClosureStep::Returned && typed.text("opinion").is_empty() {
            return Err(Wrong("opinion", c.opinion_needed));
        }
        let last = shown.steps.iter().filter_map(|step| step.date).max();
        if typed
            .date("date")
            .is_some_and(|day| last.is_some_and(|last| day < last))
        {
            return Err(Wrong("date", c.too_early));
        }
        let mut record = NewRecord::new(Kind::Closure)
            .with(Field::Step, step.code())
            .with(Field::Date, typed.text("date"))
            .with(Field::Person, typed.text("person"))
            .with(Field::Body, typed.text("opinion"));
        let mut edits = Vec::new();
        if step == ClosureStep::Approved {
            // What it is judged by stays as it is now, whatever is changed later.
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let completed = shown.completed_on.or(typed.date("date"));
            record = record
                .with(Field::Deadline, day(shown.deadline))
                .with(Field::FirstDeadline, day(shown.first_deadline))
                .with(Field::CompletedOn, day(completed));
            edits.push(Edit::set(self.id, Field::Status, Status::Closed.code()));
            if shown.completed_on.is_none() {
                edits.push(Edit::set(self.id, Field::CompletedOn, day(completed)));
            }
        }
        // What was approved and is sent back is not signed off any more.
        if shown.status == Status::Closed && matches!(step, ClosureStep::Returned | ClosureStep::Withdrawn) {
            edits.push(Edit::set(self.id, Field::Status, Status::InProgress.code()));
        }
        edits.push(Edit::add(self.id, record));
        Ok(edits)
    }
}

/// A line that puts the focus where it is mended.
fn to_field(session: Session, record: Id, field: Field, text: String) -> View {
    let html_id = format!("{record}-{}", field.name());
    view! {
        <li>
            <button type="button" class="button quiet small" on:click=move |_| session.focus_later(html_id.clone())>{text}</button>
        </li>
    }
}

/// One word where both deadlines say the same.
fn told(c: &'static ClosingTexts, by_deadline: Option<Timeliness>, by_first: Option<Timeliness>) -> String {
    let words = (c.timeliness)(by_deadline);
    if by_deadline == by_first {
        return (c.judged_alike)(words);
    }
    (c.judged)(words, (c.timeliness)(by_first))
}
