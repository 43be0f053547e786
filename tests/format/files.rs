//! Folders of good and bad files. Files in `data/good` are never edited: a new version of the format is a new file.

use std::{fs, path::PathBuf};

use rectification_ledger::{
    formats::json::{Refusal, read, write, write_part},
    journal::Book,
};

use crate::story::{actor, hand};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, by name.
pub fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(root().join("tests/data").join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

#[test]
fn good_files_are_read_without_a_fault() {
    let files = files("good");
    assert!(files.len() >= 3);
    for (name, bytes) in files {
        let incoming = read(&bytes).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        assert_eq!(incoming.faults, [], "{name}");
        assert_eq!(incoming.unknown, [] as [String; 0], "{name}");
        let book = Book::from_changes(incoming.with_hand_edits(&hand(9, "某"), 1));
        assert_eq!(book.faults(), [], "{name}");
        if let Some(id) = incoming.id {
            assert_eq!(incoming.hand_edits, [], "{name}");
            // While version 1 is what is written, an exported file is written again as it is. Before there were salts, a change
            // gave the name of its hand in full.
            let again = write_part(id, &book, &incoming.parts, incoming.exported_at.unwrap());
            if String::from_utf8_lossy(&bytes).contains("\"authors\"") {
                assert_eq!(again.as_bytes(), bytes, "{name}");
            }
            assert_eq!(read(again.as_bytes()).unwrap().changes, incoming.changes, "{name}");
        } else {
            let again = write(actor(7), &book, 0);
            let again = Book::from_changes(read(again.as_bytes()).unwrap().changes);
            assert_eq!(again.ledger(), book.ledger(), "{name}");
        }
    }
}

#[test]
fn every_bad_file_is_refused_or_what_is_wrong_is_named() {
    let mut gallery = String::new();
    for (name, bytes) in files("bad") {
        gallery.push_str(&format!("{name}\n"));
        match read(&bytes) {
            Err(refusal) => gallery.push_str(&format!("  refused: {refusal:?}\n")),
            Ok(incoming) => {
                let faults = incoming.faults.iter().map(|fault| format!("  fault: {fault:?}\n"));
                let edits = incoming.hand_edits.iter().map(|edit| format!("  by hand: {edit:?}\n"));
                let unknown = incoming.unknown.iter().map(|path| format!("  unknown: {path}\n"));
                let named: Vec<String> = faults.chain(edits).chain(unknown).collect();
                assert!(!named.is_empty(), "{name} is taken as if it were good");
                gallery.push_str(&named.concat());
            }
        }
    }
    let path = root().join("tests/data/bad/gallery.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &gallery).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(gallery, expected, "UPDATE_EXPECT=1 writes the gallery again");
}

#[test]
fn the_examples_of_the_document_are_files() {
    let document = fs::read_to_string(root().join("FORMAT.md")).unwrap();
    let examples: Vec<&str> = document
        .split("```json\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .collect();
    assert!(examples.len() >= 4);
    let mut whole = 0;
    for example in examples {
        // A part of a file stands as such and is only required to be JSON.
        if !example.contains("\"format\"") {
            for line in example.lines() {
                serde_json::from_str::<serde::de::IgnoredAny>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            }
            continue;
        }
        whole += 1;
        match read(example.as_bytes()) {
            Ok(incoming) => assert_eq!((incoming.faults, incoming.unknown), (vec![], vec![]), "{example}"),
            Err(refusal) => assert!(matches!(refusal, Refusal::Newer { .. }), "{refusal:?}: {example}"),
        }
    }
    assert!(whole >= 2);
}
