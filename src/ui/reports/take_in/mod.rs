//! 核对来件: a ledger file before it is taken in: what it would change, and whatever it raises questions about.

mod arrivals;
mod contents;
mod differences;
mod questions;

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, State, effect};
use leptos::{prelude::untrack, task::spawn_local};
use view_macro::view;

pub use arrivals::{arrivals, which};

use crate::{
    figures::{Review, review},
    formats::json::Incoming,
    journal::{Book, Change, Edit},
    session::{Session, Understood},
    ui::{
        parts::use_session,
        texts::{TakeInTexts, Texts, take_in_texts, use_texts},
        views::intake::Intake,
    },
};

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Desk {
    intake: Intake,
    session: Session,
    t: &'static Texts,
    x: &'static TakeInTexts,
    /// The ledger is here, and open.
    is_known: bool,
    /// Nothing in its journal speaks against the file.
    is_sound: bool,
    /// What taking it would do, with or without what was edited by hand.
    review: Memo<Review>,
    /// The user takes a file in whose journal something is wrong.
    insists: State<bool>,
}

/// Compares the file with the ledger that it is of, which is opened for that wherever the user has been meanwhile.
pub fn take_in(intake: Intake) -> View {
    let t = use_texts();
    let session = use_session();
    let id = with_file(intake, |file| file.id).flatten();
    let Some(id) = id.filter(|id| session.shelf.with_untracked(|shelf| shelf.has(*id))) else {
        return untrack(|| screen(intake, false));
    };
    let stands =
        Memo::new(move |_| session.open.get() == Some(id) && session.ready.get() && session.as_of.get().is_none());
    live(move || {
        if stands.get() {
            return untrack(|| screen(intake, true));
        }
        spawn_local(async move {
            session.open_whole(id).await;
        });
        view! { <p class="empty" role="status">{t.shell.opening}</p> }
    })
}

fn with_file<T>(intake: Intake, look: impl FnOnce(&Incoming) -> T) -> Option<T> {
    intake.asked.with_untracked(|asked| match asked {
        Some(Understood::Ledger(file)) => Some(look(file)),
        _ => None,
    })
}

fn screen(intake: Intake, is_known: bool) -> View {
    let t = use_texts();
    let x = take_in_texts(t.lang);
    let session = use_session();
    let review = Memo::new(move |_| {
        let changes = changes_to_take(session, intake);
        if is_known {
            session.book.with_untracked(|book| review(book, &changes))
        } else {
            review(&Book::default(), &changes)
        }
    });
    let has_faults = with_file(intake, |file| !file.faults.is_empty()).unwrap_or_default();
    let desk = Desk {
        intake,
        session,
        t,
        x,
        is_known,
        is_sound: !has_faults && review.with_untracked(|review| review.two_faces.is_empty()),
        review,
        insists: State::new(false),
    };
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let lead = move || {
        let title = review.with(|review| review.title.clone());
        let title = if title.is_empty() { x.untitled } else { &title };
        if is_known { (x.lead)(title) } else { (x.lead_new)(title) }
    };
    view! {
        <section class="view stack">
            <div class="view-head">
                <h1 node_ref=heading tabindex="-1">{x.heading}</h1>
                <div class="toolbar row">{buttons(desk)}</div>
            </div>
            <p>{lead}</p>
            {with_file(intake, |file| questions::questions(desk, file))}
            {live(move || desk.review.with(|review| body(desk, review)))}
        </section>
    }
}

/// What the user has chosen to take. What hand edits make is made once: a choice among its records holds on.
fn changes_to_take(session: Session, intake: Intake) -> Vec<Change> {
    let by_hand = intake.by_hand.get();
    let changes = with_file(intake, |file| {
        if file.hand_edits.is_empty() || (!by_hand && !file.changes.is_empty()) {
            return file.changes.clone();
        }
        if intake.edited.with_value(Vec::is_empty) {
            intake.edited.set_value(session.with_hand_edits(file));
        }
        intake.edited.get_value()
    });
    changes.unwrap_or_default()
}

/// Where the journal is wrong, not to take the file is what is proposed.
fn buttons(desk: Desk) -> View {
    let Desk { intake, t, x, .. } = desk;
    let left_out = intake.left_out;
    let take = move |_| {
        let edits: Vec<Edit> = desk.review.with_untracked(|review| {
            left_out.with_untracked(|left_out| {
                let given = review.changed.iter().filter(|each| left_out.contains(&each.id));
                given.flat_map(|each| each.give_back()).collect()
            })
        });
        intake.take_reviewed(edits);
    };
    let has_journal = with_file(intake, |file| !file.changes.is_empty()).unwrap_or_default();
    let label = move || {
        if !desk.is_known {
            return if has_journal { x.import } else { x.import_as_new }.to_owned();
        }
        desk.review.with(|review| {
            let all = review.changed.len();
            let is_chosen = |left_out: &Vec<_>| {
                review
                    .changed
                    .iter()
                    .filter(|each| !left_out.contains(&each.id))
                    .count()
            };
            match left_out.with(is_chosen) {
                chosen if chosen == all => x.take_all.to_owned(),
                chosen => (x.take_chosen)(chosen, all),
            }
        })
    };
    if desk.is_sound {
        view! {
            <button type="button" class="button primary" on:click=take>{label}</button>
            <button type="button" class="button" on:click=move |_| intake.cancel()>{t.words.cancel}</button>
        }
    } else {
        view! {
            <button type="button" class="button primary" on:click=move |_| intake.cancel()>{x.do_not_take}</button>
            <button type="button" class="button danger" disabled=move || !desk.insists.get() on:click=take>{label}</button>
        }
    }
}

fn body(desk: Desk, review: &Review) -> View {
    let x = desk.x;
    if !desk.is_known {
        return view! {
            {contents::hands(desk, &review.hands)}
            {contents::findings(desk)}
        };
    }
    view! {
        <p>{(x.count)(review.new, review.changed.len())}</p>
        {contents::hands(desk, &review.hands)}
        {differences::conflicts(desk, &review.conflicts)}
        {questions::asked(desk, &review.questions)}
        {differences::differences(desk, review)}
    }
}
