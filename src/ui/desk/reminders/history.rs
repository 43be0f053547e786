//! The letters so far, each with its text as it was recorded.

use crate::dom::{View, each, live};
use crate::signals::Memo;
use leptos::task::spawn_local;
use view_macro::view;

use super::{Desk, Told};
use crate::{
    figures::{finding_label, reminders},
    journal::Edit,
    ledger::{Id, acts::Reminder},
    ui::route::Route,
};

pub fn history(desk: Desk) -> View {
    let Desk { r, session, .. } = desk;
    let all = Memo::new(move |_| session.book.with(|book| reminders(book.ledger())));
    let ids = move || all.with(|all| all.iter().map(|each| each.id).collect::<Vec<Id>>());
    let line = move |id: Id| {
        live(move || {
            let reminder = all.with(|all| all.iter().find(|each| each.id == id).cloned());
            reminder.map(|reminder| told(desk, &reminder))
        })
    };
    view! {
        <section class="card stack screen-only">
            <h2>{r.history}</h2>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="muted">{r.no_history}</p> })}
            <ul class="plain-list">{each(ids, line)}</ul>
        </section>
    }
}

fn told(desk: Desk, reminder: &Reminder) -> View {
    let Desk { t, r, session, .. } = desk;
    let day = reminder.date.map(t.words.date).unwrap_or_default();
    let name = desk.name(&reminder.department);
    let line = (r.history_line)(&day, &desk.level(reminder.level), &name, reminder.findings.len());
    let answer = reminder
        .deadline
        .map(|day| view! { <p>{(r.to_answer)(&(t.words.date)(day))}</p> });
    let copy = {
        let text = reminder.text.to_string();
        move |_| {
            let text = text.clone();
            spawn_local(async move {
                let copied = session.copy(&text).await;
                let said = if copied {
                    Told::Well(r.copied)
                } else {
                    Told::Wrong(r.copy_failed)
                };
                desk.told.try_set(Some(said));
            });
        }
    };
    let record = reminder.id;
    view! {
        <li>
            <details>
                <summary>{line.clone()}</summary>
                {answer}
                <ul>{named(desk, reminder)}</ul>
                <p class="dialog-text">{reminder.text.to_string()}</p>
                <p class="row">
                    <button type="button" class="button small" on:click=copy>{r.copy}</button>
                    <button type="button" class="button quiet small plan-only" aria-label=(r.remove_of)(&line)
                        on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{t.words.remove}</button>
                </p>
            </details>
        </li>
    }
}

/// The findings that it named, as they are called now; those that are gone are not there.
fn named(desk: Desk, reminder: &Reminder) -> View {
    desk.session.book.with(|book| {
        let findings = (1..).zip(book.ledger().findings());
        let findings = findings.filter(|(_, finding)| reminder.findings.contains(&finding.id));
        let link = |(number, finding): (usize, &crate::ledger::Finding)| {
            let label = finding_label(number, &finding.title);
            view! { <li><a href=Route::Finding(finding.id).href()>{label}</a></li> }
        };
        findings.map(link).collect::<View>()
    })
}
