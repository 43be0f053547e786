//! 汇总: the figures of all ledgers of this browser together, and problems that come again.

use crate::dom::{View, live};
use crate::signals::{Memo, State};
use leptos::task::spawn_local;
use view_macro::view;

use crate::{
    figures::{Again, By, Group, Source, across, all_across, repeats},
    journal::{Edit, NewRecord},
    ledger::{
        Field, Id, Kind,
        acts::{Act, Repeat},
    },
    session::Session,
    ui::{
        long_list::Long,
        parts::{use_place, use_session},
        route::Route,
        texts::{AcrossTexts, Texts, across_texts, use_texts},
    },
};

/// How far reading has got.
#[derive(Clone, PartialEq)]
enum Read {
    Reading(usize, usize),
    Done { sources: Vec<Source>, unreadable: usize },
}

#[derive(Clone, Copy)]
struct Desk {
    t: &'static Texts,
    a: &'static AcrossTexts,
    session: Session,
    read: State<Read>,
}

pub fn all_ledgers() -> View {
    let t = use_texts();
    let session = use_session();
    let desk = Desk {
        t,
        a: across_texts(t.lang),
        session,
        read: State::new(Read::Reading(0, 0)),
    };
    spawn_local(async move { desk.read_all().await });
    let a = desk.a;
    view! {
        <section class="view stack">
            <div class="view-head">
                <h1>{a.heading}</h1>
                <div class="toolbar">
                    <button type="button" class="button" on:click=move |_| session.print()>{a.print}</button>
                </div>
            </div>
            <p class="hint">{a.hint}</p>
            {live(move || desk.read.with(|read| match read {
                Read::Reading(done, all) => view! { <p role="status">{(a.reading)(*done, *all)}</p> },
                Read::Done { sources, unreadable } => desk.contents(sources, *unreadable),
            }))}
        </section>
    }
}

impl Desk {
    async fn read_all(self) {
        let ids: Vec<_> = self
            .session
            .shelf
            .with_untracked(|shelf| shelf.0.iter().filter_map(|about| about.id).collect());
        let (mut sources, mut unreadable) = (Vec::new(), 0);
        for (done, id) in ids.iter().enumerate() {
            self.read.try_set(Read::Reading(done, ids.len()));
            match self.session.read_source(*id).await {
                Some(source) => sources.push(source),
                None => unreadable += 1,
            }
        }
        self.read.try_set(Read::Done { sources, unreadable });
    }

    fn contents(self, sources: &[Source], unreadable: usize) -> View {
        let a = self.a;
        let told = (unreadable > 0).then(|| view! { <p class="error" role="alert">{(a.unreadable)(unreadable)}</p> });
        if sources.is_empty() {
            return view! {
                {told}
                <p class="empty">{a.only_one}</p>
                <p><a class="button" href=Route::Start.href()>{a.to_start}</a></p>
            };
        }
        let divisions = By::ALL.map(|by| self.division(sources, by));
        view! {
            {told}
            {self.ledgers(sources)}
            {divisions}
            {self.again(sources)}
        }
    }

