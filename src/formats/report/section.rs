//! What a heading says that it is: a section and what it holds, a focus area, a problem, or the farewell of a report.

use super::{
    fold::{eat_any_word, eat_word, fold, is_blank, offset, problem_title, squeezed},
    labels::{self, Label},
    lines::{Mark, names_a_problem},
    measures,
};

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Progress,
    Unfinished,
    /// Known, but nothing that the ledger holds: organisation, clues, next steps, contact.
    Prose,
    Unknown,
}

const TITLE_CHARS: usize = 80;

pub(super) fn holds_by_title(title: &str) -> Holds {
    let title = squeezed(title, TITLE_CHARS);
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let ahead = title.starts_with("下一步") || title.starts_with("下步") || title.starts_with("今后");
    if has(&["线索"]) {
        Holds::Prose
    } else if has(&["未完成", "尚未", "未整改"])
        || !ahead && has(&["进一步整改", "正在整改", "继续整改", "持续整改", "长期坚持", "长期整改"])
    {
        Holds::Unfinished
    } else if ahead
        || has(&[
            "组织",
            "领导",
            "总体",
            "基本情况",
            "下一步",
            "下步",
            "计划",
            "打算",
            "工作安排",
            "成效",
            "体会",
            "附件",
            "责任追究",
            "追责问责",
        ])
    {
        Holds::Prose
    } else if has(&["整改"]) && has(&["进展", "情况", "落实", "完成", "问题", "结果"]) {
        Holds::Progress
    } else {
        Holds::Unknown
    }
}

/// Whether a short title is one that sections have.
pub(super) fn is_named(title: &str) -> bool {
    holds_by_title(title) != Holds::Unknown
}

/// Whether a heading is a focus area: 聚焦…方面, …方面存在的问题.
pub(super) fn is_area(title: &str) -> bool {
    let title = squeezed(without_count(title).0, TITLE_CHARS * 2);
    let title = title.trim_end_matches(['。', ':']);
    let ends = [
        "方面",
        "方面存在的问题",
        "方面的问题",
        "方面问题",
        "方面存在问题",
        "方面存在的突出问题",
        "方面存在的主要问题",
    ];
    title.starts_with("聚焦") || ends.iter().any(|end| title.ends_with(end))
}

/// Whether a heading opens as a problem does: 关于…, 针对….
pub(super) fn opens_as_problem(title: &str) -> bool {
    eat_word(title, "关于").is_some() || eat_word(title, "针对").is_some()
}

/// Whether a heading is worded as a problem, whatever follows it on the line.
pub(super) fn is_problem(title: &str) -> bool {
    let end = body_in(title).map_or(title.len(), |body| body.0);
    let title = super::status::at_end(&title[..end]).map_or(&title[..end], |(.., title)| title);
    let one_sentence = !title.trim_end_matches('。').contains('。');
    opens_as_problem(title) && title.chars().count() < 300 || one_sentence && names_a_problem(title)
}

/// Where, in a heading, the progress text begins that stands on the same line, and that text without its label.
pub(super) fn body_in(title: &str) -> Option<(usize, &str)> {
    if let Some((at, body)) = after_problem(title) {
        let labelled = labels::read(body).filter(|(label, _)| *label == Label::Progress);
        return Some((at, labelled.map_or(body, |(_, text)| text)));
    }
    let mut boundary = false;
    for (at, letter) in title.char_indices() {
        if boundary && at > 0 {
            let rest = &title[at..];
            if let Some((Label::Progress, body)) = labels::read(rest) {
                return Some((at, body));
            }
            if matches!(measures::ordinal(rest), Some((0, 1, _))) {
                return Some((at, rest));
            }
        }
        boundary = is_blank(letter) && boundary || matches!(fold(letter), '。' | ';' | ':' | '!' | ')' | '”');
    }
    None
}

