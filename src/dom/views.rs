//! What can stand in an element: views, texts, lists of them, and closures that draw them anew.

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use leptos::prelude::untrack;

use super::{
    each::Each,
    values::{Computed, Fixed},
    view::View,
};
use crate::signals::{Memo, State};

/// What can stand in an element. `M` tells views from closures.
pub trait Draw<M> {
    fn drawn(self) -> View;
}

/// A part of the interface with its arguments as fields: `<Name field=value />` in `view!`.
pub trait Component {
    fn draw(self) -> View;
}

/// What stands in a component, drawn anew as often as that wants it.
pub type Children = Box<dyn Fn() -> View>;

/// Draws a component. What it reads while it is made does not make it anew.
pub fn component<C: Component>(component: C) -> View {
    let mut component = Some(component);
    untracked(&mut || component.take().map(C::draw).unwrap_or_default())
}

#[inline(never)]
fn untracked(draw: &mut dyn FnMut() -> View) -> View {
    untrack(draw)
}

/// Something that is drawn anew when the signals change that it reads.
pub fn live<V: Draw<Fixed>>(mut draw: impl FnMut() -> V + 'static) -> View {
    View::Live(Box::new(move || draw().drawn()))
}

pub fn plain<M>(view: impl Draw<M>) -> View {
    view.drawn()
}

/// A list of which each item keeps its elements as long as its key is in the list.
pub fn each<K: PartialEq + Copy + 'static>(
    mut list: impl FnMut() -> Vec<K> + 'static,
    draw: impl Fn(K) -> View + 'static,
) -> View {
    let known = Rc::new(RefCell::new(Vec::<K>::new()));
    let drawn = known.clone();
    let number = move |key| {
        let mut known = known.borrow_mut();
        known.iter().position(|each| *each == key).unwrap_or_else(|| {
            known.push(key);
            known.len() - 1
        })
    };
    View::Each(Each {
        list: Box::new(move || list().into_iter().map(&number).collect()),
        draw: Box::new(move |at| {
            let key = drawn.borrow().get(at).copied();
            key.map(&draw).unwrap_or_default()
        }),
    })
}

impl Draw<Fixed> for View {
    fn drawn(self) -> View {
        self
    }
}

impl Draw<Fixed> for () {
    fn drawn(self) -> View {
        View::Nothing
    }
}

impl Draw<Fixed> for &'static str {
    fn drawn(self) -> View {
        View::Text(Cow::Borrowed(self))
    }
}

impl Draw<Fixed> for String {
    fn drawn(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

impl Draw<Fixed> for usize {
    fn drawn(self) -> View {
        self.to_string().drawn()
    }
}

impl Draw<Fixed> for Memo<String> {
    fn drawn(self) -> View {
        live(move || self.get())
    }
}

impl Draw<Fixed> for State<String> {
    fn drawn(self) -> View {
        live(move || self.get())
    }
}

impl<V: Draw<Fixed>> Draw<Fixed> for Option<V> {
    fn drawn(self) -> View {
        self.map(V::drawn).unwrap_or_default()
    }
}

impl<V: Draw<Fixed>> Draw<Fixed> for Vec<V> {
    fn drawn(self) -> View {
        View::List(self.into_iter().map(V::drawn).collect())
    }
}

impl<V: Draw<Fixed>, const N: usize> Draw<Fixed> for [V; N] {
    fn drawn(self) -> View {
        View::List(self.into_iter().map(V::drawn).collect())
    }
}

impl<V: Draw<Fixed>, W: Draw<Fixed>> Draw<Fixed> for (V, W) {
    fn drawn(self) -> View {
        View::List(vec![self.0.drawn(), self.1.drawn()])
    }
}

impl<V: Draw<Fixed>, F: FnMut() -> V + 'static> Draw<Computed<V>> for F {
    fn drawn(self) -> View {
        live(self)
    }
}
