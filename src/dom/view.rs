//! What a screen is made of, and the state of it that stands in the page.

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use leptos::{
    prelude::{RenderEffect, document},
    tachys::renderer::types,
};
use wasm_bindgen::JsCast;

use super::{
    each::{Each, EachState},
    el::{El, ElState},
};

/// A piece of a screen.
#[derive(Default)]
pub enum View {
    #[default]
    Nothing,
    Text(Cow<'static, str>),
    El(El),
    List(Vec<View>),
    /// Drawn anew when the signals change that it reads.
    Live(Box<dyn FnMut() -> View>),
    Each(Each),
}

/// A piece that stands in the page. Each has a node at least, so that its place can be found.
pub(super) enum ViewState {
    Nothing(types::Node),
    Text(types::Text, Cow<'static, str>),
    El(ElState),
    /// The node is behind the last of them.
    List(Vec<ViewState>, types::Node),
    Live(Kept<Option<ViewState>>, #[allow(dead_code)] RenderEffect<()>),
    Each(Kept<EachState>, #[allow(dead_code)] RenderEffect<()>),
}

/// What an effect draws, shared with it. An effect that is dropped ends only some time later; what it drew goes at once, so
/// that no effect in it runs on signals that are gone.
pub(super) struct Kept<T: Default>(pub Rc<RefCell<T>>);

impl<T: Default> Drop for Kept<T> {
    fn drop(&mut self) {
        let drawn = self.0.try_borrow_mut().map(|mut drawn| std::mem::take(&mut *drawn));
        drop(drawn);
    }
}

/// Runs now, and again when the signals change that it reads, as long as what it returns is kept.
#[inline(never)]
pub(super) fn watch(mut act: Box<dyn FnMut()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| act())
}

/// A node that shows nothing and keeps a place.
pub(super) fn mark() -> types::Node {
    document().create_comment("").into()
}

pub(super) fn put(node: &types::Node, parent: &types::Node, before: Option<&types::Node>) {
    drop(parent.insert_before(node, before));
}

pub(super) fn take_out(node: &types::Node) {
    if let Some(parent) = node.parent_node() {
        drop(parent.remove_child(node));
    }
}

impl View {
    pub(super) fn build(self) -> ViewState {
        match self {
            View::Nothing => ViewState::Nothing(mark()),
            View::Text(text) => ViewState::Text(document().create_text_node(&text), text),
            View::El(el) => ViewState::El(el.build()),
            View::List(views) => ViewState::List(views.into_iter().map(View::build).collect(), mark()),
            View::Live(mut draw) => {
                let state = Rc::new(RefCell::new(None));
                let drawn = state.clone();
                let effect = watch(Box::new(move || {
                    let view = draw();
                    let before = drawn.borrow_mut().take();
                    let now = match before {
                        Some(before) => view.rebuild(before),
                        None => view.build(),
                    };
                    *drawn.borrow_mut() = Some(now);
                }));
                ViewState::Live(Kept(state), effect)
            }
            View::Each(each) => {
                let (state, effect) = each.build();
                ViewState::Each(Kept(state), effect)
            }
        }
    }

    /// Makes what stands in the page into this, with as few changes as are known to do.
    pub(super) fn rebuild(self, before: ViewState) -> ViewState {
        match (self, before) {
            (View::Nothing, before @ ViewState::Nothing(_)) => before,
            (View::Text(text), ViewState::Text(node, before)) => {
                if text != before {
                    node.set_data(&text);
                }
                ViewState::Text(node, text)
            }
            (View::El(el), ViewState::El(before)) if el.is_like(&before) => ViewState::El(el.rebuild(before)),
            (View::List(views), ViewState::List(before, end)) => {
                let mut before = before.into_iter();
                let mut now = Vec::with_capacity(views.len());
                for view in views {
                    now.push(match before.next() {
                        Some(before) => view.rebuild(before),
                        None => {
                            let state = view.build();
                            state.mount_before(&end);
                            state
                        }
                    });
                }
                before.for_each(|state| state.unmount());
                ViewState::List(now, end)
            }
            (view, before) => {
                let now = view.build();
                before.with_first(&mut |first| now.mount_before(first));
                before.unmount();
                now
            }
        }
    }
}

impl ViewState {
    pub(super) fn mount(&self, parent: &types::Node, before: Option<&types::Node>) {
        self.with_all(&mut |node| put(node, parent, before));
    }

    pub(super) fn mount_before(&self, node: &types::Node) {
        if let Some(parent) = node.parent_node() {
            self.mount(&parent, Some(node));
        }
    }

    pub(super) fn unmount(&self) {
        self.with_all(&mut |node| take_out(node));
    }

    /// Its nodes that no other of them holds, in their order.
    pub(super) fn with_all(&self, act: &mut dyn FnMut(&types::Node)) {
        match self {
            ViewState::Nothing(node) => act(node),
            ViewState::Text(text, _) => act(text),
            ViewState::El(el) => act(el.node()),
            ViewState::List(states, end) => {
                for state in states {
                    state.with_all(act);
                }
                act(end);
            }
            ViewState::Live(state, _) => {
                if let Some(state) = &*state.0.borrow() {
                    state.with_all(act);
                }
            }
            ViewState::Each(state, _) => state.0.borrow().with_all(act),
        }
    }

    fn with_first(&self, act: &mut dyn FnMut(&types::Node)) {
        let mut is_first = true;
        self.with_all(&mut |node| {
            if std::mem::take(&mut is_first) {
                act(node);
            }
        });
    }
}

/// Puts a view into an element and keeps it there for good.
pub fn mount(parent: &web_sys::Element, view: View) {
    let state = view.build();
    state.mount(parent.unchecked_ref(), None);
    std::mem::forget(state);
}

impl FromIterator<View> for View {
    fn from_iter<I: IntoIterator<Item = View>>(views: I) -> View {
        View::List(views.into_iter().collect())
    }
}
