//! One type for all elements of the page, made by `view!` of view-macro. What is generic here only puts into boxes.

mod memo;
mod text;
mod values;
mod views;

use std::borrow::Cow;

use leptos::{
    ev::EventDescriptor,
    html::ElementType,
    prelude::*,
    tachys::{
        html::node_ref::NodeRefContainer,
        renderer::{RemoveEventHandler, Rndr, types},
        view::{Mountable, any_view::AnyViewState},
    },
};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

pub use memo::{Memo, Reading, effect};
pub use values::{Computed, Fixed, IntoPlain, IntoValue, Plain, Value};
pub use views::{IntoPlainView, live, plain};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Where a value goes.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Attribute,
    Property,
    /// A property that is true or false.
    Flag,
    Class,
    Style,
}

enum Part {
    Value(Target, &'static str, Value),
    On(Cow<'static, str>, Owner, Box<dyn FnMut(types::Event)>),
    Ref(Box<dyn FnOnce(&types::Element)>),
}

enum PartState {
    Plain(Plain),
    Live(#[allow(dead_code)] RenderEffect<Plain>),
    On(#[allow(dead_code)] RemoveEventHandler<types::Element>),
    Ref,
}

pub struct El {
    tag: &'static str,
    is_drawn: bool,
    parts: SendWrapper<Vec<Part>>,
    children: Vec<AnyView>,
}

pub struct ElState {
    tag: &'static str,
    el: types::Element,
    parts: Vec<PartState>,
    children: Vec<AnyViewState>,
}

impl El {
    #[inline(never)]
    pub fn new(tag: &'static str) -> El {
        El {
            tag,
            is_drawn: false,
            parts: SendWrapper::new(Vec::new()),
            children: Vec::new(),
        }
    }

    #[inline(never)]
    pub fn drawn(tag: &'static str) -> El {
        El {
            is_drawn: true,
            ..El::new(tag)
        }
    }

    pub fn attr<M>(self, name: &'static str, value: impl IntoValue<M>) -> El {
        self.value(Target::Attribute, name, value.into_value())
    }

    pub fn prop<M, V: IntoValue<M>>(self, name: &'static str, value: V) -> El {
        let target = if V::IS_FLAG { Target::Flag } else { Target::Property };
        self.value(target, name, value.into_value())
    }

    pub fn class<M>(self, name: &'static str, value: impl IntoValue<M>) -> El {
        self.value(Target::Class, name, value.into_value())
    }

    pub fn style<M>(self, name: &'static str, value: impl IntoValue<M>) -> El {
        self.value(Target::Style, name, value.into_value())
    }

    pub fn on<E>(self, event: E, mut act: impl FnMut(E::EventType) + 'static) -> El
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        let act = Box::new(move |event: types::Event| act(event.unchecked_into()));
        self.listen(event.name(), act)
    }

    pub fn node_ref<E>(self, node: NodeRef<E>) -> El
    where
        E: ElementType,
        E::Output: JsCast + Clone + 'static,
    {
        self.part(Part::Ref(Box::new(move |el| node.load(el))))
    }

    pub fn child<M>(self, child: impl IntoPlainView<M>) -> El {
        self.put(child.into_plain_view())
    }

    pub fn live<V: IntoPlainView<Fixed>>(self, draw: impl FnMut() -> V + Send + 'static) -> El {
        self.put(live(draw))
    }

    #[inline(never)]
    fn value(self, target: Target, name: &'static str, value: Value) -> El {
        self.part(Part::Value(target, name, value))
    }

    #[inline(never)]
    fn listen(self, name: Cow<'static, str>, act: Box<dyn FnMut(types::Event)>) -> El {
        self.part(Part::On(name, Owner::current().unwrap_or_default(), act))
    }

    #[inline(never)]
    fn part(mut self, part: Part) -> El {
        self.parts.push(part);
        self
    }

    #[inline(never)]
    fn put(mut self, child: AnyView) -> El {
        self.children.push(child);
        self
    }
}

/// What the user may have changed since is set anew each time.
fn is_property(target: Target) -> bool {
    matches!(target, Target::Property | Target::Flag)
}

fn apply(el: &types::Element, target: Target, name: &str, value: &Plain) {
    match (target, value) {
        (Target::Attribute, Some(text)) => Rndr::set_attribute(el, name, text),
        (Target::Attribute, None) => Rndr::remove_attribute(el, name),
        (Target::Property, text) => {
            let text = text.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str);
            Rndr::set_property_or_value(el, name, &text);
        }
        (Target::Flag, value) => Rndr::set_property_or_value(el, name, &JsValue::from_bool(value.is_some())),
        (Target::Class, Some(_)) => Rndr::add_class(&Rndr::class_list(el), name),
        (Target::Class, None) => Rndr::remove_class(&Rndr::class_list(el), name),
        (Target::Style, Some(text)) => Rndr::set_css_property(&Rndr::style(el), name, text),
        (Target::Style, None) => Rndr::remove_css_property(&Rndr::style(el), name),
    }
}

impl Part {
    fn build(self, el: &types::Element, before: Option<PartState>) -> PartState {
        match self {
            Part::Value(target, name, Value::Plain(value)) => {
                let is_new = match &before {
                    Some(PartState::Plain(before)) => is_property(target) || *before != value,
                    Some(_) => true,
                    None => target == Target::Flag || value.is_some(),
                };
                if is_new {
                    apply(el, target, name, &value);
                }
                PartState::Plain(value)
            }
            Part::Value(target, name, Value::Live(mut read)) => {
                drop(before);
                let el = el.clone();
                PartState::Live(RenderEffect::new(move |before: Option<Plain>| {
                    let value = read();
                    if is_property(target) || before.as_ref() != Some(&value) {
                        apply(&el, target, name, &value);
                    }
                    value
                }))
            }
            Part::On(name, owner, mut act) => {
                drop(before);
                let act = Box::new(move |event| owner.with(|| act(event)));
                PartState::On(Rndr::add_event_listener(el, &name, act))
            }
            Part::Ref(load) => {
                load(el);
                PartState::Ref
            }
        }
    }
}

impl Render for El {
    type State = ElState;

    fn build(self) -> ElState {
        let el = Rndr::create_element(self.tag, self.is_drawn.then_some(SVG));
        let parts = self.parts.take();
        let parts = parts.into_iter().map(|part| part.build(&el, None)).collect();
        let mut children: Vec<AnyViewState> = self.children.into_iter().map(Render::build).collect();
        for child in &mut children {
            child.mount(&el, None);
        }
        ElState {
            tag: self.tag,
            el,
            parts,
            children,
        }
    }

    fn rebuild(self, state: &mut ElState) {
        let is_like = self.tag == state.tag
            && self.parts.len() == state.parts.len()
            && self.children.len() == state.children.len();
        if !is_like {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let before = std::mem::take(&mut state.parts);
        let parts = self.parts.take().into_iter().zip(before);
        state.parts = parts
            .map(|(part, before)| part.build(&state.el, Some(before)))
            .collect();
        for (child, state) in self.children.into_iter().zip(&mut state.children) {
            child.rebuild(state);
        }
    }
}

impl Mountable for ElState {
    fn unmount(&mut self) {
        self.el.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Mountable::mount(&mut self.el, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.el.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.el.clone()]
    }
}
