//! Word from and to the other tabs of this page.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// Open until it is dropped. Where the browser has no such thing, nothing is heard and nobody hears.
pub struct Channel {
    open: Option<(BroadcastChannel, Ear)>,
}

/// Held as long as the channel may call it.
type Ear = Closure<dyn Fn(MessageEvent)>;

impl Channel {
    /// A tab does not hear itself.
    pub fn open(name: &str, on_message: impl Fn(String) + 'static) -> Channel {
        let open = BroadcastChannel::new(name).ok().map(|channel| {
            let hear = Ear::new(move |event: MessageEvent| {
                if let Some(text) = event.data().as_string() {
                    on_message(text);
                }
            });
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            (channel, hear)
        });
        Channel { open }
    }

    pub fn post(&self, text: &str) {
        if let Some((channel, _)) = &self.open {
            // Fails only once closed, and closing takes `self`.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.open {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
