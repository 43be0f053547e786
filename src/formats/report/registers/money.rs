//! Money that was got back: `清退多报费用1.26万元`, `3200元已全部追缴`. Kept exactly, as ten-thousandths of a yuan.

use super::{
    amount::thousands,
    plain::{Plain, first_letters, last_letters},
};
use crate::formats::report::draft::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecoveredKind {
    /// 追缴
    Recouped,
    /// 清退
    Refunded,
    /// 挽回损失
    LossAverted,
}

/// The unit that the amount was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 元
    Yuan,
    /// 万元
    TenThousandYuan,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRecovered {
    pub kind: RecoveredKind,
    /// In 1/10000 yuan.
    pub amount: u64,
    pub unit: Unit,
    pub span: Span,
}

const VERBS: [(&str, RecoveredKind); 13] = [
    ("追缴", RecoveredKind::Recouped),
    ("追回", RecoveredKind::Recouped),
    ("收缴", RecoveredKind::Recouped),
    ("追讨", RecoveredKind::Recouped),
    ("清退", RecoveredKind::Refunded),
    ("退缴", RecoveredKind::Refunded),
    ("退回", RecoveredKind::Refunded),
    ("退还", RecoveredKind::Refunded),
    ("退赔", RecoveredKind::Refunded),
    ("清缴", RecoveredKind::Refunded),
    ("挽回经济损失", RecoveredKind::LossAverted),
    ("挽回损失", RecoveredKind::LossAverted),
    ("挽回", RecoveredKind::LossAverted),
];

/// How far from its amount a verb may stand, in letters.
const REACH: usize = 36;

pub(super) fn read(plain: &Plain) -> Vec<DraftRecovered> {
    let text = plain.text();
    let mut found: Vec<DraftRecovered> = Vec::new();
    // Of the last amount: where it ended, and its kind.
    let mut last: (usize, Option<RecoveredKind>) = (0, None);
    for (at, word) in text.match_indices('元') {
        let end = at + word.len();
        let Some((amount, unit, from)) = amount_before(&text[..at]) else {
            continue;
        };
        let between = &text[last.0..from];
        let kind = verb_after(&text[end..])
            .or_else(|| verb_before(between))
            .or(last.1.filter(|_| joins(between)));
        last = (end, kind);
        if let Some(kind) = kind {
            found.push(DraftRecovered {
                kind,
                amount,
                unit,
                span: plain.span(from, end),
            });
        }
    }
    found
}

/// 清退津贴1.2万元、补贴0.3万元: the second amount has the verb of the first.
fn joins(between: &str) -> bool {
    between.starts_with(['、', '和', '及']) && !between.contains([',', '。', ';']) && between.chars().count() < 16
}

/// The exact amount that a text ends with, before 元: its value, unit, and the byte where it begins.
fn amount_before(text: &str) -> Option<(u64, Unit, usize)> {
    let (digits, unit, factor) = match text.strip_suffix('万') {
        Some(digits) => (digits, Unit::TenThousandYuan, 10_000),
        None => (text, Unit::Yuan, 1),
    };
    let mut from = digits.len();
    for (at, letter) in digits.char_indices().rev().take(24) {
        let comma = letter == ',' && thousands(&digits[at..]);
        if !(letter.is_ascii_digit() || letter == '.' || comma) {
            break;
        }
        from = at;
    }
    let number = digits[from..].trim_start_matches([',', '.']);
    let from = digits.len() - number.len();
    let before = &digits[..from];
    let about = [
        "约", "近", "逾", "超", "超过", "不足", "第", "每", "人均", "余", "-", "至",
    ];
    if about.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if part.len() > 4 || part.contains([',', '.']) || whole.is_empty() || number.ends_with('.') {
        return None;
    }
    let mut value = 0u64;
    for digit in whole.chars().filter(|letter| *letter != ',') {
        value = value.checked_mul(10)?.checked_add(u64::from(digit.to_digit(10)?))?;
    }
    for at in 0..4 {
        let digit = part.as_bytes().get(at).map_or(0, |digit| digit - b'0');
        value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    Some((value.checked_mul(factor)?, unit, from))
}

/// The last verb of the same sentence, unless the money is still to come.
fn verb_before(text: &str) -> Option<RecoveredKind> {
    let near = last_letters(text, REACH);
    let sentence = near.rsplit(['。', ';', '!']).next()?;
    let last = VERBS
        .iter()
        .filter_map(|(verb, kind)| Some((sentence.rfind(verb)?, *kind)))
        .max_by_key(|found| found.0);
    let (at, kind) = last?;
    (!is_to_come(&sentence[..at])).then_some(kind)
}

/// 3200元已全部追缴
fn verb_after(text: &str) -> Option<RecoveredKind> {
    let mut rest = first_letters(text, 16);
    while let Some(after) = ["现", "已", "均", "全部", "全额", "足额", "予以", "如数", "被"]
        .iter()
        .find_map(|filler| rest.strip_prefix(filler))
    {
        rest = after;
    }
    VERBS
        .iter()
        .find(|(verb, _)| rest.starts_with(verb))
        .map(|(_, kind)| *kind)
}

fn is_to_come(before: &str) -> bool {
    [
        "应", "应当", "未", "拟", "待", "需", "将", "尚需", "未能", "继续", "应予", "没有",
    ]
    .iter()
    .any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use RecoveredKind::*;

    #[track_caller]
    fn check(text: &str, expected: &[(RecoveredKind, u64, &str)]) {
        let found = read(&Plain::of(text, 0));
        let found: Vec<_> = found
            .iter()
            .map(|said| (said.kind, said.amount, said.span.of(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn amounts_are_exact() {
        check("共清退1.26万元。", &[(Refunded, 126_000_000, "1.26万元")]);
        check(
            "追缴３，２００．５０元",
            &[(Recouped, 32_005_000, "３，２００．５０元")],
        );
        check("挽回经济损失0.0001万元", &[(LossAverted, 10_000, "0.0001万元")]);
        check("追回 多付款 12 元", &[(Recouped, 120_000, "12 元")]);
        check("追缴0元", &[(Recouped, 0, "0元")]);
        let unit = |text| read(&Plain::of(text, 0))[0].unit;
        assert_eq!(
            (unit("追缴1元"), unit("追缴1万元")),
            (Unit::Yuan, Unit::TenThousandYuan)
        );
    }

    #[test]
    fn each_amount_has_its_verb() {
        check(
            "清退津贴1.2万元、补贴0.3万元，追缴利息85元",
            &[
                (Refunded, 120_000_000, "1.2万元"),
                (Refunded, 30_000_000, "0.3万元"),
                (Recouped, 850_000, "85元"),
            ],
        );
        check("违规发放的3200元已全部清退", &[(Refunded, 32_000_000, "3200元")]);
        check("逐笔核对，由当事人退缴，合计600元", &[(Refunded, 6_000_000, "600元")]);
        check("清退2万元，今年预算压到50万元", &[(Refunded, 200_000_000, "2万元")]);
    }

    #[test]
    fn what_is_no_exact_money_got_back() {
        for text in [
            "支出3万元",
            "清退3万余元",
            "清退约3万元",
            "清退1.23456万元",
            "清退3笔",
            "应追缴5万元",
            "尚未清退5万元",
            "追缴。5万元",
            "元",
            "清退99999999999999999999元",
        ] {
            check(text, &[]);
        }
    }
}
