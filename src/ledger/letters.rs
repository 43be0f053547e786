//! Texts made alike for comparing: width, traditional characters, stray spaces, quotes, and what wraps a problem's title.

/// The half-width twin of a full-width letter, digit or mark.
pub fn fold(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        '｡' => '。',
        other => other,
    }
}

/// The traditional characters in words of the grammar, in order, each before its simplified twin. For comparing alone.
const TWINS: &str = "\
    並并佈布來来係系個个價价億亿償偿內内兩两則则劃划動动務务勵励匯汇區区協协員员問问啓启啟启單单嚴严團团執执堅坚報报場场夠够學学實实審审專专對对導导層层帳账幹干廢废廳厅強强後后從从復复徵征應应採采\
    損损撥拨擊击擔担據据數数於于時时書书會会條条業业構构標标機机檢检權权歡欢歸归決决況况準准滯滞瀏浏為为無无爲为牽牵獎奖現现環环產产産产當当發发監监碼码節节範范紀纪約约細细組组結结給给網网線线編编\
    緩缓縣县總总織织繫系繳缴續续習习聯联職职臺台與与萬万處处號号衆众補补製制複复規规視视覽览訂订計计記记訪访評评話话該该誡诫說说談谈謀谋證证議议護护讀读變变責责資资賠赔質质賬账購购載载轉转辦办農农\
    進进過过達达違违遲迟還还郵邮針针銷销錄录鎮镇長长閉闭開开間间閱阅關关隊队階阶際际雙双離离電电頁页項项預预頒颁領领頭头題题額额類类餘余饋馈驗验體体點点黨党齊齐";

/// A letter in half width and simplified, as the words of the grammar are written.
pub fn plain(letter: char) -> char {
    const SIZE: usize = '進'.len_utf8();
    let letter = fold(letter);
    if !('\u{4e00}'..='\u{9fff}').contains(&letter) {
        return letter;
    }
    // Bytes are in the order of their letters. As numbers they are compared at once, in tests too.
    let number = |bytes: &[u8]| u32::from(bytes[0]) << 16 | u32::from(bytes[1]) << 8 | u32::from(bytes[2]);
    let mut buffer = [0; 4];
    let wanted = number(letter.encode_utf8(&mut buffer).as_bytes());
    let (mut from, mut until) = (0, TWINS.len() / SIZE / 2);
    while from < until {
        let middle = (from + until) / 2;
        let at = middle * 2 * SIZE;
        match number(&TWINS.as_bytes()[at..at + SIZE]).cmp(&wanted) {
            std::cmp::Ordering::Equal => return TWINS[at + SIZE..].chars().next().unwrap_or(letter),
            std::cmp::Ordering::Less => from = middle + 1,
            std::cmp::Ordering::Greater => until = middle,
        }
    }
    letter
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
    text.chars().map(plain).filter(|letter| is_letter(*letter))
}

/// More blanks than these do not stand inside a word, whoever copied it.
const STRAY: usize = 3;

/// What follows a word that a text begins with. Stray blanks may stand between its letters.
pub fn eat_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for (at, wanted) in word.chars().enumerate() {
        let mut letters = rest.chars();
        let mut letter = letters.next()?;
        for _ in 0..if at == 0 { 0 } else { STRAY } {
            if is_blank(letter) {
                letter = letters.next()?;
            }
        }
        if plain(letter) != wanted {
            return None;
        }
        rest = letters.as_str();
    }
    Some(rest)
}

/// What stands before a word that a text ends with.
pub fn cut_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for (at, wanted) in word.chars().rev().enumerate() {
        let mut letters = rest.chars();
        let mut letter = letters.next_back()?;
        for _ in 0..if at == 0 { 0 } else { STRAY } {
            if is_blank(letter) {
                letter = letters.next_back()?;
            }
        }
        if plain(letter) != wanted {
            return None;
        }
        rest = letters.as_str();
    }
    Some(rest)
}

/// The first of these words that a text begins with, and what follows it.
pub fn eat_any_word<'t>(text: &'t str, words: &[&'static str]) -> Option<(&'static str, &'t str)> {
    words.iter().find_map(|word| Some((*word, eat_word(text, word)?)))
}

/// What may follow 问题 at the end of a heading.
const AFTER_PROBLEM: [&str; 6] = [
    "的整改落实情况",
    "的整改进展情况",
    "的整改情况",
    "整改情况",
    "的整改",
    "整改",
];

/// The title of a problem without what wraps it: `关于“…”的问题`, `针对…的问题` and `反馈问题：…` give `…`.
pub fn problem_title(heading: &str) -> &str {
    const MARKS: [char; 7] = ['。', '：', ':', '；', ';', ',', '，'];
    let whole = heading.trim_matches(is_blank);
    let title = whole.trim_end_matches(|letter| is_blank(letter) || MARKS.contains(&letter));
    let reported = eat_any_word(title, &["巡察反馈问题", "反馈问题", "问题"]);
    let title = reported
        .map(|(_, rest)| rest.trim_start_matches(is_blank))
        .filter(|rest| rest.starts_with([':', '：']))
        .map_or(title, |rest| {
            rest.trim_start_matches(|letter| is_blank(letter) || MARKS.contains(&letter))
        });
    let opened = eat_word(title, "关于").or_else(|| eat_word(title, "针对"));
    let title = opened.unwrap_or(title);
    let cut = AFTER_PROBLEM.iter().find_map(|end| cut_word(title, end));
    let title = cut
        .map(|cut| cut.trim_end_matches(is_blank))
        // 关于甲不力的整改情况 names no 问题; 开展问题整改 is no title of one.
        .filter(|cut| cut_word(cut, "问题").is_some() || opened.is_some() && cut_word(title, "的整改情况").is_some())
        .unwrap_or(title);
    let title = match cut_word(title, "的问题") {
        Some(title) => unquoted(title).unwrap_or(title),
        None => cut_word(title, "问题")
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
        check("关于“甲不力”问题的整改", "甲不力");
        check("关于甲不力问题的整改情况：", "甲不力问题");
        check("反馈问题：甲不力。", "甲不力");
        check("问题：甲不力。", "甲不力");
        check("问题整改不力", "问题整改不力");
        check("关于甲不力的整改情况", "甲不力");
        check("關於“甲不力”的問題", "甲不力");
        check("关 于甲不力的 问 题", "甲不力");
        check("关于“甲”和“乙”的问题", "“甲”和“乙”");
        check("针对自我“造血”功能不够强的问题", "自我“造血”功能不够强");
        check("　形式主义突出 ", "形式主义突出");
        check("关于的问题", "关于的问题");
        check("", "");
    }

    #[test]
    fn words_in_many_hands() {
        assert_eq!(eat_word("整 改情　况：", "整改情况"), Some("："));
        assert_eq!(eat_word("整改進展情況：", "整改进展情况"), Some("："));
        assert_eq!(eat_word("整    改", "整改"), None);
        assert_eq!(cut_word("甲的问 题", "的问题"), Some("甲"));
        let twins: Vec<char> = TWINS.chars().step_by(2).collect();
        assert!(twins.is_sorted() && twins.iter().all(|twin| plain(*twin) != *twin));
    }
}
