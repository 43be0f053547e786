//! What can stand in an element: views, lists of them, and closures that draw them anew.

use std::{
    any::Any,
    sync::{Arc, Mutex},
};

use leptos::{prelude::*, tachys::view::RenderHtml};

use super::{
    El,
    values::{Computed, Fixed},
};

/// Something that is drawn anew when the signals change that it reads.
pub fn live<V: IntoPlainView<Fixed>>(mut draw: impl FnMut() -> V + Send + 'static) -> AnyView {
    erased(Arc::new(Mutex::new(move || draw().into_plain_view())))
}

#[inline(never)]
fn erased(draw: Arc<Mutex<dyn FnMut() -> AnyView + Send>>) -> AnyView {
    draw.into_any()
}

pub fn plain<M>(view: impl IntoPlainView<M>) -> AnyView {
    view.into_plain_view()
}

/// What can stand in an element. `M` tells views from closures.
pub trait IntoPlainView<M> {
    fn into_plain_view(self) -> AnyView;
}

macro_rules! views {
    ($($name:ty)*) => {
        $(impl IntoPlainView<Fixed> for $name {
            fn into_plain_view(self) -> AnyView {
                self.into_any()
            }
        })*
    };
}

views! { () El &'static str String usize Signal<String> RwSignal<String> }

impl IntoPlainView<Fixed> for AnyView {
    fn into_plain_view(self) -> AnyView {
        self
    }
}

impl<V: RenderHtml + Send + 'static> IntoPlainView<Fixed> for View<V> {
    fn into_plain_view(self) -> AnyView {
        any(self.into_inner())
    }
}

impl<V: IntoPlainView<Fixed>> IntoPlainView<Fixed> for Option<V> {
    fn into_plain_view(self) -> AnyView {
        match self {
            Some(view) => view.into_plain_view(),
            None => ().into_any(),
        }
    }
}

impl<V: IntoPlainView<Fixed>> IntoPlainView<Fixed> for Vec<V> {
    fn into_plain_view(self) -> AnyView {
        listed(self.into_iter().map(V::into_plain_view).collect())
    }
}

impl<V: IntoPlainView<Fixed>, const N: usize> IntoPlainView<Fixed> for [V; N] {
    fn into_plain_view(self) -> AnyView {
        listed(self.into_iter().map(V::into_plain_view).collect())
    }
}

impl<V: IntoPlainView<Fixed>, W: IntoPlainView<Fixed>> IntoPlainView<Fixed> for (V, W) {
    fn into_plain_view(self) -> AnyView {
        listed(vec![self.0.into_plain_view(), self.1.into_plain_view()])
    }
}

impl<V: IntoPlainView<Fixed>, F: FnMut() -> V + Send + 'static> IntoPlainView<Computed<V>> for F {
    fn into_plain_view(self) -> AnyView {
        live(self)
    }
}

#[inline(never)]
fn listed(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// `into_any`, but no box around what is one.
fn any<V: RenderHtml + 'static>(view: V) -> AnyView {
    let mut view = Some(view);
    if let Some(view) = (&mut view as &mut dyn Any)
        .downcast_mut::<Option<AnyView>>()
        .and_then(Option::take)
    {
        return view;
    }
    match view {
        Some(view) => view.into_any(),
        None => ().into_any(),
    }
}
