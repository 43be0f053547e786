//! Elements: what never changes of them is one text, which `view!` writes; what does stands in slots, in the same order.

use leptos::{
    ev::EventDescriptor,
    prelude::{Owner, RenderEffect, document},
    tachys::renderer::{RemoveEventHandler, Rndr, types},
};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

use super::typing::is_typed_in;
use super::{
    node::NodeRef,
    program::{Op, Ops, Target},
    values::{IntoValue, Plain, Value},
    view::{View, ViewState, watch},
    views::Draw,
};
use crate::signals::State;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with all that stands in it.
pub struct El {
    pub(super) program: &'static str,
    pub(super) slots: Vec<Slot>,
}

pub(super) enum Slot {
    Value(Value),
    On(Owner, Box<dyn FnMut(types::Event)>),
    Ref(State<Option<SendWrapper<types::Element>>>),
    Child(View),
}

pub(super) struct ElState {
    program: &'static str,
    root: types::Element,
    slots: Vec<SlotState>,
}

enum SlotState {
    Plain(types::Element, Target, &'static str, Plain),
    Live(
        types::Element,
        Target,
        &'static str,
        #[allow(dead_code)] RenderEffect<()>,
    ),
    On(
        types::Element,
        &'static str,
        #[allow(dead_code)] RemoveEventHandler<types::Element>,
    ),
    Ref(types::Element),
    Child(ViewState),
}

/// What `view!` fills.
#[derive(Default)]
pub struct Slots(Vec<Slot>);

impl Slots {
    pub fn value<M>(&mut self, value: impl IntoValue<M>) {
        self.push(Slot::Value(value.into_value()));
    }

    pub fn on<E>(&mut self, _: E, mut act: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.listen(Box::new(move |event| act(event.unchecked_into())));
    }

    pub fn node_ref<E: JsCast>(&mut self, node: NodeRef<E>) {
        self.push(Slot::Ref(node.state()));
    }

    pub fn child<M>(&mut self, child: impl Draw<M>) {
        self.put(child.drawn());
    }

    pub fn live<V: Draw<super::Fixed>>(&mut self, draw: impl FnMut() -> V + 'static) {
        self.put(super::live(draw));
    }

    #[inline(never)]
    fn listen(&mut self, act: Box<dyn FnMut(types::Event)>) {
        self.push(Slot::On(Owner::current().unwrap_or_default(), act));
    }

    #[inline(never)]
    fn put(&mut self, child: View) {
        self.push(Slot::Child(child));
    }

    #[inline(never)]
    fn push(&mut self, slot: Slot) {
        self.0.push(slot);
    }

