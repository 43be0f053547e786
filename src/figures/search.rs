//! Finding words in text, fast enough to scan a whole ledger at every keystroke: nothing is copied or lower-cased.

/// The words of a search, all of which must occur. Letter case does not matter, nor whether a letter, digit or bracket
/// is typed full-width.
pub struct Words {
    /// Each word with its other spellings.
    words: Vec<Vec<Needle>>,
}

/// The words not yet found, as a set of bits.
pub type Missing = u32;

impl Words {
    /// Reads words separated by white space; those past the 32nd are not looked for.
    pub fn new(text: &str) -> Words {
        let words = text
            .split_whitespace()
            .take(Missing::BITS as usize)
            .map(spellings)
            .collect();
        Words { words }
    }

    pub fn all(&self) -> Missing {
        self.words.iter().fold(0, |all, _| all << 1 | 1)
    }

    /// What is still missing after this text.
    pub fn look(&self, mut missing: Missing, text: &str) -> Missing {
        if missing == 0 || text.is_empty() {
            return missing;
        }
        for (place, spellings) in self.words.iter().enumerate() {
            let bit = 1 << place;
            if missing & bit != 0 && spellings.iter().any(|needle| needle.is_in(text.as_bytes())) {
                missing &= !bit;
            }
        }
        missing
    }
}

/// The word as typed, in half-width and in full-width letters; only those that differ.
fn spellings(word: &str) -> Vec<Needle> {
    const FULL_WIDTH: u32 = 0xfee0;
    let shifted = |from: std::ops::RangeInclusive<char>, shift: fn(u32) -> u32| -> String {
        let letter = |letter: char| {
            if from.contains(&letter) {
                char::from_u32(shift(letter as u32)).unwrap_or(letter)
            } else {
                letter
            }
        };
        word.chars().map(letter).collect()
    };
    let half = shifted('！'..='～', |letter| letter - FULL_WIDTH);
    let full = shifted('!'..='~', |letter| letter + FULL_WIDTH);
    let mut needles = vec![Needle::new(word)];
    for other in [half, full] {
        if other != word {
            needles.push(Needle::new(&other));
        }
    }
    needles
}

/// One spelling, searched for by Horspool's method: what stands under the needle's last byte says how far to move. In
/// Chinese text that is nearly always the needle's whole length.
struct Needle {
    /// ASCII letters in lower case.
    bytes: Vec<u8>,
    moves: [u8; 256],
}

impl Needle {
    fn new(word: &str) -> Needle {
        let bytes = word.to_ascii_lowercase().into_bytes();
        let length = bytes.len();
        let mut moves = [length.min(255) as u8; 256];
        for (place, byte) in bytes.iter().enumerate().take(length.saturating_sub(1)) {
            let distance = (length - 1 - place).min(255) as u8;
            moves[usize::from(*byte)] = distance;
            moves[usize::from(byte.to_ascii_uppercase())] = distance;
        }
        Needle { bytes, moves }
    }

    fn is_in(&self, text: &[u8]) -> bool {
        let Some((last, front)) = self.bytes.split_last() else {
            return true;
        };
        // Short moves are slow moves: most Chinese text can be told at once to lack a letter or digit.
        if front.len() < 3 && last.is_ascii() && !may_have(text, *last) {
            return false;
        }
        let mut end = front.len();
        while let Some(byte) = text.get(end) {
            if byte.to_ascii_lowercase() == *last && text[end - front.len()..end].eq_ignore_ascii_case(front) {
                return true;
            }
            end += usize::from(self.moves[usize::from(*byte)]);
        }
        false
    }
}

/// Whether an ASCII byte, given in lower case, can be in the text in any case: eight bytes at a time. Never wrong when it
/// says no.
fn may_have(text: &[u8], byte: u8) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let fold = ONES * 0x20;
    let wanted = (u64::from(byte) * ONES) | fold;
    let (blocks, rest) = text.as_chunks::<8>();
    let in_block = |block: &[u8; 8]| {
        let zero_where_equal = (u64::from_le_bytes(*block) | fold) ^ wanted;
        zero_where_equal.wrapping_sub(ONES) & !zero_where_equal & (ONES * 0x80) != 0
    };
    blocks.iter().any(in_block) || rest.iter().any(|each| each | 0x20 == byte | 0x20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::random::Random;

    fn is_found(words: &str, text: &str) -> bool {
        let words = Words::new(words);
        words.look(words.all(), text) == 0
    }

    #[test]
    fn words_are_found() {
        fn check(words: &str, text: &str, expected: bool) {
            assert_eq!(is_found(words, text), expected, "{words} in {text}");
        }
        check("", "", true);
        check("  ", "采购", true);
        check("采购", "", false);
        check("采购", "关于采购制度", true);
        check("制度 采购", "关于采购制度", true);
        check("制度\u{3000}考勤", "关于采购制度", false);
        check("购制", "关于采购制度", true);
        check("budget", "The BUDGET of 2024", true);
        check("BUDGET 24", "the budget of 2024", true);
        check("２０２４（试行）", "2024(试行)", true);
        check("2024(试行)", "２０２４（试行）", true);
        check("第1项（试行）", "第1项（试行）", true);
        check("aab", "aaaab", true);
        check("x", "采x", true);
        check("x", "采", false);
        let long = "长".repeat(400);
        check(&long, &format!("很{long}的"), true);
        check(&format!("{long}短"), &format!("很{long}的"), false);
    }

    #[test]
    fn the_fast_search_agrees_with_the_plain_one() {
        let mut random = Random::new(11);
        const LETTERS: [char; 6] = ['a', 'B', 'b', '一', '丁', '七'];
        for _ in 0..20_000 {
            let mut text = |most| {
                (0..random.below(most) + 1)
                    .map(|_| random.pick(&LETTERS))
                    .collect::<String>()
            };
            let (word, text) = (text(4), text(20));
            let plain = text.to_ascii_lowercase().contains(&word.to_ascii_lowercase());
            assert_eq!(is_found(&word, &text), plain, "{word} in {text}");
        }
    }
}
