//! How a report that was read words single records, where that is not its style: see `form`.

use super::{
    super::{
        Level, Numbers, Part, PublicSettings, Writer, form::NOTHING, form::Number, form::SECTION, numbers::push_han,
        numbers::push_number, written,
    },
    Text, prose,
    prose::Block,
};
use crate::{
    formats::report::{
        Draft, DraftFinding, DraftUnfinished, Span, Spans,
        fold::{fold, is_blank, offset},
        span_of,
    },
    journal::{Book, Edit, Hand, NewRecord},
    ledger::{Actor, Field, Id, Kind, Ledger, Remedy},
};

/// A form changes the numbers of those after it, so that another may be wanted; no report needs more rounds.
const ROUNDS: usize = 4;

/// Gives the records of a report's edits their place among what is unfinished, and a form where the style does not
/// write them as the report does.
pub(in super::super::super) fn add_forms(draft: &Draft, text: &str, edits: &mut [Edit]) {
    let of = Text::new(draft, text);
    let (prose, blocks) = prose::read(draft, &of);
    let hand = Hand {
        actor: Actor::from_random(1),
        author: "".into(),
    };
    let mut records = records(draft, edits);
    for (at, item) in draft.unfinished.iter().enumerate() {
        if let Some(record) = item_at(draft, at).and_then(|of| records.iter_mut().find(|record| record.at == of)) {
            let _ = item;
            record.set(Field::ItemPlace, (at + 1).to_string());
        }
    }
    let sections: Vec<usize> = draft.areas.iter().map(|area| section_of(area, &blocks)).collect();
    drop(records);
    for _ in 0..ROUNDS {
        let mut book = Book::default();
        book.act(&hand, 0, edits);
        let ledger = book.ledger();
        let settings = PublicSettings {
            prose: prose.clone(),
            ..PublicSettings::from_ledger(ledger)
        };
        let report = settings.report(ledger, &[], &[]);
        let builder = Builder {
            draft,
            text,
            of: &of,
            blocks: &blocks,
            ids: ids(draft, ledger),
            writer: written(&report),
        };
        let mut forms = builder.forms();
        // An area that another section of the report begins with.
        for (at, pair) in sections.windows(2).enumerate() {
            if pair[1] > pair[0] && prose.sections.iter().filter(|each| each.part == Part::Progress).count() > 1 {
                let of = At::Area(at + 1);
                match forms.iter_mut().find(|(at, ..)| *at == of) {
                    Some((.., form)) => form.insert_str(0, SECTION),
                    None => {
                        let old = builder.form_of(ledger, of);
                        if !old.starts_with(SECTION) {
                            forms.push((of, Field::ReportForm, [SECTION, old].concat()));
                        }
                    }
                }
            }
        }
        if forms.is_empty() {
            break;
        }
        let mut records = self::records(draft, edits);
        for (at, field, form) in forms {
            if let Some(record) = records.iter_mut().find(|record| record.at == at) {
                record.set(field, form);
            }
        }
    }
}

/// A record of a report, by its position.
#[derive(Debug, Clone, Copy, PartialEq)]
enum At {
    Area(usize),
    Category(usize, usize),
    Finding(usize, usize, usize),
    Unplaced(usize),
}

struct Record<'e> {
    at: At,
    values: &'e mut Vec<(Field, crate::ledger::Text)>,
}

impl Record<'_> {
    fn set(&mut self, field: Field, value: String) {
        self.values.retain(|(of, _)| *of != field);
        self.values.push((field, value.into()));
    }
}

/// The records of the edits, in the order of the draft.
fn records<'e>(draft: &Draft, edits: &'e mut [Edit]) -> Vec<Record<'e>> {
    let mut records = Vec::new();
    let (mut areas, mut unplaced) = (0, 0);
    let _ = draft;
    for edit in edits {
        let Edit::Add { record, .. } = edit else { continue };
        let NewRecord { kind, values, children } = record;
        match kind {
            Kind::Unplaced => {
                let at = At::Unplaced(unplaced);
                records.push(Record { at, values });
                unplaced += 1;
            }
            Kind::FocusArea => {
                let at = At::Area(areas);
                records.push(Record { at, values });
                for (category, record) in children.iter_mut().enumerate() {
                    let at = At::Category(areas, category);
                    let NewRecord { values, children, .. } = record;
                    records.push(Record { at, values });
                    for (finding, record) in children.iter_mut().enumerate() {
                        let at = At::Finding(areas, category, finding);
                        let values = &mut record.values;
                        records.push(Record { at, values });
                    }
                }
                areas += 1;
            }
            _ => {}
        }
    }
    records
}

