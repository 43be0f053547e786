//! The lines of the text that was read, what each was read as, and where in one a measure may begin. Plain computation.

use crate::{
    formats::report::{Draft, DraftFinding, FindingAt, Span, Spans, Why},
    ledger::Field,
};

/// What a line was read as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReadAs {
    Area,
    Category,
    Finding(FindingAt),
    /// An unfinished item, by its position.
    Item(usize),
    /// A heading of a section, a label, or text of what stands above.
    Taken,
    Prose,
    Unread(Why),
    /// Of the report of another unit.
    Elsewhere,
}

/// A value and the passage that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub what: What,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Field(Field),
    Accountability,
    Recovered,
    Rule,
    Stated,
}

/// The bytes of each line, blank ones too, as the reader counts them.
pub fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    loop {
        let rest = &text[from..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        found.push(Span { from, to: from + end });
        if end == rest.len() {
            return found;
        }
        from += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
    }
}

/// The number of the line that a byte stands on.
pub fn line_of(lines: &[Span], at: usize) -> usize {
    lines.partition_point(|line| line.from <= at).max(1)
}

pub fn read_as(draft: &Draft, line: usize) -> ReadAs {
    if let Some(item) = draft.unfinished.iter().position(|item| item.line == line) {
        return ReadAs::Item(item);
    }
    // A level that was filled in has the line of what stands under it, and no passage.
    let own = |of: usize, spans: &Spans| of == line && !spans.is_empty();
    if draft.areas.iter().any(|area| own(area.line, &area.spans)) {
        return ReadAs::Area;
    }
    let at = draft
        .places()
        .find(|at| draft.finding(*at).is_some_and(|finding| finding.line == line));
    let mut categories = draft.areas.iter().flat_map(|area| &area.categories);
    match at {
        Some(at) if draft.finding(at).is_some_and(|finding| !finding.title.is_empty()) => ReadAs::Finding(at),
        _ if categories.any(|category| own(category.line, &category.spans)) => ReadAs::Category,
        _ => match draft.unread.iter().find(|unread| unread.line.number == line) {
            Some(unread) => ReadAs::Unread(unread.why),
            None if draft.prose.iter().any(|prose| prose.number == line) => ReadAs::Prose,
            None if draft.taken.contains(&line) => ReadAs::Taken,
            None => ReadAs::Elsewhere,
        },
    }
}

/// The finding whose status a line can correct: its own, or that of a category that is itself the finding.
pub fn finding_on(draft: &Draft, line: usize) -> Option<&DraftFinding> {
    let mut findings = draft.places().filter_map(|at| draft.finding(at));
    findings.find(|finding| finding.line == line)
}

/// The finding that a line tells of: something of it other than its title was read from there.
pub fn finding_told(draft: &Draft, line: Span) -> Option<FindingAt> {
    let within = |(field, span): &(Field, Span)| *field != Field::Title && span.from < line.to && span.to > line.from;
    draft.places().find(|at| {
        draft.finding(*at).is_some_and(|finding| {
            finding.spans.iter().any(within) || finding.measures.iter().any(|measure| measure.spans.iter().any(within))
        })
    })
}

/// The bytes at which measures begin.
pub fn starts(draft: &Draft) -> Vec<usize> {
    let findings = draft.places().filter_map(|at| draft.finding(at));
    findings
        .flat_map(|finding| &finding.measures)
        .map(|measure| measure.at)
        .collect()
}

/// Every value of a draft that was read from a passage within a line.
pub fn said_on(draft: &Draft, line: Span) -> Vec<Said> {
    let mut found = Vec::new();
    let mut put = |what: What, span: Span| {
        if span.from < line.to && span.to > line.from {
            found.push(Said { what, span });
        }
    };
    let all = |spans: &Spans, put: &mut dyn FnMut(What, Span)| {
        spans
            .iter()
            .for_each(|(field, span)| put(What::Field(field.clone()), *span));
    };
    all(&draft.spans, &mut put);
    for area in &draft.areas {
        all(&area.spans, &mut put);
        for category in &area.categories {
            all(&category.spans, &mut put);
            for finding in &category.findings {
                all(&finding.spans, &mut put);
                for measure in &finding.measures {
                    all(&measure.spans, &mut put);
                    measure.rules.iter().for_each(|rule| put(What::Rule, rule.span));
                }
                finding
                    .accountability
                    .iter()
                    .for_each(|each| put(What::Accountability, each.span));
                finding
                    .recovered
                    .iter()
                    .for_each(|each| put(What::Recovered, each.span));
            }
        }
    }
    draft.unfinished.iter().for_each(|item| all(&item.spans, &mut put));
    draft
        .accountability
        .iter()
        .for_each(|each| put(What::Accountability, each.span));
    draft.recovered.iter().for_each(|each| put(What::Recovered, each.span));
    draft.stated.iter().for_each(|each| put(What::Stated, each.span));
    // What stands for a finding that an item names is read once and said twice.
    crate::ledger::sort_by_key(&mut found, |said| said.span);
    found.dedup();
    found
}

