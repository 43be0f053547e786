//! An element rendered to text, for tests: the page itself never is.

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::any_attribute::AnyAttribute,
        hydration::Cursor,
        no_attrs,
        view::{Position, PositionState, RenderHtml},
    },
};

use super::{El, ElState, Part, Target, values::Value};

const VOID: [&str; 5] = ["input", "br", "hr", "img", "col"];

no_attrs!(El);

impl RenderHtml for El {
    type AsyncOutput = El;
    type Owned = El;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> El {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        buf.push('<');
        buf.push_str(self.tag);
        // As Leptos writes it, the class comes last.
        let mut class = String::new();
        for part in self.parts.take() {
            let Part::Value(Target::Attribute, name, value) = part else {
                continue;
            };
            let value = match value {
                Value::Plain(value) => value,
                Value::Live(mut read) => read(),
            };
            if let Some(value) = value {
                let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                let written = [" ", name, "=\"", &value.replace('"', "&quot;"), "\""].concat();
                if name == "class" {
                    class = written;
                } else {
                    buf.push_str(&written);
                }
            }
        }
        buf.push_str(&class);
        buf.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        *position = Position::FirstChild;
        for child in self.children {
            child.to_html_with_buf(buf, position, escape, mark_branches, vec![]);
        }
        buf.extend(["</", self.tag, ">"]);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElState {
        self.build()
    }

    fn into_owned(self) -> El {
        self
    }
}
