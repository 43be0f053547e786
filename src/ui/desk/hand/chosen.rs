//! Which findings are chosen: what the table's boxes and keys ask for comes true here.

use crate::signals::{Aside, Memo, effect};

use crate::{
    figures::Line,
    ledger::{Id, Ledger, sort_by},
    session::Session,
    ui::views::ledger::{Hand, Wish},
};

/// Does what is asked, and gives those that are chosen and still in the ledger, sorted.
pub fn follow(session: Session, hand: Hand) -> Memo<Vec<Id>> {
    // Where a range begins: the finding that was chosen last.
    let anchor = Aside::new(None::<Id>);
    effect(move || {
        let Some(wish) = hand.asked.get() else { return };
        hand.asked.set(None);
        let table = shown(session, hand);
        let at = |line: usize| finding_at(session, hand, line);
        hand.ids.update(|ids| match wish {
            Wish::Toggle(line) => {
                if let Some(id) = at(line) {
                    anchor.set_value(Some(id));
                    toggle(ids, id);
                }
            }
            Wish::Through(line) => {
                if let Some(id) = at(line) {
                    let from = anchor.get_value().filter(|from| table.contains(from)).unwrap_or(id);
                    anchor.set_value(Some(from));
                    add(ids, range(&table, from, id));
                }
            }
            Wish::Lines(one, other) => {
                for id in [one, other].into_iter().filter_map(at) {
                    add(ids, &[id]);
                }
            }
            Wish::All => add(ids, &table),
            Wish::AllOrNone if holds_all(ids, &table) => ids.clear(),
            Wish::AllOrNone => add(ids, &table),
            Wish::None => ids.clear(),
        });
    });
    effect(move || {
        let all = session
            .book
            .with(|_| hand.ids.with(|ids| (!ids.is_empty()).then(|| ids.clone())));
        let all = all.is_some_and(|ids| {
            let table = shown(session, hand);
            !table.is_empty() && holds_all(&ids, &table)
        });
        hand.all.set(all);
    });
    Memo::new(move |_| {
        session
            .book
            .with(|book| hand.ids.with(|ids| present(ids, book.ledger())))
    })
}

fn shown(session: Session, hand: Hand) -> Vec<Id> {
    hand.selection
        .with(|selection| session.book.with(|book| selection.findings(book.ledger()).collect()))
}

fn finding_at(session: Session, hand: Hand, line: usize) -> Option<Id> {
    let line = hand.selection.with(|selection| selection.lines.get(line).copied());
    match line {
        Some(Line::Finding(spot)) => session
            .book
            .with(|book| spot.finding(book.ledger()).map(|finding| finding.id)),
        _ => None,
    }
}

fn toggle(ids: &mut Vec<Id>, id: Id) {
    match ids.binary_search(&id) {
        Ok(at) => drop(ids.remove(at)),
        Err(at) => ids.insert(at, id),
    }
}

fn range(table: &[Id], from: Id, to: Id) -> &[Id] {
    let place = |id: Id| table.iter().position(|each| *each == id);
    match (place(from), place(to)) {
        (Some(from), Some(to)) => &table[from.min(to)..=from.max(to)],
        _ => &[],
    }
}

fn add(ids: &mut Vec<Id>, more: &[Id]) {
    ids.extend(more);
    sort_by(ids, Ord::cmp);
    ids.dedup();
}

fn holds_all(ids: &[Id], table: &[Id]) -> bool {
    table.iter().all(|id| ids.binary_search(id).is_ok())
}

fn present(ids: &[Id], ledger: &Ledger) -> Vec<Id> {
    if ids.is_empty() {
        return Vec::new();
    }
    let all = ledger.findings().map(|finding| finding.id);
    let mut here: Vec<Id> = all.filter(|id| ids.binary_search(id).is_ok()).collect();
    sort_by(&mut here, Ord::cmp);
    here
}
