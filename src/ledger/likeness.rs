//! How alike two problems are worded: shared pairs of letters, each weighing more the fewer findings use it.

use super::letters::{fold, is_letter};

/// The words of a finding or of an unfinished item.
#[derive(Debug, Clone, Default)]
pub struct Wording<'a> {
    pub title: &'a str,
    /// Measures' headings and texts, or problem, reason and next step.
    pub texts: Vec<&'a str>,
}

/// The findings, by index, that an unfinished item may be about: most likely first, at most five, none if none is like it.
pub fn place_candidates(item: &Wording<'_>, findings: &[Wording<'_>]) -> Vec<usize> {
    Likeness::new(findings).candidates(item)
}

const MOST: usize = 5;
/// Of 2: full likeness of the titles and of the texts count 1 each.
const LEAST: f32 = 0.12;
/// A candidate far behind the best one is noise.
const LEAST_OF_BEST: f32 = 0.4;
/// Letters read of one wording's texts.
const TEXT_CHARS: usize = 4_000;

/// Which findings use which pairs of letters, made ready for several questions.
pub struct Likeness {
    titles: Vec<Use>,
    all: Vec<Use>,
    /// Of each finding, the weight of its title.
    title_weights: Vec<f32>,
}

/// Two letters that stand side by side, both in one number.
type Pair = u64;
/// A pair and a finding that uses it; lists of these are sorted.
type Use = (Pair, u32);

struct Pairs {
    title: Vec<Pair>,
    all: Vec<Pair>,
}

impl Likeness {
    pub fn new(findings: &[Wording<'_>]) -> Likeness {
        let (mut titles, mut all) = (Vec::new(), Vec::new());
        for (at, finding) in findings.iter().enumerate() {
            let pairs = Pairs::of(finding);
            titles.extend(pairs.title.into_iter().map(|pair| (pair, at as u32)));
            all.extend(pairs.all.into_iter().map(|pair| (pair, at as u32)));
        }
        titles.sort_unstable();
        all.sort_unstable();
        let mut likeness = Likeness {
            titles,
            all,
            title_weights: vec![0.0; findings.len()],
        };
        for same in likeness.titles.chunk_by(|left, right| left.0 == right.0) {
            let weight = likeness.weight(same[0].0);
            for (_, finding) in same {
                likeness.title_weights[*finding as usize] += weight;
            }
        }
        likeness
    }

    pub fn candidates(&self, item: &Wording<'_>) -> Vec<usize> {
        let mut ranks: Vec<(f32, usize)> = self.scores(item).into_iter().zip(0..).collect();
        super::sort_by(&mut ranks, |left, right| {
            right.0.total_cmp(&left.0).then(left.1.cmp(&right.1))
        });
        let best = ranks.first().map_or(0.0, |(score, _)| *score);
        let least = LEAST.max(best * LEAST_OF_BEST);
        ranks
            .into_iter()
            .take(MOST)
            .take_while(|(score, _)| *score >= least)
            .map(|(_, at)| at)
            .collect()
    }

    /// For each title the finding whose title is most like it, and how much: from 0, nothing in common, to 1, the same.
    /// Reads no finding that shares nothing with a title.
    pub fn nearest_titles(&self, titles: &[&str]) -> Vec<Option<(usize, f32)>> {
        let mut shared = vec![0.0; self.title_weights.len()];
        let mut touched: Vec<u32> = Vec::new();
        let mut nearest = Vec::with_capacity(titles.len());
        for title in titles {
            let mut own = 0.0;
            for pair in sorted(pairs(title).collect()) {
                let weight = self.weight(pair);
                own += weight;
                for (_, finding) in users(&self.titles, pair) {
                    let sum = &mut shared[*finding as usize];
                    if *sum == 0.0 {
                        touched.push(*finding);
                    }
                    *sum += weight;
                }
            }
            let mut best: Option<(usize, f32)> = None;
            for at in touched.drain(..).map(|finding| finding as usize) {
                let likeness = shared[at] / self.title_weights[at].max(own);
                shared[at] = 0.0;
                if best.is_none_or(|(first, most)| likeness > most || likeness == most && at < first) {
                    best = Some((at, likeness));
                }
            }
            nearest.push(best);
        }
        nearest
    }

    /// Of each finding: how alike the titles are, or how much of the item's title stands anywhere in the finding, and
    /// how much of all the item's words does.
    fn scores(&self, item: &Wording<'_>) -> Vec<f32> {
        let item = Pairs::of(item);
        let mut by_titles = vec![0.0; self.title_weights.len()];
        let mut by_title = by_titles.clone();
        let mut by_texts = by_titles.clone();
        let (mut title_weight, mut weight_of_all) = (0.0, 0.0);
        for pair in item.all {
            let weight = self.weight(pair);
            weight_of_all += weight;
            for (_, finding) in users(&self.all, pair) {
                by_texts[*finding as usize] += weight;
            }
            if item.title.binary_search(&pair).is_ok() {
                title_weight += weight;
                for (_, finding) in users(&self.all, pair) {
                    by_title[*finding as usize] += weight;
                }
                for (_, finding) in users(&self.titles, pair) {
                    by_titles[*finding as usize] += weight;
                }
            }
        }
        let part = |weight: f32, whole: f32| if whole > 0.0 { weight / whole } else { 0.0 };
        let score = |at: usize| {
            part(by_titles[at], self.title_weights[at]).max(part(by_title[at], title_weight))
                + part(by_texts[at], weight_of_all)
        };
        (0..self.title_weights.len()).map(score).collect()
    }

    /// The fewer findings use a pair, the more it tells.
    fn weight(&self, pair: Pair) -> f32 {
        let all = self.title_weights.len() as f32;
        ((all + 1.0) / (users(&self.all, pair).len() as f32 + 1.0)).ln() + 0.1
    }
}

fn users(uses: &[Use], pair: Pair) -> &[Use] {
    let from = uses.partition_point(|(known, _)| *known < pair);
    let until = uses.partition_point(|(known, _)| *known <= pair);
    &uses[from..until]
}

impl Pairs {
    fn of(wording: &Wording<'_>) -> Pairs {
        let title = sorted(pairs(wording.title).collect());
        let texts = wording.texts.iter().flat_map(|text| pairs(text)).take(TEXT_CHARS);
        let all = sorted(title.iter().copied().chain(texts).collect());
        Pairs { title, all }
    }
}

fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    let mut before = None;
    let letters = text
        .chars()
        .map(fold)
        .filter(|letter| is_letter(*letter))
        .take(TEXT_CHARS);
    letters.filter_map(move |letter| {
        let pair = before.map(|before| Pair::from(u32::from(before)) << 32 | Pair::from(u32::from(letter)));
        before = Some(letter);
        pair
    })
}

