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

/// Letters and digits of the scripts that reports are written in: neither marks nor signs nor space.
///
/// `char::is_alphanumeric` knows all scripts there are, by tables that weigh 2 KB in the page.
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '¼'..='¾' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        // Marks, currencies, arrows, signs, pictures; but ①, ⑴ and ⒈ are numbers.
        '\u{2460}'..='\u{249b}' | '々'..='〇' | '〡'..='〩' => true,
        '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{214f}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{303f}' => false,
        '\u{30fb}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}' => false,
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{ff66}'..='\u{ffdc}' => true,
        '\u{ff00}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

/// What two ways of writing one text have in common: letters and digits, without quotes, marks and space.
pub fn key(text: &str) -> String {
    key_letters(text).collect()
}

/// The letters of a text's [`key`].
pub fn key_letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold).filter(|letter| is_letter(*letter))
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

    #[test]
    fn letters_of_reports_are_those_of_the_standard_library() {
        // Latin, Greek, Cyrillic; kana, Chinese and its extensions; full-width forms; marks, arrows, signs and pictures.
        let ranges = [
            '\0'..='\u{24f}',
            'Α'..='Ρ',
            'Σ'..='ώ',
            '\u{400}'..='\u{481}',
            '\u{2000}'..='\u{206f}',
            '\u{2190}'..='\u{23ff}',
            '\u{2460}'..='\u{249b}',
            '\u{2500}'..='\u{2775}',
        ]
        .into_iter()
        .chain([
            '\u{3001}'..='\u{3030}',
            '\u{3041}'..='\u{3096}',
            '\u{30a1}'..='\u{30fe}',
            '\u{3400}'..='\u{4db5}',
        ])
        .chain([
            '\u{4e00}'..='\u{9fd5}',
            '\u{e000}'..='\u{f8ff}',
            '\u{fe10}'..='\u{fe6f}',
            '\u{ff01}'..='\u{ffbe}',
        ])
        .chain(['\u{1f300}'..='\u{1f9ff}', '\u{20000}'..='\u{2a6d6}']);
        let others: String = ranges
            .flatten()
            .filter(|letter| is_letter(*letter) != letter.is_alphanumeric())
            .collect();
        assert_eq!(others, "");
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