/// The names that records have in the ledger made of the draft.
fn ids(draft: &Draft, ledger: &Ledger) -> Vec<(At, Id)> {
    let mut ids = Vec::new();
    let _ = draft;
    for (a, area) in ledger.focus_areas.iter().enumerate() {
        ids.push((At::Area(a), area.id));
        for (c, category) in area.categories.iter().enumerate() {
            ids.push((At::Category(a, c), category.id));
            for (f, finding) in category.findings.iter().enumerate() {
                ids.push((At::Finding(a, c, f), finding.id));
            }
        }
    }
    for (at, item) in ledger.unplaced.iter().enumerate() {
        ids.push((At::Unplaced(at), item.id));
    }
    ids
}

/// The record that an unfinished item is about.
fn item_at(draft: &Draft, at: usize) -> Option<At> {
    let item = draft.unfinished.get(at)?;
    Some(match item.matched {
        Some(of) => At::Finding(of.area, of.category, of.finding),
        None => {
            let before = draft.unfinished[..at].iter().filter(|item| item.matched.is_none());
            At::Unplaced(before.count())
        }
    })
}

/// The section that an area's lines begin in.
fn section_of(area: &crate::formats::report::DraftArea, blocks: &[Block<'_>]) -> usize {
    let findings = area.categories.iter().flat_map(|category| &category.findings);
    let mut lines: Vec<usize> = findings.map(|finding| finding.line).collect();
    lines.extend(area.categories.iter().map(|category| category.line));
    lines.push(area.line);
    let first = blocks.iter().find(|block| lines.contains(&block.line));
    first.map_or(0, |block| block.section)
}

struct Builder<'a> {
    draft: &'a Draft,
    text: &'a str,
    of: &'a Text<'a>,
    blocks: &'a [Block<'a>],
    ids: Vec<(At, Id)>,
    /// What the ledger's report says now.
    writer: Writer<'a>,
}

