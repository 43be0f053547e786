//! Reads the sources as text and fails, with file and line of every offence, where they leave the rules of ARCHITECTURE.md.

mod code;
mod rule_tests;
mod rules;

use rules::{COLOUR_FILE, Offence, Place};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn sources_are_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let setup = fs::read_to_string(root.join("tools/setup.sh")).expect("tools/setup.sh is part of the project");
    let mut found = Vec::new();
    let mut look = |path: &Path, check: &dyn Fn(&str) -> Vec<Offence>| {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.strip_prefix(root).unwrap_or(path).display().to_string();
        found.extend(
            check(&text)
                .into_iter()
                .map(|(line, what)| format!("{name}:{line}: {what}")),
        );
    };

    let sources = files_under(&root.join("src"), "rs");
    assert!(!sources.is_empty(), "src/ holds no .rs file");
    let for_tests: Vec<PathBuf> = sources.iter().flat_map(|path| test_files_of(path)).collect();
    for path in &sources {
        let in_src = path
            .strip_prefix(root.join("src"))
            .expect("files_under stays below its folder");
        let place = Place::of(
            in_src,
            for_tests.iter().any(|it| path.with_extension("").starts_with(it)),
        );
        look(path, &|text| rules::rust(&place, text));
    }
    for path in files_under(&root.join("tests"), "rs") {
        look(&path, &|text| rules::ignored_tests(&code::only(text)));
    }
    for path in files_under(&root.join("style"), "css") {
        if !path.ends_with(COLOUR_FILE) {
            look(&path, &rules::css);
        }
    }
    look(&root.join("Cargo.toml"), &|manifest| {
        rules::one_bindgen(manifest, &setup)
    });
    assert!(found.is_empty(), "{} offences:\n{}\n", found.len(), found.join("\n"));
}

fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The modules that a file declares for tests alone, as paths without `.rs`.
fn test_files_of(path: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let is_root = ["mod.rs", "lib.rs", "main.rs"].iter().any(|it| path.ends_with(it));
    let folder = if is_root {
        path.with_file_name("")
    } else {
        path.with_extension("")
    };
    code::test_modules(&code::only(&text))
        .iter()
        .map(|name| folder.join(name))
        .collect()
}
