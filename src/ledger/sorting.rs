//! A stable sort whose code stands once in the page, and not once for each type that is sorted.

use std::cmp::Ordering;

/// Sorts by merging; equal items keep their order. For what is not sorted by the ten thousand.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |left, right| {
        compare(&items[left], &items[right]) == Ordering::Greater
    });
    for (one, other) in swaps(order) {
        items.swap(one, other);
    }
}

/// Sorts by what `key` takes from an item.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |left, right| key(left).cmp(&key(right)));
}

/// The places of the items in their order.
#[inline(never)]
fn order(count: usize, is_after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for run in order.chunks(2 * width) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let ([first, ..], [second, ..]) = (left, right) {
                if is_after(*first, *second) {
                    merged.push(*second);
                    right = &right[1..];
                } else {
                    merged.push(*first);
                    left = &left[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        width *= 2;
    }
    order
}

/// The swaps that bring items into an order, each cycle of it in turn.
#[inline(never)]
fn swaps(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = vec![];
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let next = order[at];
            swaps.push((at, next));
            order[at] = at;
            at = next;
        }
        order[at] = at;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        let mut state = 7u32;
        for count in [0, 1, 2, 3, 10, 257, 1_000] {
            let items: Vec<(u32, usize)> = (0..count)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, at)
                })
                .collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
        }
    }
}
