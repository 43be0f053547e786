//! `view!` in Leptos' syntax, and the components it names. All views are of one type, `crate::dom::View`.
//!
//! Leptos makes types of views: each tag, attribute and closure brings its own code. Here what never changes of an element
//! is written down as one text, and only what does change is code.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use rstml::node::{Infallible, KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::{Expr, ExprBlock, ExprLit, FnArg, Ident, ItemFn, Lit, Pat, Stmt, parse_macro_input};

/// Tags that stand inside `<svg>` only. `<title>` is told by what it stands in.
const DRAWN: [&str; 11] = [
    "svg", "g", "path", "circle", "rect", "line", "text", "tspan", "defs", "pattern", "polyline",
];

/// The marks of `dom/program.rs`.
mod mark {
    pub const OPEN: char = '\u{1}';
    pub const DRAWN: char = '\u{2}';
    pub const FIXED: char = '\u{3}';
    pub const IS: char = '\u{4}';
    pub const ATTRIBUTE: char = '\u{5}';
    pub const PROPERTY: char = '\u{6}';
    pub const CLASS: char = '\u{7}';
    pub const STYLE: char = '\u{8}';
    pub const ON: char = '\u{e}';
    pub const REF: char = '\u{f}';
    pub const CHILD: char = '\u{10}';
    pub const TEXT: char = '\u{11}';
    pub const CLOSE: char = '\u{12}';
}

#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => many(&nodes, false).into(),
        Err(fault) => fault.to_compile_error().into(),
    }
}

/// Makes a struct of a function that draws, with its arguments as fields: `<Name field=value />`.
#[proc_macro_attribute]
pub fn component(_: proc_macro::TokenStream, input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let ItemFn { attrs, vis, sig, block, .. } = parse_macro_input!(input as ItemFn);
    let (name, output) = (&sig.ident, &sig.output);
    let mut fields = Vec::new();
    let mut names = Vec::new();
    for arg in &sig.inputs {
        let FnArg::Typed(arg) = arg else { continue };
        let Pat::Ident(pattern) = &*arg.pat else {
            return syn::Error::new_spanned(arg, "a component's argument is a name")
                .to_compile_error()
                .into();
        };
        let (attrs, ident, ty) = (&arg.attrs, &pattern.ident, &arg.ty);
        fields.push(quote!(#(#attrs)* pub #ident: #ty));
        names.push(pattern.to_token_stream());
    }
    quote! {
        #(#attrs)*
        #vis struct #name { #(#fields),* }

        impl crate::dom::Component for #name {
            fn draw(self) #output {
                let #name { #(#names),* } = self;
                #block
            }
        }
    }
    .into()
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
    quote!(crate::dom::View::List(::std::vec![#(#nodes),*]))
}

fn one(node: &Node, is_drawn: bool) -> TokenStream {
    match node {
        Node::Element(element) if is_component(element) => component_of(element, is_drawn),
        Node::Element(element) => {
            let mut html = Html::default();
            html.element(element, is_drawn);
            html.finish()
        }
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

fn component_of(element: &NodeElement<Infallible>, is_drawn: bool) -> TokenStream {
    let name = element.name();
    let fields = element.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => {
            let key = format_ident!("{}", attribute.key.to_string());
            match attribute.value() {
                Some(value) => quote!(#key: #value),
                None => quote!(#key),
            }
        }
        NodeAttribute::Block(block) => not_understood(block),
    });
    let children = (!element.children.is_empty()).then(|| {
        let children = many(&element.children, is_drawn);
        quote!(children: ::std::boxed::Box::new(move || crate::dom::plain(#children)))
    });
    let fields = fields.chain(children);
    quote!(crate::dom::component(#name { #(#fields),* }))
}

fn not_understood(tokens: impl ToTokens) -> TokenStream {
    syn::Error::new_spanned(tokens, "not understood by this view!").to_compile_error()
}

/// An element as a program, and the code that fills its slots.
#[derive(Default)]
struct Html {
    program: String,
    slots: Vec<TokenStream>,
}

impl Html {
    fn say(&mut self, mark: char, words: &str) {
        self.program.push(mark);
        self.program.push_str(words);
    }

    fn element(&mut self, element: &NodeElement<Infallible>, is_drawn: bool) {
        let tag = element.name().to_string();
        let is_drawn = is_drawn || DRAWN.contains(&tag.as_str());
        self.say(if is_drawn { mark::DRAWN } else { mark::OPEN }, &tag);
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => self.keyed(attribute),
                NodeAttribute::Block(block) => self.slots.push(not_understood(block)),
            }
        }
        for node in &element.children {
            self.child(node, is_drawn);
        }
        self.say(mark::CLOSE, "");
    }

    fn child(&mut self, node: &Node, is_drawn: bool) {
        let out = slots();
        match node {
            Node::Comment(_) => {}
            Node::Element(element) if !is_component(element) => self.element(element, is_drawn),
            Node::Text(text) => self.say(mark::TEXT, &text.value.value()),
            Node::Fragment(fragment) => {
                for node in &fragment.children {
                    self.child(node, is_drawn);
                }
            }
            node => {
                self.say(mark::CHILD, "");
                let is_live = is_closure(node);
                let node = one(node, is_drawn);
                self.slots.push(if is_live {
                    quote!(#out.live(#node);)
                } else {
                    quote!(#out.child(#node);)
                });
            }
        }
    }

    fn keyed(&mut self, attribute: &KeyedAttribute) {
        let out = slots();
        let key = attribute.key.to_string();
        let value = match attribute.value() {
            Some(value) => value.to_token_stream(),
            None => quote!(true),
        };
        let (mark, name) = match key.split_once(':') {
            Some(("on", event)) => {
                let descriptor = format_ident!("{event}");
                self.say(mark::ON, event);
                self.slots.push(quote!(#out.on(::leptos::ev::#descriptor, #value);));
                return;
            }
            Some(("prop", name)) => (mark::PROPERTY, name),
            Some(("class", name)) => (mark::CLASS, name),
            Some(("style", name)) => (mark::STYLE, name),
            _ if key == "node_ref" => {
                self.say(mark::REF, "");
                self.slots.push(quote!(#out.node_ref(#value);));
                return;
            }
            _ => {
                if let Some(fixed) = fixed(attribute) {
                    self.say(mark::FIXED, &key);
                    self.say(mark::IS, &fixed);
                    return;
                }
                (mark::ATTRIBUTE, key.as_str())
            }
        };
        self.say(mark, name);
        self.slots.push(quote!(#out.value(#value);));
    }

    fn finish(self) -> TokenStream {
        let Html { program, slots: filled } = self;
        let out = slots();
        quote!({
            #[allow(unused_mut)]
            let mut #out = crate::dom::Slots::default();
            #(#filled)*
            #out.el(#program)
        })
    }
}

/// The name of what is filled, which no code in a view can mean.
fn slots() -> Ident {
    Ident::new("slots", Span::mixed_site())
}

/// The value of an attribute that never changes.
fn fixed(attribute: &KeyedAttribute) -> Option<String> {
    match attribute.value() {
        None => Some(String::new()),
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Some(text.value()),
        Some(_) => None,
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
