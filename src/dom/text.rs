//! A view written as HTML, for tests: the page itself never is.

use super::{
    el::{El, Slot},
    program::{Op, Ops, Target},
    values::Value,
    view::View,
};

const VOID: [&str; 5] = ["input", "br", "hr", "img", "col"];

impl View {
    pub fn to_html(self) -> String {
        let mut out = String::new();
        write(self, &mut out);
        out
    }
}

fn write(view: View, out: &mut String) {
    match view {
        View::Nothing => {}
        View::Text(text) => out.push_str(&escaped(&text)),
        View::El(el) => write_el(el, out),
        View::List(views) => views.into_iter().for_each(|view| write(view, out)),
        View::Live(mut draw) => write(draw(), out),
        View::Each(mut each) => (each.list)().into_iter().for_each(|id| write((each.draw)(id), out)),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.extend([" ", name, "=\"", &escaped(value).replace('"', "&quot;"), "\""]);
}

fn write_el(el: El, out: &mut String) {
    let mut slots = el.slots.into_iter();
    let mut open = Vec::new();
    let mut is_in_tag = false;
    for op in Ops(el.program) {
        if is_in_tag && matches!(op, Op::Open(..) | Op::Text(_) | Op::Child | Op::Close) {
            out.push('>');
            is_in_tag = false;
        }
        match op {
            Op::Open(tag, _) => {
                out.extend(["<", tag]);
                open.push(tag);
                is_in_tag = true;
            }
            Op::Fixed(name, value) => attribute(name, value, out),
            Op::Text(text) => out.push_str(&escaped(text)),
            Op::Close => {
                if let Some(tag) = open.pop().filter(|tag| !VOID.contains(tag)) {
                    out.extend(["</", tag, ">"]);
                }
            }
            Op::Value(target, name) => {
                let Some(Slot::Value(value)) = slots.next() else { return };
                let value = match value {
                    Value::Plain(value) => value,
                    Value::Live(mut read) => read(),
                };
                if let Some(text) = value.text().filter(|_| target == Target::Attribute) {
                    attribute(name, text, out);
                }
            }
            Op::On(_) | Op::Ref => drop(slots.next()),
            Op::Child => {
                if let Some(Slot::Child(view)) = slots.next() {
                    write(view, out);
                }
            }
        }
    }
}
