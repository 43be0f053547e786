//! The minutes of a meeting, on the screen and on paper: of this page, paper has them alone.

use crate::dom::{View, live};
use view_macro::view;

use super::{Desk, opened::Agenda};
use crate::{
    figures::MeetingSheet,
    ledger::{
        Id,
        acts::{Decision, Meeting},
    },
    ui::{
        desk::{happened, meeting},
        texts::meeting_texts,
    },
};

pub fn minutes(desk: Desk, id: Id, agenda: Agenda) -> View {
    let Desk { m, session, .. } = desk;
    view! {
        <section class="card stack">
            <div class="view-head screen-only">
                <h3>{m.minutes}</h3>
                <button type="button" class="button" on:click=move |_| session.print()>{m.print}</button>
            </div>
            {live(move || {
                let meeting = desk.meeting(id)?;
                Some(agenda.with(|agenda| text(desk, &meeting, agenda.as_ref())))
            })}
        </section>
    }
}

fn text(desk: Desk, meeting: &Meeting, sheet: Option<&MeetingSheet>) -> View {
    let Desk { t, m, session, .. } = desk;
    let unit = session.book.with(|book| book.ledger().inspection.unit.to_string());
    let date = meeting.date.map_or_else(|| t.words.none.to_owned(), t.words.date);
    let fact = |name: &'static str, value: String| {
        let line = (m.named)(name, &value);
        (!value.is_empty()).then(|| view! { <p>{line}</p> })
    };
    let paragraphs = meeting.text.lines().map(|line| view! { <p>{line.to_owned()}</p> });
    let decisions = meeting.decisions.iter().map(|each| decision(desk, each));
    view! {
        <h3>{(m.minutes_of)(&unit, &desk.kind(meeting))}</h3>
        {fact(m.title, meeting.title.to_string())}
        {fact(m.date, date)}
        {fact(m.people, meeting.people.to_string())}
        {paragraphs.collect::<View>()}
        {sheet.map(|sheet| progress(desk, sheet))}
        <h4>{m.decisions}</h4>
        {if meeting.decisions.is_empty() {
            view! { <p>{m.decided_none}</p> }
        } else {
            view! { <ol>{decisions.collect::<View>()}</ol> }
        }}
    }
}

fn progress(desk: Desk, sheet: &MeetingSheet) -> View {
    let Desk { t, m, .. } = desk;
    let sheet_texts = meeting_texts(t.lang);
    let (overdue, soon) = sheet.late_and_soon();
    let changed = (sheet.before.total() > 0).then_some(sheet.changed);
    let counts = meeting::moved(t, sheet_texts, sheet).map(|moved| (m.counts)(&moved, changed, overdue, soon));
    let no_ledger = meeting::no_ledger(t, sheet_texts, sheet);
    view! {
        <h4>{m.progress}</h4>
        {no_ledger.map(|text| view! { <p>{text}</p> })}
        {counts.map(|text| view! { <p>{text}</p> })}
        {happened::lines(t, &sheet.happened)}
    }
}

fn decision(desk: Desk, decision: &Decision) -> View {
    let Desk { t, m, session, .. } = desk;
    let subject = decision.subject.and_then(|id| {
        let title = session
            .book
            .with(|book| book.ledger().finding(id).map(|finding| finding.title.clone()));
        title.map(|title| title.to_string())
    });
    let deadline = decision.deadline.map(t.words.date);
    let owner = (!decision.owner.is_empty()).then(|| decision.owner.to_string());
    let more = [(m.finding, subject), (m.owner, owner), (m.deadline, deadline)];
    let more = more
        .into_iter()
        .filter_map(|(name, value)| Some((m.named)(name, &value?)));
    let more = more.collect::<Vec<String>>().join(m.between);
    view! {
        <li>
            {decision.text.to_string()}
            {(!more.is_empty()).then(|| view! { <br /> <span>{more}</span> })}
        </li>
    }
}
