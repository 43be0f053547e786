//! A report that is read and written again in its own style has the same headings, numbers, measures and figures.

use rectification_ledger::{
    formats::report::{
        Corrections, Draft, Span, Spans, read_report, read_reports, span_of,
        write::{Prose, PublicSettings, Report, Style, item_order, plain, write},
    },
    journal::{Book, Hand},
    ledger::{Actor, Field},
};

use super::super::fixtures;

/// Reports that do not come back yet, and why.
const NOT_YET: [(&str, &str); 22] = [
    (
        "13-status-in-heading",
        "all unfinished findings are listed, and the report lists one of them",
    ),
    (
        "17-traditional",
        "headings and labels are written in simplified characters",
    ),
    ("19-lost-marks", "numbers are written with the marks that were lost"),
    ("21-groups", "findings grouped by status, each group a section"),
    (
        "22-closing-blocks",
        "reason and next step under the finding, not in a section of their own",
    ),
    (
        "28-units-by-heading",
        "a unit's name as a heading is told from the next unit's alone",
    ),
    ("30-one-paragraph", "some findings are 关于, others 针对"),
    ("33-labels-in-brackets", "labels are written with a colon"),
    ("38-we-of-the-title", "one finding is worded otherwise than the others"),
    ("39-lists-and-results", "the status is a label behind the measures"),
    ("40-problem-numbers", "问题1："),
    ("41-part-of-a-report", "完成整改 and 持续整改 in one report"),
    ("42-provincial", "the status is a sentence behind the measures"),
    ("43-problem-label", "（1）问题："),
    (
        "45-groups-with-counts",
        "findings grouped by status, each group a section",
    ),
    ("46-decimals", "1.1, 1.2"),
    ("48-numbered-labels", "labels numbered as headings are"),
    ("49-labels-alone", "labels numbered as headings are"),
    ("50-rectifying", "关于…的整改情况, with the text on the same line"),
    ("51-dotted-contents", "the status is a label behind the measures"),
    ("52-groups-in-full", "findings grouped by status, each group a section"),
    ("53-problem-one", "问题一："),
];

