//! `Path`: where in a file a reader is, such as `changes[12].id`.

use std::fmt;

#[derive(Debug, Default)]
pub(super) struct Path(Vec<Step>);

#[derive(Debug)]
enum Step {
    Property(String),
    Item(usize),
}

impl Path {
    pub fn enter(&mut self, property: &str) {
        self.0.push(Step::Property(property.into()));
    }

    pub fn enter_item(&mut self, index: usize) {
        self.0.push(Step::Item(index));
    }

    pub fn leave(&mut self) {
        self.0.pop();
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Property(name) if depth == 0 => f.write_str(name)?,
                Step::Property(name) => write!(f, ".{name}")?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
