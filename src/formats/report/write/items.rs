//! The section on what is not finished: each item with problem, reason, next step and deadline.

use std::borrow::Cow;

use super::{
    Listed, Number, ParagraphKind, Part, Writer, ends_a_sentence, numbers::push_number, or_blank, prose::push_date,
};
use crate::ledger::{Field, Id, Status};
use chrono::NaiveDate;

/// A finding that is not complete, or an item that waits for its finding.
pub(super) struct Item<'a> {
    id: Id,
    title: &'a str,
    problem: &'a str,
    reason: &'a str,
    next_step: &'a str,
    deadline: Option<NaiveDate>,
    form: &'a str,
    place: u32,
}

impl<'a> Writer<'a> {
    /// The public items: those that the report puts first, those that have a place, the findings, the unplaced ones.
    pub(super) fn items(&self) -> Vec<Item<'a>> {
        let ledger = self.report.ledger;
        let mut items = Vec::new();
        for (area, category) in ledger.categories() {
            for finding in &category.findings {
                let listed = self.report.style.listed == Listed::All || finding.status != Status::LargelyDone;
                if listed && !finding.status.is_complete() && !self.is_withheld_in(finding, category, area) {
                    items.push(Item {
                        id: finding.id,
                        title: &finding.title,
                        problem: &finding.problem,
                        reason: &finding.reason,
                        next_step: &finding.next_step,
                        deadline: finding.deadline,
                        form: &finding.item_form,
                        place: finding.item_place,
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
                    form: &unplaced.item_form,
                    place: unplaced.item_place,
                });
            }
        }
        let order = self.report.order;
        let place = |id: Id| order.iter().position(|first| *first == id).unwrap_or(order.len());
        let known = |item: &Item<'_>| if item.place == 0 { u32::MAX } else { item.place };
        crate::ledger::sort_by_key(&mut items, |item| (place(item.id), known(item)));
        items
    }

    /// How many unplaced items the section withholds. Findings are counted where they stand.
    pub(super) fn withheld_items(&self, part: Part) -> usize {
        let unplaced = self.report.ledger.unplaced.iter();
        let withheld = unplaced.filter(|item| self.is_withheld(item.id)).count();
        if part == Part::Unfinished { withheld } else { 0 }
    }

    /// The fields of an item as its form names them.
    fn item_value(&self, item: &Item<'a>, title: &'a str) -> impl Fn(&str) -> Option<Cow<'a, str>> + use<'a> {
        let problem = self.words(item.id, &Field::Problem, item.problem);
        let reason = self.words(item.id, &Field::Reason, item.reason);
        let next_step = self.words(item.id, &Field::NextStep, item.next_step);
        let deadline = item.deadline;
        move |name| match name {
            "title" => Some(title.into()),
            "problem" => Some(problem.into()),
            "reason" => Some(reason.into()),
            "next_step" => Some(next_step.into()),
            "deadline" => deadline.map(|day| day.to_string().into()),
            _ => None,
        }
    }

    pub(super) fn unfinished(&mut self, items: &[Item<'a>], withheld: usize) {
        let report = self.report;
        let style = report.style;
        for (at, item) in items.iter().enumerate() {
            let mut heading = String::new();
            style.items.push(at + 1, style.width, &mut heading);
            let title = or_blank(self.words(item.id, &Field::Title, item.title));
            let number = Number {
                written: heading.clone(),
                count: at + 1,
                above: self.counts[0],
            };
            self.numbers.push((item.id, number.clone()));
            if !item.form.is_empty() {
                let value = self.item_value(item, title);
                self.form(item.form, 2, item.id, &number, &value);
                continue;
            }
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