impl Builder<'_> {
    /// The forms that are wanted beside those that there are.
    fn forms(&self) -> Vec<(At, Field, String)> {
        let mut forms = Vec::new();
        for (a, area) in self.draft.areas.iter().enumerate() {
            let mut headings = vec![(At::Area(a), area.line)];
            for (c, category) in area.categories.iter().enumerate() {
                headings.push((At::Category(a, c), category.line));
                for (f, finding) in category.findings.iter().enumerate() {
                    let standing = finding.title.is_empty();
                    let at = At::Finding(a, c, f);
                    // Headings that this one is too, as it stands on their line.
                    let above = headings.iter().filter(|(_, line)| *line == finding.line);
                    let mut together: Vec<At> = above.map(|(at, _)| *at).collect();
                    together.push(at);
                    let Some(block) = self.block(finding.line) else {
                        continue;
                    };
                    if self.says(&together, finding, block) {
                        continue;
                    }
                    let spans = finding_holes(finding);
                    let level = if standing && self.of.categories.contains(&category.line) {
                        Level::Category
                    } else {
                        Level::Finding
                    };
                    let title = if standing {
                        span_of(&category.spans, &Field::Title).map(|span| (span, category.title.clone()))
                    } else {
                        span_of(&finding.spans, &Field::Title).map(|span| (span, finding.title.clone()))
                    };
                    let category_id = if standing { Some(At::Category(a, c)) } else { None };
                    if let Some(form) = self.template(block, title, spans, at, category_id, level) {
                        forms.push((at, Field::ReportForm, form));
                        for above in together.iter().filter(|above| **above != at) {
                            if !(level == Level::Category && *above == At::Category(a, c)) && self.is_written(*above) {
                                forms.push((*above, Field::ReportForm, NOTHING.into()));
                            }
                        }
                    }
                }
            }
            // Headings with lines of their own, or without any.
            for (at, line) in headings {
                let findings = area.categories.iter().flat_map(|category| &category.findings);
                let of_finding = findings.map(|finding| finding.line).any(|of| of == line);
                let of_category = self.of.categories.binary_search(&line).is_ok();
                let own = match at {
                    At::Area(_) => self.of.areas.binary_search(&line).is_ok() && !of_category,
                    _ => of_category,
                };
                if of_finding {
                    continue;
                }
                let (spans, title, level) = match at {
                    At::Category(_, c) => (&area.categories[c].spans, &area.categories[c].title, Level::Category),
                    _ => (&area.spans, &area.title, Level::Area),
                };
                match self.block(line).filter(|_| own) {
                    Some(block) => {
                        if !same(&self.lines_of(&[at]), &block.lines) {
                            let title = span_of(spans, &Field::Title).map(|span| (span, title.clone()));
                            if let Some(form) = self.template(block, title, Vec::new(), at, None, level) {
                                forms.push((at, Field::ReportForm, form));
                            }
                        }
                    }
                    None if self.is_written(at) => forms.push((at, Field::ReportForm, NOTHING.into())),
                    None => {}
                }
            }
        }
        self.item_forms(&mut forms);
        forms
    }

    fn item_forms(&self, forms: &mut Vec<(At, Field, String)>) {
        for (at, item) in self.draft.unfinished.iter().enumerate() {
            let (Some(of), Some(block)) = (item_at(self.draft, at), self.block(item.line)) else {
                continue;
            };
            let written = self.writer.items.clone().unwrap_or_default();
            let own = self.id(of);
            let lines = self.writer.out[written]
                .iter()
                .filter(|paragraph| paragraph.record == own)
                .map(|paragraph| paragraph.text.as_str())
                .collect::<Vec<_>>();
            if own.is_some() && !same(&lines, &block.lines) {
                let title = span_of(&item.spans, &Field::Title).map(|span| (span, item.title.clone()));
                if let Some(form) = self.template(block, title, item_holes(item), of, None, Level::Section) {
                    forms.push((of, Field::ItemForm, form));
                }
            }
        }
    }

    fn form_of<'l>(&self, ledger: &'l Ledger, at: At) -> &'l str {
        match at {
            At::Area(at) => ledger.focus_areas.get(at).map_or("", |area| &area.form),
            _ => "",
        }
    }

    fn id(&self, at: At) -> Option<Id> {
        self.ids.iter().find(|(of, _)| *of == at).map(|(_, id)| *id)
    }

    fn block(&self, line: usize) -> Option<&Block<'_>> {
        self.blocks.iter().find(|block| block.line == line)
    }

    /// What the report says of records now, outside of the unfinished items.
    fn lines_of(&self, records: &[At]) -> Vec<&str> {
        let ids: Vec<Id> = records.iter().filter_map(|at| self.id(*at)).collect();
        self.lines_with(&ids)
    }

    fn lines_with(&self, ids: &[Id]) -> Vec<&str> {
        let items = self.writer.items.clone().unwrap_or_default();
        let paragraphs = self.writer.out.iter().enumerate();
        paragraphs
            .filter(|(at, paragraph)| !items.contains(at) && paragraph.record.is_some_and(|id| ids.contains(&id)))
            .map(|(_, paragraph)| paragraph.text.as_str())
            .collect()
    }

    fn is_written(&self, at: At) -> bool {
        !self.lines_of(&[at]).is_empty()
    }

    /// Whether a finding, with the headings that it is too, is said as the report says it.
    fn says(&self, records: &[At], finding: &DraftFinding, block: &Block<'_>) -> bool {
        let mut ids: Vec<Id> = records.iter().filter_map(|at| self.id(*at)).collect();
        let ledger = self.writer.report.ledger;
        let own = ids.last().and_then(|id| ledger.finding(*id));
        ids.extend(
            own.iter()
                .flat_map(|finding| &finding.measures)
                .map(|measure| measure.id),
        );
        let _ = finding;
        same(&self.lines_with(&ids), &block.lines)
    }

    /// The words of a block, with holes for what the ledger knows.
    fn template(
        &self,
        block: &Block<'_>,
        title: Option<(Span, String)>,
        mut holes: Vec<(String, Span, String)>,
        at: At,
        category: Option<At>,
        level: Level,
    ) -> Option<String> {
        if block.lines.iter().any(|line| line.contains(['{', '}'])) {
            return None;
        }
        holes.extend(title.map(|(span, title)| (String::from("title"), span, title)));
        // Of two at one place the first one stands; a status before the remedy that its words say too.
        crate::ledger::sort_by_key(&mut holes, |(_, span, _)| span.from);
        let mut holes = holes.iter().peekable();
        let mut out = String::new();
        let mut done = 0;
        for (count, line) in block.lines.iter().enumerate() {
            let from = offset(self.text, line);
            let end = from + line.len();
            if done >= end {
                continue;
            }
            if count > 0 && done <= from {
                out.push('\n');
            }
            let mut pos = done.max(from);
            while let Some((name, span, value)) = holes.next_if(|(_, span, _)| span.from < end) {
                if span.from < pos || span.to <= span.from {
                    continue;
                }
                let words = self.text.get(pos..span.from)?;
                if count == 0 && pos == from {
                    self.lead(line, words, at, category, level, &mut out);
                } else {
                    out.push_str(words);
                }
                push_hole(name, span.of(self.text), value, &mut out);
                pos = span.to;
                done = pos;
            }
            if pos < end {
                let words = self.text.get(pos..end)?;
                if count == 0 && pos == from {
                    self.lead(line, words, at, category, level, &mut out);
                } else {
                    out.push_str(words);
                }
            }
        }
        Some(out)
    }

    /// What stands before a title: its number becomes a hole.
    fn lead(&self, line: &str, words: &str, at: At, category: Option<At>, level: Level, out: &mut String) {
        let ids = [self.id(at), category.and_then(|at| self.id(at))];
        let is_item = level == Level::Section;
        let mut numbers = self.writer.numbers.iter().filter(|(id, _)| ids.contains(&Some(*id)));
        let number = if is_item { numbers.next_back() } else { numbers.next() };
        let Some((_, number)) = number else {
            return out.push_str(words);
        };
        if let Some((_, _, rest)) = Numbers::read(line) {
            let token = offset(line, rest);
            if !number.written.is_empty() && alike(&line[..token], &number.written) && token <= words.len() {
                out.push_str("{n}");
                return out.push_str(&words[token..]);
            }
        }
        push_number_alone(words, number, out);
    }
}

