//! 检查文件夹: the files of a folder against what is registered. Nothing of them is stored or sent.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, State};
use leptos::{ev, task::spawn_local};
use view_macro::view;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::hashing::{Hashing, files_of};
use crate::{
    figures::{EvidenceLine, FolderFile, Found, compare_folder, is_worth_hashing},
    ledger::acts::Evidence,
    session::folder_file,
    ui::{route::Route, texts::EvidenceTexts},
};

/// What came of a check, as the register was then.
#[derive(Clone)]
struct Outcome {
    lines: Vec<EvidenceLine>,
    found: Vec<Found>,
    files: Vec<FolderFile>,
    unregistered: Vec<usize>,
}

pub fn folder(e: &'static EvidenceTexts, all: Memo<Vec<EvidenceLine>>) -> View {
    let hashing = Hashing::new();
    let result = State::new(None::<Outcome>);
    let was_cancelled = State::new(false);
    let check = move |files: Vec<File>| {
        if files.is_empty() || hashing.is_busy_now() {
            return;
        }
        result.set(None);
        was_cancelled.set(false);
        let lines = all.get_untracked();
        spawn_local(async move {
            match compared(hashing, lines, files).await {
                Some(compared) => result.try_set(Some(compared)),
                None => was_cancelled.try_set(true),
            }
        });
    };
    view! {
        <section class="card stack screen-only">
            <h2>{e.folder}</h2>
            <p class="hint">{e.folder_hint}</p>
            <div class="row">
                {picker(hashing, e.choose_folder, true, check)}
                {picker(hashing, e.choose_files, false, check)}
            </div>
            {hashing.view(e)}
            <p role="status">{move || {
                let told = result.with(|result| result.as_ref().map(|result| told(e, result)));
                told.or_else(|| was_cancelled.get().then(|| e.stopped.to_owned()))
            }}</p>
            {live(move || result.with(|result| result.as_ref().map(|result| contents(e, result))))}
        </section>
    }
}

async fn compared(hashing: Hashing, lines: Vec<EvidenceLine>, files: Vec<File>) -> Option<Outcome> {
    let registered: Vec<Evidence> = lines.iter().map(|line| line.evidence.clone()).collect();
    let mut known: Vec<FolderFile> = files.iter().map(folder_file).collect();
    let worth = |(_, file): &(usize, &FolderFile)| is_worth_hashing(&registered, file);
    let worth: Vec<usize> = known.iter().enumerate().filter(worth).map(|(at, _)| at).collect();
    let chosen: Vec<File> = worth.iter().map(|at| files[*at].clone()).collect();
    let digests = hashing.all(&chosen).await?;
    for (at, digest) in worth.into_iter().zip(digests) {
        known[at].sha256 = digest;
    }
    let comparison = compare_folder(&registered, &known);
    Some(Outcome {
        lines,
        found: comparison.found,
        files: known,
        unregistered: comparison.unregistered,
    })
}

/// A button that opens the browser's picker, of a folder or of files.
fn picker(hashing: Hashing, label: &'static str, of_folder: bool, check: impl Fn(Vec<File>) + 'static) -> View {
    let node = NodeRef::<HtmlInputElement>::new();
    let pick = move |_| {
        if let Some(input) = node.get_untracked() {
            input.click();
        }
    };
    let picked = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            check(files_of(input.files()));
            // So that choosing the same folder again is a change.
            input.set_value("");
        }
    };
    view! {
        <button type="button" class="button" disabled=move || hashing.is_busy() on:click=pick>{label}</button>
        <input node_ref=node type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" multiple
            webkitdirectory=of_folder on:change=picked />
    }
}

fn told(e: &'static EvidenceTexts, result: &Outcome) -> String {
    let mut counts = [0; 5];
    for found in &result.found {
        let at = match found {
            Found::Present(_) => 0,
            Found::Renamed(_) => 1,
            Found::Unproven(_) => 2,
            Found::Changed(_) => 3,
            Found::Missing => 4,
        };
        counts[at] += 1;
    }
    (e.result)(result.files.len(), counts)
}

fn contents(e: &'static EvidenceTexts, result: &Outcome) -> View {
    let rows = result.lines.iter().zip(&result.found).map(|(line, found)| {
        let (word, at) = match *found {
            Found::Present(at) => (e.present, Some(at)),
            Found::Renamed(at) => (e.renamed, Some(at)),
            Found::Unproven(at) => (e.unproven, Some(at)),
            Found::Changed(at) => (e.changed, Some(at)),
            Found::Missing => (e.missing, None),
        };
        let path = at.and_then(|at| result.files.get(at)).map(|file| file.path.clone());
        view! {
            <tr>
                <td>{line.number.clone()}</td>
                <th scope="row"><a href=Route::Finding(line.finding).href()>{line.evidence.name.to_string()}</a></th>
                <td>{word}</td>
                <td>{path}</td>
            </tr>
        }
    });
    let others = result.unregistered.iter().filter_map(|at| result.files.get(*at));
    let others = others.map(|file| view! { <li>{file.path.clone()}</li> });
    let count = result.unregistered.len();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=e.folder>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{e.number}</th>
                        <th scope="col">{e.file}</th>
                        <th scope="col">{e.state}</th>
                        <th scope="col">{e.where_found}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<View>()}</tbody>
            </table>
        </div>
        {(count > 0).then(|| view! {
            <h3>{(e.unregistered)(count)}</h3>
            <ul>{others.collect::<View>()}</ul>
        })}
    }
}
