//! Where an unplaced item may belong, and in which order Chinese texts are read.

use super::Session;
use crate::{
    browser,
    formats::report::{Wording, place_candidates},
    ledger::{Finding, Id, Unplaced},
};

impl Session {
    /// The findings that an unplaced item may be about, most likely first, with their titles.
    pub fn candidates(&self, item: &Unplaced) -> Vec<(Id, String)> {
        self.book.with(|book| {
            let findings: Vec<&Finding> = book.ledger().findings().collect();
            let wordings: Vec<Wording<'_>> = findings.iter().map(|finding| wording(finding)).collect();
            let asked = Wording {
                title: &item.title,
                texts: vec![&item.problem, &item.reason, &item.next_step],
            };
            let found = place_candidates(&asked, &wordings)
                .into_iter()
                .filter_map(|at| findings.get(at));
            found.map(|finding| (finding.id, finding.title.to_string())).collect()
        })
    }
}

fn wording(finding: &Finding) -> Wording<'_> {
    let measures = finding.measures.iter();
    Wording {
        title: &finding.title,
        texts: measures
            .flat_map(|measure| [measure.heading.as_str(), measure.text.as_str()])
            .collect(),
    }
}

/// The order in which a reader of Chinese looks for distinct texts: their indices.
pub fn reading_order(texts: &[&str]) -> Vec<u32> {
    browser::reading_order(texts)
}