/// 关于…的问题。已经… and 针对…的问题，一是…: what follows the problem that is named first, outside of quotes.
fn after_problem(title: &str) -> Option<(usize, &str)> {
    if !opens_as_problem(title) {
        return None;
    }
    let mut depth = 0i32;
    for (at, letter) in title.char_indices() {
        match letter {
            '“' | '‘' | '「' | '《' | '（' | '(' => depth += 1,
            '”' | '’' | '」' | '》' | '）' | ')' => depth -= 1,
            '问' | '問' | '的' if depth <= 0 => {
                let ends = ["问题", "的整改情况", "的整改落实情况"];
                let Some((_, rest)) = eat_any_word(&title[at..], &ends) else {
                    continue;
                };
                let rest = eat_any_word(rest, &["的整改情况", "整改情况", "的整改"]).map_or(rest, |(_, rest)| rest);
                let mark = rest.trim_start_matches(is_blank);
                let body = mark.trim_start_matches(['。', '：', ':', '；', ';', '，', ',', ' ']);
                let stops = mark.starts_with(['。', '：', ':', '；', ';']);
                let goes_on = mark.starts_with(['，', ',']) && !names_a_problem(title);
                if (stops || goes_on) && !body.is_empty() {
                    return Some((title.len() - rest.len(), body.trim_start_matches(is_blank)));
                }
            }
            _ => {}
        }
    }
    None
}

/// A focus area as a line of its own, without a number: 聚焦…方面.
pub(super) fn is_bare_area(text: &str) -> bool {
    let title = squeezed(text, 61);
    title.chars().count() <= 60
        && title.starts_with("聚焦")
        && title.ends_with("方面")
        && !title.contains(['。', ',', ';', ':'])
}

/// The heading of a section that has no number, of those that come after the findings.
pub(super) fn is_bare_section(text: &str) -> bool {
    const OPENS: [&str; 11] = [
        "下一步",
        "下步",
        "今后",
        "未完成",
        "尚未",
        "需要进一步",
        "需进一步",
        "需要继续",
        "问题线索",
        "移交问题线索",
        "巡察反馈问题线索",
    ];
    let title = squeezed(text, 25);
    let short = (4..=24).contains(&title.chars().count()) && !title.contains(['。', ',', ';', ':', '、', '《']);
    let named = !matches!(holds_by_title(&title), Holds::Unknown | Holds::Progress);
    let ends = ["打算", "安排", "计划", "情况", "事项", "措施", "工作", "问题"];
    short && named && OPENS.iter().any(|word| title.starts_with(word)) && ends.iter().any(|end| title.ends_with(end))
}

/// The title of a category that is filled in, where an area has none: as the area is called.
pub(super) fn title_of_filled(area: &str) -> &str {
    if opens_as_problem(area) {
        problem_title(area)
    } else {
        area
    }
}

/// A heading without the count at its end, `（7个问题）`, and that count.
pub(super) fn without_count(title: &str) -> (&str, &str) {
    let whole = title.trim_end_matches(|letter| is_blank(letter) || letter == '。');
    let inside = whole.strip_suffix(['）', ')']);
    let found = inside.and_then(|inside| {
        let (before, count) = inside.rsplit_once(['（', '('])?;
        let letters = squeezed(count, 14);
        let counts = letters.chars().count() < 14
            && letters.contains(|letter: char| letter.is_ascii_digit())
            && ["个", "项", "条", "类"].iter().any(|unit| letters.contains(unit));
        (counts && !before.trim_matches(is_blank).is_empty()).then_some((before, count))
    });
    found.map_or((title, ""), |(before, count)| {
        (before.trim_end_matches(is_blank), count)
    })
}

/// Whether a line is the farewell of a report: thanks and how to get in touch.
pub(super) fn is_closing(text: &str) -> bool {
    const TOUCH: [&str; 8] = [
        "联系电话",
        "联系方式",
        "监督电话",
        "举报电话",
        "通信地址",
        "通讯地址",
        "电子邮箱",
        "邮政编码",
    ];
    let opens = ["欢迎", "真诚欢迎", "特此公布", "特此通报", "特此公告"]
        .iter()
        .any(|word| eat_word(text, word).is_some());
    opens || {
        let letters = squeezed(text, 400);
        TOUCH.iter().any(|word| letters.contains(word)) && (letters.contains(':') || letters.contains("欢迎"))
    }
}

