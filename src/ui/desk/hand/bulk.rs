//! 批量修改: one field of many findings, or their removal, in one act with a note. What it would do is shown before it is done.

use crate::dom::View;
use crate::signals::{Memo, State};
use leptos::prelude::*;
use view_macro::view;

use crate::{
    figures::{BulkAct, BulkPlan, bulk, departments},
    ledger::{Field, Finding, Id, Remedy, Status, Text, parse_date},
    session::Session,
    ui::{
        desk::draft::Draft,
        parts::{Dialog, use_session},
        texts::{HandTexts, Texts, hand_texts, use_texts},
    },
};

/// The fields of the draft: what is changed, to what, and the note.
const WHAT: usize = 0;
const VALUE: usize = 1;
const NOTE: usize = 2;
const REMOVE: &str = "remove";
/// Findings that the preview names one by one.
const NAMED: usize = 50;
const FIELDS: [Field; 7] = [
    Field::Status,
    Field::Department,
    Field::CoDepartments,
    Field::Leader,
    Field::Owner,
    Field::Deadline,
    Field::Remedy,
];

#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    t: &'static Texts,
    x: &'static HandTexts,
    chosen: Memo<Vec<Id>>,
    open: State<bool>,
    told: State<Option<String>>,
    draft: Draft,
    act: Memo<BulkAct>,
    /// An empty value is meant.
    clears: State<bool>,
    plan: Memo<BulkPlan>,
}

/// `told` is where what was done is said.
pub fn dialog(chosen: Memo<Vec<Id>>, open: State<bool>, told: State<Option<String>>) -> View {
    let t = use_texts();
    let x = hand_texts(t.lang);
    let session = use_session();
    let draft = Draft::open(
        session,
        "bulk".into(),
        vec![Field::Status.name().into(), String::new(), String::new()],
    );
    let act = Memo::new(move |_| {
        let what = draft.get(WHAT);
        match FIELDS.iter().find(|field| field.name() == what) {
            Some(field) => BulkAct::Set(field.clone(), draft.get(VALUE)),
            None if what == REMOVE => BulkAct::Remove,
            None => BulkAct::Note,
        }
    });
    let clears = State::new(false);
    let plan = Memo::new(move |_| {
        // Nothing typed is not meant to clear a field before somebody says so.
        let is_unset = act.with(|act| matches!(act, BulkAct::Set(_, value) if value.trim().is_empty()));
        if !open.get() || (is_unset && !clears.get()) {
            return BulkPlan::default();
        }
        session
            .book
            .with(|book| act.with(|act| chosen.with(|ids| bulk(book, ids, act, &draft.get(NOTE)))))
    });
    let desk = Desk {
        session,
        t,
        x,
        chosen,
        open,
        told,
        draft,
        act,
        clears,
        plan,
    };
    let title = Memo::new(move |_| (x.edit_title)(chosen.with(Vec::len)));
    view! { <Dialog title open>{move || form(desk)}</Dialog> }
}

fn form(desk: Desk) -> View {
    let Desk { t, x, draft, act, .. } = desk;
    // To remove is meant of those that are chosen now.
    if draft.typed(WHAT) == REMOVE {
        draft.clear();
    }
    desk.clears.set(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        apply(desk);
    };
    let pick = move |event| {
        desk.clears.set(false);
        draft.set(VALUE, String::new());
        draft.set(WHAT, event_target_value(&event));
    };
    let field = Memo::new(move |_| {
        act.with(|act| match act {
            BulkAct::Set(field, _) => Some(field.clone()),
            BulkAct::Note | BulkAct::Remove => None,
        })
    });
    view! {
        <form class="stack" novalidate on:submit=submit>
            <label class="field"><span>{x.what}</span><select on:change=pick>{choices(desk)}</select></label>
            {move || field.get().map(|field| value_input(desk, field))}
            <label class="field">
                <span>{x.note}</span>
                <textarea rows="2" prop:value=move || draft.get(NOTE)
                    on:input=move |event| draft.set(NOTE, event_target_value(&event))></textarea>
                <small class="hint">{x.note_hint}</small>
            </label>
            {preview(desk)}
            <div class="dialog-buttons">
                <button type="button" class="button" on:click=move |_| {
                    draft.clear();
                    desk.open.set(false);
                }>{t.words.cancel}</button>
                {move || {
                    let count = desk.plan.with(|plan| plan.changed.len());
                    let is_removal = act.with(|act| *act == BulkAct::Remove);
                    let name = if is_removal { (x.apply_removal)(count) } else { (x.apply)(count) };
                    let class = if is_removal { "button danger" } else { "button primary" };
                    view! { <button type="submit" class=class disabled=count == 0>{name}</button> }
                }}
            </div>
        </form>
    }
}

/// What may be changed of these findings here: in a part of a ledger, not the plan.
fn choices(desk: Desk) -> View {
    let Desk {
        session, t, x, draft, ..
    } = desk;
    let first = desk.chosen.with_untracked(|ids| ids.first().copied());
    let allowed = |field: &Field| untrack(|| first.is_some_and(|first| session.may_set(first, field)));
    let fields = FIELDS.iter().filter(|field| allowed(field)).map(|field| {
        let own = field.name();
        view! { <option value=own prop:selected=move || draft.get(WHAT) == own>{(t.words.field)(field)}</option> }
    });
    let removal = (!untrack(|| session.is_limited())).then(|| view! { <option value=REMOVE>{x.remove}</option> });
    view! {
        {fields.collect::<View>()}
        <option value="note" prop:selected=move || draft.get(WHAT) == "note">{x.note_alone}</option>
        {removal}
    }
}

