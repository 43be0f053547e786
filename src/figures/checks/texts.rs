//! One text under two measures: most often copied and forgotten.

use super::{About, Check, CheckFinding, Checked, Place, Side, Value};
use crate::ledger::{Finding, Measure, Text, key_letters};

/// Short texts (加强培训) are the same by chance.
const LEAST_LETTERS: usize = 12;

/// A sum over the letters of the text alone, so that a new heading over an old text is found; where it is short, of its
/// heading and the text. Of 64 bits: no two texts of a ledger have one by chance. `most` letters are looked at.
fn sum(measure: &Measure, most: usize) -> Option<u64> {
    let is_short = key_letters(&measure.text).nth(LEAST_LETTERS - 1).is_none();
    let heading = if is_short { &*measure.heading } else { "" };
    let letters = key_letters(heading).chain(key_letters(&measure.text)).take(most);
    // FNV-1a
    let add =
        |(sum, count): (u64, usize), letter: char| ((sum ^ u64::from(letter)).wrapping_mul(0x100_0000_01b3), count + 1);
    let (sum, count) = letters.fold((0xcbf2_9ce4_8422_2325, 0), add);
    (count >= LEAST_LETTERS).then_some(sum)
}

/// The sum of a measure, its place in the ledger, its finding and itself.
type Summed<'a> = (u64, usize, &'a Finding, &'a Measure);

fn side(finding: &Finding, measure: &Measure) -> Side {
    let text: Text = if measure.text.is_empty() {
        measure.heading.clone()
    } else {
        measure.text.clone()
    };
    Side::with_words(Place::Measure(measure.id), Value::Text(text), &finding.title)
}

/// Each later measure is named beside the first one with its text.
pub(super) fn same_text(checked: &Checked<'_>, found: &mut Vec<CheckFinding>) {
    let findings = checked.ledger.findings();
    let measures = findings.flat_map(|finding| finding.measures.iter().map(move |measure| (finding, measure)));
    let mut begun: Vec<Summed<'_>> = Vec::new();
    for (at, (finding, measure)) in measures.enumerate() {
        begun.extend(sum(measure, LEAST_LETTERS).map(|sum| (sum, at, finding, measure)));
    }
    begun.sort_unstable_by_key(|(sum, at, ..)| (*sum, *at));
    // Most texts begin otherwise than all others: only those that begin alike are looked at whole.
    let mut all: Vec<Summed<'_>> = Vec::new();
    for alike in begun.chunk_by(|left, right| left.0 == right.0) {
        if alike.len() > 1 && alike.iter().any(|(_, _, finding, _)| checked.is_looked_at(finding)) {
            let whole = alike
                .iter()
                .filter_map(|each| Some((sum(each.3, usize::MAX)?, each.1, each.2, each.3)));
            all.extend(whole);
        }
    }
    all.sort_unstable_by_key(|(sum, at, ..)| (*sum, *at));
    let from = found.len();
    let mut order: Vec<usize> = Vec::new();
    for same in all.chunk_by(|left, right| left.0 == right.0) {
        let (_, _, finding, first) = &same[0];
        for (_, at, later_finding, later) in &same[1..] {
            let mut subject = first.id.to_string();
            subject.push(' ');
            subject.push_str(&later.id.to_string());
            order.push(*at);
            found.push(CheckFinding {
                check: Check::SameText,
                subject,
                about: About::Titled(later_finding.title.clone()),
                records: vec![first.id, later.id],
                first: side(finding, first),
                second: side(later_finding, later),
                acknowledged: None,
            });
        }
    }
    // In the order of the ledger, and not of the texts.
    let mut new: Vec<(usize, CheckFinding)> = order.into_iter().zip(found.drain(from..)).collect();
    crate::ledger::sort_by_key(&mut new, |(at, _)| *at);
    found.extend(new.into_iter().map(|(_, finding)| finding));
}
