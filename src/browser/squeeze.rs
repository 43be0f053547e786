//! Deflate and inflate by the browser itself, which costs no code of ours.

use super::files::{blob_of, bytes_of};
use wasm_bindgen::prelude::*;
use web_sys::{ReadableWritablePair, Response};

const FORMAT: &str = "deflate-raw";

/// Nothing where the browser cannot do it.
pub async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    passed_through(bytes, CompressionStream::new(FORMAT).ok()?.into()).await
}

/// Nothing where the browser cannot do it, or the bytes are not deflated ones.
pub async fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    passed_through(bytes, DecompressionStream::new(FORMAT).ok()?.into()).await
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
