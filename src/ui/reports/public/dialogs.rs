//! The two dialogs of a finding: its words for the public, and what of it is not published.

use crate::dom::{View, live};
use crate::signals::Memo;
use view_macro::view;

use super::{Desk, document::ARTICLE, spots::Subject};
use crate::{
    formats::report::write::{Withheld, public_field, withhold_edit},
    journal::Book,
    ledger::{Field, Finding, Id, Measure, Text},
    ui::parts::{Dialog, EditField, Input, value_of},
};

/// Words for the public, field by field, each under the ledger's own.
pub fn words(desk: Desk) -> View {
    let p = desk.p;
    let title = Memo::new(move |_| (p.words_title)(&name_of(desk, desk.wording.get())));
    view! {
        <Dialog title open=desk.wording_open>
            <div class="stack public-words">
                <p class="hint">{p.words_hint}</p>
                {live(move || fields(desk))}
            </div>
        </Dialog>
    }
}

fn fields(desk: Desk) -> View {
    let Some(id) = desk.wording.get() else {
        return View::Nothing;
    };
    // What is typed must not be drawn anew while it is being typed: the ledger's own words do not change in a dialog.
    let found = desk
        .session
        .book
        .with_untracked(|book| book.ledger().finding(id).cloned());
    let Some(finding) = found else { return View::Nothing };
    let of_finding = [
        (Field::Title, &finding.title),
        (Field::Problem, &finding.problem),
        (Field::Reason, &finding.reason),
        (Field::NextStep, &finding.next_step),
    ];
    let measures = finding.measures.iter().enumerate().map(|(at, measure)| {
        let of_measure = [(Field::Heading, &measure.heading), (Field::Body, &measure.text)];
        view! {
            <fieldset class="stack">
                <legend>{(desk.p.measure)(at + 1)}</legend>
                {reworded(desk, measure.id, &of_measure)}
            </fieldset>
        }
    });
    view! {
        {reworded(desk, finding.id, &of_finding)}
        {measures.collect::<View>()}
    }
}

/// A field for the public words of each that has some words.
fn reworded(desk: Desk, record: Id, fields: &[(Field, &Text)]) -> View {
    let fields = fields.iter().filter(|(_, own)| !own.is_empty());
    let fields = fields.filter_map(|(field, own)| {
        let public = public_field(field)?;
        Some(view! {
            <div>
                <EditField record field=public input=Input::Paragraph />
                <p class="hint">{(desk.p.own)(own)}</p>
            </div>
        })
    });
    fields.collect()
}

/// Withholds a finding or one of its measures, for one of five reasons, and publishes it again.
pub fn withhold(desk: Desk) -> View {
    let p = desk.p;
    let title = Memo::new(move |_| {
        let finding = desk.withholding.with(|about| about.map(|(finding, _)| finding));
        (p.withhold_title)(&name_of(desk, finding))
    });
    view! {
        <Dialog title open=desk.withholding_open>
            <div class="stack">
                <p class="hint">{p.withhold_hint}</p>
                {live(move || scope(desk))}
                {live(move || reasons(desk))}
            </div>
        </Dialog>
    }
}

/// What of the finding.
fn scope(desk: Desk) -> View {
    let finding = desk
        .withholding
        .with_untracked(|about| about.map(|(finding, _)| finding));
    let found = |book: &Book| finding.and_then(|id| book.ledger().finding(id).cloned());
    let Some(finding) = desk.session.book.with_untracked(found) else {
        return View::Nothing;
    };
    let (p, id) = (desk.p, finding.id);
    let choose = move |event| {
        if let Ok(record) = value_of(&event).parse() {
            desk.withholding.set(Some((id, record)));
        }
    };
    let option = move |record: Id, name: String| {
        let chosen = move || desk.withholding.with(|about| *about == Some((id, record)));
        view! { <option value=record.to_string() prop:selected=chosen>{name}</option> }
    };
    let measures = finding.measures.iter().enumerate();
    let measures = measures.map(|(at, measure)| option(measure.id, measure_name(desk, at, measure)));
    view! {
        <label class="field">
            <span>{p.scope}</span>
            <select on:change=choose>
                {option(id, p.whole.into())}
                {measures.collect::<View>()}
            </select>
        </label>
    }
}

