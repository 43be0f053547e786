//! 三清单 and 进度表: the ledger as the lists that a round of remedy is led by, on screen, on paper and for a spreadsheet.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use leptos::task::spawn_local;
use view_macro::view;

use crate::{
    figures::Query,
    formats::report::write::{
        Column, Table, comma_separated, problem_list, progress_table, responsibility_list, tab_separated, task_list,
    },
    ledger::{Id, IdMap, Ledger},
    session::Lang,
    ui::{
        long_list::Long,
        parts::use_session,
        route::{ReportPage, Route},
        texts::{list_texts, report_texts, texts, use_texts},
    },
};

const CSV: &str = "text/csv;charset=utf-8";

/// A table, and the finding that each of its rows tells of.
#[derive(Clone, PartialEq)]
struct Sheet {
    table: Table,
    findings: Vec<Option<Id>>,
    unit: String,
}

/// What came of copying or saving.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Copied,
    NotCopied,
    NotSaved,
}

pub fn list(page: ReportPage) -> View {
    let t = use_texts();
    let l = list_texts(t.lang);
    let session = use_session();
    let sheet = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| {
            let ledger = book.ledger();
            let table = match page {
                ReportPage::Problems => problem_list(ledger),
                ReportPage::Responsibility => responsibility_list(ledger),
                ReportPage::Tasks => task_list(ledger),
                _ => progress_table(ledger, Some(today)),
            };
            Sheet {
                findings: findings_of(ledger, &table),
                unit: ledger.inspection.unit.to_string(),
                table,
            }
        })
    });
    let is_empty = Memo::new(move |_| sheet.with(|sheet| sheet.table.rows.is_empty()));
    let told = State::new(None::<Told>);
    let copy = move |_| {
        let text = sheet.with_untracked(|sheet| tab_separated(&sheet.table));
        told.set(None);
        spawn_local(async move {
            let copied = session.copy(&text).await;
            told.try_set(Some(if copied { Told::Copied } else { Told::NotCopied }));
        });
    };
    let save = move |_| {
        let (name, text) = sheet.with_untracked(|sheet| {
            let day = session.today.get_untracked().to_string();
            let name = [&*sheet.table.title, "-", &day, ".csv"].concat();
            (name, comma_separated(&sheet.table))
        });
        let saved = session.save_text(&name, &text, CSV);
        told.set((!saved).then_some(Told::NotSaved));
    };
    let fault = move || {
        let text = match told.get()? {
            Told::Copied => return None,
            Told::NotCopied => l.not_copied,
            Told::NotSaved => l.not_saved,
        };
        Some(view! { <p class="error">{text}</p> })
    };
    let count = move || sheet.with(|sheet| (l.rows)(sheet.table.rows.len()));
    let date = move || (texts(Lang::Zh).words.date)(session.today.get());
    view! {
        <section class="view view-list">
            <div class="view-head">
                <h1>{(report_texts(t.lang).page_name)(page)}</h1>
                {move || (!is_empty.get()).then(|| view! {
                    <div class="toolbar">
                        <button type="button" class="button" on:click=copy>{l.copy}</button>
                        <button type="button" class="button" on:click=save>{l.save}</button>
                        <button type="button" class="button" on:click=move |_| session.print()>{l.print}</button>
                    </div>
                })}
            </div>
            <p class="hint screen-only">{(l.hint)(page)}</p>
            <p class="hint screen-only" role="status">
                {move || if told.get() == Some(Told::Copied) { l.copied.into() } else { count() }}
            </p>
            <div role="alert">{fault}</div>
            {live(move || {
                if is_empty.get() {
                    let ledger = Route::Ledger(Query::default()).href();
                    return view! {
                        <p class="empty">{l.empty}</p>
                        <p><a class="button" href=ledger>{l.to_ledger}</a></p>
                    };
                }
                let title = move || sheet.with(|sheet| sheet.table.title.clone());
                let long = Long::rows();
                view! {
                    <div class="table-scroll list-scroll" tabindex="0" role="region" aria-label=title lang="zh-CN">
                        {move || sheet.with(|sheet| table(sheet, long.most(), l.untitled, date()))}
                    </div>
                    {long.rest(move || sheet.with(|sheet| sheet.table.rows.len()))}
                }
            })}
        </section>
    }
}

/// A row of measures tells of a finding too.
fn findings_of(ledger: &Ledger, table: &Table) -> Vec<Option<Id>> {
    let mut finding_of: IdMap<Option<Id>> = IdMap::default();
    for finding in ledger.findings() {
        finding_of.insert(finding.id, Some(finding.id));
        for measure in &finding.measures {
            finding_of.insert(measure.id, Some(finding.id));
        }
    }
    let rows = table.rows.iter();
    rows.map(|row| finding_of.get(&row.record).copied().flatten()).collect()
}

fn table(sheet: &Sheet, most: usize, untitled: &'static str, date: String) -> View {
    let columns = sheet.table.columns;
    let heads = columns
        .iter()
        .map(|column| view! { <th scope="col" class=class(*column)>{column.head()}</th> });
    let rows = sheet.table.rows.iter().zip(&sheet.findings).take(most);
    let rows = rows.map(|(row, finding)| {
        let cells = columns.iter().zip(&row.cells).map(|(column, text)| match (column, finding) {
            (Column::Finding, Some(finding)) => {
                let text = if text.is_empty() { untitled.to_owned() } else { text.clone() };
                view! { <th scope="row" class=class(*column)><a href=Route::Finding(*finding).href()>{text}</a></th> }
            }
            _ => view! { <td class=class(*column)>{text.clone()}</td> },
        });
        view! { <tr>{cells.collect::<View>()}</tr> }
    });
    let unit = (!sheet.unit.is_empty()).then(|| ["填报单位：", &sheet.unit, "　　"].concat());
    view! {
        <table class="table list-table">
            <caption><strong>{sheet.table.title.clone()}</strong> <span>{unit} "日期：" {date}</span></caption>
            <thead><tr>{heads.collect::<View>()}</tr></thead>
            <tbody>{rows.collect::<View>()}</tbody>
        </table>
    }
}

/// How wide a column wants to be.
fn class(column: Column) -> &'static str {
    match column {
        Column::Measure | Column::Detail => "list-long",
        Column::Finding
        | Column::Category
        | Column::Area
        | Column::Result
        | Column::Reason
        | Column::NextStep
        | Column::Note => "list-text",
        Column::Number | Column::Remedy | Column::Status => "list-short",
        Column::Deadline | Column::CompletedOn | Column::Date => "list-date",
        _ => "list-word",
    }
}