fn value_input(desk: Desk, field: Field) -> View {
    let Desk { t, x, draft, .. } = desk;
    let take = move |event| draft.set(VALUE, event_target_value(&event));
    let is = move |code: &'static str| move || draft.get(VALUE) == code;
    let (control, can_clear) = match &field {
        Field::Status => {
            let options =
                Status::ALL.map(|status| view! { <option value=status.code() prop:selected=is(status.code())>{(t.words.status)(status)}</option> });
            let none = view! { <option value="">{t.finding.not_chosen}</option> };
            (view! { <select on:change=take>{none}{options}</select> }, false)
        }
        Field::Remedy => {
            let options =
                Remedy::ALL.map(|remedy| view! { <option value=remedy.code() prop:selected=is(remedy.code())>{(t.words.remedy)(remedy)}</option> });
            let none = view! { <option value="">{t.finding.not_chosen}</option> };
            (view! { <select on:change=take>{none}{options}</select> }, true)
        }
        Field::Deadline => (
            view! { <input type="date" max="9999-12-31" prop:value=move || draft.get(VALUE) on:input=take /> },
            true,
        ),
        _ => (
            view! { <input type="text" autocomplete="off" list="bulk-known" prop:value=move || draft.get(VALUE) on:input=take /> },
            true,
        ),
    };
    view! {
        <label class="field">
            <span>{[x.value, "：", (t.words.field)(&field)].concat()}</span>
            {control}
        </label>
        {can_clear.then(|| view! {
            <label class="row">
                <input type="checkbox" prop:checked=move || desk.clears.get()
                    on:change=move |event| desk.clears.set(event_target_checked(&event)) />
                <span>{x.clears}</span>
            </label>
        })}
        <datalist id="bulk-known">{known(desk, &field)}</datalist>
    }
}

/// What stands in that field anywhere in the ledger.
fn known(desk: Desk, field: &Field) -> View {
    let of = |finding: &Finding| match field {
        Field::Leader => finding.leader.clone(),
        Field::Owner => finding.owner.clone(),
        _ => Text::default(),
    };
    let mut values = desk.session.book.with_untracked(|book| match field {
        Field::Department | Field::CoDepartments => departments(book.ledger()),
        _ => book.ledger().findings().map(of).collect(),
    });
    values.retain(|value| !value.is_empty());
    crate::ledger::sort_by(&mut values, Ord::cmp);
    values.dedup();
    let options = values
        .into_iter()
        .map(|value| view! { <option value=value.to_string()></option> });
    options.collect()
}

fn preview(desk: Desk) -> View {
    let Desk {
        session,
        t,
        x,
        act,
        plan,
        ..
    } = desk;
    let field = move || {
        act.with(|act| match act {
            BulkAct::Set(field, _) => field.clone(),
            BulkAct::Note | BulkAct::Remove => Field::Note,
        })
    };
    let line = move |id: Id, field: &Field| {
        let (title, before) = session.book.with_untracked(|book| {
            let title = book.ledger().finding(id).map(|finding| finding.title.to_string());
            (title.unwrap_or_default(), book.value(id, field).to_string())
        });
        let before = match field {
            Field::Deadline => parse_date(&before).map(|day| (t.words.date)(day)).unwrap_or_default(),
            _ => (t.words.value)(field, &before).unwrap_or(before),
        };
        let before = if before.is_empty() {
            t.words.none.to_owned()
        } else {
            before
        };
        view! { <li>{title}<span class="muted">{[" · ", &*before].concat()}</span></li> }
    };
    let counts = move || {
        let (changed, same) = plan.with(|plan| (plan.changed.len(), plan.same.len()));
        let will = if act.with(|act| *act == BulkAct::Remove) {
            x.will_remove
        } else {
            x.will_change
        };
        view! {
            <strong data-changes=changed.to_string()>{will(changed)}</strong>
            {(same > 0).then(|| ["；", &*(x.same)(same)].concat())}
        }
    };
    let named = move || {
        let field = field();
        let changed = plan.with(|plan| plan.changed.clone());
        let rest = changed.len().saturating_sub(NAMED);
        let lines = changed.into_iter().take(NAMED).map(|id| line(id, &field));
        view! {
            <ul>{lines.collect::<View>()}</ul>
            {(rest > 0).then(|| view! { <p class="muted">{(x.more)(rest)}</p> })}
        }
    };
    view! {
        <p role="status">{counts}</p>
        <details><summary>{x.before}</summary>{named}</details>
    }
}

fn apply(desk: Desk) {
    let plan = desk.plan.get_untracked();
    if plan.changed.is_empty() {
        return;
    }
    let is_removal = desk.act.with_untracked(|act| *act == BulkAct::Remove);
    if desk.session.act(&plan.edits).is_empty() {
        return;
    }
    desk.draft.clear();
    desk.open.set(false);
    let told = if is_removal { desk.x.removed } else { desk.x.done };
    desk.told.set(Some(told(plan.changed.len())));
}
