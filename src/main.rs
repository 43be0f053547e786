//! Mounts the app.

fn main() {
    rectification_ledger::ui::mount();
}
