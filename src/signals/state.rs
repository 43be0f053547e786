//! Values that change: [`State`] tells those who read it, [`Aside`] does not.

use std::{
    any::Any,
    marker::PhantomData,
    sync::{Arc, PoisonError, RwLock},
};

use leptos::prelude::{GetUntracked, Notify, RwSignal, Track};

type Held = Arc<dyn Any + Send + Sync>;

/// As Leptos' `RwSignal`: what reads it in an effect or a view runs again when it is set.
pub struct State<T> {
    inner: RwSignal<Held>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> State<T> {
        *self
    }
}

impl<T> Copy for State<T> {}

#[inline(never)]
fn made(value: Held) -> RwSignal<Held> {
    RwSignal::new(value)
}

#[inline(never)]
fn tracked(signal: RwSignal<Held>) -> Held {
    signal.track();
    signal.get_untracked()
}

#[inline(never)]
fn untracked(signal: RwSignal<Held>) -> Option<Held> {
    signal.try_get_untracked()
}

#[inline(never)]
fn notify(signal: RwSignal<Held>) {
    signal.notify();
}

fn look<T: 'static, R>(held: &Held, look: impl FnOnce(&T) -> R) -> R {
    let lock: &RwLock<T> = held.downcast_ref().expect("a state holds what it was made with");
    look(&lock.read().unwrap_or_else(PoisonError::into_inner))
}

fn change<T: 'static, R>(held: &Held, change: impl FnOnce(&mut T) -> R) -> R {
    let lock: &RwLock<T> = held.downcast_ref().expect("a state holds what it was made with");
    change(&mut lock.write().unwrap_or_else(PoisonError::into_inner))
}

fn present(held: Option<Held>) -> Held {
    held.expect("a state is read while its screen stands")
}

impl<T: Send + Sync + 'static> State<T> {
    pub fn new(value: T) -> State<T> {
        State {
            inner: made(Arc::new(RwLock::new(value))),
            holds: PhantomData,
        }
    }

    pub fn with<R>(&self, look_at: impl FnOnce(&T) -> R) -> R {
        look(&tracked(self.inner), look_at)
    }

    pub fn with_untracked<R>(&self, look_at: impl FnOnce(&T) -> R) -> R {
        look(&present(untracked(self.inner)), look_at)
    }

    /// Looks at it if its screen still stands.
    pub fn try_with_untracked<R>(&self, look_at: impl FnOnce(&T) -> R) -> Option<R> {
        Some(look(&untracked(self.inner)?, look_at))
    }

    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    pub fn set(&self, value: T) {
        self.update(|held| *held = value);
    }

    pub fn update(&self, act: impl FnOnce(&mut T)) {
        self.try_update(act).expect("a state is set while its screen stands");
    }

    /// Changes it, and tells only if that says so.
    pub fn maybe_update(&self, act: impl FnOnce(&mut T) -> bool) {
        if change(&present(untracked(self.inner)), act) {
            notify(self.inner);
        }
    }

    /// Sets it if its screen still stands.
    pub fn try_set(&self, value: T) {
        self.try_update(|held| *held = value);
    }

    /// Changes it if its screen still stands.
    pub fn try_update<R>(&self, act: impl FnOnce(&mut T) -> R) -> Option<R> {
        let held = untracked(self.inner)?;
        let done = change(&held, act);
        notify(self.inner);
        Some(done)
    }
}

/// A value that a screen or the session keeps for itself: nothing runs when it changes.
pub struct Aside<T>(State<T>);

impl<T> Clone for Aside<T> {
    fn clone(&self) -> Aside<T> {
        *self
    }
}

impl<T> Copy for Aside<T> {}

impl<T: Send + Sync + 'static> Aside<T> {
    pub fn new(value: T) -> Aside<T> {
        Aside(State::new(value))
    }

    pub fn with_value<R>(&self, look_at: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(look_at)
    }

    pub fn get_value(&self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }

    pub fn set_value(&self, value: T) {
        self.update_value(|held| *held = value);
    }

    pub fn update_value(&self, act: impl FnOnce(&mut T)) {
        self.try_update_value(act)
            .expect("what is kept aside stands as long as its screen");
    }

    pub fn try_update_value<R>(&self, act: impl FnOnce(&mut T) -> R) -> Option<R> {
        Some(change(&untracked(self.0.inner)?, act))
    }
}
