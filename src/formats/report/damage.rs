//! The fixture, damaged: every cut, every missing line, noise, other widths. Nothing panics and no line is lost.

use super::{
    fold, read_report,
    tests::{SMALL, assert_all_lines, render},
};

#[test]
fn width_of_marks_and_line_ends_change_nothing() {
    let folded = |text: &str| render(&read_report(text)).chars().map(fold::fold).collect::<String>();
    let half: String = SMALL.chars().map(fold::fold).collect();
    let full: String = half
        .chars()
        .map(|letter| match letter {
            '!'..='~' => char::from_u32(letter as u32 + 0xfee0).unwrap_or(letter),
            ' ' => '\u{3000}',
            other => other,
        })
        .collect();
    assert_ne!(half, full);
    assert_eq!(folded(SMALL), folded(&half));
    assert_eq!(folded(SMALL), folded(&full));
    assert_eq!(
        folded(SMALL),
        folded(&format!("\u{feff}{}", SMALL.replace('\n', "\u{3000}\r\n \t")))
    );
}

#[test]
fn damage_loses_no_line() {
    for (at, _) in SMALL.char_indices() {
        let prefix = &SMALL[..at];
        assert_all_lines(prefix, &read_report(prefix));
    }
    let lines: Vec<&str> = SMALL.lines().collect();
    for gone in 0..lines.len() {
        let text = [&lines[..gone], &lines[gone + 1..]].concat().join("\n");
        assert_all_lines(&text, &read_report(&text));
    }
}

#[test]
fn noise_loses_no_line() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let tokens: Vec<char> = "一二十是、.,:;。()（）１1《“”‘’的问题关于针对整改情况措施时限原因下一步聚焦年月日至组对开展反馈甲\n\r \u{feff}".chars().collect();
    for _ in 0..1000 {
        let bytes: Vec<u8> = (0..random() % 120).map(|_| random() as u8).collect();
        let noise = String::from_utf8_lossy(&bytes);
        assert_all_lines(&noise, &read_report(&noise));
        let words: String = (0..random() % 200)
            .map(|_| tokens[random() as usize % tokens.len()])
            .collect();
        assert_all_lines(&words, &read_report(&words));
        let mut broken = SMALL.as_bytes().to_vec();
        let at = random() as usize % broken.len();
        broken[at] = random() as u8;
        let broken = String::from_utf8_lossy(&broken);
        assert_all_lines(&broken, &read_report(&broken));
    }
}
