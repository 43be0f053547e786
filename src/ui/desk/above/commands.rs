//! What the palette offers for what is typed, and what each of it does.

use crate::{
    figures::{Query, has_words, lookup},
    journal::{Edit, NewRecord},
    ledger::{Id, Kind, Status},
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
    NewFinding(Id),
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
    for (id, title) in found.categories.iter().filter(|_| may_plan) {
        offers.push(offer(x.command, &(x.new_finding)(title), "", Act::NewFinding(*id)));
    }
    let commands = commands(t, x, session);
    offers.extend(commands.into_iter().filter(|offer| has_words(&offer.name, words)));
    offers
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
        Act::NewFinding(_) => {}
    }
}

/// Adds a finding and goes there.
pub fn add_finding(session: Session, place: Place, category: Id, title: &str) {
    let finding = NewRecord::new(Kind::Finding)
        .with(crate::ledger::Field::Title, title)
        .with_status(Status::NotStarted);
    if let Some(change) = session.act(&[Edit::add(category, finding)]).first() {
        place.go(Route::Finding(change.id));
    }
}
