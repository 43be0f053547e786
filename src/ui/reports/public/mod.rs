//! 通报: the public report, written from the ledger, and beside it all that decides how.

mod dialogs;
mod document;
mod passages;
mod privacy;
mod spots;
mod style;

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use leptos::task::spawn_local;
use view_macro::view;

use crate::{
    formats::report::write::{BLANK, Paragraph, Passage, PublicSettings, markdown, plain},
    journal::Edit,
    ledger::{Finding, Id, IdSet, Ledger},
    session::Session,
    ui::{
        long_list::Long,
        parts::use_session,
        route::Route,
        texts::{PublicTexts, Texts, public_texts, use_texts},
    },
};
use spots::{Spot, spots};

/// Paragraphs that are drawn at first: more than most reports have.
const PARAGRAPHS: usize = 500;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    t: &'static Texts,
    p: &'static PublicTexts,
    settings: Memo<PublicSettings>,
    /// The report, paragraph by paragraph.
    spots: Memo<Vec<Spot>>,
    /// As much of it as is drawn.
    long: Long,
    /// Findings that have public words of their own, or whose measures do; in the order of their ids.
    reworded: Memo<Vec<Id>>,
    /// The finding whose public words are edited, while the dialog is open.
    wording: State<Option<Id>>,
    wording_open: State<bool>,
    /// The finding of which something is withheld, and what of it.
    withholding: State<Option<(Id, Id)>>,
    withholding_open: State<bool>,
    /// What was done, for who cannot see it.
    told: State<String>,
}

impl Desk {
    fn new() -> Desk {
        let session = use_session();
        let t = use_texts();
        let settings = Memo::new(move |_| session.book.with(|book| PublicSettings::from_ledger(book.ledger())));
        Desk {
            session,
            t,
            p: public_texts(t.lang),
            settings,
            spots: Memo::new(move |_| {
                let settings = settings.read();
                let written = |ledger: &Ledger| spots(ledger, settings.write(ledger, &[]));
                session.book.with(|book| written(book.ledger()))
            }),
            long: Long::of(PARAGRAPHS),
            reworded: Memo::new(move |_| {
                let settings = settings.read();
                let records: IdSet = settings.public.iter().map(|(record, ..)| *record).collect();
                let is_reworded = |finding: &&Finding| {
                    let mut measures = finding.measures.iter();
                    records.contains(&finding.id) || measures.any(|measure| records.contains(&measure.id))
                };
                session.book.with_untracked(|book| {
                    let findings = book.ledger().findings().filter(is_reworded);
                    let mut ids: Vec<Id> = findings.map(|finding| finding.id).collect();
                    crate::ledger::sort_by(&mut ids, Ord::cmp);
                    ids
                })
            }),
            wording: State::new(None),
            wording_open: State::new(false),
            withholding: State::new(None),
            withholding_open: State::new(false),
            told: State::new(String::new()),
        }
    }

    /// Leads to a paragraph, which may not be drawn yet.
    fn show(&self, paragraph: String) {
        self.long.draw_all();
        self.session.focus_later(paragraph);
    }

    /// Does edits that are made from the ledger and the settings as they are. Needs nothing that goes with the screen: a
    /// field that is left because its screen goes is still taken over.
    fn act(&self, edits: impl FnOnce(&Ledger, &PublicSettings) -> Vec<Edit>) {
        let edits = self.session.book.with_untracked(|book| {
            let ledger = book.ledger();
            edits(ledger, &PublicSettings::from_ledger(ledger))
        });
        self.session.act(&edits);
    }

    /// Takes over what was typed, once the drawing is over in the middle of which a field may be left.
    fn take(&self, edits: impl FnOnce(&Ledger, &PublicSettings) -> Vec<Edit> + 'static) {
        let desk = *self;
        spawn_local(async move { desk.act(edits) });
    }

    /// An earlier day is shown, of which nothing can be changed.
    fn is_locked(&self) -> bool {
        self.session.as_of.get().is_some()
    }

    /// The whole report in one of its forms.
    fn text(&self, form: fn(&[Paragraph]) -> String) -> String {
        let paragraphs = |spots: &Vec<Spot>| spots.iter().map(|spot| spot.paragraph.clone()).collect::<Vec<_>>();
        form(&self.spots.with_untracked(paragraphs))
    }

    fn file_name(&self, ending: &str) -> String {
        let day = self.session.today.get_untracked().to_string();
        let name = self.session.book.with_untracked(|book| {
            let unit = &book.ledger().inspection.unit;
            (self.p.file_name)(if unit.is_empty() { book.ledger().title() } else { unit }, &day)
        });
        name + ending
    }
}

