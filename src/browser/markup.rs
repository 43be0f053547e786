//! Markup as the browser parses it, told from beginning to end. Nothing in it is executed, shown or fetched: it is a document
//! without a window.

use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

pub enum Event<'a> {
    /// An element, and how to ask for its attributes. Whether what stands in it is wanted is the answer.
    Open(&'a str, &'a dyn Fn(&str) -> Option<String>),
    Text(&'a str),
    /// The end of one that was wanted.
    Close(&'a str),
}

/// What was meant by asking for markup.
#[derive(Clone, Copy, PartialEq)]
pub enum Markup {
    /// Names with their prefix, as they stand.
    Xml,
    /// Names in small letters.
    Html,
}

/// Parses and tells it all; false for XML that is none.
pub fn walk(text: &str, markup: Markup, tell: &mut dyn FnMut(Event<'_>) -> bool) -> bool {
    let Some(document) = parsed(text, markup) else {
        return false;
    };
    let Some(root) = document.document_element() else {
        return false;
    };
    if markup == Markup::Xml && document.get_elements_by_tag_name("parsererror").length() > 0 {
        return false;
    }
    // No recursion: markup may be nested deeper than the stack is.
    let root: Node = root.into();
    let mut at = root.clone();
    loop {
        if entered(&at, markup, tell)
            && let Some(child) = at.first_child()
        {
            at = child;
            continue;
        }
        loop {
            if is_same(&at, &root) {
                return true;
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            let Some(above) = at.parent_node() else { return true };
            tell(Event::Close(&name(&above, markup)));
            at = above;
        }
    }
}

fn parsed(text: &str, markup: Markup) -> Option<Document> {
    let kind = match markup {
        Markup::Xml => SupportedType::ApplicationXml,
        Markup::Html => SupportedType::TextHtml,
    };
    DomParser::new().ok()?.parse_from_string(text, kind).ok()
}

fn is_same(one: &Node, other: &Node) -> bool {
    one.is_same_node(Some(other))
}

fn name(node: &Node, markup: Markup) -> String {
    match markup {
        Markup::Xml => node.node_name(),
        Markup::Html => node.node_name().to_ascii_lowercase(),
    }
}

/// Tells the beginning of a node, and its end if it has nothing in it. Whether to go in.
fn entered(node: &Node, markup: Markup, tell: &mut dyn FnMut(Event<'_>) -> bool) -> bool {
    match node.node_type() {
        Node::TEXT_NODE | Node::CDATA_SECTION_NODE => {
            tell(Event::Text(&node.node_value().unwrap_or_default()));
            false
        }
        Node::ELEMENT_NODE => {
            let element: &Element = node.unchecked_ref();
            let name = name(node, markup);
            let wanted = tell(Event::Open(&name, &|name| element.get_attribute(name)));
            if wanted && node.first_child().is_none() {
                tell(Event::Close(&name));
            }
            wanted
        }
        _ => false,
    }
}
