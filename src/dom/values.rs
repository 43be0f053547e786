//! What can be the value of an attribute: a text, a flag, none, or a closure that makes one.

use std::borrow::Cow;

use crate::signals::{Memo, State};

/// What an attribute may be.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Plain {
    #[default]
    Absent,
    Text(Cow<'static, str>),
    Flag(bool),
}

pub enum Value {
    Plain(Plain),
    Live(Box<dyn FnMut() -> Plain>),
}

impl Plain {
    /// As an attribute has it: a flag is there, without a text, or is not.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Plain::Text(text) => Some(text),
            Plain::Flag(true) => Some(""),
            Plain::Flag(false) | Plain::Absent => None,
        }
    }
}

/// What can be the value of an attribute. `M` tells values from closures.
pub trait IntoValue<M> {
    fn into_value(self) -> Value;
}

pub trait IntoPlain {
    fn into_plain(self) -> Plain;
}

/// The mark of what is a value or a view itself.
pub struct Fixed;
/// The mark of a closure that makes one.
pub struct Computed<T>(T);

impl<T: IntoPlain> IntoValue<Fixed> for T {
    fn into_value(self) -> Value {
        Value::Plain(self.into_plain())
    }
}

impl<T: IntoPlain, F: FnMut() -> T + 'static> IntoValue<Computed<T>> for F {
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_plain()))
    }
}

pub struct Read;

impl IntoValue<Read> for Memo<String> {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self.get().into_plain()))
    }
}

impl IntoValue<Read> for State<String> {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self.get().into_plain()))
    }
}

impl IntoPlain for &'static str {
    fn into_plain(self) -> Plain {
        Plain::Text(Cow::Borrowed(self))
    }
}

impl IntoPlain for String {
    fn into_plain(self) -> Plain {
        Plain::Text(Cow::Owned(self))
    }
}

impl IntoPlain for bool {
    fn into_plain(self) -> Plain {
        Plain::Flag(self)
    }
}

impl<T: IntoPlain> IntoPlain for Option<T> {
    fn into_plain(self) -> Plain {
        self.map(T::into_plain).unwrap_or_default()
    }
}
