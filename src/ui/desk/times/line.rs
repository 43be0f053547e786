//! The line of time, with its table beside it.

use crate::dom::{View, live};
use crate::signals::Memo;
use chrono::NaiveDate;
use view_macro::view;

use crate::{
    charts::{ChartPatterns, TimeBar, TimeLine, TimeMark},
    figures::{Column, Direction, Query, Round, round},
    ledger::{Field, calendar::add_days, days_until},
    session::Session,
    ui::{
        route::Route,
        texts::{Texts, TimesTexts, field_name},
    },
};

pub fn line(t: &'static Texts, x: &'static TimesTexts, session: Session) -> View {
    let whole = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| round(book.ledger(), today))
    });
    let marks = Memo::new(move |_| whole.with(|round| marks(x, round, session.today.get())));
    let bars = Memo::new(move |_| whole.with(|round| bars(t, x, round)));
    view! {
        <section class="card stack">
            <h2>{x.line}</h2>
            <ChartPatterns />
            {live(move || {
                if whole.with(|round| *round == Round::default()) {
                    return view! { <p class="muted">{x.line_empty}</p> };
                }
                view! {
                    <p class="hint">{x.line_hint}</p>
                    <TimeLine marks bars caption=x.line.to_owned() />
                    {live(move || whole.with(|round| table(t, x, round)))}
                    {live(move || whole.with(|round| links(x, round)))}
                }
            })}
        </section>
    }
}

/// Days since 1970.
fn number(day: NaiveDate) -> i64 {
    days_until(NaiveDate::default(), day)
}

fn marks(x: &TimesTexts, round: &Round, today: NaiveDate) -> Vec<TimeMark> {
    let mark = |name: &str, day: NaiveDate, is_today| {
        let date = day.to_string();
        // Without the year: the table has it.
        let short = date.get(5..).unwrap_or_default();
        TimeMark {
            day: number(day),
            name: [name, " ", short].concat(),
            is_today,
        }
    };
    let milestones = round.milestones.iter();
    let milestones = milestones.map(|(field, day)| mark(short_name(x, field), *day, false));
    milestones.chain([mark(x.today, today, true)]).collect()
}

fn short_name(x: &TimesTexts, field: &Field) -> &'static str {
    match field {
        Field::PlanDue => x.plan,
        Field::ConcentratedUntil => x.concentrated,
        Field::ReportDue => x.report,
        _ => x.feedback,
    }
}

fn bars(t: &Texts, x: &TimesTexts, round: &Round) -> Vec<TimeBar> {
    let bar = |week: &crate::figures::Week| TimeBar {
        first: number(week.monday),
        end: number(week.monday) + 7,
        // In the colours of 未启动, 整改中 and 已完成.
        counts: vec![week.overdue, week.open, 0, week.complete],
        title: (x.week)(&(t.words.date)(week.monday), week.complete, week.open, week.overdue),
    };
    round.weeks.iter().map(bar).collect()
}

fn table(t: &'static Texts, x: &'static TimesTexts, round: &Round) -> View {
    let row = |day: String, what: String| view! { <tr><th scope="row">{day}</th><td>{what}</td></tr> };
    let milestones = round.milestones.iter();
    let milestones = milestones.map(|(field, day)| row((t.words.date)(*day), field_name(t, field).to_owned()));
    let weeks = round.weeks.iter().map(|week| {
        let sunday = add_days(week.monday, 6).unwrap_or(week.monday);
        let days = [&*(t.words.date)(week.monday), " – ", &(t.words.date)(sunday)].concat();
        row(days, (x.due)(week.complete, week.open, week.overdue))
    });
    view! {
        <details class="screen-only">
            <summary>{x.table}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=x.table>
                <table class="table">
                    <thead><tr><th scope="col">{x.day}</th><th scope="col">{x.what}</th></tr></thead>
                    <tbody>{milestones.chain(weeks).collect::<View>()}</tbody>
                </table>
            </div>
        </details>
    }
}

fn links(x: &'static TimesTexts, round: &Round) -> View {
    let overdue = round.overdue();
    let all = Query {
        sort: Some((Column::Deadline, Direction::Ascending)),
        ..Query::default()
    };
    let late = Query {
        overdue: true,
        ..all.clone()
    };
    view! {
        <p class="row screen-only">
            {(overdue > 0).then(|| view! { <a href=Route::Ledger(late).href()>{(x.see_overdue)(overdue)}</a> })}
            <a href=Route::Ledger(all).href()>{x.see_all}</a>
        </p>
    }
}
