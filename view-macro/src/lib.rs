//! `view!` in Leptos' syntax. Elements become `crate::dom::El`, a single type; components are left to Leptos.
//!
//! Leptos makes types of views: each tag, attribute and closure brings its own code. The page has hundreds of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use rstml::node::{Infallible, KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::{Expr, ExprBlock, Stmt};

/// Tags that stand inside `<svg>` only. `<title>` is told by what it stands in.
const DRAWN: [&str; 11] = [
    "svg", "g", "path", "circle", "rect", "line", "text", "tspan", "defs", "pattern", "polyline",
];

#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => many(&nodes, false).into(),
        Err(fault) => fault.to_compile_error().into(),
    }
}

/// One node as it is, several as a list.
fn many(nodes: &[Node], is_drawn: bool) -> TokenStream {
    let nodes: Vec<&Node> = nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).collect();
    if let [node] = nodes.as_slice() {
        return one(node, is_drawn);
    }
    let nodes = nodes.iter().map(|node| {
        let is_live = is_closure(node);
        let node = one(node, is_drawn);
        if is_live {
            quote!(crate::dom::live(#node))
        } else {
            quote!(crate::dom::plain(#node))
        }
    });
    quote!(::std::vec![#(#nodes),*])
}

fn one(node: &Node, is_drawn: bool) -> TokenStream {
    match node {
        Node::Element(element) if is_component(element) => component(element, is_drawn),
        Node::Element(element) => html(element, is_drawn),
        Node::Block(block) => match only(block) {
            Some(only) => only.to_token_stream(),
            None => block.to_token_stream(),
        },
        Node::Text(text) => text.value.to_token_stream(),
        Node::Fragment(fragment) => many(&fragment.children, is_drawn),
        other => syn::Error::new_spanned(other, "not understood by this view!").to_compile_error(),
    }
}

fn is_component(element: &NodeElement<Infallible>) -> bool {
    element
        .name()
        .to_string()
        .starts_with(|first: char| first.is_uppercase())
}

/// The tag as it was written, with its children drawn by this macro.
fn component(element: &NodeElement<Infallible>, is_drawn: bool) -> TokenStream {
    let (open, close) = (&element.open_tag, &element.close_tag);
    if element.children.is_empty() {
        return quote!(::leptos::prelude::view! { #open #close });
    }
    let children = many(&element.children, is_drawn);
    quote!(::leptos::prelude::view! { #open {#children} #close })
}

fn html(element: &NodeElement<Infallible>, is_drawn: bool) -> TokenStream {
    let tag = element.name().to_string();
    let is_drawn = is_drawn || DRAWN.contains(&tag.as_str());
    let attributes = element.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => keyed(&attribute),
        NodeAttribute::Block(block) => {
            syn::Error::new_spanned(block, "not understood by this view!").to_compile_error()
        }
    });
    let children = element.children.iter().filter(|node| !matches!(node, Node::Comment(_)));
    let children = children.map(|node| {
        let is_live = is_closure(node);
        let node = one(node, is_drawn);
        if is_live {
            quote!(.live(#node))
        } else {
            quote!(.child(#node))
        }
    });
    let new = if is_drawn {
        format_ident!("drawn")
    } else {
        format_ident!("new")
    };
    quote!(crate::dom::El::#new(#tag) #(#attributes)* #(#children)*)
}

fn keyed(attribute: &KeyedAttribute) -> TokenStream {
    let key = attribute.key.to_string();
    let value = match attribute.value() {
        Some(value) => value.to_token_stream(),
        None => quote!(true),
    };
    match key.split_once(':') {
        Some(("on", event)) => {
            let event = format_ident!("{event}");
            quote!(.on(::leptos::ev::#event, #value))
        }
        Some(("prop", name)) => quote!(.prop(#name, #value)),
        Some(("class", name)) => quote!(.class(#name, #value)),
        Some(("style", name)) => quote!(.style(#name, #value)),
        _ if key == "node_ref" => quote!(.node_ref(#value)),
        _ => quote!(.attr(#key, #value)),
    }
}

/// Whether a node is `{move || …}`.
fn is_closure(node: &Node) -> bool {
    matches!(node, Node::Block(block) if matches!(only(block), Some(Expr::Closure(_))))
}

/// The expression that is all there is in a block.
fn only(block: &NodeBlock) -> Option<Expr> {
    let ExprBlock { block, .. } = syn::parse2(block.to_token_stream()).ok()?;
    match <[Stmt; 1]>::try_from(block.stmts).ok()? {
        [Stmt::Expr(only, None)] => Some(only),
        _ => None,
    }
}
