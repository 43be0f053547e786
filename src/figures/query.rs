//! What the ledger's table is asked for: words, filters and order. The address of the page holds all of it.

use crate::ledger::{Id, Status, Text};

/// The default asks for everything, in the order of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that must all occur somewhere in the finding, its measures or the titles above it.
    pub text: String,
    pub area: Option<Id>,
    pub category: Option<Id>,
    /// Any of these; an empty list asks for every status.
    pub status: Vec<Status>,
    /// One of the finding's departments; an empty name asks for findings without any.
    pub department: Option<Text>,
    /// Past the deadline. Together with `due_within`: either of the two.
    pub overdue: bool,
    /// Days left to the deadline, today being 0. Overdue findings are not meant.
    pub due_within: Option<i64>,
    /// Some field of it waits for a choice between two values.
    pub undecided: bool,
    pub sort: Option<(Column, Direction)>,
    /// What is shown of each finding, as [`Column::list`] reads it; empty: as the reader likes it.
    pub columns: String,
}

impl Query {
    /// Whether anything may be left out; the order alone leaves nothing out.
    pub fn is_filtered(&self) -> bool {
        !self.text.trim().is_empty()
            || self.area.is_some()
            || self.category.is_some()
            || !self.status.is_empty()
            || self.department.is_some()
            || self.overdue
            || self.due_within.is_some()
            || self.undecided
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident = $name:literal,)+) => {
        /// What the table shows of a finding, and can be sorted by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Column {
            $($(#[$doc])* $column,)+
        }

        impl Column {
            pub const ALL: &'static [Column] = &[$(Column::$column,)+];

            /// The name in the page's address.
            pub fn name(self) -> &'static str {
                match self {
                    $(Column::$column => $name,)+
                }
            }
        }
    };
}

columns! {
    /// 序号
    Number = "number",
    /// 聚焦方面, in the order of the ledger
    Area = "area",
    /// 问题类别, in the order of the ledger
    Category = "category",
    /// 问题
    Title = "title",
    /// 责任领导
    Leader = "leader",
    /// 责任部门
    Department = "department",
    /// 责任人
    Owner = "owner",
    /// 整改类型
    Remedy = "remedy",
    /// 整改时限
    Deadline = "deadline",
    /// 完成日期
    CompletedOn = "completed_on",
    /// 状态
    Status = "status",
    /// 措施: the share of them that is complete
    Measures = "measures",
}

impl Column {
    /// What the table shows unless somebody chooses.
    pub const USUAL: [Column; 8] = [
        Column::Number,
        Column::Title,
        Column::Leader,
        Column::Department,
        Column::Owner,
        Column::Deadline,
        Column::Status,
        Column::Measures,
    ];

    /// Reads names with commas between; unknown ones are left out. A list without the title gets it.
    pub fn list(names: &str) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for column in names.split(',').filter_map(Column::from_name) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        if !columns.is_empty() && !columns.contains(&Column::Title) {
            let at = usize::from(columns[0] == Column::Number);
            columns.insert(at, Column::Title);
        }
        columns
    }

    pub fn names(columns: &[Column]) -> String {
        let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
        names.join(",")
    }

    pub fn from_name(name: &str) -> Option<Column> {
        Column::ALL.iter().copied().find(|column| column.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_back_by_name() {
        for column in Column::ALL {
            assert_eq!(Column::from_name(column.name()), Some(*column));
        }
        assert_eq!(Column::from_name("Number"), None);
    }

    #[test]
    fn lists_of_columns_have_the_title() {
        let usual = Column::USUAL.to_vec();
        assert_eq!(Column::list(&Column::names(&usual)), usual);
        assert_eq!(Column::list(""), []);
        assert_eq!(Column::list("colour"), []);
        let short = [Column::Number, Column::Title, Column::Status];
        assert_eq!(Column::list("number,status,status,colour"), short);
        assert_eq!(Column::list("status"), [Column::Title, Column::Status]);
    }

    #[test]
    fn only_filters_leave_something_out() {
        assert!(!Query::default().is_filtered());
        assert!(
            !Query {
                text: " ".into(),
                sort: Some((Column::Title, Direction::Descending)),
                ..Query::default()
            }
            .is_filtered()
        );
        assert!(
            Query {
                department: Some(Text::default()),
                ..Query::default()
            }
            .is_filtered()
        );
        assert!(
            Query {
                status: vec![Status::Done],
                ..Query::default()
            }
            .is_filtered()
        );
    }
}
