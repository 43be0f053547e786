//! Memos and effects whose code stands once in the page, whatever they hold: Leptos' own are made anew for each type.

use std::{any::Any, marker::PhantomData, ops::Deref, sync::Arc};

use leptos::prelude::{Effect, Get, GetUntracked};

/// As Leptos' own: computed when it is asked for and what it read has changed; what reads it runs only when it differs.
pub struct Memo<T> {
    inner: leptos::prelude::Memo<Held>,
    holds: PhantomData<fn() -> T>,
}

#[derive(Clone)]
struct Held {
    value: Arc<dyn Any + Send + Sync>,
    is_equal: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Held {
    fn eq(&self, other: &Held) -> bool {
        (self.is_equal)(&*self.value, &*other.value)
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Memo<T> {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T> {
        let compute = move |before: Option<&dyn Any>| {
            Arc::new(compute(before.and_then(|before| before.downcast_ref()))) as Arc<dyn Any + Send + Sync>
        };
        Memo {
            inner: made(Box::new(compute), |one, other| {
                one.downcast_ref::<T>() == other.downcast_ref::<T>()
            }),
            holds: PhantomData,
        }
    }

    /// One that never changes.
    pub fn fixed(value: T) -> Memo<T>
    where
        T: Clone,
    {
        Memo::new(move |_| value.clone())
    }

    pub fn read(&self) -> Reading<T> {
        Reading(tracked(self.inner), PhantomData)
    }

    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read())
    }

    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&Reading(untracked(self.inner), PhantomData))
    }

    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.read().clone()
    }

    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

type Compute = dyn Fn(Option<&dyn Any>) -> Arc<dyn Any + Send + Sync> + Send + Sync;

#[inline(never)]
fn made(compute: Box<Compute>, is_equal: fn(&dyn Any, &dyn Any) -> bool) -> leptos::prelude::Memo<Held> {
    leptos::prelude::Memo::new(move |before: Option<&Held>| Held {
        value: compute(before.map(|before| &*before.value as &dyn Any)),
        is_equal,
    })
}

#[inline(never)]
fn tracked(memo: leptos::prelude::Memo<Held>) -> Arc<dyn Any + Send + Sync> {
    memo.get().value
}

#[inline(never)]
fn untracked(memo: leptos::prelude::Memo<Held>) -> Arc<dyn Any + Send + Sync> {
    memo.get_untracked().value
}

/// The value of a memo as it was when it was asked for.
pub struct Reading<T>(Arc<dyn Any + Send + Sync>, PhantomData<T>);

impl<T: 'static> Deref for Reading<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.downcast_ref().expect("a memo holds what it computes")
    }
}

/// Runs now, and again when the signals change that it reads.
pub fn effect(act: impl FnMut() + 'static) {
    boxed(Box::new(act));
}

#[inline(never)]
fn boxed(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}
