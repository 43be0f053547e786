//! Money that was got back: `清退多报费用1.26万元`, `3200元已全部追缴`. Kept exactly.

use super::{
    amount::thousands,
    plain::{Plain, first_letters, last_letters},
};
use crate::{
    formats::report::draft::Span,
    ledger::{Amount, Recovery},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRecovered {
    pub recovery: Recovery,
    pub amount: Amount,
    pub span: Span,
}

static VERBS: [(&str, Recovery); 13] = [
    ("追缴", Recovery::Recovered),
    ("追回", Recovery::Recovered),
    ("收缴", Recovery::Recovered),
    ("追讨", Recovery::Recovered),
    ("清退", Recovery::Refunded),
    ("退缴", Recovery::Refunded),
    ("退回", Recovery::Refunded),
    ("退还", Recovery::Refunded),
    ("退赔", Recovery::Refunded),
    ("清缴", Recovery::Refunded),
    ("挽回经济损失", Recovery::LossAverted),
    ("挽回损失", Recovery::LossAverted),
    ("挽回", Recovery::LossAverted),
];

/// How far from its amount a verb may stand, in letters.
const REACH: usize = 36;

pub(super) fn read(plain: &Plain) -> Vec<DraftRecovered> {
    let text = plain.text();
    let mut found: Vec<DraftRecovered> = Vec::new();
    // Of the last amount: where it ended, and how it came back.
    let mut last: (usize, Option<&Recovery>) = (0, None);
    for (at, word) in text.match_indices('元') {
        let end = at + word.len();
        let Some((amount, from)) = amount_before(text, at) else {
            continue;
        };
        let between = &text[last.0..from];
        let recovery = verb_after(&text[end..])
            .or_else(|| verb_before(between))
            .or(last.1.filter(|_| joins(between)));
        last = (end, recovery);
        if let Some(recovery) = recovery {
            found.push(DraftRecovered {
                recovery: recovery.clone(),
                amount,
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

/// The exact amount before the 元 at a byte of a text, and the byte where it begins.
fn amount_before(text: &str, yuan: usize) -> Option<(Amount, usize)> {
    let before = &text[..yuan];
    let digits = before.strip_suffix('万').unwrap_or(before);
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
    let about = [
        "约", "近", "逾", "超", "超过", "不足", "第", "每", "人均", "余", "-", "至",
    ];
    if about.iter().any(|word| digits[..from].ends_with(word)) {
        return None;
    }
    // 1.2,345万元
    let comma_in_fraction = number.split_once('.').is_some_and(|(_, part)| part.contains(','));
    let amount = Amount::from_written(&text[from..yuan + '元'.len_utf8()])?;
    (!comma_in_fraction).then_some((amount, from))
}

/// The last verb of the same sentence, unless the money is still to come.
fn verb_before(text: &str) -> Option<&'static Recovery> {
    let near = last_letters(text, REACH);
    let sentence = near.rsplit(['。', ';', '!']).next()?;
    let last = VERBS
        .iter()
        .filter_map(|(verb, kind)| Some((sentence.rfind(verb)?, kind)))
        .max_by_key(|found| found.0);
    let (at, kind) = last?;
    (!is_to_come(&sentence[..at])).then_some(kind)
}

/// 3200元已全部追缴
fn verb_after(text: &str) -> Option<&'static Recovery> {
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
        .map(|(_, kind)| kind)
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
    use Recovery::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Recovery, &str, &str)]) {
        let found = read(&Plain::of(text, 0));
        let found: Vec<_> = found
            .iter()
            .map(|said| (said.recovery.clone(), said.amount.code(), said.span.of(text)))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(recovery, amount, passage)| (recovery.clone(), (*amount).to_owned(), *passage))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn amounts_are_exact() {
        check("共清退1.26万元。", &[(Refunded, "1.26 ten_thousand_yuan", "1.26万元")]);
        check(
            "追缴３，２００．５０元",
            &[(Recovered, "3200.5 yuan", "３，２００．５０元")],
        );
        check(
            "挽回经济损失0.0001万元",
            &[(LossAverted, "0.0001 ten_thousand_yuan", "0.0001万元")],
        );
        check("追回 多付款 12 元", &[(Recovered, "12 yuan", "12 元")]);
        check(
            "清退1.23456万元",
            &[(Refunded, "1.23456 ten_thousand_yuan", "1.23456万元")],
        );
        check("追缴0元", &[(Recovered, "0 yuan", "0元")]);
    }

    #[test]
    fn each_amount_has_its_verb() {
        check(
            "清退津贴1.2万元、补贴0.3万元，追缴利息85元",
            &[
                (Refunded, "1.2 ten_thousand_yuan", "1.2万元"),
                (Refunded, "0.3 ten_thousand_yuan", "0.3万元"),
                (Recovered, "85 yuan", "85元"),
            ],
        );
        check("违规发放的3200元已全部清退", &[(Refunded, "3200 yuan", "3200元")]);
        check("逐笔核对，由当事人退缴，合计600元", &[(Refunded, "600 yuan", "600元")]);
        check(
            "清退2万元，今年预算压到50万元",
            &[(Refunded, "2 ten_thousand_yuan", "2万元")],
        );
    }

    #[test]
    fn what_is_no_exact_money_got_back() {
        for text in [
            "支出3万元",
            "清退3万余元",
            "清退约3万元",
            "清退1.234567891万元",
            "清退1.2,345元",
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
