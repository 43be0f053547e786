//! What was read of a report, as an outline for people.

use std::fmt::Write;

use rectification_ledger::{
    formats::report::{Draft, DraftAccountability, DraftFinding, DraftMeasure, DraftRecovered, Span, Spans, span_of},
    ledger::{CountedAs, Field, RuleAct},
};

pub fn of(draft: &Draft, text: &str) -> String {
    let mut out = String::new();
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let i = &draft.inspection;
    let _ = writeln!(
        out,
        "{}|{}|{}|{}..{}|{}",
        i.source,
        i.team,
        i.unit,
        day(i.period_from),
        day(i.period_to),
        day(i.feedback)
    );
    for area in &draft.areas {
        let _ = writeln!(out, "{} @{}", area.title, area.line);
        for category in &area.categories {
            let _ = writeln!(out, "  {} @{}", category.title, category.line);
            for finding in &category.findings {
                push_finding(finding, text, &mut out);
            }
        }
    }
    for item in &draft.unfinished {
        let _ = writeln!(out, "! {} @{} {}", item.title, item.line, day(item.deadline));
        let texts = [
            ("problem", &item.problem),
            ("reason", &item.reason),
            ("next", &item.next_step),
        ];
        push_texts(&texts, "    ", &mut out);
        let place = item.matched.map(|at| draft.finding_title(at).to_owned());
        let guesses: Vec<&str> = item.candidates.iter().map(|at| draft.finding_title(*at)).collect();
        let _ = writeln!(
            out,
            "    -> {}",
            place.unwrap_or_else(|| format!("? {}", guesses.join("; ")))
        );
    }
    push_registers(&draft.accountability, &draft.recovered, text, "", &mut out);
    for stated in &draft.stated {
        let _ = writeln!(out, "# {:?} {} “{}”", stated.what, stated.number, stated.span.of(text));
    }
    let prose: Vec<String> = draft.prose.iter().map(|line| line.number.to_string()).collect();
    if !prose.is_empty() {
        let _ = writeln!(out, "prose {}", prose.join(" "));
    }
    for unread in &draft.unread {
        let _ = writeln!(out, "{:?} {} {}", unread.why, unread.line.number, unread.line.text);
    }
    out
}

fn push_finding(finding: &DraftFinding, text: &str, out: &mut String) {
    let said = if span_of(&finding.spans, &Field::Status).is_some() {
        "!"
    } else {
        ""
    };
    let title = if finding.title.is_empty() { "=" } else { &finding.title };
    let _ = write!(out, "    {title} @{} {}{said}", finding.line, finding.status.code());
    for part in [
        finding.remedy.map(|remedy| remedy.code().to_owned()),
        finding.deadline.map(|date| date.to_string()),
    ]
    .into_iter()
    .flatten()
    {
        let _ = write!(out, " {part}");
    }
    out.push('\n');
    let texts = [
        ("leader", &finding.leader),
        ("department", &finding.department),
        ("owner", &finding.owner),
        ("detail", &finding.detail),
        ("problem", &finding.problem),
        ("reason", &finding.reason),
        ("next", &finding.next_step),
    ];
    push_texts(&texts, "        ", out);
    for measure in &finding.measures {
        push_measure(measure, out);
    }
    push_registers(&finding.accountability, &finding.recovered, text, "        ", out);
}

fn push_measure(measure: &DraftMeasure, out: &mut String) {
    let _ = write!(out, "      - {} @{}", measure.heading, measure.line);
    if !measure.text.is_empty() {
        let _ = write!(out, " | {}", measure.text.replace('\n', "/"));
    }
    if let Some(date) = measure.date {
        let _ = write!(out, " [{date}]");
    }
    out.push('\n');
    for rule in &measure.rules {
        let act = if rule.act == RuleAct::Made { "made" } else { "revised" };
        let date = rule.date.map(|date| format!(" {date}")).unwrap_or_default();
        let _ = writeln!(out, "          《{}》 {act}{date}", rule.title);
    }
}

