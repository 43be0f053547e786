//! A handle on an element that a view draws.

use std::marker::PhantomData;

use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use crate::signals::State;

/// Empty until the element stands; `E` is its type.
pub struct NodeRef<E> {
    element: State<Option<SendWrapper<web_sys::Element>>>,
    is: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> NodeRef<E> {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E: JsCast> Default for NodeRef<E> {
    fn default() -> NodeRef<E> {
        NodeRef::new()
    }
}

impl<E: JsCast> NodeRef<E> {
    pub fn new() -> NodeRef<E> {
        NodeRef {
            element: State::new(None),
            is: PhantomData,
        }
    }

    pub fn get(&self) -> Option<E> {
        known(self.element.get())
    }

    pub fn get_untracked(&self) -> Option<E> {
        known(self.element.get_untracked())
    }

    /// The element, if there is one and its screen still stands.
    pub fn try_get_untracked(&self) -> Option<E> {
        known(self.element.try_with_untracked(Clone::clone).flatten())
    }

    pub(super) fn state(&self) -> State<Option<SendWrapper<web_sys::Element>>> {
        self.element
    }
}

fn known<E: JsCast>(element: Option<SendWrapper<web_sys::Element>>) -> Option<E> {
    element.map(|element| element.take().unchecked_into())
}
