//! Counting by status, and the completion rate with its rounding: integers throughout, no floating point.

use crate::ledger::Status;

/// How many findings, or measures, stand in each status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// In the order of [`Status::ALL`].
    pub by_status: [usize; 5],
}

/// `complete` of `total`; made by [`Tally::rate`], which gives none where there is nothing to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    pub complete: usize,
    pub total: usize,
}

impl Tally {
    pub fn add(&mut self, status: Status) {
        self.by_status[status as usize] += 1;
    }

    pub fn add_all(&mut self, other: &Tally) {
        for (count, more) in self.by_status.iter_mut().zip(other.by_status) {
            *count += more;
        }
    }

    pub fn count(&self, status: Status) -> usize {
        self.by_status[status as usize]
    }

    pub fn total(&self) -> usize {
        self.by_status.iter().sum()
    }

    /// 已完成 and 已销号. 基本完成 is not complete.
    pub fn complete(&self) -> usize {
        Status::ALL
            .into_iter()
            .filter(|status| status.is_complete())
            .map(|status| self.count(status))
            .sum()
    }

    /// Complete ÷ all; none where there is nothing to count.
    pub fn rate(&self) -> Option<Rate> {
        let total = self.total();
        (total > 0).then(|| Rate {
            complete: self.complete(),
            total,
        })
    }
}

impl Rate {
    /// Tenths of a percent, half rounded up: 26 of 30 is 867.
    pub fn percent_tenths(self) -> u32 {
        self.scaled(1_000) as u32
    }

    /// The percentage with the given number of decimals (six at most), half rounded up: 688 of 697 with two is `98.71`.
    pub fn percent(self, decimals: u32) -> String {
        let unit = 10u64.pow(decimals.min(6));
        let scaled = self.scaled(100 * unit);
        let mut text = (scaled / unit).to_string();
        if unit > 1 {
            text.push('.');
            // The leading one keeps the zeros after the point, and is dropped.
            text.push_str(&(unit + scaled % unit).to_string()[1..]);
        }
        text
    }

    fn scaled(self, scale: u64) -> u64 {
        let total = (self.total as u64).max(1);
        (2 * self.complete as u64 * scale + total) / (2 * total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_counted_in_the_order_of_all() {
        for (place, status) in Status::ALL.into_iter().enumerate() {
            let mut tally = Tally::default();
            tally.add(status);
            assert_eq!(tally.by_status[place], 1);
            assert_eq!(tally.count(status), 1);
            assert_eq!(tally.total(), 1);
            assert_eq!(tally.complete(), usize::from(status.is_complete()));
        }
    }

    #[test]
    fn largely_done_is_not_complete() {
        let tally = Tally {
            by_status: [5, 0, 4, 600, 88],
        };
        assert_eq!(
            tally.rate(),
            Some(Rate {
                complete: 688,
                total: 697
            })
        );
        assert_eq!(Tally::default().rate(), None);
    }

    #[test]
    fn percentages_are_those_of_published_reports() {
        let check = |complete, total, decimals, expected: &str| {
            assert_eq!(
                Rate { complete, total }.percent(decimals),
                expected,
                "{complete}/{total}"
            );
        };
        check(26, 30, 1, "86.7");
        check(688, 697, 2, "98.71");
        check(19, 25, 0, "76");
        check(19, 25, 1, "76.0");
        check(453, 471, 2, "96.18");
        check(0, 7, 1, "0.0");
        check(7, 7, 1, "100.0");
        check(1, 8, 2, "12.50");
        check(1, 8, 0, "13");
        check(1, 2_000, 1, "0.1");
        check(1, 3, 9, "33.333333");
        assert_eq!(
            Rate {
                complete: 26,
                total: 30
            }
            .percent_tenths(),
            867
        );
        assert_eq!(
            Rate {
                complete: 10_000,
                total: 10_000
            }
            .percent_tenths(),
            1_000
        );
    }
}
