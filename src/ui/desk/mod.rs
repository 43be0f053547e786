//! The office's desk: files of ledgers that come and go, the history, the meeting sheet. These screens and all that they alone need
//! come as a file of their own, as those of `reports` do; see there.

mod about;
mod above;
mod across;
mod closing;
mod draft;
mod evidence;
mod finding;
mod folder;
mod form;
mod hand;
mod happened;
mod hashing;
mod listed;
mod meeting;
mod meetings;
mod people;
mod registers;
mod reminders;
mod send;
mod sheet;
pub mod take_in;
mod times;

use crate::dom::View;
use view_macro::{component, view};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{
    above::{Above, Called},
    lazy::{Loading, at_once, lazily},
    pages::with_work_pages,
    route::WorkPage,
    texts::{act_texts, bring, refusal_text, texts},
    views::{history::history_screen, intake::Intake, ledger::Hand},
};
use crate::{
    formats::json::{self, Incoming},
    ledger::Id,
    session::{Input, InputFault, Lang},
};

/// A screen of this room.
#[derive(Clone, Copy)]
pub enum Screen {
    /// 记录
    History,
    /// A ledger file, before it is taken in.
    TakeIn(Intake),
    /// What became of files that came together.
    Arrivals(Intake),
    /// One of the office's daily work.
    Page(WorkPage),
    /// Below a finding's own fields.
    Finding(Id),
    /// 销号单
    Sheet(Id),
    /// Above the table: what is done with many rows at once.
    Hand(Hand),
    /// Over every view.
    Above(Above, Called),
    /// 台账信息, with the time of the round.
    About,
}

/// Reads the file of a ledger. Nothing of it is stored.
pub async fn read_ledger(input: Input, lang: Lang) -> Result<Incoming, InputFault> {
    let missing = |_| InputFault::Said(texts(lang).shell.part_missing.into());
    ledger(input, lang).await.map_err(missing)?
}

/// One of the screens, once it has come.
#[component]
pub fn Desk(screen: Screen) -> View {
    let load = || -> Loading { Box::pin(async { load().await.is_ok() }) };
    let intake = match screen {
        Screen::TakeIn(intake) => Some(intake),
        _ => None,
    };
    lazily(
        load,
        intake,
        Box::new(move || at_once(draw(screen)).and_then(Result::ok).unwrap_or_default()),
    )
}

#[wasm_split(desk, preload(load), fallible)]
fn draw(screen: Screen) -> Result<View, SplitLoaderError> {
    bring(act_texts);
    Ok(match screen {
        Screen::History => history_screen(),
        Screen::TakeIn(intake) => view! { {take_in::which(intake)} {take_in::take_in(intake)} },
        Screen::Arrivals(intake) => take_in::arrivals(intake),
        Screen::Page(page) => with_work_pages(page, contents(page)),
        Screen::Finding(id) => finding::finding(id),
        Screen::Sheet(id) => sheet::sheet(id),
        Screen::Above(which, called) => above::above(which, called),
        Screen::Hand(table) => hand::hand(table),
        Screen::About => about::about(),
    })
}

fn contents(page: WorkPage) -> View {
    match page {
        WorkPage::Meeting => meeting::meeting(),
        WorkPage::Send => send::send(),
        WorkPage::Names => people::names(),
        WorkPage::Across => across::all_ledgers(),
        WorkPage::Closing => closing::closing(),
        WorkPage::Evidence => evidence::evidence(),
        WorkPage::Registers => registers::registers(),
        WorkPage::Meetings => meetings::meetings(),
        WorkPage::Reminders => reminders::reminders(),
    }
}

#[wasm_split(desk, fallible)]
fn ledger(input: Input, lang: Lang) -> Result<Result<Incoming, InputFault>, SplitLoaderError> {
    let incoming = json::read(&input.bytes);
    Ok(incoming.map_err(|refusal| InputFault::Said(refusal_text(lang, &refusal))))
}
