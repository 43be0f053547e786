//! Statuses as reports word them: 已完成, 阶段性完成, 整改到位, 已销号, 长期坚持 and their like.

use super::fold::{fold, is_blank, squeezed};
use crate::ledger::{Remedy, Status};

/// What a report says of how far a finding has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub status: Status,
    pub remedy: Option<Remedy>,
}

enum Word {
    Is(Status),
    Kept(Remedy),
    /// Stands between or around and says nothing by itself.
    Filler,
}

/// Longer words come before those that they begin with.
const WORDS: [(&str, Word); 59] = {
    use Word::*;
    [
        ("阶段性完成", Is(Status::LargelyDone)),
        ("取得阶段性成果", Is(Status::LargelyDone)),
        ("取得阶段性成效", Is(Status::LargelyDone)),
        ("取得阶段性进展", Is(Status::LargelyDone)),
        ("已取得阶段性成果", Is(Status::LargelyDone)),
        ("已取得阶段性成效", Is(Status::LargelyDone)),
        ("已阶段性完成", Is(Status::LargelyDone)),
        ("基本整改到位", Is(Status::LargelyDone)),
        ("已基本完成", Is(Status::LargelyDone)),
        ("基本完成", Is(Status::LargelyDone)),
        ("尚未启动", Is(Status::NotStarted)),
        ("未启动", Is(Status::NotStarted)),
        ("尚未完成", Is(Status::InProgress)),
        ("未完成", Is(Status::InProgress)),
        ("正在整改", Is(Status::InProgress)),
        ("正在推进", Is(Status::InProgress)),
        ("整改推进中", Is(Status::InProgress)),
        ("推进中", Is(Status::InProgress)),
        ("持续整改", Is(Status::InProgress)),
        ("整改中", Is(Status::InProgress)),
        ("申请延期", Is(Status::InProgress)),
        ("已申请延期", Is(Status::InProgress)),
        ("已整改销号", Is(Status::Closed)),
        ("已销号", Is(Status::Closed)),
        ("销号", Is(Status::Closed)),
        ("已整改到位", Is(Status::Done)),
        ("整改到位", Is(Status::Done)),
        ("已整改完成", Is(Status::Done)),
        ("整改完成", Is(Status::Done)),
        ("整改完毕", Is(Status::Done)),
        ("已完成", Is(Status::Done)),
        ("完成", Is(Status::Done)),
        ("已办结", Is(Status::Done)),
        ("办结", Is(Status::Done)),
        ("已整改", Is(Status::Done)),
        ("长期坚持", Kept(Remedy::KeptUp)),
        ("立行立改", Kept(Remedy::AtOnce)),
        ("限期整改", Kept(Remedy::ByDate)),
        ("整改状态", Filler),
        ("整改情况", Filler),
        ("该问题", Filler),
        ("此问题", Filler),
        ("本问题", Filler),
        ("该项", Filler),
        ("目前", Filler),
        ("任务", Filler),
        ("整改", Filler),
        ("全部", Filler),
        ("持续推进", Filler),
        ("持续", Filler),
        ("推进", Filler),
        ("需要", Filler),
        ("下一步", Filler),
        ("将", Filler),
        ("继续", Filler),
        ("仍", Filler),
        ("并", Filler),
        ("已", Filler),
        ("需", Filler),
    ]
};

/// Longer sentences say more than a status.
const CHARS: usize = 30;

/// The status that a sentence says, if it says nothing else: 该问题已完成整改，长期坚持。
pub(super) fn of_sentence(sentence: &str) -> Option<Said> {
    let letters = squeezed(sentence, CHARS + 1);
    if letters.chars().count() > CHARS {
        return None;
    }
    let mut rest = letters.as_str();
    let (mut status, mut remedy) = (None, None);
    while !rest.is_empty() {
        let bare = rest.trim_start_matches([',', '。', ';', ':', '、', '(', ')', '!', '[', ']', '【', '】']);
        if bare.is_empty() {
            break;
        }
        let (word, after) = WORDS
            .iter()
            .find_map(|(word, is)| Some((is, bare.strip_prefix(word)?)))?;
        rest = after;
        match word {
            // What was signed off is complete, whatever else is said.
            Word::Is(is) if status.is_none() || *is == Status::Closed => status = Some(*is),
            Word::Kept(kept) => remedy = Some(*kept),
            Word::Is(_) | Word::Filler => {}
        }
    }
    let status = status.or(remedy.map(|_| Status::InProgress))?;
    Some(Said { status, remedy })
}

/// The status in the first sentence of a text, the bytes of that sentence, and what follows it.
pub(super) fn at_start(text: &str) -> Option<(Said, &str, &str)> {
    let mut end = None;
    for (count, (at, letter)) in text.char_indices().enumerate() {
        if matches!(fold(letter), '。' | ';' | ':' | '!') {
            end = Some((at, at + letter.len_utf8()));
            break;
        } else if count > CHARS * 2 {
            return None;
        }
    }
    let (end, after) = end.unwrap_or((text.len(), text.len()));
    let said = of_sentence(&text[..end])?;
    Some((said, &text[..end], text[after..].trim_start_matches(is_blank)))
}

/// The status in the first clause of a sentence that says more: 正在推进，预计12月完成.
pub(super) fn in_first_clause(text: &str) -> Option<(Said, &str)> {
    let mut letters = text.char_indices().take(CHARS);
    let (end, _) = letters.find(|(_, letter)| fold(*letter) == ',')?;
    Some((of_sentence(&text[..end])?, &text[..end]))
}

