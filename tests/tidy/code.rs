//! Rust source as text: which bytes are code, where items and `use` trees end. Every byte keeps its place.

const TEST_MARK: &str = "#[cfg(test)]";

/// The source with comments and the insides of strings blanked.
pub fn only(text: &str) -> String {
    blanked(text, true)
}

pub fn without_comments(text: &str) -> String {
    blanked(text, false)
}

/// The code with every item under `#[cfg(test)]` blanked.
pub fn without_tests(code: &str) -> String {
    let mut shipped = code.to_string();
    while let Some(start) = shipped.find(TEST_MARK) {
        let item = start + TEST_MARK.len();
        let end = match shipped[item..].find(['{', ';']) {
            Some(at) if shipped[item + at..].starts_with('{') => item + at + closing(&shipped[item + at..]),
            Some(at) => item + at + 1,
            None => shipped.len(),
        };
        let gap = blank(&shipped[start..end]);
        shipped.replace_range(start..end, &gap);
    }
    shipped
}

/// The files that hold only tests: the names in every `#[cfg(test)] mod NAME;`.
pub fn test_modules(code: &str) -> Vec<&str> {
    let items = code
        .split(TEST_MARK)
        .skip(1)
        .filter_map(|item| item.trim_start().strip_prefix("mod "));
    items
        .filter_map(|item| item.split_once(';'))
        .map(|(name, _)| name)
        .filter(|name| !name.contains('{'))
        .collect()
}

/// As many spaces as there are bytes; line ends stay.
pub fn blank(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect()
}

/// The names at the start of a `use` tree: `ledger::X` gives ledger, `{ledger, ui::{A, B}}` gives ledger and ui.
pub fn branches(code: &str, start: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    if !code[start..].starts_with('{') {
        found.push((start, name(&code[start..])));
        return found;
    }
    let end = start + closing(&code[start..]);
    let mut at = start + 1;
    while at < end {
        let branch = name(&code[at..]);
        if branch.is_empty() {
            at += code[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let after = at + branch.len();
        found.push((at, branch));
        at = after + code[after..end].find([',', '{', '}']).unwrap_or(end - after);
        if code[at..].starts_with('{') {
            at += closing(&code[at..]);
        }
    }
    found
}

pub fn all<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at)
}

/// Where `word` stands as whole names; `gloo` stands for every `gloo_…` crate too.
pub fn paths_from<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    all(code, word).filter(move |at| {
        let after = code[at + word.len()..].chars().next().unwrap_or(' ');
        let ends = !after.is_alphanumeric() && (after != '_' || word == "gloo");
        ends && !continues_word(code, *at)
    })
}

pub fn continues_word(text: &str, at: usize) -> bool {
    text[..at]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

pub fn line(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

fn name(code: &str) -> String {
    code.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The length up to and with the brace that closes the first one.
fn closing(code: &str) -> usize {
    let mut nesting = 0;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => nesting += 1,
            b'}' => nesting -= 1,
            _ => {}
        }
        if nesting == 0 {
            return at + 1;
        }
    }
    code.len()
}

fn blanked(text: &str, strings_too: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (length, is_comment) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), true)
        } else if rest.starts_with("/*") {
            (block_comment(rest), true)
        } else if first == 'r' && (!continues_word(text, at) || text[..at].ends_with('b')) {
            (raw_string(rest), false)
        } else if first == '"' || (first == '\'' && is_character(rest)) {
            (quoted(rest, first), false)
        } else {
            (0, false)
        };
        if length == 0 {
            out.push(first);
            at += first.len_utf8();
            continue;
        }
        let part = &rest[..length];
        out.push_str(&if is_comment || strings_too {
            blank(part)
        } else {
            part.to_string()
        });
        at += length;
    }
    out
}

fn block_comment(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut at, mut nesting) = (0, 0);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (nesting, at) = (nesting + 1, at + 2),
            [b'*', b'/', ..] => (nesting, at) = (nesting - 1, at + 2),
            _ => at += 1,
        }
        if nesting == 0 {
            return at;
        }
    }
    at
}

/// 0 where none begins, as in `r#type`.
fn raw_string(rest: &str) -> usize {
    let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
    let body = 2 + hashes;
    if !rest[1 + hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    rest[body..].find(&end).map_or(rest.len(), |it| body + it + end.len())
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if is_escaped {
            is_escaped = false;
        } else if c == '\\' {
            is_escaped = true;
        } else if c == quote {
            return at + 1;
        }
    }
    rest.len()
}

/// A character, and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut inside = rest.chars().skip(1);
    inside.next() == Some('\\') || inside.next() == Some('\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_no_code() {
        for (text, expected) in [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            ("f(\"x\\\"y\", z)", "f(      , z)"),
            ("f(r#\"a \"b\"\"#, r\"c\")", "f(          ,     )"),
            ("r#type: &'a str, '\"', '\\'', b'x'", "r#type: &'a str,    ,     , b   "),
            ("字 \"字\" 字", "字       字"),
        ] {
            assert_eq!(only(text), expected);
            assert_eq!(only(text).len(), text.len());
        }
        assert_eq!(without_comments("\"// a\" // b"), "\"// a\"     ");
    }

    #[test]
    fn items_of_tests_are_left_out() {
        assert_eq!(
            without_tests("a #[cfg(test)] mod t { b { c } } d").replace(' ', ""),
            "ad"
        );
        assert_eq!(without_tests("a #[cfg(test)] mod t; d").replace(' ', ""), "ad");
        assert_eq!(
            test_modules("#[cfg(test)]\nmod laws;\nmod a; #[cfg(test)] mod b { mod c; }"),
            ["laws"]
        );
    }

    #[test]
    fn use_trees_give_their_first_names() {
        let names = |tree: &str| branches(tree, 0).into_iter().map(|(_, it)| it).collect::<Vec<_>>();
        assert_eq!(names("ledger::Id;"), ["ledger"]);
        assert_eq!(
            names("{ledger::{Id, ui}, journal, ui::*};"),
            ["ledger", "journal", "ui"]
        );
    }
}
