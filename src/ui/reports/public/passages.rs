//! The free text of the report: title, introduction, sections and contact.

use crate::dom::{View, each, live};
use crate::signals::Memo;
use leptos::prelude::{Callable, Callback};
use view_macro::view;

use super::Desk;
use crate::{
    formats::report::write::{FOLLOWS, Part, Passage, Prose, PublicSettings, Section, passage_edits, summary},
    journal::Edit,
    ledger::{Field, Id, Ledger},
    ui::parts::value_of,
};

const HEADING: &str = "public-passages";

/// The field in which a passage is edited.
pub fn field_of(passage: Passage) -> String {
    match passage {
        Passage::Title => "public-title-text".into(),
        Passage::Intro => "public-intro-text".into(),
        Passage::Section(at) => format!("public-section-{at}-text"),
        Passage::Contact => "public-contact-text".into(),
    }
}

pub fn passages(desk: Desk) -> View {
    let Desk { session, p, .. } = desk;
    let is_own = Memo::new(move |_| {
        session.book.with(|book| {
            let ledger = book.ledger();
            let report = &ledger.report;
            let own = [&report.title, &report.intro, &report.contact];
            (!ledger.sections.is_empty(), own.iter().any(|text| !text.is_empty()))
        })
    });
    let count = Memo::new(move |_| desk.settings.with(|settings| settings.prose.sections.len()));
    let reset = move |_| {
        desk.act(|ledger, _| {
            let sections = ledger
                .sections
                .iter()
                .map(|section| Edit::Remove { record: section.id });
            let texts = [Field::ReportTitle, Field::ReportIntro, Field::ReportContact];
            sections
                .chain(texts.map(|field| Edit::set(Id::ROOT, field, "")))
                .collect()
        });
        session.rescue_focus(HEADING);
    };
    let whole = |name: &'static str, passage, field: Field, read: fn(&Prose) -> &str| {
        // One of these alone is stored: the sections go on following the ledger.
        let set = move |field: Field, text: String| desk.take(move |_, _| vec![Edit::set(Id::ROOT, field, text)]);
        let derived = Memo::new(move |_| {
            let derived = session
                .book
                .with(|book| read(&Prose::from_ledger(book.ledger())).to_owned());
            Some(derived).filter(|text| desk.settings.with(|settings| text != read(&settings.prose)))
        });
        let (typed, rewritten) = (field.clone(), field);
        let rewrite = move |()| {
            let text = if is_own.get_untracked().0 { FOLLOWS } else { "" };
            set(rewritten.clone(), text.into());
            session.rescue_focus(HEADING);
        };
        let rewrite = Callback::new(rewrite);
        view! {
            {text_field(desk, name, field_of(passage), move |prose| read(prose).to_owned(), move |text| set(typed.clone(), text))}
            {move || derived.get().map(|_| view! {
                <button type="button" class="button small" on:click=move |_| rewrite.run(())>{p.from_ledger}</button>
            })}
        }
    };
    view! {
        <section class="card">
            <h2 id=HEADING tabindex="-1">{p.prose_heading}</h2>
            <p class="hint">{move || if is_own.get().0 { p.prose_own } else { p.prose_follows }}</p>
            {whole(p.title, Passage::Title, Field::ReportTitle, |prose| &prose.title)}
            {whole(p.intro, Passage::Intro, Field::ReportIntro, |prose| &prose.intro)}
            {each(move || (0..count.get()).collect(), move |at| section(desk, at, count))}
            {adding(desk)}
            {whole(p.contact, Passage::Contact, Field::ReportContact, |prose| &prose.contact)}
            {move || (is_own.get() != (false, false)).then(|| view! {
                <button type="button" class="button" on:click=reset>{p.all_from_ledger}</button>
            })}
        </section>
    }
}

/// A text area for a part of the prose, taken over when it is left.
fn text_field(
    desk: Desk,
    name: &'static str,
    id: String,
    read: impl Fn(&Prose) -> String + Send + Sync + 'static,
    take: impl Fn(String) + 'static,
) -> View {
    let value = Memo::new(move |_| desk.settings.with(|settings| read(&settings.prose)));
    view! {
        <label class="field">
            <span>{name}</span>
            <textarea id=id rows="2" prop:value=move || value.get() data-was=move || value.get()
                on:change=move |event| take(value_of(&event).trim().to_owned())></textarea>
        </label>
    }
}

