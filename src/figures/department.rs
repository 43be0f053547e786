//! One department or several in a 责任部门 text: `办公室、财务科` names two.

use crate::ledger::{Ledger, Text};

/// The departments that a 责任部门 text names, in its order; one that is named twice comes twice.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let part = match separator(rest) {
                Some((at, width)) => {
                    let part = &rest[..at];
                    rest = &rest[at + width..];
                    part
                }
                None if rest.is_empty() => return None,
                None => std::mem::take(&mut rest),
            };
            let part = part.trim();
            if !part.is_empty() {
                return Some(part);
            }
        }
    })
}

/// Whether a 责任部门 text names this department; the empty name is that of findings without one.
pub fn names(text: &str, department: &str) -> bool {
    match department {
        "" => split(text).next().is_none(),
        _ if text == department => true,
        _ => split(text).any(|part| part == department),
    }
}

/// Every department of the ledger once, in the order of first mention.
pub fn departments(ledger: &Ledger) -> Vec<Text> {
    let mut found = Names::default();
    for finding in ledger.findings() {
        for name in split(&finding.department) {
            found.place(name);
        }
    }
    found.in_order().into_iter().map(Text::from).collect()
}

/// Numbers names as they come: few names, asked for often.
#[derive(Default)]
pub struct Names<'a> {
    // Invariant: sorted by name.
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Names<'a> {
    /// The number of a name, a new one where it was not yet met.
    pub fn place(&mut self, name: &'a str) -> usize {
        match self.sorted.binary_search_by(|(known, _)| (*known).cmp(name)) {
            Ok(at) => self.sorted[at].1,
            Err(at) => {
                let number = self.sorted.len();
                self.sorted.insert(at, (name, number));
                number
            }
        }
    }

    pub fn in_order(&self) -> Vec<&'a str> {
        let mut names = vec![""; self.sorted.len()];
        for (name, number) in &self.sorted {
            names[*number] = name;
        }
        names
    }
}

/// Where the first separator stands, and its bytes.
fn separator(text: &str) -> Option<(usize, usize)> {
    let mut before = '\0';
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let separates = match letter {
            '、' | ',' | '，' | ';' | '；' | '/' | '／' | '\u{3000}' | '\n' | '\t' => true,
            // `办公室 财务科` are two, `Finance Office` is one.
            ' ' => !(before.is_ascii() && letters.peek().is_some_and(|(_, after)| after.is_ascii())),
            _ => false,
        };
        if separates {
            return Some((at, letter.len_utf8()));
        }
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_name_several() {
        let check = |text: &str, expected: &[&str]| assert_eq!(split(text).collect::<Vec<_>>(), expected, "{text}");
        check("", &[]);
        check(" 、 ", &[]);
        check("办公室", &["办公室"]);
        check("办公室、财务科", &["办公室", "财务科"]);
        check(
            "办公室,财务科，人事科;总编室；技术部/广告部",
            &["办公室", "财务科", "人事科", "总编室", "技术部", "广告部"],
        );
        check("办公室 财务科\u{3000}总编室", &["办公室", "财务科", "总编室"]);
        check("、办公室、、财务科、", &["办公室", "财务科"]);
        check("Finance Office, Legal", &["Finance Office", "Legal"]);
        check("Finance Office 财务科", &["Finance Office", "财务科"]);
    }

    #[test]
    fn a_department_is_found_among_several() {
        assert!(names("办公室、财务科", "财务科"));
        assert!(!names("办公室、财务科", "财务"));
        assert!(names("", "") && names(" 、", ""));
        assert!(!names("办公室", ""));
    }
}