fn sorted(mut pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINDINGS: [(&str, &str); 4] = [
        ("推广新技术力度不够", "制定五年推广规划"),
        ("经费报销审核不严", "修订经费报销办法"),
        ("基层站点管理松散", "开展站点排查"),
        ("党员教育形式单一", "开展专题学习"),
    ];

    #[track_caller]
    fn check(title: &str, texts: &[&str], expected: &[usize]) {
        let findings: Vec<Wording<'_>> = FINDINGS
            .iter()
            .map(|(title, measure)| Wording {
                title,
                texts: vec![measure],
            })
            .collect();
        let item = Wording {
            title,
            texts: texts.to_vec(),
        };
        assert_eq!(place_candidates(&item, &findings), expected, "{title}");
    }

    #[test]
    fn likely_findings_come_first() {
        check("新技术推广不够有力", &[], &[0]);
        check("经费报销审核不严格", &[], &[1]);
        check("审计指出的‘未制定推广规划’问题", &[], &[0]);
        check("其他", &["部分站点排查不彻底"], &[2]);
    }

    #[test]
    fn the_nearest_title_and_how_near_it_is() {
        let findings: Vec<Wording<'_>> = FINDINGS
            .iter()
            .map(|(title, _)| Wording { title, texts: vec![] })
            .collect();
        let likeness = Likeness::new(&findings);
        let nearest = likeness.nearest_titles(&["经费报销审核不严", "经费报销审核不够严格", "食堂卫生", ""]);
        assert_eq!(nearest[0].map(|(at, _)| at), Some(1));
        assert!(nearest[0].is_some_and(|(_, much)| much > 0.999), "{nearest:?}");
        assert!(
            nearest[1].is_some_and(|(at, much)| at == 1 && (0.5..0.9).contains(&much)),
            "{nearest:?}"
        );
        assert_eq!(nearest[2..], [None, None]);
    }

    #[test]
    fn what_is_like_nothing_has_no_candidates() {
        check("食堂卫生", &[], &[]);
        check("", &[], &[]);
        assert!(place_candidates(&Wording::default(), &[]).is_empty());
    }
}
