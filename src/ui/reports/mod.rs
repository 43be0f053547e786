//! Reports, read, checked and written. These screens and all that they alone need come as a file of their own, when one of them
//! is first shown: the functions marked `wasm_split` are the only way in. What others call of them would come with the page.

mod checks;
mod lists;
mod preview;
mod public;

use std::{future::Future, pin::Pin};

use crate::dom::View;
use view_macro::{component, view};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{
    desk::take_in::which,
    lazy::{Loading, at_once, lazily},
    pages::with_pages,
    route::ReportPage,
    texts::{act_texts, bring, preview_texts, texts},
    views::intake::Intake,
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
        Err(_) => Err(InputFault::Said(texts(lang).shell.part_missing.into())),
    }
}

/// One of the screens, once it has come.
#[component]
pub fn Reports(screen: Screen) -> View {
    let load = || -> Loading { Box::pin(async { load().await.is_ok() }) };
    let intake = match screen {
        Screen::Preview(intake) => Some(intake),
        Screen::Page(_) => None,
    };
    lazily(
        load,
        intake,
        Box::new(move || at_once(draw(screen)).and_then(Result::ok).unwrap_or_default()),
    )
}

#[wasm_split(reports, preload(load), fallible)]
fn draw(screen: Screen) -> Result<View, SplitLoaderError> {
    bring(act_texts);
    Ok(match screen {
        Screen::Preview(intake) => view! { {which(intake)} {preview::preview(intake)} },
        Screen::Page(page) => with_pages(page, contents(page)),
    })
}

fn contents(page: ReportPage) -> View {
    match page {
        ReportPage::Public => public::public(),
        ReportPage::Checks => checks::checks(),
        ReportPage::Problems | ReportPage::Responsibility | ReportPage::Tasks | ReportPage::Progress => {
            lists::list(page)
        }
    }
}

type DocumentReading = Pin<Box<dyn Future<Output = Result<ReadText, InputFault>>>>;

#[wasm_split(reports, fallible)]
fn document(input: Input, lang: Lang) -> Result<DocumentReading, SplitLoaderError> {
    Ok(Box::pin(async move {
        let read = session::read_document(input).await;
        read.map_err(|fault| InputFault::Said((preview_texts(lang).document_fault)(fault).into()))
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
