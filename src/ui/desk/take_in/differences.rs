//! What a file changes, side by side with what is here.

use crate::dom::View;
use view_macro::view;

use super::Desk;
use crate::{
    figures::{ChangedStep, Review},
    journal::Conflict,
    ledger::{Field, Id, Text},
    ui::{
        texts::{TakeInTexts, Texts, field_name, kind_name},
        views::finding::conflict::shown_value,
    },
};

/// What both sides set, with every value; the later one is what the page proposes.
pub fn conflicts(desk: Desk, found: &[(Conflict, Text)]) -> View {
    let Desk { session, t, x, .. } = desk;
    if found.is_empty() {
        return View::Nothing;
    }
    let rows = found.iter().map(|(conflict, title)| {
        let last = conflict.versions.len().saturating_sub(1);
        let versions = conflict.versions.iter().enumerate().map(|(at, version)| {
            let value = match conflict.field {
                Field::Place => version.value.to_string(),
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
                <strong>{title.to_string()}</strong> " " {field_name(t, &conflict.field).to_owned()}
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
pub fn differences(desk: Desk, review: &Review) -> View {
    let Desk { t, x, .. } = desk;
    let left_out = desk.intake.left_out;
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
            let (field, here, file, is_both) = cells(t, x, review, id, step);
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
    finding: Id,
    step: &ChangedStep,
) -> (String, String, String, bool) {
    let none = || t.words.none.to_owned();
    match step {
        ChangedStep::Added => (x.added.into(), none(), String::new(), false),
        ChangedStep::Removed { .. } => (x.removed.into(), String::new(), none(), false),
        ChangedStep::Moved { from, to, .. } => {
            let is_both = review.has_conflict(finding, &Field::Place);
            (x.moved.into(), from.to_string(), to.to_string(), is_both)
        }
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