#[test]
fn every_style_comes_back() {
    let mut wrong = String::new();
    for (path, text) in fixtures() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for draft in read_reports(&text, &Corrections::default()) {
            let own = own_lines(&draft, &text);
            let difference = diff(&own, &read_and_write(&draft, &text));
            if !difference.is_empty() {
                wrong += &format!("=== {name}\n{difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{wrong}");
}

/// Of several units in one text, each has its own free text, as when its lines stand alone.
#[test]
fn each_unit_keeps_its_own_words() {
    let several = fixtures().into_iter().map(|(path, text)| {
        let drafts = read_reports(&text, &Corrections::default());
        (path, text, drafts)
    });
    let mut units = 0;
    for (path, text, drafts) in several.filter(|(.., drafts)| drafts.len() > 1) {
        // A unit's name as a heading is told from the next unit's alone.
        let by_heading = path.ends_with("28-units-by-heading.txt");
        for draft in drafts.iter().filter(|_| !by_heading) {
            let own = own_lines(draft, &text);
            let alone = Prose::from_draft(&read_report(&own), &own);
            assert_eq!(Prose::from_draft(draft, &text), alone, "{}", path.display());
            units += 1;
        }
    }
    assert!(units >= 2);
}

/// The lines of one unit in a text with several.
fn own_lines(draft: &Draft, text: &str) -> String {
    let lines = draft.lines_accounted();
    let own = text.lines().zip(1..).filter(|(_, number)| lines.contains(number));
    own.map(|(line, _)| format!("{line}\n")).collect()
}

/// Writes a report in the style and with the free text that were read, which are those that its ledger keeps.
fn read_and_write(draft: &Draft, text: &str) -> String {
    let mut book = Book::default();
    let hand = Hand {
        actor: Actor::from_random(1),
        author: "".into(),
    };
    book.act(&hand, 0, &draft.into_edits(text));
    let (style, prose) = (Style::from_report(draft, text), Prose::from_draft(draft, text));
    let order = item_order(draft, book.ledger());
    let mut report = Report::new(book.ledger(), &style, &prose);
    report.order = &order;
    let written = plain(&write(&report));
    let kept = PublicSettings::from_ledger(book.ledger());
    assert_eq!(plain(&kept.write(book.ledger(), &order)), written);
    written
}

/// Headings with their numbers, measures, statuses and figures.
fn told(draft: &Draft, text: &str) -> String {
    let mut out = String::new();
    let mut heading = |title: &str, spans: &Spans| {
        out += &format!("{}{title}\n", before(span_of(spans, &Field::Title), text));
    };
    for area in &draft.areas {
        heading(&area.title, &area.spans);
        for category in &area.categories {
            heading(&category.title, &category.spans);
            for finding in &category.findings {
                heading(&finding.title, &finding.spans);
                heading(finding.status.code(), &Spans::new());
                for measure in &finding.measures {
                    let (words, text) = (
                        measure.heading.replace(['。', '；'], ""),
                        measure.text.trim_end_matches(['。', '；']),
                    );
                    heading(&format!("- {words} | {text}"), &Spans::new());
                    for rule in &measure.rules {
                        heading(&format!("{} {:?} {:?}", rule.title, rule.act, rule.date), &Spans::new());
                    }
                }
                for said in &finding.accountability {
                    heading(&format!("{:?} {}", said.penalty, said.number), &Spans::new());
                }
                for said in &finding.recovered {
                    heading(&format!("{:?} {}", said.recovery, said.amount.code()), &Spans::new());
                }
            }
        }
    }
    for item in &draft.unfinished {
        heading(&item.title, &item.spans);
        let texts = [&item.problem, &item.reason, &item.next_step].map(|text| text.replace('\n', ""));
        heading(&format!("{texts:?} {:?}", item.deadline), &Spans::new());
    }
    for said in &draft.accountability {
        heading(&format!("{:?} {}", said.penalty, said.number), &Spans::new());
    }
    for said in &draft.recovered {
        heading(&format!("{:?} {}", said.recovery, said.amount.code()), &Spans::new());
    }
    for said in &draft.stated {
        // What a heading says of its findings is not kept, and known from the tree.
        if !text[said.span.to..].starts_with(['）', ')']) {
            heading(&format!("{:?} {}", said.what, said.number), &Spans::new());
        }
    }
    out
}

/// What stands before a title on its line, in half width: its number, 关于 and an opening quote.
fn before(span: Option<Span>, text: &str) -> String {
    let Some(span) = span else { return String::new() };
    let line = text[..span.from].rfind('\n').map_or(0, |at| at + 1);
    let mut out = String::new();
    for letter in text[line..span.from].chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            '\u{ff01}'..='\u{ff5e}' => out.extend(char::from_u32(letter as u32 - 0xfee0)),
            '⑴'..='⒇' => out += &format!("({})", letter as u32 - '⑴' as u32 + 1),
            other => out.push(other),
        }
    }
    out
}

/// A line without white space, its marks, letters and digits in half width.
fn folded(line: &str) -> String {
    let half = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '｡' => '。',
        other => other,
    };
    let shown = line
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{feff}');
    shown.map(half).collect()
}

/// The lines that two texts do not share, with `-` for the first one and `+` for the second.
fn diff(first: &str, second: &str) -> String {
    let lines = |text: &str| -> Vec<String> { text.lines().map(folded).filter(|line| !line.is_empty()).collect() };
    let (first, second) = (lines(first), lines(second));
    // Lengths of the longest common parts from each pair of lines on.
    let mut common = vec![vec![0; second.len() + 1]; first.len() + 1];
    for (at, line) in first.iter().enumerate().rev() {
        for (other, same) in second.iter().enumerate().rev() {
            common[at][other] = if line == same {
                common[at + 1][other + 1] + 1
            } else {
                common[at + 1][other].max(common[at][other + 1])
            };
        }
    }
    let (mut at, mut other, mut out) = (0, 0, String::new());
    while at < first.len() || other < second.len() {
        if at < first.len() && other < second.len() && first[at] == second[other] {
            (at, other) = (at + 1, other + 1);
        } else if other == second.len() || at < first.len() && common[at + 1][other] >= common[at][other + 1] {
            out += &format!("{:>4} - {}\n", at + 1, first[at]);
            at += 1;
        } else {
            out += &format!("{:>4} + {}\n", other + 1, second[other]);
            other += 1;
        }
    }
    out
}
