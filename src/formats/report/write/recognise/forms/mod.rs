//! How a report that was read words single records, where that is not its style: see `form`.

mod records;
mod template;

use super::{
    super::{
        Level, Number, Part, PublicSettings, Writer,
        form::{NOTHING, SECTION},
        written,
    },
    Text,
    prose::{self, Block},
};
use crate::{
    formats::report::{Draft, DraftFinding, Span, Spans, span_of},
    journal::{Book, Edit, Hand},
    ledger::{Actor, Field, Id, IdMap},
};
use records::{At, Places, block, items, section_of};
use template::{alike, finding_holes, item_holes};

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
        secret: Default::default(),
    };
    let places = Places::new(edits);
    let items = items(draft);
    for (at, item) in items.iter().enumerate() {
        places.set(edits, *item, Field::ItemPlace, (at + 1).to_string());
    }
    let several = prose.sections.iter().filter(|each| each.part == Part::Progress).count() > 1;
    let sections = draft.areas.iter().map(|area| section_of(area, &blocks));
    let sections: Vec<usize> = sections.collect();
    // Whether another section of the report begins with an area.
    let begins = |area: usize| several && area > 0 && sections[area] > sections[area - 1];
    for area in (0..sections.len()).filter(|area| begins(*area)) {
        places.set(edits, At::Area(area), Field::ReportForm, SECTION);
    }
    for _ in 0..ROUNDS {
        let mut book = Book::default();
        book.act(&hand, 0, edits);
        let settings = PublicSettings {
            prose: prose.clone(),
            ..PublicSettings::from_ledger(book.ledger())
        };
        let report = settings.report(book.ledger(), &[], &[]);
        let builder = Builder::new(draft, text, &of, &blocks, written(&report));
        let mut forms = builder.forms();
        builder.item_forms(&items, &mut forms);
        if forms.is_empty() {
            break;
        }
        for (at, field, mut form) in forms {
            if matches!(at, At::Area(area) if begins(area)) {
                form.insert_str(0, SECTION);
            }
            places.set(edits, at, field, form);
        }
    }
}

struct Builder<'a> {
    draft: &'a Draft,
    text: &'a str,
    of: &'a Text<'a>,
    blocks: &'a [Block<'a>],
    /// What the ledger's report says now.
    writer: Writer<'a>,
    /// The paragraphs of each record, outside of the unfinished items and among them.
    said: IdMap<Vec<usize>>,
    said_of_items: IdMap<Vec<usize>>,
    /// The numbers of each record's headings.
    numbers: IdMap<Vec<Number>>,
}