fn section(desk: Desk, at: usize, count: Memo<usize>) -> View {
    let Desk { session, t, p, .. } = desk;
    let read = move |look: fn(&Section) -> &str| {
        move |prose: &Prose| {
            prose
                .sections
                .get(at)
                .map(|section| look(section).to_owned())
                .unwrap_or_default()
        }
    };
    let write = move |put: fn(&mut Section, String)| {
        move |typed: String| {
            desk.take(move |ledger, settings| {
                changed(ledger, settings, |prose| {
                    if let Some(section) = prose.sections.get_mut(at) {
                        put(section, typed);
                    }
                })
            });
        }
    };
    let part = Memo::new(move |_| {
        desk.settings.with(|settings| {
            settings
                .prose
                .sections
                .get(at)
                .map_or(Part::Other, |section| section.part)
        })
    });
    let name = move |to: &str, at: usize| format!("public-section-{at}-{to}");
    let is_first = at == 0;
    let is_last = move || at + 1 == count.get();
    let shift = move |to: usize, with: &str| {
        if to < count.get_untracked() {
            change(desk, |prose| prose.sections.swap(at, to));
            session.focus_later(name(with, to));
        }
    };
    let remove = move |_| {
        if count.get_untracked() > 1 {
            change(desk, |prose| drop(prose.sections.remove(at)));
            session.rescue_focus(HEADING);
        }
    };
    // What the ledger would say in this place.
    let derived = Memo::new(move |_| {
        session.book.with(|book| {
            let part = part.get();
            let prose = Prose::from_ledger(book.ledger());
            let text = prose
                .section(part)
                .map(|section| section.text.clone())
                .unwrap_or_default();
            (text, (part == Part::Progress).then(|| summary(book.ledger())))
        })
    });
    let rewrite = move |_| {
        let (text, _) = derived.get_untracked();
        change(desk, |prose| {
            if let Some(section) = prose.sections.get_mut(at) {
                section.text = text;
            }
        });
        session.rescue_focus(HEADING);
    };
    let differs = move || {
        let now = desk
            .settings
            .with(|settings| settings.prose.sections.get(at).map(|section| section.text.clone()));
        derived.with(|(text, _)| !text.is_empty() && now.as_ref() != Some(text))
    };
    view! {
        <fieldset class="stack">
            <legend>{move || (p.section)(at + 1, (t.words.part)(part.get()))}</legend>
            {text_field(desk, p.section_title, name("title", at), read(|section| &section.title), write(|section, typed| section.title = typed))}
            {text_field(desk, p.section_text, name("text", at), read(|section| &section.text), write(|section, typed| section.text = typed))}
            {move || derived.get().1.map(|summary| view! { <p class="hint">{(p.summary_now)(&summary)}</p> })}
            <div class="row">
                <button type="button" class="button small" id=name("up", at) aria-disabled=is_first.then_some("true")
                    on:click=move |_| if !is_first { shift(at - 1, "up") }>{t.words.move_up}</button>
                <button type="button" class="button small" id=name("down", at) aria-disabled=move || is_last().then_some("true")
                    on:click=move |_| shift(at + 1, "down")>{t.words.move_down}</button>
                <button type="button" class="button small" aria-disabled=move || (count.get() == 1).then_some("true")
                    on:click=remove>{t.words.remove}</button>
                {move || differs().then(|| view! {
                    <button type="button" class="button small" on:click=rewrite>{p.from_ledger}</button>
                })}
            </div>
        </fieldset>
    }
}

/// Adds a section: one of those that are missing, or some other.
fn adding(desk: Desk) -> View {
    let Desk { session, t, p, .. } = desk;
    let missing = Memo::new(move |_| {
        desk.settings.with(|settings| {
            let parts = Part::ALL.iter().copied();
            parts
                .filter(|part| *part == Part::Other || settings.prose.section(*part).is_none())
                .collect::<Vec<_>>()
        })
    });
    live(move || {
        let buttons = missing.get().into_iter().map(|part| {
            let add = move |_| {
                let mut at = 0;
                desk.act(|ledger, settings| {
                    let mut prose = settings.prose.clone();
                    at = prose.sections.len();
                    let text = Prose::from_ledger(ledger)
                        .section(part)
                        .map(|section| section.text.clone());
                    prose.sections.push(Section {
                        part,
                        title: part.title(ledger),
                        text: text.unwrap_or_default(),
                    });
                    passage_edits(ledger, &prose)
                });
                session.focus_later(format!("public-section-{at}-title"));
            };
            view! { <button type="button" class="button small" on:click=add>{(t.words.part)(part)}</button> }
        });
        let buttons: View = buttons.collect();
        view! { <div class="row" role="group" aria-label=p.add_section><span class="hint">{p.add_section}</span>{buttons}</div> }
    })
}

fn change(desk: Desk, change: impl FnOnce(&mut Prose)) {
    desk.act(|ledger, settings| changed(ledger, settings, change));
}

fn changed(ledger: &Ledger, settings: &PublicSettings, change: impl FnOnce(&mut Prose)) -> Vec<Edit> {
    let mut prose = settings.prose.clone();
    change(&mut prose);
    passage_edits(ledger, &prose)
}
