//! Seals as text: 64 letters to six bits, in the alphabet for addresses.

use crate::journal::{Change, Hash, Salt};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Letters of a seal alone, and of a seal and its salt.
const ALONE: usize = 22;
const SALTED: usize = 32;

/// The seal of a change, and after it the salt that went into it.
pub(super) fn seal_text(hash: Hash, salt: Option<Salt>) -> String {
    let mut bytes = hash.0.to_vec();
    bytes.extend(salt.iter().flat_map(|salt| salt.0));
    let group = |three: &[u8]| {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let letters = (0..=three.len()).map(move |nth| ALPHABET[(bits >> (18 - 6 * nth) & 63) as usize] as char);
        letters.collect::<Vec<char>>()
    };
    bytes.chunks(3).flat_map(group).collect()
}

/// None: the text is no seal.
pub(super) fn parse_seal(text: &str) -> Option<(Hash, Option<Salt>)> {
    if text.len() != ALONE && text.len() != SALTED {
        return None;
    }
    let (mut bytes, mut bits, mut count) = (Vec::with_capacity(24), 0u32, 0);
    for letter in text.bytes() {
        bits = bits << 6 | ALPHABET.iter().position(|known| *known == letter)? as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    let (hash, salt) = bytes.split_at_checked(16)?;
    Some((Hash(hash.try_into().ok()?), salt.try_into().ok().map(Salt)))
}

impl Change {
    /// What stands under `seal`: nothing for a change that came without one, or whose seal has no salt.
    pub(super) fn seal_text(&self) -> Option<String> {
        (self.salt.is_some() && self.is_sealed()).then(|| seal_text(self.hash, self.salt))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_are_read_back_as_they_are_written() {
        for start in [0u8, 1, 77, 255] {
            let mut hash = Hash::default();
            let mut salt = Salt([0; 8]);
            for (nth, byte) in hash.0.iter_mut().chain(&mut salt.0).enumerate() {
                *byte = start.wrapping_mul(31).wrapping_add(nth as u8 * 11);
            }
            for salt in [None, Some(salt)] {
                let text = seal_text(hash, salt);
                assert_eq!(text.len(), if salt.is_some() { SALTED } else { ALONE });
                assert_eq!(parse_seal(&text), Some((hash, salt)));
            }
        }
    }

    #[test]
    fn other_texts_are_no_seals() {
        for text in ["", "A", &"A".repeat(23), &"!".repeat(22), &"问".repeat(11)] {
            assert_eq!(parse_seal(text), None, "{text}");
        }
    }
}
