//! What was inspected, and the completion of the whole ledger with its sum.

use crate::dom::View;
use crate::signals::Memo;
use chrono::NaiveDate;
use view_macro::{component, view};

use crate::{
    charts::CompletionRing,
    figures::{Completion, Query, Tally},
    ledger::{Field, Status},
    ui::{
        parts::use_session,
        route::Route,
        texts::{Texts, use_texts},
    },
};

/// The sum of a completion rate spelled out: `26/30 = 86.7 %`. None where there is nothing to count.
pub fn sum_text(tally: &Tally) -> Option<String> {
    let rate = tally.rate()?;
    Some([&*share_text(tally), " = ", &rate.percent(1), " %"].concat())
}

fn share_text(tally: &Tally) -> String {
    [&*tally.complete().to_string(), "/", &tally.total().to_string()].concat()
}

/// Unit, team, period and feedback date.
#[component]
pub fn Facts() -> View {
    let t = use_texts();
    let session = use_session();
    let inspection = Memo::new(move |_| session.book.with(|book| book.ledger().inspection.clone()));
    let rows = move || {
        let inspection = inspection.get();
        let field = t.words.field;
        let known = |text: &str| {
            if text.is_empty() {
                t.words.none.to_string()
            } else {
                text.to_string()
            }
        };
        [
            (field(&Field::Unit), known(&inspection.unit)),
            (field(&Field::Team), known(&inspection.team)),
            (
                t.overview.period,
                period_text(t, inspection.period_from, inspection.period_to),
            ),
            (field(&Field::Feedback), date_text(t, inspection.feedback)),
        ]
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect::<View>()
    };
    view! { <dl class="facts" aria-label=t.overview.facts>{rows}</dl> }
}

fn period_text(t: &Texts, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    if from.is_none() && to.is_none() {
        return t.words.none.into();
    }
    [&date_text(t, from), " ", t.overview.until, " ", &date_text(t, to)].concat()
}

pub fn date_text(t: &Texts, date: Option<NaiveDate>) -> String {
    date.map_or_else(|| t.words.none.into(), t.words.date)
}

/// Completion of the whole, counts by status, and the measures.
#[component]
pub fn Summary(completion: Memo<Completion>) -> View {
    let t = use_texts();
    let tally = Memo::new(move |_| completion.with(|whole| whole.overall));
    let measures = Memo::new(move |_| completion.with(|whole| whole.measures));
    let rate = Memo::new(move |_| match tally.get().rate() {
        Some(rate) => [&rate.percent(1), " %"].concat(),
        None => t.words.none.into(),
    });
    let sum = move || sum_text(&tally.get()).unwrap_or_else(|| t.overview.nothing_counted.into());
    let counts = Memo::new(move |_| tally.get().by_status.to_vec());
    let statuses = move || {
        let tally = tally.get();
        Status::ALL
            .into_iter()
            .map(|status| status_view(t, status, tally.count(status)))
            .collect::<View>()
    };
    view! {
        <section class="card" aria-labelledby="overview-completion">
            <h2 id="overview-completion">{t.overview.completion}</h2>
            <div class="completion">
                <CompletionRing
                    counts=counts
                    rate
                    sum=Memo::new(move |_| share_text(&tally.get()))
                    caption=t.overview.rate
                />
                <div class="stack">
                    <p class="completion-rate">{sum}</p>
                    <p class="hint">{t.overview.rule}</p>
                    <ul class="status-counts" role="list" aria-label=t.overview.by_status>{statuses}</ul>
                    <p>
                        <a href=Route::Ledger(Query::default()).href()>
                            {t.overview.total} " " {move || (t.words.finding_count)(tally.get().total())}
                        </a>
                    </p>
                    <p class="muted">
                        {move || (t.overview.measures)(measures.get().complete(), measures.get().total())}
                    </p>
                </div>
            </div>
        </section>
    }
}

fn status_view(t: &'static Texts, status: Status, count: usize) -> View {
    let query = Query {
        status: vec![status],
        ..Query::default()
    };
    let class = ["status status-", status.code()].concat();
    view! {
        <li>
            <a href=Route::Ledger(query).href()>
                <span class=class>{(t.words.status)(status)}</span>
                " "
                <strong>{count.to_string()}</strong>
            </a>
        </li>
    }
}
