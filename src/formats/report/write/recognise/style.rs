//! The style of a report that was read: its numbers, phrases, labels and layout.

use super::{
    super::{
        ItemLabels, Listed, Measures, Numbers, Phrase, ProgressLabel, StatusPlace, StatusWords, Style, Width,
        numbers::Counting,
    },
    Text,
};
use crate::{
    formats::report::{
        Draft,
        fold::{fold, is_blank},
        measures,
        section::body_in,
    },
    ledger::Status,
};

impl Style {
    /// The style of a report: numbers by the first heading of each level, phrases by most of them.
    pub fn from_report(draft: &Draft, text: &str) -> Style {
        let text = Text::new(draft, text);
        let standard = Style::default();
        let numbers = |lines: &[usize], otherwise| {
            let first = lines.first().map(|line| Numbers::read(text.line(*line)));
            first.map_or(otherwise, |read| read.map_or(Numbers::Bare, |(numbers, _, _)| numbers))
        };
        let mut style = Style {
            sections: text.section_numbers().unwrap_or(standard.sections),
            areas: numbers(&text.areas, standard.areas),
            categories: numbers(&text.categories, standard.categories),
            findings: numbers(&text.findings, standard.findings),
            items: numbers(&text.items, standard.items),
            category_counting: text.counting(&text.categories, &text.areas),
            finding_counting: text.counting(&text.findings, &text.categories),
            width: text.width(),
            ..standard
        };
        text.statuses(&mut style);
        style.category_phrase = text.phrase(&text.categories, standard.category_phrase);
        style.finding_phrase = text.phrase(&text.findings, standard.finding_phrase);
        style.item_phrase = text.phrase(&text.items, standard.item_phrase);
        style.label = text.label();
        style.measures = text.measures(&style);
        style.item_labels = text.item_labels();
        style.listed = listed(draft);
        style
    }
}

impl Text<'_> {
    /// Whether the numbers of a level go on past the headings of the level above.
    fn counting(&self, lines: &[usize], above: &[usize]) -> Counting {
        let Some(first) = lines.first() else {
            return Counting::Anew;
        };
        let next = above.iter().find(|heading| *heading > first);
        let after = next.and_then(|heading| lines.iter().find(|line| *line > heading));
        match after.and_then(|line| Numbers::read(self.line(*line))) {
            Some((_, number, _)) if number > 1 => Counting::RunOn,
            _ => Counting::Anew,
        }
    }

    fn width(&self) -> Width {
        let headings = self
            .areas
            .iter()
            .chain(&self.findings)
            .chain(&self.items)
            .chain(&self.categories);
        let opens = headings.filter_map(|line| self.line(*line).chars().next());
        let colons = self
            .filled()
            .filter_map(|(_, words)| words.chars().find(|letter| fold(*letter) == ':'));
        let mark = opens
            .chain(colons)
            .find(|letter| matches!(letter, '（' | '(' | '：' | ':'));
        if matches!(mark, Some('(' | ':')) {
            Width::Half
        } else {
            Width::Full
        }
    }

    /// Where the statuses stand, and in which words. Done first: a heading's phrase is told without its status.
    fn statuses(&self, style: &mut Style) {
        let mut counts = vec![0; StatusWords::ALL.len()];
        for (line, words) in self.filled() {
            let (place, word) = if let Some(word) = after_label(words, "整改状态") {
                (StatusPlace::Line, word.trim_end_matches('。'))
            } else if self.is_of_tree(line) {
                (StatusPlace::Heading, status_suffix(words).map_or("", |(_, word)| word))
            } else if let Some((_, text)) = progress_label(words) {
                (StatusPlace::First, text.split('。').next().unwrap_or_default())
            } else {
                continue;
            };
            for (count, set) in counts.iter_mut().zip(StatusWords::ALL) {
                if Status::ALL.iter().any(|status| set.word(*status) == word) {
                    *count += 1;
                    style.status_place = place;
                }
            }
        }
        style.status_words = most(StatusWords::ALL, &counts).unwrap_or(style.status_words);
    }

    fn phrase(&self, lines: &[usize], otherwise: Phrase) -> Phrase {
        let mut counts = vec![0; Phrase::ALL.len()];
        for line in lines {
            let heading = self.line(*line);
            let mut title = Numbers::read(heading).map_or(heading, |(.., title)| title);
            let stop = if title.ends_with('。') { "。" } else { "" };
            title = body_in(title).map_or(title, |(at, _)| &title[..at]);
            let without = status_suffix(title).map(|(title, _)| [title, stop].concat());
            title = without.as_deref().unwrap_or(title);
            counts[Phrase::of(title) as usize] += 1;
        }
        most(Phrase::ALL, &counts).unwrap_or(otherwise)
    }

    fn label(&self) -> ProgressLabel {
        let found = self.filled().find_map(|(line, words)| {
            let inline = body_in(words).filter(|_| self.is_of_tree(line));
            progress_label(words).or_else(|| inline.and_then(|(at, _)| progress_label(after_stop(&words[at..]))))
        });
        match found {
            Some((label, _)) => label,
            None if self.findings.is_empty() && self.categories.is_empty() => Style::default().label,
            None => ProgressLabel::None,
        }
    }

    fn measures(&self, style: &Style) -> Measures {
        let first = self.areas.iter().chain(&self.categories).chain(&self.findings).min();
        let from = first.copied().unwrap_or_default();
        let mut plain = false;
        for (line, words) in self
            .filled()
            .filter(|(line, _)| *line > from && !self.is_of_tree(*line))
        {
            let text = progress_label(words).map_or(words, |(_, text)| text);
            let status = text
                .split_once('。')
                .filter(|_| style.status_place == StatusPlace::First);
            let text = status.map_or(text, |(_, rest)| rest);
            if text.starts_with("一是") && text.contains("二是") {
                return Measures::Together;
            } else if text.starts_with("一是") && self.line(line + 1).starts_with("二是") {
                return Measures::Apart;
            } else if text.starts_with('①') {
                return if text.contains('②') {
                    Measures::CircledTogether
                } else {
                    Measures::Circled
                };
            } else if text.starts_with("第一，") || text.starts_with("第一,") {
                return if text.contains("第二") {
                    Measures::NthTogether
                } else {
                    Measures::Nth
                };
            } else if Numbers::read(words).is_some_and(|(numbers, ..)| numbers == style.measure_numbers()) {
                return Measures::Numbered;
            } else if !text.is_empty() && progress_label(words).is_some() && measures::split(text).is_empty() {
                plain = !text.starts_with('〔');
            }
        }
        if plain { Measures::Plain } else { Measures::Together }
    }

    fn item_labels(&self) -> ItemLabels {
        let counts: Vec<usize> = ItemLabels::ALL
            .iter()
            .map(|labels| {
                let of = |words: &str| labels.words().any(|label| after_label(words, label).is_some());
                self.filled().filter(|(_, words)| of(words)).count()
            })
            .collect();
        most(ItemLabels::ALL, &counts).unwrap_or(ItemLabels::Full)
    }
}

