//! Order keys: between any two keys there is room for another, so that two insertions at one place both survive.
//!
//! A key is an integer with as many digits as its first letter says (`a` one digit, `b` two, …; `Z` one, `Y` two, … for
//! what stands before `a0`), then a fraction without a last zero. Keys compare as plain ASCII text.

use std::ops::Range;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FIRST: &str = "a0";

/// A key between two others. Keys that no writer of ours made are taken as they come: then the new key is only
/// certain to stand after `lower`.
pub fn between(lower: Option<&str>, upper: Option<&str>) -> String {
    match (lower, upper) {
        (None, None) => FIRST.into(),
        (None, Some(upper)) => before(upper)
            .filter(|key| key.as_str() < upper)
            .unwrap_or_else(|| "0".into()),
        (Some(lower), None) => after(lower).unwrap_or_else(|| format!("{lower}V")),
        (Some(lower), Some(upper)) => inner(lower, upper)
            .filter(|key| lower < key.as_str() && key.as_str() < upper)
            .unwrap_or_else(|| format!("{lower}V")),
    }
}

/// The bytes of a key that make its integer.
fn integer(key: &str) -> Option<Range<usize>> {
    let length = match *key.as_bytes().first()? {
        head @ b'a'..=b'z' => usize::from(head - b'a') + 2,
        head @ b'A'..=b'Z' => usize::from(b'Z' - head) + 2,
        _ => return None,
    };
    (key.len() >= length && key.bytes().all(|letter| letter.is_ascii_alphanumeric())).then_some(0..length)
}

fn after(lower: &str) -> Option<String> {
    step(&lower[integer(lower)?], 1)
}

fn before(upper: &str) -> Option<String> {
    let whole = integer(upper)?;
    if whole.end < upper.len() {
        return Some(upper[whole].into());
    }
    step(&upper[whole], -1)
}

fn inner(lower: &str, upper: &str) -> Option<String> {
    let (low, high) = (integer(lower)?, integer(upper)?);
    if lower[low.clone()] == upper[high.clone()] {
        let fraction = middle(&lower.as_bytes()[low.end..], Some(&upper.as_bytes()[high.end..]))?;
        return Some(format!("{}{fraction}", &lower[low]));
    }
    let next = step(&lower[low.clone()], 1)?;
    if next.as_str() < upper {
        return Some(next);
    }
    let fraction = middle(&lower.as_bytes()[low.end..], None)?;
    Some(format!("{}{fraction}", &lower[low]))
}

/// The integer one up or one down, with another head letter where the digits run out.
fn step(integer: &str, direction: i8) -> Option<String> {
    let mut digits = integer.as_bytes().to_vec();
    let (from, to) = if direction > 0 { (b'z', b'0') } else { (b'0', b'z') };
    for at in (1..digits.len()).rev() {
        if digits[at] != from {
            let position = DIGITS.iter().position(|digit| *digit == digits[at])?;
            digits[at] = DIGITS[position.checked_add_signed(direction.into())?];
            return String::from_utf8(digits).ok();
        }
        digits[at] = to;
    }
    match (digits[0], direction > 0) {
        (b'Z', true) => return Some(FIRST.into()),
        (b'a', false) => return Some("Zz".into()),
        (b'z', true) | (b'A', false) => return None,
        (head, up) => digits[0] = if up { head + 1 } else { head - 1 },
    }
    let grows = (digits[0] >= b'a') == (direction > 0);
    if grows {
        digits.push(to);
    } else {
        digits.pop();
    }
    String::from_utf8(digits).ok()
}

/// A fraction between two fractions; no upper one means one.
fn middle(lower: &[u8], upper: Option<&[u8]>) -> Option<String> {
    let digit = |letter: u8| DIGITS.iter().position(|each| *each == letter);
    let low = match lower.first() {
        Some(letter) => digit(*letter)?,
        None => 0,
    };
    let high = match upper {
        Some(upper) => digit(*upper.first()?)?,
        None => DIGITS.len(),
    };
    let letter = DIGITS[low] as char;
    let rest = lower.get(1..).unwrap_or_default();
    if low == high {
        let upper = upper.and_then(|upper| upper.get(1..));
        return Some(format!("{letter}{}", middle(rest, upper)?));
    }
    if high - low > 1 {
        return Some((DIGITS[(low + high) / 2] as char).into());
    }
    // Neighbouring digits: go on behind the lower one.
    Some(format!("{letter}{}", middle(rest, None)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_at_the_end_stay_short() {
        let mut key = between(None, None);
        for _ in 0..10_000 {
            let next = between(Some(&key), None);
            assert!(next > key, "{next} after {key}");
            key = next;
        }
        assert!(key.len() <= 4, "{key}");
    }

    #[test]
    fn there_is_always_room_before_and_between() {
        let mut keys = vec![between(None, None)];
        let mut seed = 7usize;
        for _ in 0..2_000 {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let at = (seed >> 33) % (keys.len() + 1);
            let lower = at.checked_sub(1).map(|before| keys[before].as_str());
            let key = between(lower, keys.get(at).map(String::as_str));
            keys.insert(at, key);
        }
        assert!(keys.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn foreign_keys_do_no_harm() {
        for (lower, upper) in [("", "!"), ("é", "ü"), ("a0", "a0"), ("b", "a"), ("zzzz", "")] {
            assert!(between(Some(lower), Some(upper)).as_str() > lower);
            between(None, Some(upper));
        }
    }
}
