//! Texts made alike for comparing: width of characters, quotes, and the words that wrap a problem's title.

/// The half-width twin of a full-width letter, digit or mark.
pub fn fold(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        '｡' => '。',
        other => other,
    }
}

/// Space of any width, and the marks that show nothing (byte order mark, zero-width space).
pub fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}')
}

/// What two ways of writing one text have in common: letters and digits, without quotes, marks and space.
pub fn key(text: &str) -> String {
    key_letters(text).collect()
}

/// The letters of a text's [`key`].
pub fn key_letters(text: &str) -> impl Iterator<Item = char> {
    // Nearly all of them are Chinese, and need no look into the tables.
    let is_letter = |letter: &char| matches!(letter, '\u{4e00}'..='\u{9fff}') || letter.is_alphanumeric();
    text.chars().map(fold).filter(is_letter)
}

/// The title of a problem without what wraps it: `关于“…”的问题` and `针对…的问题` give `…`.
pub fn problem_title(heading: &str) -> &str {
    let whole = heading.trim_matches(is_blank);
    let title = whole.trim_end_matches(['。', '：', ':', '；', ';', ',', '，']);
    let title = title
        .strip_prefix("关于")
        .or_else(|| title.strip_prefix("针对"))
        .unwrap_or(title);
    let title = match title.strip_suffix("的问题") {
        Some(title) => unquoted(title).unwrap_or(title),
        None => title
            .strip_suffix("问题")
            .and_then(unquoted)
            .or_else(|| unquoted(title))
            .unwrap_or(title),
    };
    let title = title.trim_matches(is_blank);
    if title.is_empty() { whole } else { title }
}

/// What stands between one pair of quotes that wraps the whole text.
fn unquoted(text: &str) -> Option<&str> {
    let text = text.trim_matches(is_blank);
    ["“”", "‘’", "「」", "『』", "\"\""].iter().find_map(|pair| {
        let (open, close) = (pair.chars().next()?, pair.chars().next_back()?);
        let inside = text.strip_prefix(open)?.strip_suffix(close)?;
        // “甲”和“乙” opens and closes too, but is not one quotation.
        let mut depth = 0i32;
        let nested = inside.chars().all(|letter| {
            if letter == close {
                depth -= 1;
            } else if letter == open {
                depth += 1;
            }
            depth >= 0
        });
        nested.then_some(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_forget_quotes_marks_width_and_space() {
        assert_eq!(key("自我‘造血’功能不够强"), key("自我“造血”功能不够强"));
        assert_eq!(key("Ａ１（一）， 甲"), "A1一甲");
    }

    #[track_caller]
    fn check(heading: &str, title: &str) {
        assert_eq!(problem_title(heading), title);
    }

    #[test]
    fn titles_lose_their_wrapping_once() {
        check("针对推动媒体深度融合不够有力的问题", "推动媒体深度融合不够有力");
        check("关于学习关于甲的论述不够的问题。", "学习关于甲的论述不够");
        check("针对对新闻宣传认识不足的问题", "对新闻宣传认识不足");
        check("关于“自我‘造血’功能不够强”的问题", "自我‘造血’功能不够强");
        check("关于“甲不力”问题", "甲不力");
        check("关于“甲”和“乙”的问题", "“甲”和“乙”");
        check("针对自我“造血”功能不够强的问题", "自我“造血”功能不够强");
        check("　形式主义突出 ", "形式主义突出");
        check("关于的问题", "关于的问题");
        check("", "");
    }
}
