//! `Amount`: money exactly as a report gives it, in yuan or ten thousand yuan. Never a float.

use super::{codes::MoneyUnit, letters::fold};

/// An amount of money and the unit that it is written in.
// Invariant: not negative, and at most `LARGEST` when read, so that sums of any ledger stay in range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    /// In 1/10000 yuan.
    ten_thousandths: i64,
    pub unit: MoneyUnit,
}

/// A million million yuan.
const LARGEST: i64 = 1_000_000_000_000 * 10_000;

impl MoneyUnit {
    /// Decimals that can be written, down to 1/10000 yuan.
    fn decimals(self) -> usize {
        match self {
            MoneyUnit::Yuan => 4,
            MoneyUnit::TenThousandYuan => 8,
        }
    }

    fn written(self) -> &'static str {
        match self {
            MoneyUnit::Yuan => "元",
            MoneyUnit::TenThousandYuan => "万元",
        }
    }
}

impl Amount {
    pub fn from_ten_thousandths(ten_thousandths: u32, unit: MoneyUnit) -> Amount {
        Amount {
            ten_thousandths: ten_thousandths.into(),
            unit,
        }
    }

    /// In 1/10000 yuan, whatever the unit.
    pub fn ten_thousandths(self) -> i64 {
        self.ten_thousandths
    }

    /// Reads the form that is stored, `12.3456 ten_thousand_yuan`.
    pub fn from_code(text: &str) -> Option<Amount> {
        let (number, unit) = text.split_once(' ')?;
        Amount::parse(number, MoneyUnit::from_code(unit)?)
    }

    /// The form that is stored; trailing zeros are left out.
    pub fn code(self) -> String {
        let mut out = self.number();
        out.push(' ');
        out.push_str(self.unit.code());
        out
    }

    /// Reads what a report writes: `12.3456万元`, `3,200元`, full-width too. The whole text must be the amount.
    pub fn from_written(text: &str) -> Option<Amount> {
        let text = text.trim();
        let (number, unit) = match text.strip_suffix("万元") {
            Some(number) => (number, MoneyUnit::TenThousandYuan),
            None => (text.strip_suffix('元')?, MoneyUnit::Yuan),
        };
        let number: String = number
            .trim()
            .chars()
            .map(fold)
            .filter(|letter| *letter != ',')
            .collect();
        Amount::parse(&number, unit)
    }

    /// Reads a number that is typed beside its unit, as [`Amount::from_written`]. Else: whether it has too many decimals alone.
    pub fn typed(number: &str, unit: MoneyUnit) -> Result<Amount, bool> {
        let number: String = number
            .trim()
            .chars()
            .map(fold)
            .filter(|letter| *letter != ',')
            .collect();
        Amount::parse(&number, unit).ok_or_else(|| {
            let coarser = number.split_once('.').map(|(whole, fraction)| {
                let kept = fraction.bytes().take(unit.decimals()).map(char::from);
                [whole, ".", &kept.collect::<String>()].concat()
            });
            let is_number = number.bytes().all(|letter| letter.is_ascii_digit() || letter == b'.');
            is_number
                && number.matches('.').count() == 1
                && coarser.is_some_and(|it| Amount::parse(&it, unit).is_some())
        })
    }

    /// As a report writes it: `12.3456万元`.
    pub fn written(self) -> String {
        let mut out = self.number();
        out.push_str(self.unit.written());
        out
    }

    /// The same money in another unit.
    pub fn in_unit(self, unit: MoneyUnit) -> Amount {
        Amount { unit, ..self }
    }

    /// All together: in ten thousand yuan where each is, otherwise in yuan. None where there are none.
    pub fn sum(amounts: impl IntoIterator<Item = Amount>) -> Option<Amount> {
        let mut amounts = amounts.into_iter();
        let mut sum = amounts.next()?;
        for amount in amounts {
            sum.ten_thousandths = sum.ten_thousandths.saturating_add(amount.ten_thousandths);
            sum.unit = sum.unit.min(amount.unit);
        }
        Some(sum)
    }

