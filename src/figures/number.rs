//! 序号: the numbers of a published report, read off a place in the ledger.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// `一` to `九十九`; other numbers in digits.
pub fn chinese_number(number: usize) -> String {
    let (tens, units) = (number / 10, number % 10);
    match tens {
        0 if units > 0 => DIGITS[units].to_string(),
        1 => ["十", DIGITS[units]].concat(),
        2..=9 => [DIGITS[tens], "十", DIGITS[units]].concat(),
        _ => number.to_string(),
    }
}

/// Where a finding stands, as a report numbers it: `(一)1(1)`, or `(一)1` where it stands for its category. The indices
/// count from zero, as the ledger's lists do.
pub fn path_label(area: usize, category: usize, finding: usize, stands_for_category: bool) -> String {
    let mut label = ["(", &chinese_number(area + 1), ")", &(category + 1).to_string()].concat();
    if !stands_for_category {
        label.push('(');
        label.push_str(&(finding + 1).to_string());
        label.push(')');
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_reports_write_them() {
        let check = |number, expected: &str| assert_eq!(chinese_number(number), expected);
        check(0, "0");
        check(1, "一");
        check(9, "九");
        check(10, "十");
        check(11, "十一");
        check(20, "二十");
        check(34, "三十四");
        check(99, "九十九");
        check(100, "100");
    }

    #[test]
    fn places_are_numbered_by_level() {
        assert_eq!(path_label(0, 0, 0, false), "(一)1(1)");
        assert_eq!(path_label(3, 1, 11, false), "(四)2(12)");
        assert_eq!(path_label(1, 2, 0, true), "(二)3");
    }
}
