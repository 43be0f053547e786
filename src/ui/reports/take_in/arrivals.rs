//! Files that came together: which of them is looked at, and what became of each.

use crate::dom::{NodeRef, View, live};
use crate::signals::{Memo, effect};
use view_macro::view;

use crate::{
    figures::Column,
    session::Understood,
    ui::{
        route::Route,
        texts::{TakeInTexts, Texts, take_in_texts, use_texts},
        views::intake::{Arrival, Intake, Outcome},
    },
};

/// Which file the user is asked about, and of several what becomes of the others.
pub fn which(intake: Intake) -> View {
    let t = use_texts();
    let x = take_in_texts(t.lang);
    let is_ledger = intake
        .asked
        .with_untracked(|asked| matches!(asked, Some(Understood::Ledger(_))));
    let several = Memo::new(move |_| intake.arrivals.with(|arrivals| arrivals.len()) > 1);
    let name = move || {
        intake.arrivals.with(|arrivals| {
            let is_asked = |arrival: &Arrival| arrival.outcome == Outcome::Asked;
            let at = arrivals.iter().position(is_asked).unwrap_or_default();
            let name = arrivals.get(at).map_or(x.pasted, |arrival| shown_name(x, arrival));
            if arrivals.len() > 1 {
                (x.which)(at + 1, arrivals.len(), name)
            } else {
                (x.file_name)(name)
            }
        })
    };
    live(move || {
        let several = several.get();
        // Of a report the preview itself tells the name.
        if !several && !is_ledger {
            return View::Nothing;
        }
        view! {
            <div class="view stack">
                <p><strong>{name}</strong></p>
                {several.then(|| view! {
                    <details>
                        <summary>{x.arrivals}</summary>
                        {move || table(t, x, intake)}
                    </details>
                })}
            </div>
        }
    })
}

/// What became of each, until it is closed.
pub fn arrivals(intake: Intake) -> View {
    let t = use_texts();
    let x = take_in_texts(t.lang);
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let has_refused = move || {
        let is_refused = |arrival: &Arrival| matches!(arrival.outcome, Outcome::Refused(_));
        intake.arrivals.with(|arrivals| arrivals.iter().any(is_refused))
    };
    let has_taken = Memo::new(move |_| {
        let is_taken = |arrival: &Arrival| matches!(arrival.outcome, Outcome::Taken(_) | Outcome::Stored);
        intake.arrivals.with(|arrivals| arrivals.iter().any(is_taken))
    });
    view! {
        <section class="card stack" role=move || if has_refused() { "alert" } else { "status" }>
            <h2 node_ref=heading tabindex="-1">
                {move || (x.arrivals_done)(intake.arrivals.with(|arrivals| arrivals.len()))}
            </h2>
            {move || table(t, x, intake)}
            <div class="row">
                <button type="button" class="button" on:click=move |_| intake.arrivals.update(Vec::clear)>{x.close}</button>
                {move || has_taken.get().then(|| view! { <a class="button" href=Route::Overview.href()>{x.to_overview}</a> })}
            </div>
        </section>
    }
}

fn shown_name<'a>(x: &'static TakeInTexts, arrival: &'a Arrival) -> &'a str {
    if arrival.name.is_empty() {
        x.pasted
    } else {
        &arrival.name
    }
}

fn table(t: &'static Texts, x: &'static TakeInTexts, intake: Intake) -> View {
    let row = |(number, arrival): (usize, &Arrival)| {
        let (class, outcome) = match &arrival.outcome {
            Outcome::Waits => ("muted", x.waits.to_owned()),
            Outcome::Asked => ("", x.asked.to_owned()),
            Outcome::Taken(taken) => ("", (x.taken)(*taken)),
            Outcome::Stored => ("", x.stored.to_owned()),
            Outcome::LeftOut => ("muted", x.left_out.to_owned()),
            Outcome::Refused(fault) => (
                "error",
                [x.refused, &(t.faults.input)(fault), t.faults.unchanged].concat(),
            ),
        };
        view! {
            <tr>
                <td>{number}</td>
                <th scope="row">{shown_name(x, arrival).to_owned()}</th>
                <td class=class>{outcome}</td>
            </tr>
        }
    };
    let rows = intake
        .arrivals
        .with(|arrivals| (1..).zip(arrivals).map(row).collect::<View>());
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=x.arrivals>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{(t.ledger.column)(Column::Number)}</th>
                        <th scope="col">{x.name}</th>
                        <th scope="col">{x.outcome}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
