//! What the user corrected: said of a line, listed, and taken back.

use crate::dom::View;
use view_macro::view;

use super::Reading;
use crate::{
    formats::report::{Corrections, LineRole},
    ledger::Status,
    ui::{
        parts::use_session,
        texts::{preview_texts, use_texts},
    },
};

/// One thing that was said of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Correction {
    Role(usize, LineRole),
    Status(usize, Status),
    /// Line, and bytes from its start.
    Start(usize, usize),
    NoStart(usize, usize),
}

impl Correction {
    pub fn line(self) -> usize {
        match self {
            Correction::Role(line, _)
            | Correction::Status(line, _)
            | Correction::Start(line, _)
            | Correction::NoStart(line, _) => line,
        }
    }
}

/// All of them, by line.
pub fn all(corrections: &Corrections) -> Vec<Correction> {
    let roles = corrections
        .roles
        .iter()
        .map(|(line, role)| Correction::Role(*line, *role));
    let statuses = corrections
        .statuses
        .iter()
        .map(|(line, status)| Correction::Status(*line, *status));
    let starts = corrections
        .starts
        .iter()
        .map(|(line, at)| Correction::Start(*line, *at));
    let fewer = corrections
        .no_starts
        .iter()
        .map(|(line, at)| Correction::NoStart(*line, *at));
    let mut found: Vec<Correction> = roles.chain(statuses).chain(starts).chain(fewer).collect();
    crate::ledger::sort_by_key(&mut found, |each| each.line());
    found
}

/// Says what a line is; none leaves it to the reader.
pub fn say_role(corrections: &mut Corrections, line: usize, role: Option<LineRole>) {
    corrections.roles.retain(|(of, _)| *of != line);
    corrections.roles.extend(role.map(|role| (line, role)));
}

/// Says the status of the finding on a line.
pub fn say_status(corrections: &mut Corrections, line: usize, status: Option<Status>) {
    corrections.statuses.retain(|(of, _)| *of != line);
    corrections.statuses.extend(status.map(|status| (line, status)));
}

/// Says whether a measure begins at a place. What was said of it before is taken back; only if it did not read so of
/// itself is anything said.
pub fn say_start(corrections: &mut Corrections, place: (usize, usize), begins: bool) {
    let (to, from) = if begins {
        (&mut corrections.starts, &mut corrections.no_starts)
    } else {
        (&mut corrections.no_starts, &mut corrections.starts)
    };
    let known = from.len();
    from.retain(|each| *each != place);
    if from.len() == known && !to.contains(&place) {
        to.push(place);
    }
}

pub fn take_back(corrections: &mut Corrections, correction: Correction) {
    match correction {
        Correction::Role(line, _) => say_role(corrections, line, None),
        Correction::Status(line, _) => say_status(corrections, line, None),
        Correction::Start(line, at) => corrections.starts.retain(|each| *each != (line, at)),
        Correction::NoStart(line, at) => corrections.no_starts.retain(|each| *each != (line, at)),
    }
}

/// The list of them, each with the way to its line and back.
pub fn list(reading: Reading) -> View {
    let t = use_texts();
    let r = preview_texts(t.lang);
    let session = use_session();
    let rows = move || {
        let said = reading.read(|text| all(&text.corrections));
        if said.is_empty() {
            return view! { <p class="hint">{r.no_corrections}</p> };
        }
        let rows = said.into_iter().map(|correction| {
            let line = correction.line();
            let words = match correction {
                Correction::Role(_, role) => (r.said_role)((r.role)(role)),
                Correction::Status(_, status) => (r.said_status)((t.words.status)(status)),
                Correction::Start(_, at) => (r.said_start)(&reading.beginning(line, at)),
                Correction::NoStart(_, at) => (r.said_no_start)(&reading.beginning(line, at)),
            };
            let name = (r.take_back_at)(line);
            let back = move |_| {
                reading.correct(|corrections| take_back(corrections, correction));
                session.focus_later("corrections".into());
            };
            view! {
                <li class="row">
                    {reading.line_button(line)}
                    <span>{words}</span>
                    <button type="button" class="button small" aria-label=name on:click=back>{r.take_back}</button>
                </li>
            }
        });
        view! { <ul class="plain-list">{rows.collect::<View>()}</ul> }
    };
    view! {
        <section class="card stack">
            <h2 id="corrections" tabindex="-1">
                {move || (r.corrections_heading)(reading.read(|text| all(&text.corrections).len()))}
            </h2>
            {rows}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_last_of_a_line_holds_and_can_be_taken_back() {
        let mut said = Corrections::default();
        say_role(&mut said, 7, Some(LineRole::Area));
        say_role(&mut said, 7, Some(LineRole::Finding));
        say_status(&mut said, 3, Some(Status::Closed));
        assert_eq!(
            all(&said),
            [
                Correction::Status(3, Status::Closed),
                Correction::Role(7, LineRole::Finding)
            ]
        );
        take_back(&mut said, Correction::Role(7, LineRole::Finding));
        say_status(&mut said, 3, None);
        assert_eq!(said, Corrections::default());
    }

    #[test]
    fn to_say_the_opposite_of_what_was_said_takes_it_back() {
        let mut said = Corrections::default();
        say_start(&mut said, (5, 12), true);
        assert_eq!(said.starts, [(5, 12)]);
        say_start(&mut said, (5, 18), true);
        take_back(&mut said, Correction::Start(5, 18));
        assert_eq!(said.starts, [(5, 12)]);
        say_start(&mut said, (5, 12), false);
        assert_eq!(said, Corrections::default());
        say_start(&mut said, (5, 30), false);
        say_start(&mut said, (5, 30), false);
        assert_eq!(said.no_starts, [(5, 30)]);
        say_start(&mut said, (6, 0), false);
        take_back(&mut said, Correction::NoStart(6, 0));
        assert_eq!(said.no_starts, [(5, 30)]);
        take_back(&mut said, Correction::NoStart(5, 30));
        assert_eq!(said, Corrections::default());
    }
}