/// Whether what is largely done stands among the unfinished items.
fn listed(draft: &Draft) -> Listed {
    let findings = draft.areas.iter().flat_map(|area| &area.categories);
    let findings = findings.flat_map(|category| &category.findings);
    let largely = findings.filter(|finding| finding.status == Status::LargelyDone).count();
    let of_items = draft.unfinished.iter().filter_map(|item| item.matched);
    let of_items = of_items.map(|at| &draft.areas[at.area].categories[at.category].findings[at.finding]);
    let any = of_items.filter(|finding| finding.status == Status::LargelyDone).count();
    if largely > 0 && any == 0 && !draft.unfinished.is_empty() {
        Listed::Open
    } else {
        Listed::All
    }
}

/// The first of those that were counted most, if any was.
fn most<T: Copy>(all: &[T], counts: &[usize]) -> Option<T> {
    let most = counts.iter().max().filter(|most| **most > 0)?;
    let at = counts.iter().position(|count| count == most)?;
    all.get(at).copied()
}

/// A text without the marks that it begins with.
fn after_stop(text: &str) -> &str {
    text.trim_start_matches(|letter| is_blank(letter) || matches!(fold(letter), '。' | ':' | ';' | ','))
}

/// What follows a label and its colon.
fn after_label<'t>(words: &'t str, label: &str) -> Option<&'t str> {
    let rest = words.strip_prefix(label)?.trim_start_matches(is_blank);
    let colon = rest.chars().next().filter(|letter| fold(*letter) == ':')?;
    Some(rest[colon.len_utf8()..].trim_start_matches(is_blank))
}

fn progress_label(words: &str) -> Option<(ProgressLabel, &str)> {
    ProgressLabel::ALL.iter().find_map(|label| {
        let text = after_label(words, label.example().trim_end_matches('：'))?;
        Some((*label, text))
    })
}

/// A heading without the status in brackets at its end, and that status.
fn status_suffix(heading: &str) -> Option<(&str, &str)> {
    let heading = heading.trim_end_matches('。');
    let inside = heading.strip_suffix(['）', ')'])?;
    let (title, word) = inside.rsplit_once(['（', '('])?;
    let known = StatusWords::ALL
        .iter()
        .any(|set| Status::ALL.iter().any(|status| set.word(*status) == word));
    known.then_some((title, word))
}
