//! Mounts the app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
    rectification_ledger::ui::mount();
}
