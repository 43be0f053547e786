//! Reports, read, checked and written. These screens and all that they alone need come as a file of their own, when one of them
//! is first shown: the functions marked `wasm_split` are the only way in. What others call of them would come with the page.

mod checks;
mod lists;
mod meeting;
mod preview;
mod public;
mod send;
mod take_in;

use std::{
    future::Future,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

use crate::dom::{View, live};
use crate::signals::State;
use leptos::task::spawn_local;
use view_macro::{component, view};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{
    route::{ReportPage, Route},
    texts::{act_texts, bring, preview_texts, report_texts, texts, use_texts},
    views::{history::history_screen, intake::Intake},
};
use crate::{
    formats::report::read_report,
    journal::Edit,
    session::{self, Input, InputFault, Lang, ReadText},
};

/// A screen of this room.
#[derive(Clone, Copy)]
#[allow(clippy::large_enum_variant)] // There is one at a time.
pub enum Screen {
    /// A report that was opened, before it is stored.
    Preview(Intake),
    /// One of those that a ledger has.
    Page(ReportPage),
    /// 记录
    History,
    /// A ledger file, before it is taken in.
    TakeIn(Intake),
    /// What became of files that came together.
    Arrivals(Intake),
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Loading,
    Failed,
    Ready,
}

/// What a report holds, as edits of an empty ledger, and the name of its unit.
pub struct Reading {
    pub edits: Vec<Edit>,
    pub unit: String,
}

/// Reads a report without showing it. None: there is nothing in it, or the file with the reader could not be loaded.
pub async fn read_at_once(text: String) -> Option<Reading> {
    read(text).await.ok().flatten()
}

/// Takes the text out of a document.
pub async fn read_document(input: Input, lang: Lang) -> Result<ReadText, InputFault> {
    match document(input, lang).await {
        Ok(reading) => reading.await,
        Err(_) => Err(InputFault::Document(texts(lang).shell.part_missing.into())),
    }
}

/// One of the screens, once it has come.
#[component]
pub fn Reports(screen: Screen) -> View {
    let t = use_texts();
    let stage = State::new(Stage::Loading);
    let fetch = move || {
        stage.set(Stage::Loading);
        spawn_local(async move {
            let loaded = load().await.is_ok();
            stage.try_set(if loaded { Stage::Ready } else { Stage::Failed });
        });
    };
    if at_once(load()).is_some_and(|loaded| loaded.is_ok()) {
        stage.set(Stage::Ready);
    } else {
        fetch();
    }
    live(move || match stage.get() {
        Stage::Loading => view! { <p class="empty" role="status">{t.shell.loading}</p> },
        Stage::Failed => view! {
            <div class="view stack" role="alert">
                <p class="error">{t.shell.part_missing}</p>
                <p><button type="button" class="button" on:click=move |_| fetch()>{t.shell.try_again}</button></p>
            </div>
        },
        Stage::Ready => at_once(draw(screen)).and_then(Result::ok).unwrap_or_default(),
    })
}

#[wasm_split(reports, preload(load), fallible)]
fn draw(screen: Screen) -> Result<View, SplitLoaderError> {
    bring(act_texts);
    Ok(match screen {
        Screen::Preview(intake) => view! { {take_in::which(intake)} {preview::preview(intake)} },
        Screen::Page(page) => with_pages(page),
        Screen::History => history_screen(),
        Screen::TakeIn(intake) => view! { {take_in::which(intake)} {take_in::take_in(intake)} },
        Screen::Arrivals(intake) => take_in::arrivals(intake),
    })
}

type DocumentReading = Pin<Box<dyn Future<Output = Result<ReadText, InputFault>>>>;

#[wasm_split(reports, fallible)]
fn document(input: Input, lang: Lang) -> Result<DocumentReading, SplitLoaderError> {
    Ok(Box::pin(async move {
        let read = session::read_document(input).await;
        read.map_err(|fault| InputFault::Document((preview_texts(lang).document_fault)(fault).into()))
    }))
}

#[wasm_split(reports, fallible)]
fn read(text: String) -> Result<Option<Reading>, SplitLoaderError> {
    let draft = read_report(&text);
    Ok((!draft.is_empty()).then(|| Reading {
        unit: draft.inspection.unit.to_string(),
        edits: draft.into_edits(&text),
    }))
}

/// A page of the ledger's reports, under the names of all of them.
fn with_pages(page: ReportPage) -> View {
    let t = use_texts();
    let names = report_texts(t.lang).page_name;
    let links = ReportPage::ALL.map(|each| {
        view! {
            <a href=Route::Report(each).href() aria-current=move || (each == page).then_some("page")>{names(each)}</a>
        }
    });
    let contents = match page {
        ReportPage::Public => public::public(),
        ReportPage::Checks => checks::checks(),
        ReportPage::Meeting => meeting::meeting(),
        ReportPage::Send => send::send(),
        ReportPage::Problems | ReportPage::Responsibility | ReportPage::Tasks | ReportPage::Progress => {
            lists::list(page)
        }
    };
    view! {
        <nav class="tabs subtabs" aria-label=report_texts(t.lang).pages>{links}</nav>
        {contents}
    }
}

/// What a future gives that has nothing to wait for.
fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