/// A number before a title in other marks than those of the style.
fn push_number_alone(words: &str, number: &Number, out: &mut String) {
    let (mut digits, mut han, mut both) = (String::new(), String::new(), String::new());
    push_number(number.count, &mut digits);
    push_han(number.count, &mut han);
    push_number(number.above, &mut both);
    both.push('.');
    both.push_str(&digits);
    let is_digit = |letter: char| letter.is_ascii_digit();
    let found = [(&both, "{above}.{digits}"), (&digits, "{digits}"), (&han, "{han}")];
    for (written, hole) in found {
        if let Some(at) = words.find(written.as_str()) {
            let (before, after) = (&words[..at], &words[at + written.len()..]);
            let part_of_more = before.ends_with(is_digit) || after.starts_with(is_digit);
            let far = before.chars().count() > 8;
            if !part_of_more && !far {
                out.push_str(before);
                out.push_str(hole);
                return out.push_str(after);
            }
        }
    }
    out.push_str(words);
}

/// A field in place of the words that say it.
fn push_hole(name: &str, passage: &str, value: &str, out: &mut String) {
    let coded = matches!(name, "status" | "deadline" | "remedy");
    out.push('{');
    out.push_str(name);
    if coded {
        out.push('=');
        out.push_str(value);
        out.push('|');
        out.extend(passage.split(['\n', '\r']).map(|line| line.trim_matches(is_blank)));
    }
    out.push('}');
    if let Some(more) = passage.strip_prefix(value).filter(|_| !coded && !value.is_empty()) {
        out.extend(more.split(['\n', '\r']));
    }
}

fn finding_holes(finding: &DraftFinding) -> Vec<(String, Span, String)> {
    let day = finding.deadline.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        (Field::Status, finding.status.code()),
        (Field::Detail, &finding.detail),
        (Field::Deadline, &day),
        (Field::Leader, &finding.leader),
        (Field::Department, &finding.department),
        (Field::Owner, &finding.owner),
        (Field::Problem, &finding.problem),
        (Field::Reason, &finding.reason),
        (Field::NextStep, &finding.next_step),
        (Field::Remedy, finding.remedy.map_or("", Remedy::code)),
    ];
    let mut holes = of_spans(&finding.spans, &fields);
    for (count, measure) in finding.measures.iter().enumerate() {
        let fields = [(Field::Heading, measure.heading.as_str()), (Field::Body, &measure.text)];
        let own = of_spans(&measure.spans, &fields);
        holes.extend(
            own.into_iter()
                .map(|(name, span, value)| (format!("{}.{name}", count + 1), span, value)),
        );
    }
    holes
}

fn item_holes(item: &DraftUnfinished) -> Vec<(String, Span, String)> {
    let day = item.deadline.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        (Field::Problem, item.problem.as_str()),
        (Field::Reason, &item.reason),
        (Field::NextStep, &item.next_step),
        (Field::Deadline, &day),
    ];
    of_spans(&item.spans, &fields)
}

fn of_spans(spans: &Spans, fields: &[(Field, &str)]) -> Vec<(String, Span, String)> {
    let found = fields.iter().filter_map(|(field, value)| {
        let span = span_of(spans, field).filter(|_| !value.is_empty())?;
        Some((field.name().to_owned(), span, (*value).to_owned()))
    });
    found.collect()
}

/// Whether lines are the same but for white space and the width of marks.
fn same(written: &[&str], read: &[&str]) -> bool {
    written.len() == read.len() && written.iter().zip(read).all(|(one, other)| alike(one, other))
}

fn alike(one: &str, other: &str) -> bool {
    let letters = |text| -> Vec<char> {
        let letters = str::chars(text).filter(|letter| !is_blank(*letter));
        letters.map(fold).collect()
    };
    letters(one) == letters(other)
}
