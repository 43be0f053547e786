//! The order in which a Chinese reader expects names: by pinyin, and numbers by their size.

use std::collections::HashMap;

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The indices of distinct texts in reading order. One call for all: a comparison by itself would cross into the
/// browser each time.
pub fn reading_order(texts: &[&str]) -> Vec<u32> {
    // Off the browser, where screens are rendered in tests, any fixed order will do.
    if !cfg!(target_arch = "wasm32") {
        return (0..texts.len() as u32).collect();
    }
    let places: HashMap<&str, u32> = texts.iter().copied().zip(0..).collect();
    let sorted: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    COLLATOR.with(|collator| sorted.sort_by_native(&collator.compare()));
    let order = sorted
        .iter()
        .filter_map(|text| places.get(text.as_string()?.as_str()).copied());
    order.collect()
}

trait NativeSort {
    fn sort_by_native(&self, compare: &js_sys::Function);
}

impl NativeSort for Array {
    /// `Array.prototype.sort` with a function of the browser's own, without a closure of ours in between.
    fn sort_by_native(&self, compare: &js_sys::Function) {
        let sort = Reflect::get(self, &JsValue::from_str("sort"));
        if let Ok(sort) = sort.map(js_sys::Function::from) {
            let _ = sort.call1(self, compare);
        }
    }
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
