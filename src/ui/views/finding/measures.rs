//! The measures of a finding: added, edited, reordered, removed.

use crate::dom::{View, each};
use crate::signals::Memo;
use view_macro::{component, view};

use crate::{
    journal::{Edit, NewRecord, Position},
    ledger::{Field, Id, Kind},
    session::Notice,
    ui::{
        parts::{EditField, Input, use_session},
        texts::use_texts,
    },
};

#[component]
pub fn Measures(id: Id) -> View {
    let t = use_texts();
    let session = use_session();
    let measures = Memo::new(move |_| {
        session.book.with(|book| {
            let finding = book.ledger().finding(id);
            finding
                .map(|finding| finding.measures.iter().map(|measure| measure.id).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let complete = Memo::new(move |_| {
        session.book.with(|book| {
            book.ledger()
                .finding(id)
                .map_or(0, |finding| finding.measures_complete())
        })
    });
    let shift = move |measure: Id, down: bool| {
        let ids = measures.get_untracked();
        let Some(at) = ids.iter().position(|each| *each == measure) else {
            return;
        };
        let position = match (down, at) {
            (true, at) if at + 1 < ids.len() => Position::After(ids[at + 1]),
            (false, 1) => Position::First,
            (false, at) if at > 1 => Position::After(ids[at - 2]),
            _ => return,
        };
        session.act(&[Edit::Move {
            record: measure,
            parent: id,
            position,
        }]);
    };
    let add = move |_| {
        let made = session.act(&[Edit::add(id, NewRecord::new(Kind::Measure))]);
        if let Some(change) = made.first() {
            let heading = format!("{}-{}", change.id, Field::Heading.name());
            session.focus_later(heading);
        }
    };
    view! {
        <div class="card stack">
            <h2>{move || (t.finding.measures)(complete.get(), measures.with(Vec::len))}</h2>
            {move || measures.with(Vec::is_empty).then(|| view! { <p class="muted">{t.finding.no_measures}</p> })}
            <ol class="measures">
                {each(move || measures.get(), move |measure| {
                        let number = move || measures.with(|all| all.iter().position(|each| *each == measure).map_or(0, |at| at + 1));
                        let name = Memo::new(move |_| (t.finding.measure_number)(number()));
                        view! {
                            <li class="measure" aria-label=move || name.get()>
                                <EditField record=measure field=Field::Heading input=Input::Line />
                                <EditField record=measure field=Field::Body input=Input::Paragraph />
                                <EditField record=measure field=Field::Result input=Input::Paragraph />
                                <div class="row">
                                    <EditField record=measure field=Field::Status input=Input::Status />
                                    <EditField record=measure field=Field::Date input=Input::Date />
                                    <EditField record=measure field=Field::Owner input=Input::Listed("list-owners") />
                                </div>
                                <div class="row measure-tools plan-only">
                                    <button type="button" class="button quiet small" aria-disabled=move || (number() == 1).then_some("true")
                                        on:click=move |_| shift(measure, false)>{t.words.move_up}
                                        <span class="visually-hidden">{move || name.get()}</span></button>
                                    <button type="button" class="button quiet small"
                                        aria-disabled=move || (number() == measures.with(Vec::len)).then_some("true")
                                        on:click=move |_| shift(measure, true)>{t.words.move_down}
                                        <span class="visually-hidden">{move || name.get()}</span></button>
                                    <button type="button" class="button quiet small"
                                        on:click=move |_| {
                                            session.act(&[Edit::Remove { record: measure }]);
                                            session.notify(Notice::MeasureRemoved);
                                        }>{t.words.remove}
                                        <span class="visually-hidden">{move || name.get()}</span></button>
                                </div>
                            </li>
                        }
                })}
            </ol>
            <button type="button" class="button plan-only" on:click=add>{t.finding.add_measure}</button>
        </div>
    }
}
