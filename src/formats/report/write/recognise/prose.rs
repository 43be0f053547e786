//! The free text of a report that was read: its title, introduction, sections and contact.

use super::{
    super::{Numbers, Part, Prose, Section},
    Text,
};
use crate::formats::report::{
    Draft,
    section::{is_bare_section, is_closing},
};

/// The lines of a heading of the tree, or of an unfinished item, and all that stands under it.
pub(super) struct Block<'t> {
    pub line: usize,
    pub lines: Vec<&'t str>,
    /// Its section, of all that the report has.
    pub section: usize,
}

impl Prose {
    /// The free text of a report, as it stands there.
    pub fn from_draft(draft: &Draft, text: &str) -> Prose {
        read(draft, &Text::new(draft, text)).0
    }
}

/// The free text of a report, and the lines that are the ledger's.
pub(super) fn read<'t>(draft: &Draft, text: &Text<'t>) -> (Prose, Vec<Block<'t>>) {
    let mut blocks: Vec<Block<'t>> = Vec::new();
    let sections = text.section_numbers();
    let mut prose = Prose::default();
    let last = text.last_heading(sections);
    let farewell = |line: usize| line > last && draft.prose.iter().any(|prose| prose.number == line);
    let mut opening: Vec<&str> = Vec::new();
    // Whether the section's findings or items have begun: their lines are the ledger's.
    let mut in_tree = false;
    let mut at_end = false;
    for (line, words) in text.filled() {
        let read = Numbers::read(words);
        let own = if text.is_of_tree(line) {
            Some(Part::Progress)
        } else {
            text.is_item(line).then_some(Part::Unfinished)
        };
        if let Some(part) = own {
            let is_section = read.map(|(numbers, ..)| numbers) == sections;
            match prose.sections.last_mut() {
                Some(section) if section.part == part => {}
                Some(section) if section.part == Part::Other && !is_section => section.part = part,
                _ => prose.sections.push(Section {
                    part,
                    title: String::new(),
                    text: String::new(),
                }),
            }
            blocks.push(Block {
                line,
                lines: vec![words],
                section: prose.sections.len(),
            });
            (in_tree, at_end) = (true, false);
        } else if text.contents.contains(&line) {
            opening.push(words);
        } else if let Some((_, _, title)) = section_of(words, read, sections) {
            prose.sections.push(Section {
                part: Part::Other,
                title: title.into(),
                text: String::new(),
            });
            (in_tree, at_end) = (false, false);
        } else if let Some(section) = prose.sections.last_mut() {
            at_end |= in_tree && (is_closing(words) || farewell(line));
            if at_end {
                push_line(&mut prose.contact, words);
            } else if !in_tree {
                push_line(&mut section.text, words);
            } else if let Some(block) = blocks.last_mut() {
                block.lines.push(words);
            }
        } else {
            opening.push(words);
        }
    }
    prose.take_opening(&opening);
    prose.take_contact();
    prose.name_parts();
    (prose, blocks)
}

impl Prose {
    /// Lines before the first section: a title, which is no sentence, and the introduction.
    fn take_opening(&mut self, opening: &[&str]) {
        for (at, line) in opening.iter().enumerate() {
            let goes_on = line.contains('。') || line.ends_with(['：', ':', '，', ',', '、', '；', ';']);
            let short = line.chars().count() <= 60 && !goes_on;
            if self.intro.is_empty() && short && at + 1 < opening.len() {
                push_line(&mut self.title, line);
            } else {
                push_line(&mut self.intro, line);
            }
        }
    }

    /// The last lines of the last section, from where they say how to get in touch.
    fn take_contact(&mut self) {
        let Some(last) = self.sections.last_mut().filter(|_| self.contact.is_empty()) else {
            return;
        };
        let lines: Vec<&str> = last.text.lines().collect();
        let Some(mut from) = lines.iter().rposition(|line| is_closing(line)) else {
            return;
        };
        while from > 0 && is_closing(lines[from - 1]) {
            from -= 1;
        }
        self.contact = lines[from..].join("\n");
        last.text = lines[..from].join("\n");
    }

    /// What the other sections are about, by their titles; each but the last kind once.
    fn name_parts(&mut self) {
        let progress = self.sections.iter().position(|section| section.part == Part::Progress);
        for at in 0..self.sections.len() {
            let title = &self.sections[at].title;
            let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
            let part = if has(&["线索", "问责", "追责"]) {
                Part::Clues
            } else if has(&["下一步", "下步", "今后", "计划", "打算"]) {
                Part::NextSteps
            } else if progress.is_none_or(|progress| at < progress) {
                Part::Organisation
            } else {
                continue;
            };
            if self.sections[at].part == Part::Other && self.section(part).is_none() {
                self.sections[at].part = part;
            }
        }
    }
}

/// The heading of a section, with its title.
fn section_of<'a>(
    words: &'a str,
    read: Option<(Numbers, usize, &'a str)>,
    sections: Option<Numbers>,
) -> Option<(Numbers, usize, &'a str)> {
    match (read, sections) {
        (None, Some(Numbers::Bare)) if is_bare_section(words) => Some((Numbers::Bare, 0, words)),
        (Some(read), Some(sections)) if read.0 == sections => Some(read),
        _ => None,
    }
}

fn push_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
