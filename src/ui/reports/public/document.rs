//! The report as a document: each paragraph where it stands, with the way to what it tells of.

use crate::dom::{View, each, live};
use crate::signals::Memo;
use view_macro::view;

use super::{
    Desk, passages,
    spots::{Key, Spot, Subject},
};
use crate::{
    figures::Query,
    formats::report::write::{BLANK, ParagraphKind},
    ledger::Id,
    ui::route::Route,
};

const ABOUT: &str = "关于";
pub const ARTICLE: &str = "public-report";

pub fn document(desk: Desk) -> View {
    let long = desk.long;
    let keys = move || {
        desk.spots
            .with(|spots| spots.iter().take(long.most()).map(|spot| spot.key).collect())
    };
    view! {
        <article class="card public-report" id=ARTICLE lang="zh-CN" tabindex="-1" aria-label=desk.p.report>
            {each(keys, move |key| paragraph(desk, key))}
            {long.rest(move || desk.spots.with(Vec::len))}
        </article>
    }
}

fn paragraph(desk: Desk, key: Key) -> View {
    // Most edits move no paragraph: it stands where it stood before.
    let found = Memo::new(move |before: Option<&(usize, String)>| {
        let at = before.map_or(0, |(at, _)| *at);
        desk.spots.with(|spots| {
            let is_it = |spot: &Spot| spot.key == key;
            let at = if spots.get(at).is_some_and(is_it) {
                Some(at)
            } else {
                spots.iter().position(is_it)
            };
            at.map_or_else(|| (0, String::new()), |at| (at, spots[at].paragraph.text.clone()))
        })
    });
    let words = move || found.with(|(_, text)| with_blanks(text));
    // A title is broken before or behind this word, not inside it.
    let title = move || {
        found.with(|(_, text)| match text.split_once(ABOUT) {
            Some((before, after)) => view! { {with_blanks(before)}<span>{ABOUT}</span>{with_blanks(after)} },
            None => with_blanks(text),
        })
    };
    let id = key.id();
    let described = id.clone();
    let body = match key.kind {
        ParagraphKind::Title => view! { <p class="public-title" id=id tabindex="-1">{live(title)}</p> },
        ParagraphKind::Heading(1) => view! { <h2 id=id tabindex="-1">{live(words)}</h2> },
        ParagraphKind::Heading(2) => view! { <h3 id=id tabindex="-1">{live(words)}</h3> },
        ParagraphKind::Heading(3) => view! { <h4 id=id tabindex="-1">{live(words)}</h4> },
        ParagraphKind::Heading(_) => view! { <h5 id=id tabindex="-1">{live(words)}</h5> },
        ParagraphKind::Body => view! { <p id=id tabindex="-1">{live(words)}</p> },
        ParagraphKind::Signature => view! { <p class="public-signature" id=id tabindex="-1">{live(words)}</p> },
        ParagraphKind::Note => view! { <p id=id tabindex="-1">{live(words)}</p> },
    };
    if !key.opens || key.subject == Subject::Note {
        return body;
    }
    view! {
        <div class="public-spot">
            {body}
            <span class="public-tools" lang=desk.t.lang.tag()>{tools(desk, key.subject, described)}</span>
        </div>
    }
}

/// A text with its blanks marked.
fn with_blanks(text: &str) -> View {
    let mut parts = text.split(BLANK);
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| view! { <mark>{BLANK}</mark>{part.to_owned()} });
    let rest: View = rest.collect();
    view! { {first}{rest} }
}

fn tools(desk: Desk, subject: Subject, described: String) -> View {
    let p = desk.p;
    let lead = |route: Route, name: &'static str| {
        view! { <a class="button quiet small" href=route.href() aria-describedby=described.clone()>{name}</a> }
    };
    match subject {
        Subject::Finding(id) => view! {
            {lead(Route::Finding(id), p.open_finding)}
            {words(desk, id, described.clone())}
            {withhold(desk, id, id, described.clone())}
        },
        Subject::Measure(id, finding) => view! {
            {lead(Route::Finding(finding), p.open_finding)}
            {words(desk, finding, described.clone())}
            {withhold(desk, finding, id, described.clone())}
        },
        Subject::Area(id) => lead(
            Route::Ledger(Query {
                area: Some(id),
                ..Query::default()
            }),
            p.open_group,
        ),
        Subject::Category(id) => lead(
            Route::Ledger(Query {
                category: Some(id),
                ..Query::default()
            }),
            p.open_group,
        ),
        Subject::Unplaced => lead(Route::Overview, p.open_unplaced),
        Subject::Passage(passage) => view! {
            <button type="button" class="button quiet small" aria-describedby=described disabled=move || desk.is_locked()
                on:click=move |_| desk.session.focus(&passages::field_of(passage))>{p.edit_passage}</button>
        },
        Subject::Note => View::Nothing,
    }
}

fn words(desk: Desk, finding: Id, described: String) -> View {
    let open = move |_| {
        desk.wording.set(Some(finding));
        desk.wording_open.set(true);
    };
    let has_own = Memo::new(move |_| desk.reworded.with(|ids| ids.binary_search(&finding).is_ok()));
    view! {
        <button type="button" class="button quiet small" aria-describedby=described
            disabled=move || desk.is_locked() on:click=open>
            {move || if has_own.get() { desk.p.words_own } else { desk.p.words }}
        </button>
    }
}

fn withhold(desk: Desk, finding: Id, record: Id, described: String) -> View {
    let open = move |_| {
        desk.withholding.set(Some((finding, record)));
        desk.withholding_open.set(true);
    };
    view! {
        <button type="button" class="button quiet small" aria-describedby=described
            disabled=move || desk.is_locked() on:click=open>{desk.p.withhold}</button>
    }
}
