//! Bytes as text, 15 bits to a UTF-16 unit: browsers count the units of a stored text, whatever is in them.
//!
//! The units lie in U+0020..U+801F: no control characters, no surrogates. The first two are a head: a check sum of 29
//! bits, and one bit that says whether the tail's padding is wide enough to be taken for a byte.

const FIRST: u32 = 0x20;
const BITS: u32 = 15;
const UNIT: u32 = (1 << BITS) - 1;

pub fn pack(bytes: &[u8]) -> String {
    let units = (bytes.len() * 8).div_ceil(BITS as usize);
    let wide = units * BITS as usize - bytes.len() * 8 >= 8;
    let head = check_sum(bytes) << 1 | u32::from(wide);
    let mut text = String::with_capacity((units + 2) * 3);
    push(&mut text, head >> BITS);
    push(&mut text, head & UNIT);

    let (mut held, mut count) = (0u32, 0);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            push(&mut text, held >> count);
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        push(&mut text, held << (BITS - count));
    }
    text
}

/// The bytes that were packed; nothing if the text is not of [`pack`]'s making, was cut short or altered.
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut units = Units(text.as_bytes());
    let head = units.next()? << BITS | units.next()?;

    // Of UTF-8, the bytes that begin a letter.
    let count = units.0.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    let mut bytes = vec![0; count * BITS as usize / 8];
    let (mut held, mut count, mut at) = (0u32, 0, 0);
    while !units.0.is_empty() {
        held = held << BITS | units.next()?;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes[at] = (held >> count) as u8;
            at += 1;
        }
        held &= (1 << count) - 1;
    }
    if head & 1 == 1 && bytes.pop()? != 0 {
        return None;
    }
    (held == 0 && check_sum(&bytes) == head >> 1).then_some(bytes)
}

/// The units that are left, as UTF-8. Read by hand: a ledger has millions of them, and the page waits for each.
struct Units<'a>(&'a [u8]);

impl Units<'_> {
    #[inline(always)]
    fn next(&mut self) -> Option<u32> {
        let low = |byte: u8| u32::from(byte & 0x3f);
        let (letter, rest) = match self.0 {
            [one @ ..0x80, rest @ ..] => (u32::from(*one), rest),
            [one @ ..0xe0, two, rest @ ..] => (u32::from(one & 0x1f) << 6 | low(*two), rest),
            [one @ ..0xf0, two, three, rest @ ..] => (u32::from(one & 0x0f) << 12 | low(*two) << 6 | low(*three), rest),
            _ => return None,
        };
        self.0 = rest;
        letter.checked_sub(FIRST).filter(|&unit| unit <= UNIT)
    }
}

fn push(text: &mut String, unit: u32) {
    text.push(char::from_u32(FIRST + unit).expect("15 bits above U+0020 end at U+801F, below the surrogates"));
}

/// FNV-1a, cut to 29 bits: against damage, not against forgery.
fn check_sum(bytes: &[u8]) -> u32 {
    let mut sum = 0x811c_9dc5_u32;
    for &byte in bytes {
        sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    sum >> 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random(length: usize, seed: u64) -> Vec<u8> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn every_length_comes_back_exactly() {
        for length in (0..100).chain([1_000, 65_537]) {
            for bytes in [vec![0; length], vec![0xff; length], random(length, length as u64 + 7)] {
                assert_eq!(unpack(&pack(&bytes)).as_deref(), Some(&bytes[..]), "{length} bytes");
            }
        }
    }

    #[test]
    fn fifteen_bytes_take_eight_units_and_the_head_two() {
        let text = pack(&random(1_500, 1));
        assert_eq!(text.encode_utf16().count(), 802);
        assert!(text.chars().all(|unit| ('\u{20}'..='\u{801f}').contains(&unit)));
    }

    #[test]
    fn other_texts_give_nothing() {
        for text in [
            "",
            "[",
            "[]",
            "{\"version\":1}",
            "整改台账整改台账",
            "\n\n\n",
            "龥龥龥",
            "😀😀",
        ] {
            assert_eq!(unpack(text), None, "{text}");
        }
    }

    #[test]
    fn damage_gives_nothing() {
        for length in [0, 1, 13, 14, 15, 40] {
            let whole: Vec<char> = pack(&random(length, 3)).chars().collect();
            for at in 0..whole.len() {
                let cut: String = whole[..at].iter().collect();
                assert_eq!(unpack(&cut), None, "{length} bytes cut at {at}");
                for bit in 0..15 {
                    let mut altered = whole.clone();
                    altered[at] = char::from_u32(FIRST + ((u32::from(whole[at]) - FIRST) ^ 1 << bit)).unwrap();
                    assert_eq!(
                        unpack(&altered.iter().collect::<String>()),
                        None,
                        "{length} bytes, unit {at}, bit {bit}"
                    );
                }
            }
            let longer: String = whole.iter().copied().chain([' ']).collect();
            assert_eq!(unpack(&longer), None, "{length} bytes and one unit more");
        }
    }
}
