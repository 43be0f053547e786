//! Letters made alike for comparing texts: width of characters, and what is no letter.

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

/// What two ways of writing one title have in common: letters and digits, without quotes, marks and space.
pub fn key(title: &str) -> String {
    title
        .chars()
        .map(fold)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_forget_quotes_marks_width_and_space() {
        assert_eq!(key("自我‘造血’功能不够强"), key("自我“造血”功能不够强"));
        assert_eq!(key("Ａ１（一）， 甲"), "A1一甲");
    }
}