/// Whether a line is a signature or its date: a unit's name alone, or a day alone.
pub(super) fn is_signature(text: &str) -> bool {
    const ENDS: [&str; 14] = [
        "党组",
        "党委",
        "委员会",
        "党支部",
        "总支",
        "支部",
        "办公室",
        "局",
        "中心",
        "党工委",
        "院",
        "校",
        "公司",
        "馆",
    ];
    let letters = squeezed(text, 41);
    let short = letters.chars().count() <= 40 && !letters.contains(['。', ',', ';', ':', '、']);
    let days = super::dates::dates(&letters, None);
    let in_words = letters.ends_with('日')
        && letters
            .chars()
            .all(|letter| "〇○零一二三四五六七八九十年月日".contains(letter));
    let day = in_words || days.first().is_some_and(|day| day.from == 0 && day.to == letters.len());
    short && (day || ENDS.iter().any(|end| letters.ends_with(end)))
}

/// What a mark says of what stands around it: a label of progress or of what is not finished.
pub(super) fn is_progress_label(mark: &Mark<'_>) -> bool {
    matches!(mark, Mark::Label(Label::Progress | Label::Status, _))
}

/// Whether a label, which stands before a text, announces what came of measures: 整改成效, 整改结果.
pub(super) fn is_outcome(line: &str, text: &str) -> bool {
    let label = squeezed(&line[..offset(line, text).min(line.len())], 20);
    label.contains("成效") && !label.contains("措施") || label.contains("结果")
}

/// The bytes of a part in a row, counted in the input.
pub(super) fn span_in(row: &super::lines::Row<'_>, part: &str) -> super::draft::Span {
    let from = row.at + offset(row.text, part);
    super::draft::Span {
        from,
        to: from + part.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_by_their_titles() {
        for (title, holds) in [
            ("对巡察整改的组织领导情况", Holds::Prose),
            ("巡察反馈问题的整改进展情况", Holds::Progress),
            ("整改落实情况", Holds::Progress),
            ("整 改 落實情況", Holds::Progress),
            ("巡察反馈问题线索的处理情况", Holds::Prose),
            ("需要进一步整改的事项及措施", Holds::Unfinished),
            ("未完成整改事项及下一步打算", Holds::Unfinished),
            ("正在整改和需长期坚持的问题", Holds::Unfinished),
            ("下一步工作重点和计划", Holds::Prose),
            ("下一步持续整改工作安排", Holds::Prose),
            ("其他", Holds::Unknown),
        ] {
            assert!(holds_by_title(title) == holds, "{title}");
        }
    }

    #[test]
    fn areas_problems_and_farewells() {
        assert!(
            is_area("聚焦甲") && is_area("党建方面（7个问题）") && is_area("党建方面存在的问题") && !is_area("方面军")
        );
        assert!(
            is_problem("针对甲的问题") && is_problem("甲的问题（已完成）") && is_problem("关于甲的问题。整改情况：乙")
        );
        assert!(!is_problem("建立问题台账") && !is_problem("开展学习。"));
        assert_eq!(without_count("党建方面（共 7 个问题）"), ("党建方面", "共 7 个问题"));
        assert_eq!(without_count("甲（一）"), ("甲（一）", ""));
        assert_eq!(body_in("针对甲的问题：一是乙。"), Some((18, "一是乙。")));
        assert_eq!(body_in("针对甲的问题，乙局丙。"), Some((18, "乙局丙。")));
        assert_eq!(
            body_in("关于“甲问题。乙”问题的整改。丙").map(|(_, body)| body),
            Some("丙")
        );
        assert_eq!(body_in("针对甲的问题，乙的问题"), None);
        assert!(is_bare_section("下一步工作打算") && !is_bare_section("下一步，继续整改") && !is_bare_section("今后"));
        assert!(!is_bare_section("加强线索处置工作"));
        assert_eq!(body_in("甲不力。 整改情况：乙。").map(|(_, body)| body), Some("乙。"));
        assert_eq!(body_in("针对甲一是乙的问题"), None);
        assert!(is_closing("歡迎監督") && is_closing("监督电话：1") && !is_closing("公布监督电话3个"));
        assert!(
            is_signature("中共甲县乙局党组")
                && is_signature("2025年 9月1日")
                && is_signature("二〇二五年九月十日")
                && !is_signature("2025年9月1日学习")
        );
    }
}
