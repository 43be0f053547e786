//! 核对来件: a file of a ledger that is here, finding by finding, before it is taken in.

use crate::dom::{NodeRef, View};
use crate::signals::{State, effect};
use view_macro::view;

use super::words::{field_name, kind_name, shown_value};
use crate::{
    figures::{ChangedStep, HandShare, Review, review},
    journal::{Conflict, Edit},
    ledger::{Field, Id, Text},
    session::{Session, Understood},
    ui::{
        parts::use_session,
        texts::{TakeInTexts, Texts, take_in_texts, use_texts},
        views::intake::Intake,
    },
};

pub fn take_in(intake: Intake) -> View {
    let t = use_texts();
    let x = take_in_texts(t.lang);
    let session = use_session();
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let found = intake.asked.with_untracked(|asked| match asked {
        Some(Understood::Ledger(file)) => Some(session.book.with_untracked(|book| review(book, &file.changes))),
        _ => None,
    });
    let Some(review) = found else {
        return View::Nothing;
    };
    let all = review.changed.len();
    let left_out = intake.left_out;
    let give_back: Vec<(Id, Vec<Edit>)> = review.changed.iter().map(|each| (each.id, each.give_back())).collect();
    let take = move |_| {
        let edits = left_out.with_untracked(|left_out| {
            let chosen = give_back.iter().filter(|(id, _)| left_out.contains(id));
            chosen.flat_map(|(_, edits)| edits.clone()).collect()
        });
        intake.take_reviewed(edits);
    };
    let label = move || {
        let chosen = all - left_out.with(Vec::len).min(all);
        if chosen == all {
            x.take_all.to_owned()
        } else {
            (x.take_chosen)(chosen, all)
        }
    };
    view! {
        <section class="view stack">
            <div class="view-head">
                <h1 node_ref=heading tabindex="-1">{x.heading}</h1>
                <div class="toolbar row">
                    <button type="button" class="button primary" on:click=take>{label}</button>
                    <button type="button" class="button" on:click=move |_| intake.cancel()>{t.words.cancel}</button>
                </div>
            </div>
            <p>{(x.lead)(&review.title)}</p>
            <p>{(x.count)(review.new, all)}</p>
            {(review.questions > 0).then(|| view! { <p class="error">{(x.questions)(review.questions)}</p> })}
            {hands(t, x, session, &review.hands)}
            {conflicts(t, x, session, &review.conflicts)}
            {differences(t, x, &review, left_out)}
        </section>
    }
}

/// Who made the changes, and when.
fn hands(t: &'static Texts, x: &'static TakeInTexts, session: Session, hands: &[HandShare]) -> View {
    let rows = hands.iter().map(|hand| {
        view! {
            <tr>
                <th scope="row">{t.words.author(&hand.author).to_owned()}</th>
                <td>{hand.changes}</td>
                <td>{session.local_time(hand.first)}</td>
                <td>{session.local_time(hand.last)}</td>
            </tr>
        }
    });
    view! {
        <section class="card stack">
            <h2>{x.who_heading}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=x.who_heading>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{x.who}</th>
                            <th scope="col">{x.changes}</th>
                            <th scope="col">{x.first}</th>
                            <th scope="col">{x.last}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<View>()}</tbody>
                </table>
            </div>
        </section>
    }
}

