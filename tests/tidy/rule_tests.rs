//! Each rule, seen to fail on what it forbids and to pass what it allows.

use crate::rules::{MAX_LINES, Place, css, one_bindgen, rust};
use std::path::Path;

/// The offences of a file at `path` in `src/`, one a line, as `LINE: WHAT` cut at the first `;`.
fn offences(path: &str, body: &str) -> Vec<String> {
    let found = rust(
        &Place::of(Path::new(path), path.ends_with("laws.rs")),
        &format!("//! Opens.\n{body}"),
    );
    found
        .iter()
        .map(|(line, what)| format!("{line}: {}", what.split(';').next().unwrap_or_default()))
        .collect()
}

#[test]
fn uses_that_point_down_are_fine() {
    for (path, body) in [
        ("journal/mod.rs", "use crate::ledger::Id;"),
        ("journal/state.rs", "use super::super::ledger::Id; use super::figures;"),
        (
            "ui/views/table.rs",
            "use crate::{charts::{Bar, storage}, figures, session};",
        ),
        ("session/mod.rs", "use web_sys::window; use crate::browser::now;"),
        ("main.rs", "use rectification_ledger::ui::App;"),
        ("lib.rs", "pub mod ui; pub use crate::ui::App;"),
        (
            "ledger/id.rs",
            "// crate::ui, Utc::now()\nconst A: &str = \"crate::ui::x Utc::now()\"; let gloomy = 1;",
        ),
        ("browser/clock.rs", "fn now() -> f64 { js_sys::Date::now() }"),
        (
            "figures/mod.rs",
            "#[cfg(test)]\nmod tests {\n use super::due; use super::super::ledger; }",
        ),
    ] {
        assert_eq!(offences(path, body), [""; 0], "{path}: {body}");
    }
}

#[test]
fn uses_that_point_up_are_named() {
    for (path, body, expected) in [
        (
            "ledger/id.rs",
            "use crate::journal::Change;",
            "2: `ledger` uses `journal`",
        ),
        ("ledger/mod.rs", "\nuse super::journal;", "3: `ledger` uses `journal`"),
        (
            "journal/state.rs",
            "fn f(x: &crate::ui::X) {}",
            "2: `journal` uses `ui`",
        ),
        (
            "ui/mod.rs",
            "use crate::{\n    ledger::{A, B},\n    storage,\n};",
            "4: `ui` uses `storage`",
        ),
        (
            "charts/bars.rs",
            "use crate::ledger::Status;",
            "2: `charts` uses `ledger`",
        ),
        (
            "main.rs",
            "use rectification_ledger::session::S;",
            "2: `main` uses `session`",
        ),
        (
            "formats/json/a.rs",
            "use super::super::super::session::S;",
            "2: `formats` uses `session`",
        ),
        (
            "charts/bars.rs",
            "use leptos::web_sys::window;",
            "2: `web_sys` in `charts`: only browser, storage, session, dom and ui touch the browser",
        ),
        (
            "formats/mod.rs",
            "use gloo_storage::X;",
            "2: `gloo` in `formats`: only browser, storage, session, dom and ui touch the browser",
        ),
        (
            "figures/mod.rs",
            "use leptos::prelude::*;",
            "2: `leptos` in `figures`: this room is plain computation",
        ),
        (
            "session/mod.rs",
            "let t = chrono::Utc::now();",
            "2: `Utc::now` in `session`: time and chance are arguments",
        ),
        (
            "helpers/mod.rs",
            "",
            "1: `helpers` is not a room in the table of tests/tidy/rules.rs",
        ),
    ] {
        assert_eq!(offences(path, body), [expected], "{path}: {body}");
    }
}

#[test]
fn unfinished_code_is_named_but_not_in_tests() {
    let body =
        "fn a() { x.unwrap(); }\n#[cfg(test)]\nmod tests {\n fn b() { x.unwrap(); dbg!(1); }\n}\nfn c() { todo!() }";
    assert_eq!(
        offences("ledger/a.rs", body),
        ["2: `.unwrap()` outside tests", "7: `todo!` outside tests"]
    );
    assert_eq!(offences("ledger/laws.rs", "fn b() { x.unwrap(); }"), [""; 0]);
    assert_eq!(
        offences("ledger/a.rs", "#[cfg(test)]\nmod t { #[ignore] fn a() {} }"),
        ["3: a test that is ignored"]
    );
    assert_eq!(offences("ledger/a.rs", "let a = x.unwrap_or(1); // todo!"), [""; 0]);
}

#[test]
fn files_open_with_a_sentence_and_end_in_time() {
    let place = Place::of(Path::new("ledger/a.rs"), false);
    assert_eq!(rust(&place, "fn a() {}\n").len(), 1);
    assert_eq!(rust(&place, &"//! a\n".repeat(MAX_LINES)).len(), 0);
    assert_eq!(rust(&place, &"//! a\n".repeat(MAX_LINES + 1)).len(), 1);
}

#[test]
fn colours_are_named_where_they_do_not_belong() {
    assert_eq!(
        offences("charts/a.rs", "let a = \"#a61b1b\";"),
        ["2: the colour `#a61b1b`"]
    );
    assert_eq!(
        offences("charts/a.rs", "let a = r#\"fill: oklch(1 2 3)\"#; // \"#fff\""),
        ["2: the colour `oklch(…)`"]
    );
    assert_eq!(
        offences(
            "charts/a.rs",
            "#[abc] let a = \"#boot #/overview #12 var(--color)\"; rgb(1);"
        ),
        [""; 0]
    );
    assert_eq!(
        css("/* #fff */\n.a { color: var(--text); }\n#boot-fault, #add-row {}"),
        []
    );
    assert_eq!(
        css(".a {}\n.b { color: #FFF }\n.c { border-color: rgb(0 0 0) }").len(),
        2
    );
}

#[test]
fn two_versions_of_wasm_bindgen_are_named() {
    let setup = "TRUNK=1\nWASM_BINDGEN=0.2.130   # the same\n";
    assert_eq!(
        one_bindgen("[dependencies.wasm-bindgen]\nversion = \"=0.2.130\"", setup),
        []
    );
    assert_eq!(one_bindgen("wasm-bindgen = { version = \"=0.2.130\" }", setup), []);
    for bad in [
        "wasm-bindgen = \"0.2.130\"",
        "a = 1\n[dependencies.wasm-bindgen]\nversion = \"=0.2.99\"",
        "serde = \"1\"",
    ] {
        assert_eq!(one_bindgen(bad, setup).len(), 1, "{bad}");
    }
}
