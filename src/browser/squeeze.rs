//! Deflate and inflate by the browser itself, which costs no code of ours.

use super::files::{blob_of, bytes_of};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, ReadableWritablePair, Response};

const FORMAT: &str = "deflate-raw";

/// Nothing where the browser cannot do it.
pub async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    passed_through(bytes, CompressionStream::new(FORMAT).ok()?.into()).await
}

/// Nothing where the browser cannot do it, or the bytes are not deflated ones.
pub async fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    passed_through(bytes, DecompressionStream::new(FORMAT).ok()?.into()).await
}

pub enum Inflated {
    Whole(Vec<u8>),
    /// There is more than the limit; the rest was not inflated.
    TooLarge,
    /// No deflated bytes, or not all of them.
    Broken,
    /// The browser cannot do it.
    Unable,
}

/// Inflates bytes that are not trusted: no further than the limit.
pub async fn inflate_up_to(bytes: &[u8], limit: usize) -> Inflated {
    let opened = || {
        let pair: ReadableWritablePair = JsValue::from(DecompressionStream::new(FORMAT).ok()?).unchecked_into();
        let out = blob_of(bytes, "")?.stream().pipe_through(&pair);
        out.get_reader().dyn_into::<ReadableStreamDefaultReader>().ok()
    };
    let Some(reader) = opened() else {
        return Inflated::Unable;
    };
    let mut whole = Vec::new();
    loop {
        let Ok(read) = JsFuture::from(reader.read()).await else {
            return Inflated::Broken;
        };
        let get = |name: &str| Reflect::get(&read, &JsValue::from_str(name)).unwrap_or_default();
        if get("done").is_truthy() {
            return Inflated::Whole(whole);
        }
        let chunk: Uint8Array = get("value").unchecked_into();
        if whole.len() + chunk.length() as usize > limit {
            let _ = JsFuture::from(reader.cancel()).await;
            return Inflated::TooLarge;
        }
        whole.extend(chunk.to_vec());
    }
}

#[wasm_bindgen]
extern "C" {
    // web-sys counts both among the unstable interfaces.
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

async fn passed_through(bytes: &[u8], stream: JsValue) -> Option<Vec<u8>> {
    let pair: ReadableWritablePair = stream.unchecked_into();
    let out = blob_of(bytes, "")?.stream().pipe_through(&pair);
    bytes_of(
        Response::new_with_opt_readable_stream(Some(&out))
            .ok()?
            .array_buffer()
            .ok()?,
    )
    .await
}
