//! 核对来件: a file of a ledger that is here, finding by finding, before it is taken in.

use crate::dom::{NodeRef, View};
use crate::signals::{State, effect};
use view_macro::view;

use crate::{
    figures::{ChangedFinding, ChangedStep, changes_between},
    formats::json::Incoming,
    journal::{Book, Change, Conflict, Edit, Fault},
    ledger::{Field, Id, Text},
    session::{Session, Understood},
    ui::{
        parts::use_session,
        texts::{TakeInTexts, Texts, take_in_texts, use_texts},
        views::{finding::conflict::shown_value, intake::Intake},
    },
};

/// What a file would do to the open ledger.
struct Review {
    title: String,
    new: Vec<Change>,
    changed: Vec<ChangedFinding>,
    /// Fields that nobody has to choose now, and would have to then; each with its finding's title.
    conflicts: Vec<(Conflict, Text)>,
    questions: usize,
}

impl Review {
    fn of(session: Session, file: &Incoming) -> Review {
        session.book.with_untracked(|book| {
            let unknown = file.changes.iter().filter(|change| book.change(change.id).is_none());
            let new: Vec<Change> = unknown.cloned().collect();
            let mut all = book.changes().to_vec();
            all.extend(new.iter().cloned());
            let merged = Book::from_changes(all);
            let before = book.conflicts();
            let mut conflicts = merged.conflicts();
            conflicts.retain(|each| !before.iter().any(|known| is_of(known, each.record, &each.field)));
            let conflicts = conflicts.into_iter().map(|conflict| {
                let mut findings = merged.ledger().findings();
                let finding = findings.find(|finding| finding.holds(conflict.record));
                let title = finding.map(|finding| finding.title.clone()).unwrap_or_default();
                (conflict, title)
            });
            Review {
                title: merged.ledger().title().to_owned(),
                changed: changes_between(book, &merged),
                questions: asked(&merged).saturating_sub(asked(book)),
                conflicts: conflicts.collect(),
                new,
            }
        })
    }
}

fn is_of(conflict: &Conflict, record: Id, field: &Field) -> bool {
    conflict.record == record && conflict.field == *field
}

fn asked(book: &Book) -> usize {
    let faults = book.faults().iter();
    faults
        .filter(|fault| matches!(fault, Fault::EditedThoughRemoved { .. }))
        .count()
}

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
    let review = intake.asked.with_untracked(|asked| match asked {
        Some(Understood::Ledger(file)) => Some(Review::of(session, file)),
        _ => None,
    });
    let Some(review) = review else {
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
            <p>{(x.count)(review.new.len(), all)}</p>
            {(review.questions > 0).then(|| view! { <p class="error">{(x.questions)(review.questions)}</p> })}
            {hands(t, x, session, &review.new)}
            {conflicts(t, x, session, &review.conflicts)}
            {differences(t, x, &review, left_out)}
        </section>
    }
}

/// Who made the changes, and when.
fn hands(t: &'static Texts, x: &'static TakeInTexts, session: Session, new: &[Change]) -> View {
    let mut hands: Vec<(&Text, usize, u64, u64)> = Vec::new();
    for change in new {
        let millis = change.stamp.millis;
        match hands.iter_mut().find(|(author, ..)| **author == change.author) {
            Some((_, count, first, last)) => {
                *count += 1;
                *first = millis.min(*first);
                *last = millis.max(*last);
            }
            None => hands.push((&change.author, 1, millis, millis)),
        }
    }
    let rows = hands.into_iter().map(|(author, count, first, last)| {
        let author = if author.is_empty() {
            t.words.unknown_author.to_owned()
        } else {
            author.to_string()
        };
        view! {
            <tr>
                <th scope="row">{author}</th>
                <td>{count}</td>
                <td>{session.local_time(first)}</td>
                <td>{session.local_time(last)}</td>
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
            let author = if version.author.is_empty() {
                t.words.unknown_author
            } else {
                &version.author
            };
            let hand = [author, " · ", &session.local_time(version.stamp.millis)].concat();
            view! {
                <li>
                    {value} " " <span class="muted">{hand}</span>
                    {(at == last).then(|| view! { " " <strong>{x.proposed}</strong> })}
                </li>
            }
        });
        view! {
            <li>
                {title.to_string()} " " {(t.words.field)(&conflict.field).to_owned()}
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
        ChangedStep::MeasureAdded { heading, .. } => (x.measure.into(), none(), heading.to_string(), false),
        ChangedStep::MeasureRemoved { heading, .. } => (x.measure.into(), heading.to_string(), none(), false),
        ChangedStep::Field {
            record,
            measure,
            field,
            from,
            to,
        } => {
            let name = (t.words.field)(field);
            let name = match measure {
                Some(heading) => [x.measure, "“", heading, "” ", name].concat(),
                None => name.to_owned(),
            };
            let is_both = review
                .conflicts
                .iter()
                .any(|(conflict, _)| is_of(conflict, *record, field));
            (name, shown_value(t, field, from), shown_value(t, field, to), is_both)
        }
    }
}
