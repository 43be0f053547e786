//! A list whose items keep their elements, and with them the focus and what is typed, while others come, go and move.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    prelude::{Owner, RenderEffect, document},
    tachys::renderer::types,
};

use wasm_bindgen::JsCast;

use super::view::{View, ViewState, mark, watch};

/// A number for each item, the same as long as it is in the list, and how one of them is drawn.
pub struct Each {
    pub(super) list: Box<dyn FnMut() -> Vec<usize>>,
    pub(super) draw: Box<dyn Fn(usize) -> View>,
}

#[derive(Default)]
pub(super) struct EachState {
    items: Vec<Item>,
    /// Behind the last of them.
    end: Option<types::Node>,
}

struct Item {
    number: usize,
    /// What its drawing made lives as long as the item.
    owner: Owner,
    state: ViewState,
}

impl Each {
    pub(super) fn build(self) -> (Rc<RefCell<EachState>>, RenderEffect<()>) {
        let Each { mut list, draw } = self;
        let owner = Owner::current().unwrap_or_default();
        let state = Rc::new(RefCell::new(EachState {
            items: Vec::new(),
            end: Some(mark()),
        }));
        let drawn = state.clone();
        let effect = watch(Box::new(move || {
            let numbers = list();
            let mut before = std::mem::take(&mut drawn.borrow_mut().items);
            // Most come in the order that they had: each is then the last of those that are left.
            before.reverse();
            let items = numbers.into_iter().map(|number| {
                let known = before.iter().rposition(|item| item.number == number);
                known.map(|at| before.remove(at)).unwrap_or_else(|| {
                    let owner = owner.child();
                    let state = owner.with(|| leptos::prelude::untrack(|| draw(number)).build());
                    Item { number, owner, state }
                })
            });
            let items: Vec<Item> = items.collect();
            for gone in before {
                gone.state.unmount();
                gone.owner.cleanup();
            }
            let mut state = drawn.borrow_mut();
            if let Some(end) = &state.end {
                keep_focus(|| place(&items, end));
            }
            state.items = items;
        }));
        (state, effect)
    }
}

/// An element that is moved loses the focus: what had it gets it back.
fn keep_focus(act: impl FnOnce()) {
    let before = document().active_element();
    act();
    if before != document().active_element()
        && let Some(element) = before.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(element.focus());
    }
}

/// Puts the items in their order before the end. One that stands right is not touched.
fn place(items: &[Item], end: &types::Node) {
    if end.parent_node().is_none() {
        return;
    }
    let mut next = end.clone();
    for item in items.iter().rev() {
        let mut nodes = Vec::new();
        item.state.with_all(&mut |node| nodes.push(node.clone()));
        for node in nodes.into_iter().rev() {
            if node.next_sibling().as_ref() != Some(&next) {
                let parent = next.parent_node();
                drop(parent.map(|parent| parent.insert_before(&node, Some(&next))));
            }
            next = node;
        }
    }
}

impl EachState {
    pub(super) fn with_all(&self, act: &mut dyn FnMut(&types::Node)) {
        for item in &self.items {
            item.state.with_all(act);
        }
        self.end.iter().for_each(act);
    }
}