    #[inline(never)]
    pub fn el(self, program: &'static str) -> View {
        View::El(El { program, slots: self.0 })
    }
}

/// What the user may have changed since is set anew each time.
fn is_property(target: Target) -> bool {
    target == Target::Property
}

fn apply(el: &types::Element, target: Target, name: &str, value: &Plain) {
    match (target, value.text()) {
        (Target::Attribute, Some(text)) => Rndr::set_attribute(el, name, text),
        (Target::Attribute, None) => Rndr::remove_attribute(el, name),
        // What another hand sets meanwhile is shown when the field is left; the typing is not written over.
        (Target::Property, _) if name == "value" && is_typed_in(el) => {}
        (Target::Property, text) => {
            let value = match value {
                Plain::Flag(flag) => JsValue::from_bool(*flag),
                _ => text.map_or(JsValue::UNDEFINED, JsValue::from_str),
            };
            Rndr::set_property_or_value(el, name, &value);
        }
        (Target::Class, Some(_)) => Rndr::add_class(&Rndr::class_list(el), name),
        (Target::Class, None) => Rndr::remove_class(&Rndr::class_list(el), name),
        (Target::Style, Some(text)) => Rndr::set_css_property(&Rndr::style(el), name, text),
        (Target::Style, None) => Rndr::remove_css_property(&Rndr::style(el), name),
    }
}

/// Without `before` it is not known what the element has.
fn is_new(target: Target, before: Option<&Plain>, value: &Plain) -> bool {
    is_property(target) || before != Some(value)
}

fn live(
    el: types::Element,
    target: Target,
    name: &'static str,
    mut read: Box<dyn FnMut() -> Plain>,
    mut before: Option<Plain>,
) -> SlotState {
    let changed = el.clone();
    let effect = watch(Box::new(move || {
        let value = read();
        if is_new(target, before.as_ref(), &value) {
            apply(&changed, target, name, &value);
            before = Some(value);
        }
    }));
    SlotState::Live(el, target, name, effect)
}

fn listen(el: types::Element, name: &'static str, owner: Owner, mut act: Box<dyn FnMut(types::Event)>) -> SlotState {
    let act = Box::new(move |event| owner.with(|| act(event)));
    let handler = Rndr::add_event_listener(&el, name, act);
    SlotState::On(el, name, handler)
}

fn value(el: types::Element, target: Target, name: &'static str, value: Value, before: Option<Plain>) -> SlotState {
    match value {
        Value::Plain(value) => {
            if is_new(target, before.as_ref(), &value) {
                apply(&el, target, name, &value);
            }
            SlotState::Plain(el, target, name, value)
        }
        Value::Live(read) => live(el, target, name, read, before),
    }
}

fn create(tag: &str, is_drawn: bool) -> types::Element {
    let made = match is_drawn {
        true => document().create_element_ns(Some(SVG), tag),
        false => document().create_element(tag),
    };
    made.expect("a tag is a name")
}

impl El {
    pub(super) fn build(self) -> ElState {
        let mut slots = self.slots.into_iter();
        let mut open: Vec<types::Element> = Vec::new();
        let mut states = Vec::with_capacity(slots.len());
        let mut root = None;
        for op in Ops(self.program) {
            if let Op::Open(tag, is_drawn) = op {
                open.push(create(tag, is_drawn));
                continue;
            }
            let Some(el) = open.last() else { break };
            match op {
                Op::Open(..) => {}
                Op::Fixed(name, value) => Rndr::set_attribute(el, name, value),
                Op::Text(text) => drop(el.append_child(&document().create_text_node(text))),
                Op::Close => {
                    let done = open.pop();
                    match (open.last(), done) {
                        (Some(outer), Some(done)) => drop(outer.append_child(&done)),
                        (_, done) => root = done,
                    }
                }
                Op::Value(..) | Op::On(_) | Op::Ref | Op::Child => {
                    let Some(slot) = slots.next() else { break };
                    let state = match (op, slot) {
                        (Op::Value(target, name), Slot::Value(given)) => {
                            value(el.clone(), target, name, given, Some(Plain::Absent))
                        }
                        (Op::On(name), Slot::On(owner, act)) => listen(el.clone(), name, owner, act),
                        (_, Slot::Ref(node)) => {
                            node.try_set(Some(SendWrapper::new(el.clone())));
                            SlotState::Ref(el.clone())
                        }
                        (_, Slot::Child(view)) => {
                            let state = view.build();
                            state.mount(el, None);
                            SlotState::Child(state)
                        }
                        _ => break,
                    };
                    states.push(state);
                }
            }
        }
        ElState {
            program: self.program,
            root: root.expect("a program closes what it opens"),
            slots: states,
        }
    }

    pub(super) fn is_like(&self, state: &ElState) -> bool {
        self.program == state.program
    }

    /// For an element of the same program: only the slots can differ.
    pub(super) fn rebuild(self, before: ElState) -> ElState {
        let slots = self.slots.into_iter().zip(before.slots);
        let slots = slots.map(|(slot, before)| match (slot, before) {
            (Slot::Value(given), SlotState::Plain(el, target, name, before)) => {
                value(el, target, name, given, Some(before))
            }
            (Slot::Value(given), SlotState::Live(el, target, name, effect)) => {
                drop(effect);
                value(el, target, name, given, None)
            }
            (Slot::On(owner, act), SlotState::On(el, name, handler)) => {
                drop(handler);
                listen(el, name, owner, act)
            }
            (Slot::Ref(node), SlotState::Ref(el)) => {
                node.try_set(Some(SendWrapper::new(el.clone())));
                SlotState::Ref(el)
            }
            (Slot::Child(view), SlotState::Child(before)) => SlotState::Child(view.rebuild(before)),
            (_, before) => before,
        });
        ElState {
            slots: slots.collect(),
            ..before
        }
    }
}

impl ElState {
    pub(super) fn node(&self) -> &types::Node {
        &self.root
    }
}
