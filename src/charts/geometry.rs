//! Where bars and arcs begin and end, in thousandths of the whole: integers, so that parts meet without gap or overlap.

/// The width of the widest bar, and the way around a ring.
pub const WHOLE: usize = 1_000;

/// The least that a part of one finding is drawn with, so that one among thousands is still seen.
pub const LEAST: usize = 4;

/// One part of a bar or ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The place in the list of counts: which status it shows.
    pub index: usize,
    pub count: usize,
    pub start: usize,
    pub length: usize,
}

/// The length of a bar of these counts, where a bar of `most` takes up the whole width.
pub fn bar_length(counts: &[usize], most: usize) -> usize {
    let total: usize = counts.iter().sum();
    let parts = counts.iter().filter(|count| **count > 0).count();
    let length = (2 * WHOLE * total + most) / (2 * most).max(1);
    length.clamp(parts * LEAST, WHOLE)
}

/// Shares a length among counts, one part after the other. Empty counts have no part; the lengths add up to `length`.
pub fn parts(counts: &[usize], length: usize) -> Vec<Part> {
    let total: usize = counts.iter().sum();
    let (mut before, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (index, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        before += count;
        let end = (2 * length * before + total) / (2 * total);
        parts.push(Part {
            index,
            count,
            start,
            length: end - start,
        });
        start = end;
    }
    lift_small(&mut parts, length);
    parts
}

/// Lengthens parts that could not be seen, at the cost of the longest.
fn lift_small(parts: &mut [Part], length: usize) {
    let least = LEAST.min(length / parts.len().max(1));
    while let Some(small) = parts.iter().position(|part| part.length < least) {
        let Some(longest) = (0..parts.len()).max_by_key(|at| parts[*at].length) else {
            return;
        };
        parts[longest].length -= least - parts[small].length;
        parts[small].length = least;
    }
    let mut start = 0;
    for part in parts {
        part.start = start;
        start += part.length;
    }
}

/// Thousandths as a percentage for an attribute: `12.5%`.
pub fn percent(thousandths: usize) -> String {
    let mut text = (thousandths / 10).to_string();
    if !thousandths.is_multiple_of(10) {
        text.push('.');
        text.push_str(&(thousandths % 10).to_string());
    }
    text.push('%');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_side_by_side() {
        let check = |counts: &[usize], length, expected: &[(usize, usize, usize)]| {
            let found: Vec<_> = parts(counts, length)
                .iter()
                .map(|part| (part.index, part.start, part.length))
                .collect();
            assert_eq!(found, expected, "{counts:?}");
        };
        check(&[], 1_000, &[]);
        check(&[0, 0, 0, 0, 0], 1_000, &[]);
        check(&[0, 0, 0, 7, 0], 1_000, &[(3, 0, 1_000)]);
        check(&[1, 0, 0, 3, 0], 1_000, &[(0, 0, 250), (3, 250, 750)]);
        check(&[1, 1, 1], 1_000, &[(0, 0, 333), (1, 333, 334), (2, 667, 333)]);
        check(&[1, 9_999], 1_000, &[(0, 0, 4), (1, 4, 996)]);
        check(&[9_999, 0, 1], 1_000, &[(0, 0, 996), (2, 996, 4)]);
        check(
            &[1, 1, 1, 1, 1],
            20,
            &[(0, 0, 4), (1, 4, 4), (2, 8, 4), (3, 12, 4), (4, 16, 4)],
        );
    }

    #[test]
    fn parts_fill_the_length_and_can_all_be_seen() {
        let mut seed = 5u64;
        let mut below = |limit: u64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((seed >> 33) % limit) as usize
        };
        for _ in 0..20_000 {
            let scale = [2, 10, 10_000][below(3)];
            let counts: [usize; 5] = std::array::from_fn(|_| if below(3) == 0 { 0 } else { below(scale) });
            let total: usize = counts.iter().sum();
            let most = total + below(scale);
            let length = bar_length(&counts, most);
            let found = parts(&counts, length);
            assert_eq!(
                found.iter().map(|part| part.length).sum::<usize>(),
                length,
                "{counts:?} of {most}"
            );
            assert!(
                found
                    .iter()
                    .all(|part| part.length >= LEAST && part.start + part.length <= WHOLE),
                "{counts:?}"
            );
            assert!(
                found
                    .windows(2)
                    .all(|pair| pair[0].start + pair[0].length == pair[1].start)
            );
            assert_eq!(found.iter().map(|part| part.count).sum::<usize>(), total);
        }
    }

    #[test]
    fn lengths_compare_counts() {
        assert_eq!(bar_length(&[0, 0], 0), 0);
        assert_eq!(bar_length(&[3, 1], 4), 1_000);
        assert_eq!(bar_length(&[1, 1], 4), 500);
        assert_eq!(bar_length(&[1], 3), 333);
        assert_eq!(bar_length(&[1, 1], 5_000), 8);
    }

    #[test]
    fn percentages_are_short() {
        assert_eq!(
            [0, 1, 125, 330, 1_000].map(percent),
            ["0%", "0.1%", "12.5%", "33%", "100%"]
        );
    }
}
