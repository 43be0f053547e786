//! Paragraphs as Markdown. What would be a mark of Markdown in a ledger's words is escaped.

use super::{Paragraph, ParagraphKind};

/// A heading for each title and heading, a quotation for each note.
pub fn markdown(paragraphs: &[Paragraph]) -> String {
    let mut out = String::new();
    for paragraph in paragraphs {
        if !out.is_empty() {
            out.push('\n');
        }
        let hashes = match paragraph.kind {
            ParagraphKind::Title => 1,
            ParagraphKind::Heading(level) => usize::from(level) + 1,
            ParagraphKind::Body | ParagraphKind::Signature | ParagraphKind::Note => 0,
        };
        for _ in 0..hashes {
            out.push('#');
        }
        if hashes > 0 {
            out.push(' ');
        } else if paragraph.kind == ParagraphKind::Note {
            out.push_str("> ");
        }
        push_escaped(&paragraph.text, hashes > 0, &mut out);
        out.push('\n');
    }
    out
}

fn push_escaped(text: &str, heading: bool, out: &mut String) {
    let opening = if heading { None } else { list_mark(text) };
    // Hashes at the end of a heading would close it.
    let closing = if heading {
        text.trim_end_matches('#').len()
    } else {
        text.len()
    };
    for (at, letter) in text.char_indices() {
        let always = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
        );
        if always || opening == Some(at) || at >= closing {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// Where a line begins like a heading, a list or a rule: the place of the mark to escape.
fn list_mark(text: &str) -> Option<usize> {
    if text.starts_with(['#', '+', '-', '=']) {
        return Some(0);
    }
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let mark = text[digits..].chars().next()?;
    let after = text[digits + mark.len_utf8()..].chars().next();
    let lists = matches!(mark, '.' | ')') && after.is_none_or(char::is_whitespace);
    (digits > 0 && lists).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: ParagraphKind, text: &str, expected: &str) {
        let paragraph = Paragraph {
            kind,
            text: text.into(),
            record: None,
            passage: crate::formats::report::write::Passage::Intro,
        };
        assert_eq!(markdown(&[paragraph]), expected);
    }

    #[test]
    fn kinds() {
        check(ParagraphKind::Title, "通报", "# 通报\n");
        check(ParagraphKind::Heading(1), "一、甲", "## 一、甲\n");
        check(ParagraphKind::Heading(4), "（1）甲", "##### （1）甲\n");
        check(ParagraphKind::Body, "一是甲。", "一是甲。\n");
        check(ParagraphKind::Note, "另有1个", "> 另有1个\n");
        assert_eq!(markdown(&[]), "");
    }

    #[test]
    fn marks_are_escaped() {
        check(
            ParagraphKind::Body,
            "a*b_c`d`[e](f)<g>|\\",
            "a\\*b\\_c\\`d\\`\\[e\\](f)\\<g\\>\\|\\\\\n",
        );
        check(ParagraphKind::Body, "# 甲", "\\# 甲\n");
        check(ParagraphKind::Body, "- 甲", "\\- 甲\n");
        check(ParagraphKind::Body, "1. 甲", "1\\. 甲\n");
        check(ParagraphKind::Body, "12) 甲", "12\\) 甲\n");
        check(ParagraphKind::Body, "1.甲 3.5", "1.甲 3.5\n");
        check(ParagraphKind::Body, "2025", "2025\n");
        check(ParagraphKind::Body, "138****5678&", "138\\*\\*\\*\\*5678\\&\n");
        check(ParagraphKind::Heading(3), "1. 甲#", "#### 1. 甲\\#\n");
    }
}