/// The places of a line at which a measure begins or might: behind its sentences, and where one does. In bytes of the text.
pub fn pieces(text: &str, line: Span, starts: &[usize]) -> Vec<Span> {
    let words = line.of(text);
    let first = line.from + words.len() - words.trim_start_matches(crate::ledger::is_blank).len();
    let ends = words
        .char_indices()
        .filter(|(_, letter)| matches!(letter, '。' | '；' | ';' | '｡' | '！'))
        .map(|(at, letter)| line.from + at + letter.len_utf8());
    let mut at: Vec<usize> = ends.chain([first]).collect();
    at.extend(starts.iter().filter(|at| (line.from..line.to).contains(*at)));
    crate::ledger::sort_by(&mut at, Ord::cmp);
    at.dedup();
    // A label or a number before the first measure is no place for another.
    if let [first, second, ..] = at[..]
        && !starts.contains(&first)
        && starts.contains(&second)
        && !text[first..second].contains(['。', '；', ';'])
    {
        at.remove(0);
    }
    let ends: Vec<usize> = at.iter().skip(1).copied().chain([line.to]).collect();
    at.into_iter()
        .zip(ends)
        .map(|(from, to)| Span { from, to })
        .filter(|piece| !piece.of(text).trim_matches(crate::ledger::is_blank).is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::report::{Corrections, read_report, read_report_with};

    const REPORT: &str =
        "一、整改进展情况\r\n\r\n（一）聚焦甲方面\n1.关于乙的问题\n整改情况：一是建账。二是核对；再核对。\n谢谢。\n";

    #[test]
    fn lines_are_counted_as_the_reader_counts_them() {
        let found = lines(REPORT);
        assert_eq!(found.len(), 7);
        assert_eq!(found[2].of(REPORT), "（一）聚焦甲方面");
        let draft = read_report(REPORT);
        assert_eq!(draft.areas[0].line, 3);
        let title = draft.areas[0].spans[0].1;
        assert_eq!(line_of(&found, title.from), 3);
        assert_eq!(line_of(&found, 0), 1);
        assert_eq!(lines(""), [Span::default()]);
    }

    #[test]
    fn a_line_tells_what_it_was_read_as() {
        let draft = read_report(REPORT);
        assert_eq!(read_as(&draft, 1), ReadAs::Taken);
        assert_eq!(read_as(&draft, 3), ReadAs::Area);
        assert_eq!(read_as(&draft, 4), ReadAs::Category);
        assert_eq!(finding_on(&draft, 4).map(|finding| finding.measures.len()), Some(2));
        assert_eq!(read_as(&draft, 5), ReadAs::Taken);
        assert_eq!(read_as(&draft, 2), ReadAs::Elsewhere);
        assert_eq!(finding_told(&draft, lines(REPORT)[0]), None);
        assert!(finding_told(&draft, lines(REPORT)[4]).is_some());
        let said = said_on(&draft, lines(REPORT)[4]);
        let passages: Vec<_> = said.iter().map(|said| said.span.of(REPORT)).collect();
        assert_eq!(passages, ["建账", "核对；再核对"]);
    }

    #[test]
    fn a_place_that_is_offered_is_one_that_a_correction_takes() {
        let draft = read_report(REPORT);
        let line = lines(REPORT)[4];
        let found = pieces(REPORT, line, &starts(&draft));
        let words: Vec<_> = found.iter().map(|piece| piece.of(REPORT)).collect();
        assert_eq!(words, ["一是建账。", "二是核对；", "再核对。"]);
        let measures = |corrections: Corrections| {
            let draft = read_report_with(REPORT, &corrections);
            starts(&draft)
                .into_iter()
                .map(|at| REPORT[at..].chars().take(2).collect::<String>())
                .collect::<Vec<_>>()
        };
        let more = Corrections {
            starts: vec![(5, found[2].from - line.from)],
            ..Corrections::default()
        };
        assert_eq!(measures(more), ["一是", "二是", "再核"]);
        let fewer = Corrections {
            no_starts: vec![(5, found[1].from - line.from)],
            ..Corrections::default()
        };
        assert_eq!(measures(fewer), ["一是"]);
    }
}
