//! What a file holds: whose hand it is of, and the findings of a ledger that is not here.

use crate::dom::View;
use view_macro::view;

use super::{
    Desk, changes_to_take,
    questions::{LISTED, more},
};
use crate::{
    figures::{Column, HandShare},
    journal::Book,
    ledger::Finding,
};

/// Who made the changes, and when.
pub fn hands(desk: Desk, hands: &[HandShare]) -> View {
    let Desk { session, t, x, .. } = desk;
    let rows = hands.iter().map(|hand| {
        view! {
            <tr>
                <th scope="row">{t.words.author(&hand.author).to_owned()}</th>
                <td>{hand.changes}</td>
                <td>{session.local_time(hand.first)}</td>
                <td>{session.local_time(hand.last)}</td>
            </tr>
        }
    });
    view! {
        <section class="card stack">
            <h2>{x.who_heading}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=x.who_heading>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{x.who}</th>
                            <th scope="col">{x.changes}</th>
                            <th scope="col">{x.first}</th>
                            <th scope="col">{x.last}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<View>()}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The findings of a ledger that is not here, with their counts.
pub fn findings(desk: Desk) -> View {
    let Desk { t, x, .. } = desk;
    let book = Book::from_changes(changes_to_take(desk.session, desk.intake));
    let ledger = book.ledger();
    let count = ledger.findings().count();
    let measures: usize = ledger.findings().map(|finding| finding.measures.len()).sum();
    let row = |(number, finding): (usize, &Finding)| {
        view! {
            <tr>
                <td>{number}</td>
                <th scope="row">{finding.title.to_string()}</th>
                <td>{(t.words.status)(finding.status)}</td>
                <td>{finding.department.to_string()}</td>
            </tr>
        }
    };
    let column = t.ledger.column;
    let rows = (1..).zip(ledger.findings()).take(LISTED).map(row);
    view! {
        <p>{(x.holds)(book.changes().len(), count, measures)}</p>
        <section class="card stack">
            <h2>{x.contents}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=x.contents>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{column(Column::Number)}</th>
                            <th scope="col">{column(Column::Title)}</th>
                            <th scope="col">{column(Column::Status)}</th>
                            <th scope="col">{column(Column::Department)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<View>()}</tbody>
                </table>
            </div>
            {more(x, count)}
        </section>
    }
}
