//! People held to account: `对2名人员进行批评教育`, `批评教育11人`, `党纪处分0人次`.
//!
//! ```text
//! after  = kind [ "处理" | "情况" | "共" | ":" ]* number [ "名" ] [ "党员" | "干部" | "人员" | … ] ( "人次" | "人" | "名" )
//! before = number ( "名" | "人次" | "人" ) words kind         within one clause, no other kind between
//! ```

use super::{
    amount::{whole, whole_at_end},
    plain::{Plain, last_letters},
};
use crate::{
    formats::report::draft::Span,
    ledger::{CountedAs, Penalty},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftAccountability {
    pub penalty: Penalty,
    pub number: u32,
    pub counted_as: CountedAs,
    pub span: Span,
}

use Penalty::*;

static KINDS: [(&str, Penalty); 15] = [
    ("党纪政务处分", PartyAndAdministrative),
    ("党纪、政务处分", PartyAndAdministrative),
    ("党政纪处分", PartyAndAdministrative),
    ("党纪处分", Party),
    ("政务处分", Administrative),
    ("组织处理", Organisational),
    ("诫勉谈话", Admonition),
    ("诫勉", Admonition),
    ("责令作出书面检查", SelfCriticism),
    ("责令作出检查", SelfCriticism),
    ("责令书面检查", SelfCriticism),
    ("责令检查", SelfCriticism),
    ("批评教育", Criticism),
    ("谈话提醒", Reminder),
    ("提醒谈话", Reminder),
];

/// A clause has no more letters between a number and its kind.
const CLAUSE: usize = 40;

pub(super) fn read(plain: &Plain) -> Vec<DraftAccountability> {
    let text = plain.text();
    let mut found = Vec::new();
    // Where the last kind, with its number, ended; and whether it waits for a number that it shares with the next.
    let (mut done, mut waits) = (0, false);
    for (at, letter) in text.char_indices() {
        if at < done || !"党政组诫责批谈提".contains(letter) {
            continue;
        }
        let Some((word, penalty)) = KINDS.iter().find(|(word, _)| text[at..].starts_with(word)) else {
            continue;
        };
        let end = at + word.len();
        let joined = waits && matches!(&text[done..at], "、" | "和" | "及" | "或" | "与" | "并");
        let after = number_after(&text[end..])
            .map(|(number, counted_as, rest)| (number, counted_as, at, text.len() - rest.len()));
        let said = after.or_else(|| {
            let clause = &text[done..at];
            let (number, counted_as, from) = number_before(clause)?;
            Some((number, counted_as, done + from, end))
        });
        (done, waits) = (
            said.map_or(end, |(.., to)| to.max(end)),
            said.is_none_or(|(.., to)| to == end),
        );
        // 批评教育、谈话提醒3人: how many of each is not said.
        let shared = joined || waits && goes_on(&text[end..]);
        if let Some((number, counted_as, from, to)) = said
            && !shared
        {
            found.push(DraftAccountability {
                penalty: penalty.clone(),
                number,
                counted_as,
                span: plain.span(from, to),
            });
        }
    }
    found
}

/// Whether another kind follows that shares this one's number.
fn goes_on(after: &str) -> bool {
    ["、", "和", "及", "或", "与"].iter().any(|joint| {
        let rest = after.strip_prefix(joint);
        rest.is_some_and(|rest| {
            KINDS
                .iter()
                .any(|(word, _)| rest.strip_prefix(word).is_some_and(|rest| number_after(rest).is_none()))
        })
    })
}

fn number_after(text: &str) -> Option<(u32, CountedAs, &str)> {
    let mut rest = text;
    const FILLERS: [&str; 18] = [
        "处理",
        "情况",
        "共计",
        "合计",
        "共",
        "了",
        "有",
        ":",
        "的",
        "方式",
        "相关责任",
        "相关",
        "有关",
        "医务",
        "工作",
        "党员",
        "干部",
        "人员",
    ];
    while let Some(after) = FILLERS.iter().find_map(|filler| rest.strip_prefix(filler)) {
        rest = after;
    }
    let (number, rest) = whole(rest)?;
    counted(rest).map(|(counted_as, rest)| (number, counted_as, rest))
}

fn counted(text: &str) -> Option<(CountedAs, &str)> {
    if let Some(rest) = text.strip_prefix("人次") {
        return Some((CountedAs::PersonTimes, rest));
    }
    let (persons, rest) = match text.strip_prefix(['名', '位', '个']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let who = [
        "相关责任人员",
        "相关责任人",
        "责任人员",
        "责任人",
        "党员干部",
        "工作人员",
        "党员",
        "干部",
        "人员",
        "同志",
        "人",
    ];
    match who.iter().find_map(|who| rest.strip_prefix(who)) {
        Some(rest) if rest.starts_with('次') => Some((CountedAs::PersonTimes, &rest['次'.len_utf8()..])),
        Some(rest) => Some((CountedAs::Persons, rest)),
        None => (persons && !text.starts_with('个')).then_some((CountedAs::Persons, rest)),
    }
}

/// The last number of persons in a clause, and the byte where it begins.
fn number_before(clause: &str) -> Option<(u32, CountedAs, usize)> {
    let near = last_letters(clause, CLAUSE);
    let start = near.rfind(['。', ';', '!', ',']).map_or(0, |stop| stop + 1);
    let start = (start..=near.len()).find(|at| near.is_char_boundary(*at))?;
    let near = &near[start..];
    let skipped = clause.len() - near.len();
    near.char_indices().rev().find_map(|(at, letter)| {
        if !matches!(letter, '名' | '人' | '位') {
            return None;
        }
        let (number, from) = whole_at_end(&near[..at])?;
        let (counted_as, _) = counted(&near[at..])?;
        Some((number, counted_as, skipped + from))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Penalty, u32, &str)]) {
        let found = read(&Plain::of(text, 0));
        let found: Vec<_> = found
            .iter()
            .map(|said| (said.penalty.clone(), said.number, said.span.of(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_before_their_kind() {
        check(
            "同时，对涉及该问题的 1名人员进行批评教育。",
            &[(Criticism, 1, "1名人员进行批评教育")],
        );
        check(
            "对涉及该问题的2名人员责令检查,对1名人员进行批评教育。",
            &[
                (SelfCriticism, 2, "2名人员责令检查"),
                (Criticism, 1, "1名人员进行批评教育"),
            ],
        );
        check(
            "1名人员进行批评教育,三名干部进行提醒谈话",
            &[
                (Criticism, 1, "1名人员进行批评教育"),
                (Reminder, 3, "三名干部进行提醒谈话"),
            ],
        );
        check("約談3人，開展批評教育", &[]);
    }

    #[test]
    fn numbers_after_their_kind() {
        check(
            "给予党纪政务处分2人,责令检查3人,批评教育11人,谈话提醒0人次。",
            &[
                (PartyAndAdministrative, 2, "党纪政务处分2人"),
                (SelfCriticism, 3, "责令检查3人"),
                (Criticism, 11, "批评教育11人"),
                (Reminder, 0, "谈话提醒0人次"),
            ],
        );
        check("批评教育医务人员3人", &[(Criticism, 3, "批评教育医务人员3人")]);
        check("给予党纪处分处理2人。", &[(Party, 2, "党纪处分处理2人")]);
        check("誡勉談話１名幹部", &[(Admonition, 1, "誡勉談話１名幹部")]);
        check(
            "组织处理共计4人、批评教育5人",
            &[(Organisational, 4, "组织处理共计4人"), (Criticism, 5, "批评教育5人")],
        );
    }

    #[test]
    fn what_is_not_plainly_said_is_not_read() {
        for text in [
            "通过集中约谈、谈话提醒、诫勉谈话等方式",
            "批评教育、谈话提醒3人",
            "对3人进行批评教育、谈话提醒",
            "批评教育若干人",
            "批评教育2次",
            "第3人批评教育",
            "参会30人。批评教育",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn persons_and_times_are_told_apart() {
        let counted = |text| read(&Plain::of(text, 0))[0].counted_as;
        assert_eq!(counted("批评教育3人次"), CountedAs::PersonTimes);
        assert_eq!(counted("批评教育3人"), CountedAs::Persons);
        assert_eq!(counted("对5人次进行批评教育"), CountedAs::PersonTimes);
    }
}