/// What both sides set, with every value; the later one is what the page proposes.
fn conflicts(t: &'static Texts, x: &'static TakeInTexts, session: Session, found: &[(Conflict, Text)]) -> View {
    if found.is_empty() {
        return View::Nothing;
    }
    let rows = found.iter().map(|(conflict, title)| {
        let last = conflict.versions.len().saturating_sub(1);
        let versions = conflict.versions.iter().enumerate().map(|(at, version)| {
            let value = match conflict.field {
                Field::Place => t.history.moved.to_owned(),
                _ => shown_value(t, &conflict.field, &version.value),
            };
            let hand = [
                t.words.author(&version.author),
                " · ",
                &session.local_time(version.stamp.millis),
            ]
            .concat();
            view! {
                <li>
                    {value} " " <span class="muted">{hand}</span>
                    {(at == last).then(|| view! { " " <strong>{x.proposed}</strong> })}
                </li>
            }
        });
        view! {
            <li>
                {title.to_string()} " " {field_name(t, &conflict.field).to_owned()}
                <ul>{versions.collect::<View>()}</ul>
            </li>
        }
    });
    view! {
        <section class="card stack">
            <h2>{x.both}</h2>
            <p>{(x.conflicts)(found.len())}</p>
            <ul class="stack">{rows.collect::<View>()}</ul>
        </section>
    }
}

/// Old and new side by side, with a choice for each finding.
fn differences(t: &'static Texts, x: &'static TakeInTexts, review: &Review, left_out: State<Vec<Id>>) -> View {
    if review.changed.is_empty() {
        return view! { <p>{x.no_findings}</p> };
    }
    let bodies = review.changed.iter().map(|finding| {
        let id = finding.id;
        let title = match finding.number {
            Some(number) => [&*number.to_string(), ". ", &finding.title].concat(),
            None => finding.title.to_string(),
        };
        let turn = move |_| {
            left_out.update(|left_out| match left_out.iter().position(|each| *each == id) {
                Some(at) => drop(left_out.remove(at)),
                None => left_out.push(id),
            });
        };
        let is_taken = move || left_out.with(|left_out| !left_out.contains(&id));
        let span = finding.steps.len().to_string();
        let mut head = Some(view! {
            <td rowspan=span.clone()>
                <input type="checkbox" aria-label=[x.take, " ", &title].concat() prop:checked=is_taken on:change=turn />
            </td>
            <th scope="rowgroup" rowspan=span>{title}</th>
        });
        let rows = finding.steps.iter().map(|step| {
            let (field, here, file, is_both) = cells(t, x, review, step);
            view! {
                <tr>
                    {head.take()}
                    <td>
                        {field}
                        {is_both.then(|| view! { " " <strong class="due-yellow">{x.both}</strong> })}
                    </td>
                    <td>{here}</td>
                    <td>{file}</td>
                </tr>
            }
        });
        view! { <tbody>{rows.collect::<View>()}</tbody> }
    });
    view! {
        <section class="card stack">
            <h2>{x.table}</h2>
            <p class="hint">{x.choose_hint}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=x.table>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{x.take}</th>
                            <th scope="col">{x.finding}</th>
                            <th scope="col">{x.field}</th>
                            <th scope="col">{x.here}</th>
                            <th scope="col">{x.file}</th>
                        </tr>
                    </thead>
                    {bodies.collect::<View>()}
                </table>
            </div>
        </section>
    }
}

/// What differs, here and in the file, and whether both sides set it.
fn cells(
    t: &'static Texts,
    x: &'static TakeInTexts,
    review: &Review,
    step: &ChangedStep,
) -> (String, String, String, bool) {
    let none = || t.words.none.to_owned();
    match step {
        ChangedStep::Added => (x.added.into(), none(), String::new(), false),
        ChangedStep::Removed => (x.removed.into(), String::new(), none(), false),
        ChangedStep::PartAdded { kind, name, .. } => (kind_name(t, kind).into(), none(), name.to_string(), false),
        ChangedStep::PartRemoved { kind, name, .. } => (kind_name(t, kind).into(), name.to_string(), none(), false),
        ChangedStep::Field {
            record,
            part,
            field,
            from,
            to,
        } => {
            let name = field_name(t, field);
            let name = match part {
                Some((kind, title)) => [kind_name(t, kind), "“", title, "” ", name].concat(),
                None => name.to_owned(),
            };
            let is_both = review.has_conflict(*record, field);
            (name, shown_value(t, field, from), shown_value(t, field, to), is_both)
        }
    }
}
