//! 文件: the ledger out as JSON, files and reports in.

use crate::dom::View;
use crate::signals::State;
use view_macro::{component, view};

use super::intake::{BOTH, DropBox, Intake, IntakePane, IntakeResult, PickButton, REPORTS};
use crate::ui::{
    parts::use_session,
    route::{Route, WorkPage},
    texts::use_texts,
};

#[component]
pub fn FileView() -> View {
    let t = &use_texts().file;
    let session = use_session();
    let intake = Intake::new(true);
    let failed = State::new(false);
    let export = move |_| failed.set(!session.try_export());
    view! {
        <IntakePane intake>
            <section class="view stack">
                <div class="view-head">
                    <h1>{t.heading}</h1>
                </div>
                <section class="card stack">
                    <h2>{t.export_heading}</h2>
                    <p class="hint">{t.export_hint}</p>
                    {move || {
                        if session.open.get().is_none() {
                            return view! { <p class="muted">{t.nothing_open}</p> };
                        }
                        view! {
                            <div class="row">
                                <button type="button" class="button primary" on:click=export>
                                    {t.export}
                                </button>
                                <a class="button" href=Route::Work(WorkPage::Send).href()>{t.send}</a>
                            </div>
                        }
                    }}
                    <div role="alert">{move || failed.get().then(|| view! { <p class="error">{t.export_failed}</p> })}</div>
                </section>
                <section class="card stack">
                    <h2>{t.import_heading}</h2>
                    <p class="hint">{t.import_hint}</p>
                    <div class="row">
                        <PickButton intake label=t.import hint="" accept=BOTH class="button primary" />
                        <PickButton intake label=t.open_report hint="" accept=REPORTS class="button" />
                    </div>
                    <IntakeResult intake />
                    <DropBox intake />
                </section>
            </section>
        </IntakePane>
    }
}
