//! The order in which a Chinese reader expects names: by pinyin, and numbers by their size.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::JsValue;

/// Parts the texts on their way into the browser and back: two crossings, not two for each text.
const MARK: &str = "\0";

/// The indices of distinct texts, given sorted by code point, in reading order.
pub fn reading_order(texts: &[&str]) -> Vec<u32> {
    let as_given = || (0..texts.len() as u32).collect();
    // Off the browser, where screens are rendered in tests, any fixed order will do.
    if !cfg!(target_arch = "wasm32") {
        return as_given();
    }
    let Some(sorted) = sorted_by_browser(&texts.join(MARK)) else {
        return as_given();
    };
    let places = sorted
        .split(MARK)
        .map(|text| texts.binary_search(&text).ok().map(|at| at as u32));
    // A text with the mark in it comes back in pieces: then the order is lost, and nothing else.
    let order: Option<Vec<u32>> = places.collect();
    order
        .filter(|order| order.len() == texts.len())
        .unwrap_or_else(as_given)
}

fn sorted_by_browser(joined: &str) -> Option<String> {
    let parts = JsString::from(joined).split(MARK);
    // `Array.prototype.sort` with a function of the browser's own, without a closure of ours in between.
    let sort = Reflect::get(&parts, &JsValue::from_str("sort")).ok()?;
    COLLATOR
        .with(|collator| Function::from(sort).call1(&parts, &collator.compare()))
        .ok()?;
    parts.join(MARK).as_string()
}

thread_local! {
    /// Making a collator costs far more than a comparison.
    static COLLATOR: Intl::Collator = collator();
}

fn collator() -> Intl::Collator {
    let options = Object::new();
    // Without it 第10项 comes before 第2项, which is a lesser evil than no order.
    let _ = Reflect::set(&options, &JsValue::from_str("numeric"), &JsValue::TRUE);
    Intl::Collator::new(&Array::of1(&JsValue::from_str("zh-CN")), &options)
}
