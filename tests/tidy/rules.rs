//! The rules: who may use whom, where clocks and colours stand, how long a file is.

use crate::code;
use std::path::Path;

/// Which rooms a room of `src/` may use. An import that is not in this table points the wrong way.
const ROOMS: [(&str, &[&str]); 12] = [
    ("ledger", &[]),
    ("journal", &["ledger"]),
    ("figures", &["ledger", "journal"]),
    ("formats", &["ledger", "journal"]),
    ("browser", &[]),
    ("storage", &[]),
    ("signals", &[]),
    (
        "session",
        &[
            "ledger", "journal", "figures", "formats", "storage", "browser", "signals",
        ],
    ),
    ("dom", &["signals"]),
    ("charts", &["dom", "signals"]),
    (
        "ui",
        &[
            "ledger", "journal", "figures", "formats", "session", "charts", "dom", "signals",
        ],
    ),
    ("main", &["ui"]),
];
/// Rooms that are plain computation: no browser, no signals.
const PURE: [&str; 4] = ["ledger", "journal", "figures", "formats"];
const MAY_TOUCH_BROWSER: [&str; 5] = ["browser", "storage", "session", "ui", "dom"];
const BROWSER_CRATES: [&str; 4] = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];
/// Time and chance are arguments everywhere else, so that a test can give them.
const CLOCK_ROOM: &str = "browser";
const CLOCKS: [&str; 8] = [
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "Instant::now",
    "Date::now",
    "Date::new_0",
    "Math::random",
    "getrandom",
];
const UNFINISHED: [&str; 4] = ["todo!", "unimplemented!", "dbg!", ".unwrap()"];
const COLOUR_FUNCTIONS: [&str; 10] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color(",
];
pub const COLOUR_FILE: &str = "tokens.css";
pub const MAX_LINES: usize = 350;

/// The line of the file, counted from 1, and what is wrong on it.
pub type Offence = (usize, String);

/// Where a file stands: its room, and how many modules lie between it and the crate's root.
pub struct Place {
    room: String,
    depth: usize,
    is_test: bool,
}

impl Place {
    /// `is_test` for a file that is compiled for tests alone.
    pub fn of(path_in_src: &Path, is_test: bool) -> Place {
        let stem = path_in_src.with_extension("");
        let mut parts: Vec<String> = stem.iter().map(|it| it.to_string_lossy().into_owned()).collect();
        if parts.last().is_some_and(|it| it == "mod") || parts == ["lib"] {
            parts.pop();
        }
        Place {
            room: parts.first().cloned().unwrap_or_default(),
            depth: parts.len(),
            is_test,
        }
    }
}

pub fn rust(place: &Place, text: &str) -> Vec<Offence> {
    let source = code::only(text);
    let shipped = if place.is_test {
        code::blank(&source)
    } else {
        code::without_tests(&source)
    };
    let mut found = Vec::new();
    if !text.starts_with("//!") {
        found.push((
            1,
            "does not open with a `//!` sentence that says what the file is for".to_string(),
        ));
    }
    let lines = text.lines().count();
    if lines > MAX_LINES {
        found.push((
            MAX_LINES + 1,
            format!("{lines} lines; {MAX_LINES} are the most, split it"),
        ));
    }
    if !place.room.is_empty() {
        found.extend(wrong_uses(place, &source, &shipped));
    }
    for word in UNFINISHED {
        found.extend(code::all(&shipped, word).map(|at| (code::line(&source, at), format!("`{word}` outside tests"))));
    }
    found.extend(ignored_tests(&source));
    // In strings only: `#` and brackets mean other things in code, and comments may say what they like.
    let strings = colours(&code::without_comments(text))
        .into_iter()
        .filter(|(at, _)| source.as_bytes()[*at] == b' ');
    found.extend(strings.map(|(at, what)| (code::line(text, at), what)));
    found.sort();
    found
}

pub fn ignored_tests(source: &str) -> Vec<Offence> {
    code::all(source, "#[ignore")
        .map(|at| (code::line(source, at), "a test that is ignored".to_string()))
        .collect()
}

pub fn css(text: &str) -> Vec<Offence> {
    let mut css = text.to_string();
    while let Some(start) = css.find("/*") {
        let end = css[start + 2..].find("*/").map_or(css.len(), |it| start + 2 + it + 2);
        let gap = code::blank(&css[start..end]);
        css.replace_range(start..end, &gap);
    }
    colours(&css)
        .into_iter()
        .map(|(at, what)| (code::line(&css, at), what))
        .collect()
}

