//! Gives each unfinished item to the finding it names, and proposes findings for those that name none.

use super::{
    draft::{Draft, DraftCategory, FindingAt},
    fold::key,
};
use crate::ledger::{Field, Likeness, Status, Wording};
use std::collections::BTreeSet;

/// Items beyond these get no proposals: a real report has a handful, and each proposal reads all findings.
const PROPOSALS: usize = 50;

/// An item belongs to a finding when exactly one finding has its title and no item before it took that finding.
pub(super) fn match_unfinished(draft: &mut Draft) {
    if draft.unfinished.is_empty() {
        return;
    }
    let mut titles: Vec<(String, FindingAt)> = draft
        .places()
        .map(|at| (key(draft.finding_title(at)), at))
        .filter(|(title, _)| !title.is_empty())
        .collect();
    crate::ledger::sort_by(&mut titles, |left, right| left.0.cmp(&right.0));

    let mut items = std::mem::take(&mut draft.unfinished);
    let mut named = BTreeSet::new();
    for item in &mut items {
        let title = key(&item.title);
        let from = titles.partition_point(|(known, _)| *known < title);
        let same = titles[from..]
            .iter()
            .take_while(|(known, _)| *known == title)
            .map(|(_, at)| *at);
        let same: Vec<FindingAt> = same.take(5).collect();
        match same.as_slice() {
            [only] if named.insert((only.area, only.category, only.finding)) => {
                item.matched = Some(*only);
                if let Some(finding) = draft.finding_mut(*only) {
                    // 基本完成 and the like stay as they were said.
                    if finding.status.is_complete() {
                        finding.status = Status::InProgress;
                    }
                    finding.deadline = item.deadline.or(finding.deadline);
                    finding.remedy = item.remedy.or(finding.remedy);
                    for (words, more) in [
                        (&mut finding.problem, &item.problem),
                        (&mut finding.reason, &item.reason),
                        (&mut finding.next_step, &item.next_step),
                    ] {
                        if !more.is_empty() {
                            words.clone_from(more);
                        }
                    }
                    let more = item.spans.iter().filter(|(field, _)| *field != Field::Title);
                    finding
                        .spans
                        .retain(|(field, _)| more.clone().all(|(other, _)| other != field));
                    finding.spans.extend(more.cloned());
                }
            }
            _ => item.candidates = same,
        }
    }
    draft.unfinished = items;
    propose(draft);
}

fn propose(draft: &mut Draft) {
    let mut items = std::mem::take(&mut draft.unfinished);
    let mut open = items
        .iter_mut()
        .filter(|item| item.matched.is_none() && item.candidates.is_empty())
        .peekable();
    if open.peek().is_some() {
        let places: Vec<FindingAt> = draft.places().collect();
        let wordings: Vec<Wording<'_>> = draft
            .areas
            .iter()
            .flat_map(|area| &area.categories)
            .flat_map(wordings)
            .collect();
        let likeness = Likeness::new(&wordings);
        for item in open.take(PROPOSALS) {
            let wording = Wording {
                title: &item.title,
                texts: vec![&item.problem, &item.reason, &item.next_step],
            };
            item.candidates = likeness.candidates(&wording).into_iter().map(|at| places[at]).collect();
        }
    }
    draft.unfinished = items;
}

fn wordings(category: &DraftCategory) -> impl Iterator<Item = Wording<'_>> {
    category.findings.iter().map(|finding| Wording {
        title: if finding.title.is_empty() {
            &category.title
        } else {
            &finding.title
        },
        texts: finding
            .measures
            .iter()
            .flat_map(|measure| [measure.heading.as_str(), measure.text.as_str()])
            .collect(),
    })
}
