//! The frame: name of the ledger, navigation, undo and redo, the saved sign, notices.

use crate::dom::View;
use crate::signals::{Memo, effect};
use leptos::{prelude::*, task::spawn_local};
use view_macro::{component, view};

use super::{
    above::Above,
    banners::{PartBanner, PastBanner},
    desk::{self, Desk},
    parts::{use_called, use_place, use_session},
    reports::{self, Reports},
    route::{ReportPage, Route, WorkPage},
    texts::{Texts, use_texts},
    views::{file::FileView, finding::FindingView, ledger::LedgerView, overview::OverviewView, start::StartView},
};
use crate::{
    figures::Query,
    ledger::Id,
    session::{Lang, Saved, Theme},
};

/// Which view a place is shown by: typing in a search field changes the place, not the view.
#[derive(Clone, Copy, PartialEq)]
enum Screen {
    Start,
    Overview,
    Ledger,
    Finding(Id),
    Sheet(Id),
    File,
    Report(ReportPage),
    Work(WorkPage),
    History,
    About,
}

impl Screen {
    fn of(route: &Route) -> Screen {
        match route {
            Route::Start => Screen::Start,
            Route::Overview => Screen::Overview,
            Route::Ledger(_) => Screen::Ledger,
            Route::Finding(id) => Screen::Finding(*id),
            Route::Sheet(id) => Screen::Sheet(*id),
            Route::File => Screen::File,
            Route::Report(page) => Screen::Report(*page),
            Route::Work(page) => Screen::Work(*page),
            Route::History => Screen::History,
            Route::About => Screen::About,
        }
    }

    fn name(self, t: &Texts) -> &'static str {
        match self {
            Screen::Start => t.shell.ledgers,
            Screen::Overview => t.shell.overview,
            Screen::Ledger => t.shell.ledger,
            Screen::Finding(_) | Screen::Sheet(_) => t.shell.finding,
            Screen::Report(_) => t.shell.reports,
            Screen::Work(_) => t.shell.work,
            Screen::File => t.shell.file,
            Screen::History => t.shell.history,
            Screen::About => t.shell.about,
        }
    }

    fn needs_ledger(self) -> bool {
        !matches!(self, Screen::Start | Screen::File | Screen::Work(WorkPage::Across))
    }
}

#[component]
pub fn Shell() -> View {
    let t = use_texts();
    let place = use_place();
    let session = use_session();
    let called = use_called();
    let screen = Memo::new(move |_| place.with(Screen::of));
    let is_open = Memo::new(move |_| session.open.get().is_some());
    let ready = session.ready;
    // A first visit begins at the top of the page; later a view that goes, or a button that is used up, takes the focus along.
    effect(move || {
        screen.get();
        session.book.with(|_| ());
        if session.used.get_value() {
            session.rescue_focus("main");
        }
    });
    effect(move || {
        let title = session.book.with(|book| book.ledger().title().to_owned());
        let screen = screen.get();
        let ledger = if title.is_empty() || screen == Screen::Start {
            t.shell.product
        } else {
            &title
        };
        session.show_title(&[screen.name(t), " · ", ledger].concat());
    });
    view! {
        <div class="app" data-limited=move || session.is_limited().then_some("")>
            <a class="skip-link" href="#main" on:click=move |event| {
                event.prevent_default();
                session.focus("main");
            }>{t.shell.skip}</a>
            <TopBar />
            <PastBanner />
            <PartBanner />
            <main id="main" class="main" tabindex="-1">
                {move || {
                    let screen = screen.get();
                    if screen.needs_ledger() && !is_open.get() {
                        return view! { <NoLedger /> };
                    }
                    if screen.needs_ledger() && !ready.get() {
                        return view! { <p class="empty" role="status">{t.shell.opening}</p> };
                    }
                    match screen {
                        Screen::Start => view! { <StartView /> },
                        Screen::Overview => view! { <OverviewView /> },
                        Screen::Ledger => view! { <LedgerView /> },
                        Screen::Finding(id) => view! { <FindingView id /> },
                        Screen::Sheet(id) => view! { <Desk screen=desk::Screen::Sheet(id) /> },
                        Screen::File => view! { <FileView /> },
                        Screen::Work(page) => view! { <Desk screen=desk::Screen::Page(page) /> },
                        Screen::Report(page) => view! { <Reports screen=reports::Screen::Page(page) /> },
                        Screen::History => view! { <Desk screen=desk::Screen::History /> },
                        Screen::About => view! { <Desk screen=desk::Screen::About /> },
                    }
                }}
            </main>
            <Notices />
            {move || called.0.get().map(|above| view! { <Desk screen=desk::Screen::Above(above, called) /> })}
        </div>
    }
}

#[component]
fn NoLedger() -> View {
    let t = use_texts();
    view! {
        <section class="view">
            <h1>{t.shell.product}</h1>
            <p class="empty">{t.shell.not_open}</p>
            <p><a class="button primary" href=Route::Start.href()>{t.shell.to_start}</a></p>
        </section>
    }
}

