//! The section on progress: areas, categories, findings and their measures, and a note on what of them is withheld.

use super::{
    BLANK, Level, Measures, Numbers, ParagraphKind, Phrase, ProgressLabel, Section, StatusPlace, Writer,
    ends_a_sentence,
    form::{NOTHING, SECTION, holes},
    numbers::{push_han, push_number},
    or_blank,
};
use crate::{
    formats::report::section::title_of_filled,
    ledger::{Category, Field, Finding, FocusArea, Id, Measure, Status},
};

impl<'a> Writer<'a> {
    /// The findings under their headings. A level named like what stands above it was filled in by the reader, where the
    /// report had none, and is not written.
    pub(super) fn progress(&mut self, section: &Section) {
        let report = self.report;
        // Areas numbered like sections, with no section around them, are sections themselves: 一、聚焦… 二、聚焦… 三、下一步.
        let is_section = section.title.is_empty() && report.style.areas == report.style.sections;
        self.progress_left = self.progress_left.saturating_sub(1);
        let first = self.next_area;
        for (at, area) in report.ledger.focus_areas.iter().enumerate().skip(first) {
            let form = area.form.strip_prefix(SECTION);
            if form.is_some() && at > first && self.progress_left > 0 {
                break;
            }
            self.next_area = at + 1;
            if self.is_area_left_out(area) {
                continue;
            }
            let form = form.unwrap_or(&area.form);
            let by_style = report.style.areas != Numbers::Hidden && *area.title != *section.title;
            if form != NOTHING && (by_style || !form.is_empty()) {
                let (level, shown) = if is_section {
                    (Level::Section, 1)
                } else {
                    (Level::Area, 2)
                };
                let number = self.numbered(level, area.id);
                let title = or_blank(self.words(area.id, &Field::Title, &area.title));
                if form.is_empty() {
                    self.push(ParagraphKind::Heading(shown), number.written + title, Some(area.id));
                } else {
                    self.form(form, shown, area.id, &number, &|name| {
                        (name == "title").then(|| title.into())
                    });
                }
            }
            for category in &area.categories {
                if !self.is_left_out(category, area) {
                    self.category(category, area, form != NOTHING);
                }
            }
        }
        if self.progress_left == 0 {
            self.note();
        }
    }

    /// `under`: the area has a heading that may be this one's too.
    fn category(&mut self, category: &'a Category, area: &FocusArea, under: bool) {
        let report = self.report;
        let style = report.style;
        let filled_in = under && style.areas != Numbers::Hidden && *category.title == *title_of_filled(&area.title);
        let by_style = style.categories != Numbers::Hidden && !filled_in;
        let shown = *category.form != *NOTHING && (by_style || !category.form.is_empty());
        let standing = category.findings.iter().find(|finding| finding.stands_for_category);
        let mut title = self.words(category.id, &Field::Title, &category.title);
        if let Some(finding) = standing {
            title = self.words(finding.id, &Field::Title, title);
        }
        if shown && !standing.is_some_and(|finding| self.has_form(finding)) {
            let number = self.numbered(Level::Category, category.id);
            if category.form.is_empty() {
                self.heading(3, number.written, style.category_phrase, title, category.id, standing);
            } else {
                let title = or_blank(title);
                let form = &category.form;
                self.form(form, 3, category.id, &number, &|name| {
                    (name == "title").then(|| title.into())
                });
            }
        }
        for finding in &category.findings {
            if self.is_withheld_in(finding, category, area) {
                continue;
            }
            if self.has_form(finding) {
                let (level, shown) = if finding.stands_for_category && shown {
                    (Level::Category, 3)
                } else {
                    (Level::Finding, 4)
                };
                let number = self.numbered(level, finding.id);
                let title = if finding.stands_for_category {
                    title
                } else {
                    self.words(finding.id, &Field::Title, &finding.title)
                };
                let values: Vec<_> = holes(&finding.form)
                    .map(|name| (name, self.finding_value(finding, or_blank(title), name)))
                    .collect();
                self.form(&finding.form, shown, finding.id, &number, &|name| {
                    let found = values.iter().find(|(of, _)| *of == name)?;
                    found.1.clone()
                });
                continue;
            }
            // One that stands for its category has that heading, or the area's where that is the same.
            if !finding.stands_for_category || !shown && !filled_in {
                let title = self.words(finding.id, &Field::Title, &finding.title);
                let number = self.numbered(Level::Finding, finding.id).written;
                self.heading(4, number, style.finding_phrase, title, finding.id, Some(finding));
            }
            self.body(finding);
        }
    }

    fn heading(
        &mut self,
        level: u8,
        mut text: String,
        phrase: Phrase,
        title: &str,
        record: Id,
        finding: Option<&Finding>,
    ) {
        let style = self.report.style;
        phrase.push(or_blank(title), style.width, &mut text);
        if style.status_place == StatusPlace::Heading
            && let Some(finding) = finding
        {
            let stop = text.ends_with('。') && text.pop().is_some();
            text.push(style.width.mark('（'));
            text.push_str(style.status_words.word(finding.status));
            text.push(style.width.mark('）'));
            if stop {
                text.push('。');
            }
        }
        self.push(ParagraphKind::Heading(level), text, Some(record));
    }