pub fn public() -> View {
    let desk = Desk::new();
    let Desk { session, p, .. } = desk;
    let is_empty = Memo::new(move |_| session.book.with(|book| book.ledger().findings().next().is_none()));
    let failed = State::new(None::<&'static str>);
    let save = move |ending: &'static str, mime: &'static str, form: fn(&[_]) -> String| {
        let saved = session.save_text(&desk.file_name(ending), &desk.text(form), mime);
        failed.set((!saved).then_some(p.save_failed));
    };
    let copy = move |_| {
        let text = desk.text(plain);
        spawn_local(async move {
            let copied = session.copy(&text).await;
            failed.try_set((!copied).then_some(p.copy_failed));
            desk.told.try_set(if copied { p.copied.into() } else { String::new() });
        });
    };
    let tools = move || {
        view! {
            <div class="toolbar">
                <button type="button" class="button primary"
                    on:click=move |_| save(".txt", "text/plain;charset=utf-8", plain)>{p.save_text}</button>
                <button type="button" class="button"
                    on:click=move |_| save(".md", "text/markdown;charset=utf-8", markdown)>{p.save_markdown}</button>
                <button type="button" class="button" on:click=copy>{p.copy}</button>
                <button type="button" class="button" on:click=move |_| session.print()>{p.print}</button>
                <button type="button" class="button quiet" on:click=move |_| session.focus(style::HEADING)>{p.to_settings}</button>
            </div>
        }
    };
    view! {
        <section class="view public">
            <div class="view-head">
                <h1>{p.heading}</h1>
                {move || (!is_empty.get()).then(tools)}
            </div>
            <p class="public-told muted" role="status">{desk.told}</p>
            <div class="public-told" role="alert">{move || failed.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            {live(move || if is_empty.get() { nothing(desk) } else { present(desk) })}
        </section>
    }
}

fn nothing(desk: Desk) -> View {
    let p = desk.p;
    view! {
        <p class="empty">{p.nothing}</p>
        <p class="row">
            <a class="button primary" href=Route::Ledger(crate::figures::Query::default()).href()>{p.to_ledger}</a>
            <a class="button" href=Route::File.href()>{p.to_file}</a>
        </p>
    }
}

fn present(desk: Desk) -> View {
    view! {
        {blanks(desk)}
        <div class="public-desk">
            {document::document(desk)}
            <fieldset class="public-settings stack" disabled=move || desk.is_locked()>
                {style::style(desk)}
                {passages::passages(desk)}
                {privacy::privacy(desk)}
            </fieldset>
        </div>
        {dialogs::words(desk)}
        {dialogs::withhold(desk)}
    }
}

/// What is still to be filled in: how much, and where.
fn blanks(desk: Desk) -> View {
    let Desk {
        session, t, p, spots, ..
    } = desk;
    let found = Memo::new(move |_| {
        let spots = spots.read();
        let with_blank = spots.iter().filter(|spot| spot.paragraph.text.contains(BLANK));
        let each = |spot: &Spot| {
            let (before, after) = spot.paragraph.text.split_once(BLANK)?;
            let before = before
                .char_indices()
                .rev()
                .nth(9)
                .map_or(before, |(at, _)| &before[at..]);
            let after = after.split(BLANK).next().unwrap_or_default();
            let after = after.char_indices().nth(8).map_or(after, |(at, _)| &after[..at]);
            Some((spot.key.id(), (p.blank)(before, after)))
        };
        let count = spots
            .iter()
            .map(|spot| spot.paragraph.text.matches(BLANK).count())
            .sum::<usize>();
        (count, with_blank.filter_map(each).collect::<Vec<_>>())
    });
    let untitled = Memo::new(move |_| desk.settings.with(|settings| settings.prose.title.is_empty()));
    live(move || {
        let (count, places) = found.get();
        let untitled = untitled.get();
        if count == 0 && !untitled {
            return View::Nothing;
        }
        let places = places.into_iter().map(|(id, words)| {
            view! {
                <button type="button" class="button small" on:click=move |_| desk.show(id.clone())>{words}</button>
            }
        });
        view! {
            <details class="card public-blanks">
                <summary>{(p.blanks)(count + usize::from(untitled))}</summary>
                <p class="hint">{p.blanks_hint} " " <a href=Route::About.href()>{t.shell.about}</a></p>
                <div class="row">
                    {untitled.then(|| view! {
                        <button type="button" class="button small"
                            on:click=move |_| session.focus(&passages::field_of(Passage::Title))>{p.untitled}</button>
                    })}
                    {places.collect::<View>()}
                </div>
            </details>
        }
    })
}