/// The status in the last sentence of a text, where it speaks of the problem: …。该问题已完成整改。
pub(super) fn in_last_sentence(text: &str) -> Option<(Said, &str, &str)> {
    let whole = text.trim_end_matches(|letter| is_blank(letter) || matches!(letter, '。' | '；'));
    let mut from = None;
    for (at, letter) in whole.char_indices().rev().take(CHARS * 2) {
        if matches!(fold(letter), '。' | ';' | '!') {
            from = Some(at + letter.len_utf8());
            break;
        }
    }
    let (before, sentence) = whole.split_at(from?);
    let of_the_problem = ["该问题", "此问题", "本问题", "目前", "该项"];
    let letters = squeezed(sentence, CHARS);
    let said = of_sentence(sentence).filter(|_| of_the_problem.iter().any(|word| letters.starts_with(word)))?;
    Some((said, sentence.trim_matches(is_blank), before))
}

/// The status at the end of a heading, in brackets or behind a dash, with its words and the heading without it.
pub(super) fn at_end(heading: &str) -> Option<(Said, &str, &str)> {
    let whole = heading.trim_end_matches(|letter| is_blank(letter) || letter == '。');
    let last = whole.chars().next_back()?;
    let inside = whole[..whole.len() - last.len_utf8()].trim_end_matches(is_blank);
    let bracketed = matches!(fold(last), ')' | ']' | '】')
        .then(|| inside.rfind(['(', '（', '[', '［', '【']))
        .flatten();
    let (before, words) = match bracketed {
        Some(at) => (&whole[..at], super::numbering::skip(&inside[at..])),
        None => {
            let at = whole.rfind('—')?;
            (whole[..at].trim_end_matches('—'), super::numbering::skip(&whole[at..]))
        }
    };
    let said = of_sentence(words)?;
    let before = before.trim_end_matches(is_blank);
    (!before.is_empty()).then_some((said, words, before))
}

/// The status of the findings in a group that a heading names: 正在整改的问题.
pub(super) fn of_group(title: &str) -> Option<Status> {
    const GROUPS: [(&str, Status); 10] = [
        ("基本完成", Status::LargelyDone),
        ("阶段性", Status::LargelyDone),
        ("未完成", Status::InProgress),
        ("正在整改", Status::InProgress),
        ("持续整改", Status::InProgress),
        ("正在推进", Status::InProgress),
        ("长期", Status::InProgress),
        ("已销号", Status::Closed),
        ("已完成", Status::Done),
        ("已整改", Status::Done),
    ];
    let title = squeezed(title, 24);
    let short = title.chars().count() < 20 && ["问题", "事项", "任务"].iter().any(|word| title.contains(word));
    let opens = title.starts_with("关于") || title.starts_with("针对") || title.starts_with("聚焦");
    if !short || opens {
        return None;
    }
    GROUPS
        .iter()
        .find(|(word, _)| title.contains(word))
        .map(|(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(Status, Option<Remedy>)>) {
        assert_eq!(
            of_sentence(text).map(|said| (said.status, said.remedy)),
            expected,
            "{text}"
        );
    }

    #[test]
    fn statuses_in_many_words() {
        for text in [
            "已完成",
            "完成。",
            "该问题已完成整改",
            "整改到位",
            "已整改",
            "立行立改，已完成",
            "已 完 成",
        ] {
            assert_eq!(of_sentence(text).map(|said| said.status), Some(Status::Done), "{text}");
        }
        check("已完成，长期坚持", Some((Status::Done, Some(Remedy::KeptUp))));
        check("长期坚持", Some((Status::InProgress, Some(Remedy::KeptUp))));
        check("取得阶段性成果并持续整改", Some((Status::LargelyDone, None)));
        check("阶段性完成", Some((Status::LargelyDone, None)));
        check("基本完成", Some((Status::LargelyDone, None)));
        check("已完成并销号", Some((Status::Closed, None)));
        check("已銷號", Some((Status::Closed, None)));
        check("正在整改，申请延期", Some((Status::InProgress, None)));
        check("尚未启动", Some((Status::NotStarted, None)));
        for text in ["", "。", "已完成3项", "整改", "完成了制度", "已"] {
            check(text, None);
        }
    }

    #[test]
    fn statuses_at_either_end() {
        let (said, words, rest) = at_start("已完成。一是甲。").expect("a status");
        assert_eq!((said.status, words, rest), (Status::Done, "已完成", "一是甲。"));
        assert!(at_start("已完成甲。").is_none());
        let (said, words, title) = at_end("针对甲的问题（整改状态：基本完成）。").expect("a status");
        assert_eq!(
            (said.status, words, title),
            (Status::LargelyDone, "整改状态：基本完成", "针对甲的问题")
        );
        assert_eq!(at_end("甲不力【已销号】").map(|(.., title)| title), Some("甲不力"));
        assert_eq!(at_end("甲不力——正在整改").map(|(.., title)| title), Some("甲不力"));
        let (said, words) = in_first_clause("正在推进，预计12月完成").expect("a status");
        assert_eq!((said.status, words), (Status::InProgress, "正在推进"));
        let (said, words, rest) = in_last_sentence("一是甲。目前该问题正在整改。").expect("a status");
        assert_eq!(
            (said.status, words, rest),
            (Status::InProgress, "目前该问题正在整改", "一是甲。")
        );
        assert!(in_last_sentence("一是甲。二是整改到位。").is_none() && in_last_sentence("该问题已完成").is_none());
        assert!(at_end("甲（一）").is_none() && at_end("（已完成）").is_none());
    }

    #[test]
    fn groups() {
        assert_eq!(of_group("正在整改的问题"), Some(Status::InProgress));
        assert_eq!(of_group("已完成整改的12个问题"), Some(Status::Done));
        assert_eq!(of_group("关于未完成任务的问题"), None);
        assert_eq!(of_group("整改情况"), None);
    }
}