    /// What was done about a finding.
    fn body(&mut self, finding: &'a Finding) {
        let report = self.report;
        let style = report.style;
        if style.status_place == StatusPlace::Line {
            let mut line = String::from("整改状态");
            line.push(style.width.mark('：'));
            line.push_str(style.status_words.word(finding.status));
            line.push('。');
            self.push(ParagraphKind::Body, line, Some(finding.id));
        }
        let mut text = String::new();
        if style.label != ProgressLabel::None {
            text.push_str(style.label.example().trim_end_matches('：'));
            text.push(style.width.mark('：'));
        }
        if style.status_place == StatusPlace::First {
            text.push_str(style.status_words.word(finding.status));
            text.push('。');
        }
        let (numbers, together) = match style.measures {
            Measures::Together => (None, true),
            Measures::Apart => (None, false),
            Measures::CircledTogether => (Some(Numbers::Circle), true),
            Measures::Circled => (Some(Numbers::Circle), false),
            Measures::Numbered => (Some(style.measure_numbers()), false),
            Measures::NthTogether => (None, true),
            Measures::Nth => (None, false),
            Measures::Plain => (Some(Numbers::Bare), false),
        };
        let (mut count, mut withheld, mut waiting) = (0, false, false);
        for measure in &finding.measures {
            let heading = self.words(measure.id, &Field::Heading, &measure.heading);
            let words = self.words(measure.id, &Field::Body, &measure.text);
            if self.is_withheld(measure.id) {
                withheld = true;
                continue;
            } else if heading.is_empty() && words.is_empty() {
                continue;
            } else if !finding.status.is_complete() && measure.status == Status::NotStarted {
                waiting = true;
                continue;
            }
            count += 1;
            if !together {
                // The label, before the first of them; on its line where they have no number.
                if style.measures != Measures::Plain {
                    self.lines(ParagraphKind::Body, &std::mem::take(&mut text), Some(finding.id));
                }
            }
            match numbers {
                Some(numbers) => numbers.push(count, style.width, &mut text),
                None if matches!(style.measures, Measures::Nth | Measures::NthTogether) => {
                    text.push('第');
                    push_han(count, &mut text);
                    text.push(style.width.mark('，'));
                }
                None => {
                    push_han(count, &mut text);
                    text.push('是');
                }
            }
            if !finding.status.is_complete() {
                self.in_hand(measure.status, &mut text);
            }
            push_measure(heading, words, &mut text);
            push_measure("", self.outcome(measure), &mut text);
            if !together {
                self.lines(ParagraphKind::Body, &std::mem::take(&mut text), Some(measure.id));
            }
        }
        if count == 0 && !withheld && waiting && finding.status == Status::NotStarted {
            if style.status_place != StatusPlace::First {
                text.push_str(style.status_words.word(Status::NotStarted));
                text.push('。');
            }
        } else if count == 0 && !withheld {
            text.push_str(BLANK);
            text.push('。');
        } else if count == 0 && style.status_place != StatusPlace::First {
            text.clear(); // A label with nothing after it.
        }
        self.lines(ParagraphKind::Body, &text, Some(finding.id));
    }

    /// The words before a measure that was begun and is not carried out.
    fn in_hand(&self, status: Status, out: &mut String) {
        let words = match status {
            Status::InProgress => "正在推进",
            Status::LargelyDone => "已基本完成",
            Status::NotStarted | Status::Done | Status::Closed => return,
        };
        out.push_str(words);
        out.push(self.report.style.width.mark('：'));
    }

    /// What came of a measure, unless its text says so already. Words for the public in place of the text are all that
    /// is to be public of it.
    pub(super) fn outcome(&self, measure: &'a Measure) -> &'a str {
        let result = measure.result.trim();
        let said = result.trim_end_matches('。');
        let text: &str = &measure.text;
        let own = std::ptr::eq(self.words(measure.id, &Field::Body, text), text);
        let is_said = [text, &measure.heading].iter().any(|words| words.contains(said));
        if own && !is_said { result } else { "" }
    }

    /// Whether an area is not written: it is withheld, or all under it is.
    fn is_area_left_out(&self, area: &FocusArea) -> bool {
        let mut categories = area.categories.iter();
        self.is_withheld(area.id)
            || !area.categories.is_empty() && categories.all(|category| self.is_left_out(category, area))
    }

    fn is_left_out(&self, category: &Category, area: &FocusArea) -> bool {
        let withheld = |finding| self.is_withheld_in(finding, category, area);
        self.is_withheld(category.id) || !category.findings.is_empty() && category.findings.iter().all(withheld)
    }

    /// Whether a finding is withheld, by itself or by what it stands under.
    pub(super) fn is_withheld_in(&self, finding: &Finding, category: &Category, area: &FocusArea) -> bool {
        [finding.id, category.id, area.id]
            .into_iter()
            .any(|record| self.is_withheld(record))
    }

    /// Tells how many findings and measures are withheld, and nothing else of them.
    fn note(&mut self) {
        if self.report.withheld.is_empty() {
            return;
        }
        let (mut findings, mut measures) = (0, 0);
        for (area, category) in self.report.ledger.categories() {
            for finding in &category.findings {
                if self.is_withheld_in(finding, category, area) {
                    findings += 1;
                } else {
                    let withheld = finding.measures.iter().filter(|measure| self.is_withheld(measure.id));
                    measures += withheld.count();
                }
            }
        }
        let mut text = String::from("按照有关规定，另有");
        if findings > 0 {
            push_number(findings, &mut text);
            text.push_str("个问题");
        }
        if measures > 0 {
            if findings > 0 {
                text.push('、');
            }
            push_number(measures, &mut text);
            text.push_str("条整改措施");
        }
        text.push_str("不予公开。");
        if findings + measures > 0 {
            self.push(ParagraphKind::Note, text, None);
        }
    }
}

/// Appends `heading。text`, with a full stop at the end of each that has none.
pub(super) fn push_measure(heading: &str, words: &str, out: &mut String) {
    for part in [heading, words] {
        out.push_str(part);
        if !part.is_empty() && !ends_a_sentence(part) {
            out.push('。');
        }
    }
}