#[component]
fn TopBar() -> View {
    let t = use_texts();
    let session = use_session();
    let place = use_place();
    let title = Memo::new(move |_| {
        let title = session.book.with(|book| book.ledger().title().to_owned());
        match (session.open.get().is_some(), title.is_empty()) {
            (false, _) => t.shell.product.to_owned(),
            (true, true) => t.shell.untitled.to_owned(),
            (true, false) => title,
        }
    });
    let here = Memo::new(move |_| match place.with(Screen::of) {
        Screen::Finding(_) | Screen::Sheet(_) => Screen::Ledger,
        Screen::Report(_) => Screen::Report(ReportPage::default()),
        Screen::Work(_) => Screen::Work(WorkPage::default()),
        screen => screen,
    });
    let tab = move |route: Route, name: &'static str| {
        let screen = Screen::of(&route);
        view! {
            <a href=route.href() aria-current=move || (here.get() == screen).then_some("page")>{name}</a>
        }
    };
    let called = use_called();
    let questions = Memo::new(move |_| session.open_questions());
    let on_paper = move || [&*title.get(), " · ", &(t.words.date)(session.today.get())].concat();
    let undo_name = t.shell.undo;
    let redo_name = t.shell.redo;
    view! {
        <header class="topbar">
            <p class="topbar-title">
                <a href=Route::About.href() title=t.shell.about>{move || title.get()}</a>
            </p>
            <nav class="tabs" aria-label=t.shell.navigation>
                {tab(Route::Start, t.shell.ledgers)}
                {tab(Route::Overview, t.shell.overview)}
                {tab(Route::Ledger(Query::default()), t.shell.ledger)}
                {tab(Route::Work(WorkPage::default()), t.shell.work)}
                {tab(Route::Report(ReportPage::default()), t.shell.reports)}
                {tab(Route::File, t.shell.file)}
                {tab(Route::History, t.shell.history)}
                {tab(Route::About, t.shell.about)}
            </nav>
            <div class="topbar-tools">
                {move || {
                    let count = questions.get();
                    (count > 0)
                        .then(|| view! { <a class="due-yellow" href=Route::History.href()>{(t.shell.questions)(count)}</a> })
                }}
                <button type="button" class="button quiet small" title="Ctrl+Z"
                    disabled=move || !session.can_undo() on:click=move |_| session.undo()>{undo_name}</button>
                <button type="button" class="button quiet small" title="Ctrl+Shift+Z"
                    disabled=move || !session.can_redo() on:click=move |_| session.redo()>{redo_name}</button>
                <button type="button" class="button quiet small" title="Ctrl+K"
                    on:click=move |_| called.turn(Above::Commands)>{t.shell.commands}</button>
                <SavedSign />
                <Preferences />
            </div>
        </header>
        <p class="print-only">{on_paper}</p>
    }
}

#[component]
fn SavedSign() -> View {
    let t = use_texts();
    let session = use_session();
    let state = move || match session.saved.get() {
        Saved::Saved => "saved",
        Saved::Saving => "saving",
        Saved::LogOnly | Saved::HomeOnly => "partly",
        Saved::Nowhere => "nowhere",
    };
    view! {
        <span class="saved" role="status" data-state=state title=move || (t.faults.saved_hint)(session.saved.get())>
            {move || session.open.get().is_some().then(|| (t.faults.saved)(session.saved.get()))}
        </span>
        {move || {
            (session.saved.get() == Saved::Nowhere)
                .then(|| {
                    view! {
                        <button type="button" class="button danger small" on:click=move |_| session.save_again()>
                            {t.shell.save_again}
                        </button>
                        <button type="button" class="button danger small" on:click=move |_| session.save_export()>
                            {t.shell.export_now}
                        </button>
                    }
                })
        }}
    }
}

#[component]
fn Preferences() -> View {
    let t = use_texts();
    let session = use_session();
    let theme_options = Theme::ALL.map(|theme| {
        let chosen = move || session.theme.get() == theme;
        view! { <option value=theme.name() prop:selected=chosen>{(t.shell.theme_name)(theme)}</option> }
    });
    view! {
        <label class="visually-hidden" for="pref-theme">{t.shell.theme}</label>
        <select id="pref-theme" on:change=move |event| {
            let name = event_target_value(&event);
            session.set_theme(Theme::ALL.into_iter().find(|each| each.name() == name).unwrap_or_default());
        }>{theme_options}</select>
        <label class="visually-hidden" for="pref-lang">{t.shell.language}</label>
        <select id="pref-lang" on:change=move |event| {
            session.set_lang(if event_target_value(&event) == "en" { Lang::En } else { Lang::Zh });
        }>
            <option value="zh-CN" lang="zh-CN" prop:selected=t.lang == Lang::Zh>"中文"</option>
            <option value="en" lang="en" prop:selected=t.lang == Lang::En>"English"</option>
        </select>
    }
}

/// What there is to tell, and a new version on offer.
#[component]
fn Notices() -> View {
    let t = use_texts();
    let session = use_session();
    let close = t.words.close;
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || {
                session.notices.get().into_iter().map(|(number, notice)| {
                    let text = (t.faults.notice)(&notice);
                    view! {
                        <div class="notice">
                            <p>{text}</p>
                            <button type="button" class="button quiet small" aria-label=close
                                on:click=move |_| session.dismiss(number)>"×"</button>
                        </div>
                    }
                }).collect::<View>()
            }}
            {move || session.update_ready.get().then(|| view! {
                <div class="notice update-offer">
                    <p>{t.shell.update_ready}</p>
                    <button type="button" class="button primary small"
                        on:click=move |_| spawn_local(async move { session.apply_update().await })>
                        {t.shell.update_now}
                    </button>
                </div>
            })}
        </div>
    }
}
