//! Random ledgers for tests: the same seed gives the same ledger.

use chrono::{Days, NaiveDate};

use crate::ledger::{Actor, Category, Finding, FocusArea, Id, Ledger, Measure, Remedy, Status, Text};

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below the given one.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn text(&mut self) -> Text {
        const WORDS: [&str; 8] = ["采购", "制度", "不规范", "Budget ", "整改", "落实", "党委会", "2024"];
        (0..self.below(5)).map(|_| self.pick(&WORDS)).collect::<String>().into()
    }

    pub fn ledger(&mut self) -> Ledger {
        let mut counter = 0;
        let mut id = move || {
            counter += 1;
            Id {
                actor: Actor::from_random(7),
                counter,
            }
        };
        let mut ledger = Ledger::default();
        for _ in 0..self.below(5) {
            let mut area = FocusArea {
                id: id(),
                title: self.text(),
                form: "".into(),
                categories: Vec::new(),
            };
            for _ in 0..self.below(4) {
                let mut category = Category {
                    id: id(),
                    title: self.text(),
                    form: "".into(),
                    findings: Vec::new(),
                };
                for _ in 0..self.below(6) {
                    let mut finding = Finding::new(id());
                    self.fill(&mut finding);
                    for _ in 0..self.below(4) {
                        let mut measure = Measure::new(id());
                        measure.heading = self.text();
                        measure.text = self.text();
                        measure.status = self.pick(&Status::ALL);
                        finding.measures.push(measure);
                    }
                    category.findings.push(finding);
                }
                area.categories.push(category);
            }
            ledger.focus_areas.push(area);
        }
        ledger
    }

    fn fill(&mut self, finding: &mut Finding) {
        finding.title = self.text();
        finding.detail = self.text();
        finding.status = self.pick(&Status::ALL);
        finding.remedy = self.pick(&[None, Some(Remedy::AtOnce), Some(Remedy::KeptUp)]);
        finding.leader = self.pick(&["", "王某", "李某"]).into();
        finding.department = self
            .pick(&[
                "",
                "办公室",
                "财务科",
                "办公室、财务科",
                "总编室/办公室",
                "总编室；总编室",
            ])
            .into();
        finding.owner = self.pick(&["", "Zhang", "Li"]).into();
        finding.note = self.text();
        finding.deadline = self
            .pick(&[true, true, false])
            .then(|| today() + Days::new(self.below(50) as u64) - Days::new(20));
    }
}

/// The day on which the tests take place.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 1).expect("a day of the calendar")
}