    fn ledgers(self, sources: &[Source]) -> View {
        let (t, a) = (self.t, self.a);
        let today = self.session.today.get_untracked();
        let all = all_across(sources, today);
        let rows = sources.iter().map(|source| {
            let ledger = &source.ledger;
            let alone = all_across(std::slice::from_ref(source), today);
            let title = if ledger.title().is_empty() { t.shell.untitled } else { ledger.title() }.to_owned();
            let id = source.id;
            let (session, place) = (self.session, use_place());
            let open = move |_| {
                spawn_local(async move {
                    if session.stand_open(id).await {
                        place.go(Route::Overview);
                    }
                });
            };
            let feedback = ledger.inspection.feedback.map(t.words.date).unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">
                        <button type="button" class="button quiet" aria-label=(a.open)(&title) on:click=open>{title.clone()}</button>
                        {source.is_part.then(|| view! { <span class="due-yellow">{a.part}</span> })}
                    </th>
                    <td>{ledger.inspection.unit.to_string()}</td>
                    <td>{feedback}</td>
                    {figures(&alone)}
                </tr>
            }
        });
        let part = sources.iter().any(|source| source.is_part);
        let part = part.then(|| view! { <p class="hint">{a.part_hint}</p> });
        view! {
            <section class="card stack">
                <h2>{a.ledgers}</h2>
                {part}
                <div class="table-scroll" tabindex="0" role="region" aria-label=a.ledgers>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{a.ledger}</th>
                                <th scope="col">{a.unit}</th>
                                <th scope="col">{a.feedback}</th>
                                {heads(a)}
                            </tr>
                        </thead>
                        <tbody>{rows.collect::<View>()}</tbody>
                        <tfoot>
                            <tr>
                                <th scope="row">{a.all}</th>
                                <td></td>
                                <td></td>
                                {figures(&all)}
                            </tr>
                        </tfoot>
                    </table>
                </div>
            </section>
        }
    }

    fn division(self, sources: &[Source], by: By) -> View {
        let a = self.a;
        let today = self.session.today.get_untracked();
        let groups = across(sources, by, today);
        let row = move |group: &Group| {
            let name = if group.name.is_empty() {
                a.not_said.to_owned()
            } else {
                group.name.clone()
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{group.ledgers}</td>
                    {figures(group)}
                </tr>
            }
        };
        let (long, count) = (Long::rows(), groups.len());
        let rows = move || groups.iter().take(long.most()).map(row).collect::<View>();
        let all = all_across(sources, today);
        let heading = (a.by)(by);
        view! {
            <section class="card stack">
                <h2>{heading}</h2>
                <p class="hint">{(a.by_hint)(by)}</p>
                <div class="table-scroll" tabindex="0" role="region" aria-label=heading>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{heading}</th>
                                <th scope="col">{a.count}</th>
                                {heads(a)}
                            </tr>
                        </thead>
                        <tbody>{live(rows)}</tbody>
                        <tfoot>
                            <tr>
                                <th scope="row">{a.all}</th>
                                <td>{all.ledgers}</td>
                                {figures(&all)}
                            </tr>
                        </tfoot>
                    </table>
                </div>
                {long.rest(move || count)}
            </section>
        }
    }

    /// Problems of the open ledger that others may have had before.
    fn again(self, sources: &[Source]) -> View {
        let a = self.a;
        let session = self.session;
        let Some(open) = session.open.get_untracked() else {
            return view! { <section class="card stack"><h2>{a.again}</h2><p class="muted">{a.no_ledger}</p></section> };
        };
        let others: Vec<Source> = sources.iter().filter(|source| source.id != open).cloned().collect();
        let found = Memo::new(move |_| session.book.with(|book| repeats(book.ledger(), &others)));
        let confirmed = Memo::new(move |_| {
            session.book.with(|book| {
                let findings = book.ledger().findings();
                findings
                    .flat_map(|finding| {
                        Repeat::all(&finding.entries).map(|repeat| (finding.id, finding.title.to_string(), repeat))
                    })
                    .collect::<Vec<(Id, String, Repeat)>>()
            })
        });
        let long = Long::rows();
        view! {
            <section class="card stack">
                <h2>{a.again}</h2>
                <p class="hint">{a.again_hint}</p>
                {live(move || found.with(|found| {
                    if found.is_empty() {
                        return view! { <p class="muted" role="status">{a.again_none}</p> };
                    }
                    self.candidates(&found[..found.len().min(long.most())])
                }))}
                {long.rest(move || found.with(Vec::len))}
                {live(move || confirmed.with(|confirmed| {
                    if confirmed.is_empty() {
                        return View::Nothing;
                    }
                    let lines = confirmed.iter().map(|(finding, title, repeat)| self.confirmed(*finding, title, repeat));
                    view! { <h3>{a.confirmed}</h3> <ul class="stack">{lines.collect::<View>()}</ul> }
                }))}
            </section>
        }
    }

    fn candidates(self, found: &[Again]) -> View {
        let (t, a) = (self.t, self.a);
        let rows = found.iter().map(|again| {
            let session = self.session;
            let date = again.feedback.map(|day| day.to_string()).unwrap_or_default();
            let record = NewRecord::new(Kind::Repeat)
                .with(Field::OtherLedger, again.other.to_string())
                .with(Field::OtherRecord, again.record.to_string())
                .with(Field::Title, again.other_title.clone())
                .with(Field::Unit, again.unit.clone())
                .with(Field::Date, date);
            let edit = Edit::add(again.finding, record);
            let feedback = again.feedback.map(t.words.date).unwrap_or_default();
            view! {
                <tr>
                    <th scope="row"><a href=Route::Finding(again.finding).href()>{again.title.to_string()}</a></th>
                    <td>{again.other_title.to_string()}<br /><span class="muted">{again.unit.to_string()}" "{feedback}</span></td>
                    <td>{again.percent.to_string()}" %"</td>
                    <td>
                        <button type="button" class="button small" aria-label=(a.confirm_of)(&again.title)
                            on:click=move |_| drop(session.act(std::slice::from_ref(&edit)))>{a.confirm}</button>
                    </td>
                </tr>
            }
        });
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label=a.again>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{a.here}</th>
                            <th scope="col">{a.there}</th>
                            <th scope="col">{a.alike}</th>
                            <th scope="col"><span class="visually-hidden">{a.acts}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect::<View>()}</tbody>
                </table>
            </div>
        }
    }

    fn confirmed(self, finding: Id, title: &str, repeat: &Repeat) -> View {
        let (t, a, session) = (self.t, self.a, self.session);
        let record = repeat.id;
        let date = repeat.date.map(t.words.date).unwrap_or_default();
        view! {
            <li class="row">
                <span>
                    <a href=Route::Finding(finding).href()>{title.to_owned()}</a>
                    " ← "{repeat.title.to_string()}" "<span class="muted">{repeat.unit.to_string()}" "{date}</span>
                </span>
                <button type="button" class="button quiet small" aria-label=(a.take_back_of)(title)
                    on:click=move |_| drop(session.act(&[Edit::Remove { record }]))>{a.take_back}</button>
            </li>
        }
    }
}

fn heads(a: &'static AcrossTexts) -> View {
    let heads = [a.findings, a.complete, a.rate, a.overdue];
    heads
        .map(|head| view! { <th scope="col">{head}</th> })
        .into_iter()
        .collect()
}

fn figures(group: &Group) -> View {
    let rate = group
        .tally
        .rate()
        .map(|rate| [&*rate.percent(1), " %"].concat())
        .unwrap_or_default();
    view! {
        <td>{group.tally.total()}</td>
        <td>{group.tally.complete()}</td>
        <td>{rate}</td>
        <td>{group.overdue}</td>
    }
}
