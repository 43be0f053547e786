//! What the palette offers for what is typed, and what each of it does.

use crate::{
    figures::{Query, has_words, lookup},
    journal::{Edit, NewRecord},
    ledger::{Field, Id, Kind, Ledger, Status},
    session::{Lang, Session, Theme},
    ui::{
        above::{Above, Called},
        route::{Place, ReportPage, Route, WorkPage},
        texts::{AboveTexts, Texts, report_texts},
    },
};

/// Of each kind of thing.
const MOST: usize = 8;

#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    Go(Route),
    Undo,
    Redo,
    Export,
    Theme(Theme),
    Lang(Lang),
    Keys,
    /// An area, a category or a finding, under what the identity names.
    New(Kind, Id),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub kind: &'static str,
    pub name: String,
    /// What tells it from others of its name.
    pub more: String,
    pub act: Act,
}

/// Things of the ledger first, then commands; without words, the commands.
pub fn offers(t: &'static Texts, x: &'static AboveTexts, session: Session, words: &str) -> Vec<Offer> {
    let offer = |kind: &'static str, name: &str, more: &str, act: Act| Offer {
        kind,
        name: name.to_owned(),
        more: more.to_owned(),
        act,
    };
    let found = session.book.with(|book| lookup(book.ledger(), words, MOST));
    let mut offers = Vec::new();
    for (id, title, category) in &found.findings {
        offers.push(offer(x.finding, title, category, Act::Go(Route::Finding(*id))));
    }
    for name in &found.departments {
        let query = Query {
            department: Some(name.clone()),
            ..Query::default()
        };
        offers.push(offer(x.department, name, x.filters, Act::Go(Route::Ledger(query))));
    }
    for name in &found.people {
        let query = Query {
            text: name.to_string(),
            ..Query::default()
        };
        offers.push(offer(x.person, name, x.filters, Act::Go(Route::Ledger(query))));
    }
    let may_plan = session.as_of.get().is_none() && !session.is_limited();
    if may_plan && session.open.get().is_some() {
        let new = session.book.with(|book| additions(t, x, book.ledger(), words));
        offers.extend(new.into_iter().map(|(name, act)| offer(x.command, &name, "", act)));
    }
    let commands = commands(t, x, session);
    offers.extend(commands.into_iter().filter(|offer| has_words(&offer.name, words)));
    offers
}

/// What can be added where, as far as the words name it: `添加`, or a part of the title above.
fn additions(t: &'static Texts, x: &'static AboveTexts, ledger: &Ledger, words: &str) -> Vec<(String, Act)> {
    let named = |name: &String| !words.trim().is_empty() && has_words(name, words);
    let findings = ledger.categories().map(|(_, category)| {
        let name = (x.new_finding)(&category.title);
        (name, Act::New(Kind::Finding, category.id))
    });
    let categories = ledger.focus_areas.iter().map(|area| {
        let name = (x.new_category)(&area.title);
        (name, Act::New(Kind::Category, area.id))
    });
    let area = (t.ledger.add_area.to_owned(), Act::New(Kind::FocusArea, Id::ROOT));
    let mut all: Vec<(String, Act)> = findings.filter(|(name, _)| named(name)).take(MOST).collect();
    all.extend(categories.filter(|(name, _)| named(name)).take(MOST));
    all.extend(Some(area).filter(|(name, _)| named(name)));
    all
}

fn commands(t: &'static Texts, x: &'static AboveTexts, session: Session) -> Vec<Offer> {
    let r = report_texts(t.lang);
    let offer = |name: String, act: Act| Offer {
        kind: x.command,
        name,
        more: String::new(),
        act,
    };
    let go = |name: &str, route: Route| offer((x.go)(name), Act::Go(route));
    let mut all = vec![
        go(t.shell.ledgers, Route::Start),
        go(t.shell.overview, Route::Overview),
        go(t.shell.ledger, Route::Ledger(Query::default())),
    ];
    all.extend(WorkPage::ALL.map(|page| go((r.work_name)(page), Route::Work(page))));
    all.extend(ReportPage::ALL.map(|page| go((r.page_name)(page), Route::Report(page))));
    all.extend([
        go(t.shell.file, Route::File),
        go(t.shell.history, Route::History),
        go(t.shell.about, Route::About),
    ]);
    if session.can_undo() {
        all.push(offer(t.shell.undo.into(), Act::Undo));
    }
    if session.can_redo() {
        all.push(offer(t.shell.redo.into(), Act::Redo));
    }
    if session.open.get().is_some() {
        all.push(offer(t.file.export.into(), Act::Export));
    }
    let themes = Theme::ALL.into_iter().filter(|theme| *theme != session.theme.get());
    all.extend(themes.map(|theme| offer((x.theme)((t.shell.theme_name)(theme)), Act::Theme(theme))));
    all.push(match t.lang {
        Lang::Zh => offer("English".into(), Act::Lang(Lang::En)),
        Lang::En => offer("中文".into(), Act::Lang(Lang::Zh)),
    });
    all.push(offer(x.keys_title.into(), Act::Keys));
    all
}

/// Does it; a new finding is made without a title, to be filled in at once, only after its title was asked for.
pub fn run(session: Session, place: Place, called: Called, act: Act) {
    called.0.set(None);
    match act {
        Act::Go(route) => place.go(route),
        Act::Undo => session.undo(),
        Act::Redo => session.redo(),
        Act::Export => session.save_export(),
        Act::Theme(theme) => session.set_theme(theme),
        Act::Lang(lang) => session.set_lang(lang),
        Act::Keys => called.0.set(Some(Above::Keys)),
        Act::New(..) => {}
    }
}

/// Adds it, and goes to where it is filled in.
pub fn add(session: Session, place: Place, kind: &Kind, parent: Id, title: &str) {
    let mut record = NewRecord::new(kind.clone()).with(Field::Title, title);
    if *kind == Kind::Finding {
        record = record.with_status(Status::NotStarted);
    }
    if let Some(change) = session.act(&[Edit::add(parent, record)]).first() {
        place.go(match kind {
            Kind::Finding => Route::Finding(change.id),
            _ => Route::Ledger(Query::default()),
        });
    }
}
