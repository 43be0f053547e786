//! The text under a finding: collected line by line, then read as its status and its measures.

use super::Progress;
use crate::{
    formats::report::{
        body::{self, Piece},
        corrections::TextKind,
        draft::{Draft, Line, Unread, Why},
        fields,
        fold::is_blank,
        labels::Label,
        lines::Row,
        measures,
        registers::{self, Plain},
        section::{is_outcome, span_in},
        status,
    },
    ledger::Field,
};

impl<'a> Progress<'a> {
    pub(super) fn piece(&mut self, row: Row<'a>, text: &'a str, paragraph: bool, numbered: bool) {
        self.body.push(Piece {
            row,
            text,
            paragraph,
            numbered,
        });
    }

    /// Text between a finding and its label tells of the problem, not of what was done.
    pub(super) fn describe(&mut self, draft: &mut Draft) {
        if self.announced || self.body.is_empty() {
            return;
        }
        for piece in std::mem::take(&mut self.body) {
            let span = span_in(&piece.row, piece.text);
            let finding = self.finding(piece.row.number, draft);
            fields::append(&mut finding.detail, piece.text, piece.paragraph);
            fields::widen(&mut finding.spans, Field::Detail, span);
            draft.taken.push(piece.row.number);
        }
    }

    /// 整改成效：… after measures tells what came of them: it is further text of the last one, and no measure itself. So is
    /// 整改进展：正在推进 behind 整改措施.
    pub(super) fn outcome(&mut self, text: &str, row: Row<'a>, draft: &mut Draft) -> bool {
        let known = !self.finding(row.number, draft).measures.is_empty();
        let clause = status::in_first_clause(text);
        let told = is_outcome(row.text, text) || clause.is_some();
        if !known || !told || !measures::split(text).is_empty() {
            return false;
        }
        if let Some((said, words)) = clause {
            fields::set_status(self.finding(row.number, draft), said, span_in(&row, words));
        }
        if text.is_empty() {
            self.open = Some(Label::Progress); // It follows on the next line.
            draft.taken.push(row.number);
            return true;
        }
        status::of_sentence(text).is_none() && self.append_outcome(row, draft)
    }

    /// Appends a line to the last measure of a finding that has one.
    pub(super) fn append_outcome(&mut self, row: Row<'a>, draft: &mut Draft) -> bool {
        let read = registers::read(&Plain::of(row.text, row.at), &self.context);
        let finding = self.finding(row.number, draft);
        let said = status::of_sentence(row.text);
        if let Some(said) = said {
            fields::set_status(finding, said, span_in(&row, row.text));
        } else if let Some(measure) = finding.measures.last_mut() {
            fields::append(&mut measure.text, row.text, true);
            fields::widen(&mut measure.spans, Field::Body, span_in(&row, row.text));
            measure.rules.extend(read.rules);
            finding.accountability.extend(read.accountability);
            finding.recovered.extend(read.recovered);
        } else {
            return false;
        }
        draft.taken.push(row.number);
        true
    }

    /// Turns the progress text into the measures of the finding it stands under.
    pub(super) fn close_body(&mut self, draft: &mut Draft) {
        if self.kind == TextKind::Feedback {
            return self.describe(draft);
        }
        self.announced = false;
        let mut pieces = std::mem::take(&mut self.body);
        let Some(first) = pieces.first().copied() else { return };
        let mut said = None;
        if let Some((status, words, rest)) = status::at_start(first.text) {
            said = Some((status, span_in(&first.row, words)));
            pieces[0].text = rest;
        }
        if said.is_none()
            && let Some(last) = pieces.last_mut()
            && let Some((status, words, before)) = status::in_last_sentence(last.text)
        {
            said = Some((status, span_in(&last.row, words)));
            last.text = before;
        }
        let rows: Vec<Row<'_>> = pieces.iter().map(|piece| piece.row).collect();
        pieces.retain(|piece| !piece.text.is_empty() && !is_to_be_filled_in(piece.text));
        if let Some(next) = pieces.first_mut() {
            next.paragraph = true;
        }
        let told = body::read(&pieces, self.corrections, &self.context);
        if told.measures.is_empty() && said.is_none() {
            for row in rows {
                draft.leave_unread(row, Why::NoMeasures);
            }
            return;
        }
        draft.taken.extend(rows.iter().map(|row| row.number));
        let finding = self.finding(first.row.number, draft);
        if let Some((said, span)) = said {
            fields::set_status(finding, said, span);
        }
        finding.measures.extend(told.measures);
        finding.accountability.extend(told.registers.accountability);
        finding.recovered.extend(told.registers.recovered);
        if !told.before.is_empty() {
            let line = Line {
                number: first.row.number,
                text: told.before,
            };
            if line.text.ends_with([':', '：']) {
                draft.prose.push(line); // 采取以下措施：
            } else {
                draft.unread.push(Unread { line, why: Why::Stray });
            }
        }
    }
}

/// 〔　　〕, which stands where a report was to be filled in.
fn is_to_be_filled_in(text: &str) -> bool {
    let text = text.trim_end_matches(|letter| is_blank(letter) || letter == '。');
    let inside = text.strip_prefix('〔').and_then(|text| text.strip_suffix('〕'));
    inside.is_some_and(|inside| inside.trim_matches(is_blank).is_empty())
}
