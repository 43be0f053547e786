//! What can be the value of an attribute: a text, a flag, none, or a closure that makes one.

use std::borrow::Cow;

use leptos::prelude::*;

/// What an attribute may be: absent, or a text.
pub type Plain = Option<Cow<'static, str>>;

pub enum Value {
    Plain(Plain),
    Live(Box<dyn FnMut() -> Plain>),
}

/// What can be the value of an attribute. `M` tells values from closures.
pub trait IntoValue<M> {
    const IS_FLAG: bool = false;

    fn into_value(self) -> Value;
}

pub trait IntoPlain {
    const IS_FLAG: bool = false;

    fn into_plain(self) -> Plain;
}

/// The mark of what is a value or a view itself.
pub struct Fixed;
/// The mark of a closure that makes one.
pub struct Computed<T>(T);

impl<T: IntoPlain> IntoValue<Fixed> for T {
    const IS_FLAG: bool = T::IS_FLAG;

    fn into_value(self) -> Value {
        Value::Plain(self.into_plain())
    }
}

impl<T: IntoPlain, F: FnMut() -> T + 'static> IntoValue<Computed<T>> for F {
    const IS_FLAG: bool = T::IS_FLAG;

    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_plain()))
    }
}

pub struct Read;

impl IntoValue<Read> for Signal<String> {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self.get().into_plain()))
    }
}

impl IntoValue<Read> for RwSignal<String> {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self.get().into_plain()))
    }
}

impl IntoPlain for &'static str {
    fn into_plain(self) -> Plain {
        Some(Cow::Borrowed(self))
    }
}

impl IntoPlain for String {
    fn into_plain(self) -> Plain {
        Some(Cow::Owned(self))
    }
}

impl IntoPlain for bool {
    const IS_FLAG: bool = true;

    fn into_plain(self) -> Plain {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: IntoPlain> IntoPlain for Option<T> {
    fn into_plain(self) -> Plain {
        self.and_then(T::into_plain)
    }
}