    fn parse(number: &str, unit: MoneyUnit) -> Option<Amount> {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        if whole.is_empty() || fraction.is_empty() || fraction.len() > unit.decimals() {
            return None;
        }
        let mut value = 0i64;
        let filling = std::iter::repeat_n(b'0', unit.decimals() - fraction.len());
        for digit in whole.bytes().chain(fraction.bytes()).chain(filling) {
            if !digit.is_ascii_digit() {
                return None;
            }
            value = value * 10 + i64::from(digit - b'0');
            if value > LARGEST {
                return None;
            }
        }
        Some(Amount {
            ten_thousandths: value,
            unit,
        })
    }

    /// The number alone, without trailing zeros.
    pub fn number(self) -> String {
        let decimals = self.unit.decimals();
        let mut digits = self.ten_thousandths.to_string();
        if digits.len() <= decimals {
            digits.insert_str(0, &"0".repeat(decimals + 1 - digits.len()));
        }
        digits.insert(digits.len() - decimals, '.');
        digits.truncate(digits.trim_end_matches('0').trim_end_matches('.').len());
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, code: &str, back: &str) {
        let amount = Amount::from_written(written).expect(written);
        assert_eq!(amount.code(), code);
        assert_eq!(Amount::from_code(code), Some(amount));
        assert_eq!(amount.written(), back);
    }

    #[test]
    fn amounts_are_exact() {
        check("12.3456万元", "12.3456 ten_thousand_yuan", "12.3456万元");
        check("0.1元", "0.1 yuan", "0.1元");
        check("3,200.50元", "3200.5 yuan", "3200.5元");
        check("１２．５ 万元", "12.5 ten_thousand_yuan", "12.5万元");
        check("100万元", "100 ten_thousand_yuan", "100万元");
        check("0元", "0 yuan", "0元");
        check("999999999999.9999元", "999999999999.9999 yuan", "999999999999.9999元");
    }

    #[test]
    fn other_texts_are_no_amounts() {
        for text in [
            "",
            "元",
            "万元",
            ".5元",
            "5.元",
            "1.23456元",
            "-3元",
            "3.2.1元",
            "1000000000001元",
            "12美元",
        ] {
            assert_eq!(Amount::from_written(text), None, "{text}");
        }
        for text in ["", "3", "3 元", "3  yuan", " yuan", "3 yuan ", "1e3 yuan", "1,000 yuan"] {
            assert_eq!(Amount::from_code(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_typed_beside_its_unit_says_what_is_wrong() {
        use MoneyUnit::{TenThousandYuan, Yuan};
        let code = |text, unit| Amount::typed(text, unit).map(Amount::code);
        assert_eq!(code("３，２００．５", Yuan).as_deref(), Ok("3200.5 yuan"));
        assert_eq!(
            code("0.12345", TenThousandYuan).as_deref(),
            Ok("0.12345 ten_thousand_yuan")
        );
        assert_eq!(code("0.12345", Yuan), Err(true));
        for text in ["", "三", "-1", "1.2.34567", "1.", "0.12x45", "1000000000001"] {
            assert_eq!(code(text, Yuan), Err(false), "{text}");
        }
    }

    #[test]
    fn sums_keep_every_fraction() {
        let sum = |texts: &[&str]| {
            let amounts = texts.iter().filter_map(|text| Amount::from_written(text));
            Amount::sum(amounts).map(Amount::written)
        };
        assert_eq!(sum(&["0.1万元", "0.2万元"]).as_deref(), Some("0.3万元"));
        assert_eq!(sum(&["0.0001万元", "0.0001元"]).as_deref(), Some("1.0001元"));
        assert_eq!(sum(&[]), None);
        let one = Amount::from_written("3.5元").map(|amount| amount.in_unit(MoneyUnit::TenThousandYuan));
        assert_eq!(one.map(Amount::code).as_deref(), Some("0.00035 ten_thousand_yuan"));
        assert_eq!(one.and_then(|amount| Amount::from_code(&amount.code())), one);
    }
}
