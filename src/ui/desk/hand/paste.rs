//! 粘贴表格: rows from Excel or WPS as new findings or measures. Columns are guessed and can be changed, what is wrong is said by row,
//! and nothing is stored before the user says so: then in one act.

mod places;
mod preview;

use crate::dom::View;
use crate::signals::{Memo, State, effect};
use leptos::prelude::*;
use view_macro::view;
use wasm_bindgen::JsCast;

use crate::{
    formats::sheet::{
        Asked, Counts, Read, Row, Where, category_names, counts, edits, guess, read_rows, read_text, write_text,
    },
    session::{Session, read_table},
    ui::{
        parts::{Dialog, use_session},
        texts::{HandTexts, Texts, hand_texts, use_texts},
    },
};

/// The draft of what was pasted.
const KEPT: &str = "paste";

type Names = Vec<((String, String), Where)>;

#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    t: &'static Texts,
    x: &'static HandTexts,
    open: State<bool>,
    told: State<Option<String>>,
    rows: State<Vec<Row>>,
    asked: State<Asked>,
    /// Where the user puts rows of a category.
    picked: State<Names>,
    read: Memo<Read>,
    /// Where the rows of each category go.
    places: Memo<Names>,
}

impl Desk {
    /// A new table: nothing of the one before holds for it.
    fn take(&self, rows: Vec<Row>) {
        let guess = guess(&rows);
        self.asked.update(|asked| {
            asked.head = guess.head;
            asked.columns = guess.columns;
        });
        self.picked.set(Vec::new());
        // It is here again after a reload, until it is added or given up.
        self.session.keep_draft(KEPT, &write_text(&rows));
        self.rows.set(rows);
    }

    fn counts(&self) -> Counts {
        self.read.with(|read| self.places.with(|places| counts(read, places)))
    }
}

/// `given` are rows that were pasted elsewhere; `told` is where what was done is said.
pub fn dialog(open: State<bool>, given: State<Vec<Row>>, told: State<Option<String>>) -> View {
    let t = use_texts();
    let x = hand_texts(t.lang);
    let session = use_session();
    let (rows, asked) = (State::new(Vec::new()), State::new(Asked::default()));
    let picked = State::new(Names::new());
    let read = Memo::new(move |_| {
        session
            .book
            .with(|book| rows.with(|rows| asked.with(|asked| read_rows(book, rows, asked))))
    });
    let places = Memo::new(move |_| {
        let mut places = session
            .book
            .with(|book| read.with(|read| category_names(book.ledger(), read)));
        picked.with(|picked| {
            for (name, place) in &mut places {
                if let Some((_, chosen)) = picked.iter().find(|(each, _)| each == name) {
                    *place = *chosen;
                }
            }
        });
        places
    });
    let desk = Desk {
        session,
        t,
        x,
        open,
        told,
        rows,
        asked,
        picked,
        read,
        places,
    };
    effect(move || {
        if open.get() {
            let given = given.get();
            desk.take(if given.is_empty() {
                read_text(&session.draft(KEPT))
            } else {
                given
            });
        } else if given.with_untracked(|rows| !rows.is_empty()) {
            given.set(Vec::new());
        }
    });
    let title = Memo::new(move |_| x.paste_title.to_owned());
    view! { <Dialog title open>{move || form(desk)}</Dialog> }
}

fn form(desk: Desk) -> View {
    let Desk { t, x, .. } = desk;
    let is_empty = Memo::new(move |_| desk.rows.with(Vec::is_empty));
    let on_paste = move |event: web_sys::ClipboardEvent| {
        if let Some(rows) = pasted(&event) {
            event.prevent_default();
            desk.take(rows);
        }
    };
    let count = Memo::new(move |_| desk.counts());
    let is_nothing = move || {
        let count = count.get();
        count.findings + count.filled + count.measures == 0
    };
    view! {
        <div class="stack sheet">
            <label class="field">
                <span>{x.paste_here}</span>
                <textarea rows="3" data-paste="" placeholder=x.paste_hint on:paste=on_paste
                    on:input=move |event| desk.take(read_text(&event_target_value(&event)))></textarea>
            </label>
            {move || (!is_empty.get()).then(|| view! {
                {preview::columns(desk)}
                {places::places(desk)}
                {preview::faults(desk)}
                <p role="status"><strong>{move || (x.will_add)(count.get())}</strong></p>
            })}
            <div class="dialog-buttons">
                <button type="button" class="button" on:click=move |_| {
                    desk.session.keep_draft(KEPT, "");
                    desk.open.set(false);
                }>{t.words.cancel}</button>
                <button type="button" class="button primary" disabled=is_nothing on:click=move |_| apply(desk)>{x.add}</button>
            </div>
        </div>
    }
}

/// The table that is pasted: its markup where there is some, which knows of merged cells; else its text. None: there is no text.
pub fn pasted(event: &web_sys::ClipboardEvent) -> Option<Vec<Row>> {
    let data = event.clipboard_data()?;
    let html = data.get_data("text/html").unwrap_or_default();
    let rows = if html.contains("<t") {
        read_table(&html)
    } else {
        Vec::new()
    };
    if !rows.is_empty() {
        return Some(rows);
    }
    let rows = read_text(&data.get_data("text/plain").ok()?);
    (!rows.is_empty()).then_some(rows)
}

/// A table that is pasted while the table of findings has the focus opens the dialog.
pub fn listen(session: Session, open: State<bool>, given: State<Vec<Row>>) {
    let handle = window_event_listener(leptos::ev::paste, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_grid = target.is_some_and(|element| element.id() == "grid");
        if !is_grid || open.get_untracked() || session.as_of.get_untracked().is_some() {
            return;
        }
        if let Some(rows) = event.dyn_ref().and_then(pasted) {
            event.prevent_default();
            given.set(rows);
            open.set(true);
        }
    });
    on_cleanup(move || handle.remove());
}

fn apply(desk: Desk) {
    let counts = untrack(|| desk.counts());
    let mode = desk.asked.with_untracked(|asked| asked.mode);
    let edits = desk
        .read
        .with_untracked(|read| desk.places.with_untracked(|places| edits(read, mode, places)));
    if !desk.session.act(&edits).is_empty() {
        desk.session.keep_draft(KEPT, "");
        desk.open.set(false);
        desk.told.set(Some((desk.x.added)(counts)));
    }
}