/// Cargo.toml and tools/setup.sh must name one version of wasm-bindgen, or the build fails at its last step.
pub fn one_bindgen(manifest: &str, setup: &str) -> Vec<Offence> {
    let after = setup.split("WASM_BINDGEN=").nth(1).unwrap_or_default();
    let wanted = format!("\"={}\"", after.split_whitespace().next().unwrap_or_default());
    let lines: Vec<&str> = manifest.lines().collect();
    let is_entry = |it: &&str| it.starts_with("wasm-bindgen ") || it.ends_with("dependencies.wasm-bindgen]");
    let Some(at) = lines.iter().position(is_entry) else {
        return vec![(1, "wasm-bindgen is not among the dependencies".to_string())];
    };
    let is_table = lines[at].starts_with('[');
    let entry = if is_table {
        lines[at..].iter().find(|it| it.starts_with("version"))
    } else {
        lines.get(at)
    };
    if entry.is_some_and(|it| it.contains(&wanted)) {
        return Vec::new();
    }
    vec![(
        at + 1,
        format!("wasm-bindgen must be {wanted}, the version that tools/setup.sh installs"),
    )]
}

fn wrong_uses(place: &Place, source: &str, shipped: &str) -> Vec<Offence> {
    let room = place.room.as_str();
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![(1, format!("`{room}` is not a room in the table of tests/tidy/rules.rs"))];
    };
    let may = if allowed.is_empty() {
        "no other room".to_string()
    } else {
        allowed.join(", ")
    };
    let mut found = Vec::new();
    for (at, name) in names_under_root(place, source, shipped) {
        let is_room = ROOMS.iter().any(|(it, _)| *it == name);
        if is_room && name != room && !allowed.contains(&name.as_str()) {
            found.push((
                code::line(source, at),
                format!("`{room}` uses `{name}`; it may use {may}"),
            ));
        }
    }
    let mut forbid = |words: &[&str], why: &str| {
        for word in words {
            let places = code::paths_from(shipped, word);
            found.extend(places.map(|at| (code::line(source, at), format!("`{word}` in `{room}`: {why}"))));
        }
    };
    if !MAY_TOUCH_BROWSER.contains(&room) {
        forbid(
            &BROWSER_CRATES,
            "only browser, storage, session, dom and ui touch the browser",
        );
    }
    if PURE.contains(&room) {
        forbid(&["leptos"], "this room is plain computation");
    }
    if room != CLOCK_ROOM {
        forbid(&CLOCKS, "time and chance are arguments; only `browser` asks for them");
    }
    found
}

/// Every name that follows the crate's root in a path or in a `use` tree, with its place.
fn names_under_root(place: &Place, source: &str, shipped: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for root in ["crate::", "rectification_ledger::"] {
        for at in code::all(source, root).filter(|at| !code::continues_word(source, *at)) {
            found.extend(code::branches(source, at + root.len()));
        }
    }
    // `super::` as often as it takes to reach the root. A module of tests, blank in `shipped`, lies one deeper.
    const UP: &str = "super::";
    for at in code::all(source, UP).filter(|at| !source[..*at].ends_with(UP)) {
        let count = source.as_bytes()[at..]
            .chunks(UP.len())
            .take_while(|it| *it == UP.as_bytes())
            .count();
        let is_deeper = !place.is_test && shipped.as_bytes()[at] == b' ';
        if count == place.depth + usize::from(is_deeper) {
            found.extend(code::branches(source, at + count * UP.len()));
        }
    }
    found
}

fn colours(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in code::all(text, "#") {
        let word = text[at + 1..]
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
            .next()
            .unwrap_or_default();
        if matches!(word.len(), 3 | 4 | 6 | 8) && word.bytes().all(|b| b.is_ascii_hexdigit()) {
            found.push((
                at,
                format!("the colour `#{word}`; colours stand in style/{COLOUR_FILE} alone"),
            ));
        }
    }
    for function in COLOUR_FUNCTIONS {
        for at in code::all(text, function).filter(|at| !code::continues_word(text, *at)) {
            found.push((
                at,
                format!("the colour `{function}…)`; colours stand in style/{COLOUR_FILE} alone"),
            ));
        }
    }
    found
}