fn reasons(desk: Desk) -> View {
    let Some((finding, record)) = desk.withholding.get() else {
        return View::Nothing;
    };
    let (p, t) = (desk.p, desk.t);
    let now = reason_of(desk, record);
    let choices = Withheld::ALL
        .iter()
        .filter(|reason| Some(**reason) != now)
        .map(|reason| {
            let reason = *reason;
            view! {
                <button type="button" class="button" on:click=move |_| set(desk, finding, record, Some(reason))>
                    {(t.words.withheld)(reason)}
                </button>
            }
        });
    let choices: View = choices.collect();
    view! {
        {now.map(|reason| view! {
            <p>{(p.withheld_now)((t.words.withheld)(reason))}</p>
            <button type="button" class="button primary" on:click=move |_| set(desk, finding, record, None)>{p.publish}</button>
        })}
        <fieldset class="stack public-reasons">
            <legend>{p.reason}</legend>
            {choices}
        </fieldset>
    }
}

fn set(desk: Desk, finding: Id, record: Id, reason: Option<Withheld>) {
    // The paragraphs of a finding go, and with them the button that has the focus: then the one before has it.
    let before = desk.spots.with_untracked(|spots| {
        let at = spots.iter().position(|spot| match spot.key.subject {
            Subject::Finding(id) => id == record,
            Subject::Measure(id, _) => id == record,
            _ => false,
        });
        at.and_then(|at| spots.get(at.checked_sub(1)?))
            .map(|spot| spot.key.id())
    });
    publish(desk, finding, record, reason);
    desk.withholding_open.set(false);
    if let Some(before) = before.filter(|_| reason.is_some() && record == finding) {
        desk.session.focus_later(before);
    }
    desk.session.rescue_focus(ARTICLE);
}

/// Withholds a record, or publishes it again, and says so.
pub fn publish(desk: Desk, finding: Id, record: Id, reason: Option<Withheld>) {
    desk.session.act(&[withhold_edit(record, reason)]);
    let name = full_name(desk, finding, record);
    desk.told.set(match reason {
        Some(_) => (desk.p.was_withheld)(&name),
        None => (desk.p.was_published)(&name),
    });
}

fn reason_of(desk: Desk, record: Id) -> Option<Withheld> {
    desk.settings.with(|settings| {
        let of = settings.withheld.iter().find(|(id, _)| *id == record);
        of.map(|(_, reason)| *reason)
    })
}

fn name_of(desk: Desk, finding: Option<Id>) -> Text {
    let title = |book: &Book| finding.and_then(|id| Some(book.ledger().finding(id)?.title.clone()));
    desk.session.book.with(title).unwrap_or_default()
}

fn measure_name(desk: Desk, at: usize, measure: &Measure) -> String {
    let words = if measure.heading.is_empty() {
        &measure.text
    } else {
        &measure.heading
    };
    let end = words.char_indices().nth(24).map_or(words.len(), |(end, _)| end);
    [&*(desk.p.measure)(at + 1), " ", &words[..end]].concat()
}

/// A finding by its title; a measure with that of its finding before it.
pub fn full_name(desk: Desk, finding: Id, record: Id) -> String {
    let name = |finding: &Finding| {
        let at = finding.measures.iter().position(|measure| measure.id == record);
        match at {
            Some(at) => [&*finding.title, " · ", &measure_name(desk, at, &finding.measures[at])].concat(),
            None => finding.title.to_string(),
        }
    };
    let found = |book: &Book| book.ledger().finding(finding).map(name);
    desk.session.book.with_untracked(found).unwrap_or_default()
}
