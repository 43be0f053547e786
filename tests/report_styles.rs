//! Reports in many styles: each is read as a careful clerk would read it, and damage to it loses no line.

mod lines;
mod report_styles {
    pub mod corrections;
    pub mod damage;
    pub mod round_trip;
    pub mod tree;
}

use std::{
    fs,
    path::{Path, PathBuf},
};

use rectification_ledger::formats::report::{Corrections, read_report, read_reports};
use report_styles::tree;

/// The reports of `tests/data/reports`, by name.
pub fn fixtures() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reports");
    let entries = fs::read_dir(folder).expect("the folder of reports");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| !path.to_string_lossy().ends_with(".tree.txt"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a report");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// Those of them that are reports, and no feedback.
pub fn reports() -> impl Iterator<Item = (PathBuf, String)> {
    let is_feedback = |path: &Path| {
        path.file_stem()
            .is_some_and(|name| name.to_string_lossy().starts_with("feedback-"))
    };
    fixtures().into_iter().filter(move |(path, _)| !is_feedback(path))
}

#[test]
fn every_style_is_read_as_it_is_meant() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 24);
    let mut wrong = String::new();
    for (path, text) in &fixtures {
        let drafts = read_reports(text, &Corrections::default());
        let found: Vec<String> = drafts.iter().map(|draft| tree::of(draft, text)).collect();
        let found = found.join("-----\n");
        if drafts.len() == 1 {
            assert_eq!(drafts[0], read_report(text), "{}", path.display());
        }
        tree::assert_all_lines(text, &drafts);
        tree::assert_spans(text, &drafts);
        let expected = path.with_extension("tree.txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &found).expect("the folder of reports");
        }
        if fs::read_to_string(&expected).expect("UPDATE_EXPECT=1 writes it") != found {
            wrong += &format!("{}\n{found}\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