fn push_texts(texts: &[(&str, &String)], indent: &str, out: &mut String) {
    for (name, words) in texts.iter().filter(|(_, words)| !words.is_empty()) {
        let _ = writeln!(out, "{indent}{name}: {}", words.replace('\n', "/"));
    }
}

fn push_registers(
    people: &[DraftAccountability],
    money: &[DraftRecovered],
    text: &str,
    indent: &str,
    out: &mut String,
) {
    for said in people {
        let unit = match said.counted_as {
            CountedAs::Persons => "",
            CountedAs::PersonTimes => " times",
        };
        let passage = said.span.of(text);
        let _ = writeln!(out, "{indent}~ {:?} {}{unit} “{passage}”", said.penalty, said.number);
    }
    for said in money {
        let passage = said.span.of(text);
        let _ = writeln!(
            out,
            "{indent}$ {:?} {} “{passage}”",
            said.recovery,
            said.amount.written()
        );
    }
}

/// Every line that is not blank is in a tree, known or listed, in exactly the draft of its unit.
#[track_caller]
pub fn assert_all_lines(text: &str, drafts: &[Draft]) {
    let blank = |letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}');
    let lines = text.replace("\r\n", "\n");
    let lines = lines.split(['\n', '\r']).enumerate();
    let filled: Vec<usize> = lines
        .filter(|(_, line)| !line.trim_matches(blank).is_empty())
        .map(|(at, _)| at + 1)
        .collect();
    let accounted: Vec<usize> = drafts.iter().flat_map(|draft| draft.lines_accounted()).collect();
    assert_eq!(accounted, filled, "a line was lost in\n{text}");
}

/// Every span is a passage of the text, and the passages of titles and measures are their words.
#[track_caller]
pub fn assert_spans(text: &str, drafts: &[Draft]) {
    let words = |span: Span| -> String {
        assert!(text.get(span.from..span.to).is_some(), "{span:?} in\n{text}");
        span.of(text).chars().filter(|letter| !letter.is_whitespace()).collect()
    };
    let same = |spans: &Spans, field: Field, value: &str| {
        if let Some(span) = span_of(spans, &field) {
            let value: String = value.chars().filter(|letter| !letter.is_whitespace()).collect();
            // A number of a page may stand within a text.
            let (passage, last) = (words(span), value.chars().next_back());
            let around = value.chars().next() == passage.chars().next() && last == passage.chars().next_back();
            assert!(
                passage == value || around && passage.len() > value.len(),
                "{field:?} {passage} {value} in\n{text}"
            );
        } else {
            assert!(
                value.is_empty() || field == Field::Title,
                "{field:?} {value} in\n{text}"
            );
        }
    };
    for draft in drafts {
        for (_, span) in &draft.spans {
            assert!(!words(*span).is_empty());
        }
        for area in &draft.areas {
            same(&area.spans, Field::Title, &area.title);
            for category in &area.categories {
                same(&category.spans, Field::Title, &category.title);
                for finding in &category.findings {
                    same(&finding.spans, Field::Title, &finding.title);
                    for (_, span) in &finding.spans {
                        words(*span);
                    }
                    for said in &finding.accountability {
                        assert!(!words(said.span).is_empty());
                    }
                    for said in &finding.recovered {
                        assert!(words(said.span).contains(['元']));
                    }
                    for measure in &finding.measures {
                        same(&measure.spans, Field::Heading, &measure.heading);
                        same(&measure.spans, Field::Body, &measure.text);
                        for rule in &measure.rules {
                            assert!(words(rule.span).starts_with('《') && words(rule.span).ends_with('》'));
                        }
                    }
                }
            }
        }
        for item in &draft.unfinished {
            same(&item.spans, Field::Title, &item.title);
            for (_, span) in &item.spans {
                words(*span);
            }
        }
        for stated in &draft.stated {
            assert!(
                words(stated.span)
                    .contains(|letter: char| letter.is_numeric() || "零一二三四五六七八九十两".contains(letter))
            );
        }
    }
}