impl<'a> Builder<'a> {
    fn new(
        draft: &'a Draft,
        text: &'a str,
        of: &'a Text<'a>,
        blocks: &'a [Block<'a>],
        mut writer: Writer<'a>,
    ) -> Builder<'a> {
        let items = writer.items.clone().unwrap_or_default();
        let (mut said, mut said_of_items) = (IdMap::default(), IdMap::default());
        let mut numbers: IdMap<Vec<Number>> = IdMap::default();
        for (at, paragraph) in writer.out.iter().enumerate() {
            let of: &mut IdMap<Vec<usize>> = if items.contains(&at) {
                &mut said_of_items
            } else {
                &mut said
            };
            if let Some(record) = paragraph.record {
                of.or_default(record).push(at);
            }
        }
        for (record, number) in std::mem::take(&mut writer.numbers) {
            numbers.or_default(record).push(number);
        }
        Builder {
            draft,
            text,
            of,
            blocks,
            writer,
            said,
            said_of_items,
            numbers,
        }
    }

    /// The forms that are wanted beside those that there are.
    fn forms(&self) -> Vec<(At, Field, String)> {
        let mut forms = Vec::new();
        for (a, area) in self.draft.areas.iter().enumerate() {
            let mut area_is_finding = false;
            for (c, category) in area.categories.iter().enumerate() {
                let mut is_finding = false;
                for (f, finding) in category.findings.iter().enumerate() {
                    // The headings above that this one is too, as it stands on their line.
                    let of_area = finding.line == area.line;
                    let of_category = finding.line == category.line;
                    (area_is_finding, is_finding) = (area_is_finding || of_area, is_finding || of_category);
                    let above = [(At::Area(a), of_area), (At::Category(a, c), of_category)];
                    let above: Vec<At> = above.iter().filter(|(_, same)| *same).map(|(at, _)| *at).collect();
                    let titles = (&category.spans, category.title.as_str());
                    let own = self.of.categories.binary_search(&category.line).is_ok();
                    self.finding(At::Finding(a, c, f), finding, titles, own, &above, &mut forms);
                }
                if !is_finding {
                    let own = self.of.categories.binary_search(&category.line).is_ok();
                    let title = (&category.spans, category.title.as_str());
                    self.heading(
                        At::Category(a, c),
                        category.line,
                        own,
                        title,
                        Level::Category,
                        &mut forms,
                    );
                }
            }
            if !area_is_finding {
                let own = self.of.areas.binary_search(&area.line).is_ok()
                    && self.of.categories.binary_search(&area.line).is_err();
                let title = (&area.spans, area.title.as_str());
                self.heading(At::Area(a), area.line, own, title, Level::Area, &mut forms);
            }
        }
        forms
    }

    /// A finding, with all that stands under it. `above` are headings on its line, and `in_category` tells whether its
    /// category has a heading.
    fn finding(
        &self,
        at: At,
        finding: &DraftFinding,
        category: (&Spans, &str),
        in_category: bool,
        above: &[At],
        forms: &mut Vec<(At, Field, String)>,
    ) {
        let Some(block) = block(self.blocks, finding.line) else {
            return;
        };
        let ledger = self.writer.report.ledger;
        let mut records: Vec<Id> = above.iter().chain([&at]).filter_map(|at| at.id(ledger)).collect();
        let stored = match at {
            At::Finding(a, c, f) => ledger
                .focus_areas
                .get(a)
                .and_then(|area| area.categories.get(c)?.findings.get(f)),
            _ => None,
        };
        let measures = stored.iter().flat_map(|finding| &finding.measures);
        records.extend(measures.map(|measure| measure.id));
        if same(&self.lines(&records), &block.lines) {
            return;
        }
        let standing = finding.title.is_empty();
        let (level, title) = match standing {
            true if in_category => (Level::Category, titled(category)),
            true => (Level::Finding, titled(category)),
            false => (Level::Finding, titled((&finding.spans, &finding.title))),
        };
        let of_category = above.iter().find(|above| matches!(above, At::Category(..)));
        let numbered = [at.id(ledger), of_category.and_then(|at| at.id(ledger))];
        let number = numbered.iter().flatten().find_map(|id| self.numbers.get(id)?.first());
        let Some(form) = self.template(block, title, finding_holes(finding), number) else {
            return;
        };
        forms.push((at, Field::ReportForm, form));
        for above in above {
            let kept = level == Level::Category && matches!(above, At::Category(..));
            if !kept && self.is_written(*above) {
                forms.push((*above, Field::ReportForm, NOTHING.into()));
            }
        }
    }

    /// The heading of an area or a category, which has a line of its own, or none where it was filled in.
    fn heading(
        &self,
        at: At,
        line: usize,
        own: bool,
        title: (&Spans, &str),
        level: Level,
        forms: &mut Vec<(At, Field, String)>,
    ) {
        let Some(block) = block(self.blocks, line).filter(|_| own) else {
            if self.is_written(at) {
                forms.push((at, Field::ReportForm, NOTHING.into()));
            }
            return;
        };
        let Some(id) = at.id(self.writer.report.ledger) else {
            return;
        };
        debug_assert!(matches!(level, Level::Area | Level::Category));
        if !same(&self.lines(&[id]), &block.lines) {
            let number = self.numbers.get(&id).and_then(|numbers| numbers.first());
            if let Some(form) = self.template(block, titled(title), Vec::new(), number) {
                forms.push((at, Field::ReportForm, form));
            }
        }
    }

    fn item_forms(&self, items: &[At], forms: &mut Vec<(At, Field, String)>) {
        for (item, at) in self.draft.unfinished.iter().zip(items) {
            let id = at.id(self.writer.report.ledger);
            let (Some(id), Some(block)) = (id, block(self.blocks, item.line)) else {
                continue;
            };
            if same(&self.paragraphs(self.said_of_items.get(&id)), &block.lines) {
                continue;
            }
            let number = self.numbers.get(&id).and_then(|numbers| numbers.last());
            let title = titled((&item.spans, &item.title));
            if let Some(form) = self.template(block, title, item_holes(item), number) {
                forms.push((*at, Field::ItemForm, form));
            }
        }
    }

    /// What the report says of records now, outside of the unfinished items.
    fn lines(&self, records: &[Id]) -> Vec<&str> {
        let mut said: Vec<usize> = records
            .iter()
            .filter_map(|id| self.said.get(id))
            .flatten()
            .copied()
            .collect();
        said.sort_unstable();
        self.paragraphs(Some(&said))
    }

    fn paragraphs(&self, places: Option<&Vec<usize>>) -> Vec<&str> {
        let places = places.into_iter().flatten();
        places.map(|at| self.writer.out[*at].text.as_str()).collect()
    }

    fn is_written(&self, at: At) -> bool {
        let id = at.id(self.writer.report.ledger);
        id.is_some_and(|id| self.said.get(&id).is_some())
    }
}

fn titled((spans, title): (&Spans, &str)) -> Option<(Span, String)> {
    span_of(spans, &Field::Title).map(|span| (span, title.to_owned()))
}

/// Whether lines are the same but for white space and the width of marks.
fn same(written: &[&str], read: &[&str]) -> bool {
    written.len() == read.len() && written.iter().zip(read).all(|(one, other)| alike(one, other))
}
