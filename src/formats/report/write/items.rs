//! The section on what is not finished: each item with problem, reason, next step and deadline.

use super::{ParagraphKind, Part, Writer, ends_a_sentence, numbers::push_number, or_blank, prose::push_date};
use crate::ledger::{Field, Id};
use chrono::NaiveDate;

/// A finding that is not complete, or an item that waits for its finding.
pub(super) struct Item<'a> {
    id: Id,
    title: &'a str,
    problem: &'a str,
    reason: &'a str,
    next_step: &'a str,
    deadline: Option<NaiveDate>,
}

impl<'a> Writer<'a> {
    /// The public items: those that the report puts first, then the findings, then the unplaced ones.
    pub(super) fn items(&self) -> Vec<Item<'a>> {
        let ledger = self.report.ledger;
        let mut items = Vec::new();
        for (area, category) in ledger.categories() {
            for finding in &category.findings {
                if !finding.status.is_complete() && !self.is_withheld_in(finding, category, area) {
                    items.push(Item {
                        id: finding.id,
                        title: &finding.title,
                        problem: &finding.problem,
                        reason: &finding.reason,
                        next_step: &finding.next_step,
                        deadline: finding.deadline,
                    });
                }
            }
        }
        for unplaced in &ledger.unplaced {
            if !self.is_withheld(unplaced.id) {
                items.push(Item {
                    id: unplaced.id,
                    title: &unplaced.title,
                    problem: &unplaced.problem,
                    reason: &unplaced.reason,
                    next_step: &unplaced.next_step,
                    deadline: unplaced.deadline,
                });
            }
        }
        let order = self.report.order;
        let place = |id: Id| order.iter().position(|first| *first == id).unwrap_or(order.len());
        crate::ledger::sort_by_key(&mut items, |item| place(item.id));
        items
    }

    /// How many unplaced items the section withholds. Findings are counted where they stand.
    pub(super) fn withheld_items(&self, part: Part) -> usize {
        let unplaced = self.report.ledger.unplaced.iter();
        let withheld = unplaced.filter(|item| self.is_withheld(item.id)).count();
        if part == Part::Unfinished { withheld } else { 0 }
    }

    pub(super) fn unfinished(&mut self, items: &[Item<'a>], withheld: usize) {
        let report = self.report;
        let style = report.style;
        for (at, item) in items.iter().enumerate() {
            let mut heading = String::new();
            style.items.push(at + 1, style.width, &mut heading);
            let title = or_blank(self.words(item.id, &Field::Title, item.title));
            style.item_phrase.push(title, style.width, &mut heading);
            self.push(ParagraphKind::Heading(2), heading, Some(item.id));

            let mut deadline = String::new();
            if let Some(date) = item.deadline {
                push_date(date, &mut deadline);
                deadline.push('前');
            }
            let fields = [
                self.words(item.id, &Field::Problem, item.problem),
                self.words(item.id, &Field::Reason, item.reason),
                self.words(item.id, &Field::NextStep, item.next_step),
                &deadline,
            ];
            for (label, words) in style.item_labels.words().zip(fields) {
                if words.is_empty() {
                    continue;
                }
                let mut text = String::from(label);
                text.push(style.width.mark('：'));
                text.push_str(words);
                if !ends_a_sentence(words) {
                    text.push('。');
                }
                self.lines(ParagraphKind::Body, &text, Some(item.id));
            }
        }
        if withheld > 0 {
            let mut text = String::from("按照有关规定，另有");
            push_number(withheld, &mut text);
            text.push_str("个事项不予公开。");
            self.push(ParagraphKind::Note, text, None);
        }
    }
}
