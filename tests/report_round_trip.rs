//! A report that is read into a ledger and written again is the same, line for line.

mod lines;

use std::path::Path;

use lines::diff;
use rectification_ledger::{
    formats::report::{
        Draft, read_report,
        write::{
            Counting, ItemLabels, Measures, Numbers, Part, Phrase, ProgressLabel, Prose, PublicSettings, Report,
            Section, StatusPlace, StatusWords, Style, Width, item_order, plain, write,
        },
    },
    journal::{Book, Hand},
    ledger::{Actor, Category, Finding, FocusArea, Id, Inspection, Ledger, Measure, Status, Unplaced, parse_date},
};

/// Reads a report, stores it, and writes it from the ledger in its own style and with its own free text, which the ledger keeps.
fn read_and_write(text: &str) -> String {
    let draft = read_report(text);
    let ledger = store(&draft, text);
    let (style, prose) = (Style::from_report(&draft, text), Prose::from_draft(&draft, text));
    let order = item_order(&draft, &ledger);
    let mut report = Report::new(&ledger, &style, &prose);
    report.order = &order;
    let written = plain(&write(&report));
    let kept = PublicSettings::from_ledger(&ledger);
    assert_eq!(plain(&kept.write(&ledger, &order)), written);
    written
}

/// The ledger that a report becomes.
fn stored(text: &str) -> Ledger {
    store(&read_report(text), text)
}

fn store(draft: &Draft, text: &str) -> Ledger {
    let mut book = Book::default();
    let hand = Hand {
        actor: Actor::from_random(1),
        author: "".into(),
        secret: Default::default(),
    };
    book.act(&hand, 0, &draft.into_edits(text));
    book.ledger().clone()
}

#[track_caller]
fn check(name: &str, text: &str) {
    let difference = diff(text, &read_and_write(text));
    assert!(difference.is_empty(), "{name}\n{difference}");
}

#[test]
fn a_published_report_comes_back() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/jinjiang-media-2025.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: sample not present");
        return;
    };
    check("jinjiang-media-2025.txt", &text);
    let written = read_and_write(&text);
    assert_eq!(stored(&written).focus_areas.len(), 4);
}

#[test]
fn the_sample_of_the_page_comes_back() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/sample-report.txt");
    let text = std::fs::read_to_string(path).expect("the page has a sample");
    check("sample-report.txt", &text);
    // This one differs in nothing at all.
    assert_eq!(read_and_write(&text).trim_end(), text.trim_end());
}

#[test]
fn the_style_of_the_sample_is_the_standard_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/sample-report.txt");
    let text = std::fs::read_to_string(path).expect("the page has a sample");
    assert_eq!(Style::from_report(&read_report(&text), &text), Style::default());
}

/// Whatever was lost at reading a report with a line missing or cut short, what is written then stays as it is.
#[test]
fn what_was_written_is_written_again() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/sample-report.txt");
    let text = std::fs::read_to_string(path).expect("the page has a sample");
    let lines: Vec<&str> = text.lines().collect();
    for missing in 0..lines.len() {
        let half: String = lines[missing]
            .chars()
            .take(lines[missing].chars().count() / 2)
            .collect();
        for left in ["", &half] {
            let mut damaged = lines.clone();
            damaged[missing] = left;
            let once = read_and_write(&damaged.join("\n"));
            let twice = read_and_write(&once);
            assert!(once == twice, "line {}\n{}", missing + 1, diff(&once, &twice));
        }
    }
}

#[test]
fn a_difference_is_shown_by_line() {
    assert_eq!(diff("甲（1）\n乙\n丙", "甲 (1)\n丙\n丁"), "   2 - 乙\n   3 + 丁\n");
}

/// A short report of a fictional unit: its ledger, its style, its free text, and what today's reader makes of it.
struct Written {
    name: &'static str,
    ledger: Ledger,
    style: Style,
    prose: Prose,
    /// The reader gives the ledger's tree back.
    tree: bool,
    /// The style and the free text are told from the text.
    told: bool,
    /// The text comes back through a new ledger.
    again: bool,
}

#[test]
fn reports_in_many_styles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/written");
    for report in [
        water(),
        grain(),
        school(),
        hospital(),
        park(),
        library(),
        town(),
        museum(),
    ] {
        let Written { name, ledger, .. } = &report;
        let text = plain(&write(&Report::new(ledger, &report.style, &report.prose)));
        let path = folder.join(name).with_extension("txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &text).expect("the folder of written reports");
        }
        let expected = std::fs::read_to_string(&path).expect("UPDATE_EXPECT=1 writes it");
        assert!(text == expected, "{name}\n{}", diff(&expected, &text));
        if report.tree {
            assert_eq!(tree(&stored(&text)), tree(ledger), "{name}");
        }
        if report.told {
            let draft = read_report(&text);
            assert_eq!(Style::from_report(&draft, &text), report.style, "{name}");
            assert_eq!(Prose::from_draft(&draft, &text), report.prose, "{name}");
        }
        if report.again {
            let again = read_and_write(&text);
            assert!(again == text, "{name}\n{}", diff(&text, &again));
        }
    }
}

/// Titles and measures, with the place of each by its indent.
fn tree(ledger: &Ledger) -> String {
    let mut out = String::new();
    for area in &ledger.focus_areas {
        out += &format!("{}\n", area.title);
        for category in &area.categories {
            out += &format!(" {}\n", category.title);
            for finding in &category.findings {
                out += &format!("  {} {}\n", finding.title, finding.stands_for_category);
                for measure in &finding.measures {
                    out += &format!("   {}|{}\n", measure.heading, measure.text);
                }
            }
        }
    }
    for item in &ledger.unplaced {
        out += &format!("{}|{}|{}|{}\n", item.title, item.problem, item.reason, item.next_step);
    }
    out
}

fn id(counter: usize) -> Id {
    Id {
        actor: Actor::from_random(7),
        counter: counter as u32,
    }
}

/// A finding's title, empty where it stands for its category, its status, and headings and texts of its measures.
type OfFinding<'a> = (&'a str, Status, &'a [(&'a str, &'a str)]);
type OfCategory<'a> = (&'a str, &'a [OfFinding<'a>]);

fn ledger(unit: &str, areas: &[(&str, &[OfCategory<'_>])]) -> Ledger {
    let mut count = 0;
    let mut next = || {
        count += 1;
        id(count)
    };
    let mut ledger = Ledger {
        inspection: Inspection {
            unit: unit.into(),
            ..Inspection::default()
        },
        ..Ledger::default()
    };
    for (title, of_area) in areas {
        let mut area = FocusArea {
            id: next(),
            title: (*title).into(),
            form: "".into(),
            categories: Vec::new(),
        };
        for (title, of_category) in *of_area {
            let mut category = Category {
                id: next(),
                title: (*title).into(),
                form: "".into(),
                findings: Vec::new(),
            };
            for (title, status, measures) in *of_category {
                let mut finding = Finding::new(next());
                finding.stands_for_category = title.is_empty();
                finding.title = if title.is_empty() {
                    category.title.clone()
                } else {
                    (*title).into()
                };
                finding.status = *status;
                for (heading, text) in *measures {
                    let mut measure = Measure::new(next());
                    measure.status = Status::Done;
                    measure.heading = (*heading).into();
                    measure.text = (*text).into();
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

/// Fills in what the section on unfinished items says of a finding.
fn unfinished(ledger: &mut Ledger, title: &str, words: [&str; 3], deadline: &str) {
    let found = ledger.findings().find(|finding| *finding.title == *title);
    let id = found.map(|finding| finding.id).expect("a finding of that title");
    let finding = ledger.finding_mut(id).expect("just found");
    let [problem, reason, next_step] = words.map(Into::into);
    (finding.problem, finding.reason, finding.next_step) = (problem, reason, next_step);
    finding.deadline = parse_date(deadline);
}

fn prose(title: &str, intro: &str, sections: &[(Part, &str, &str)], contact: &str) -> Prose {
    let section = |(part, title, text): &(Part, &str, &str)| Section {
        part: *part,
        title: (*title).into(),
        text: (*text).into(),
    };
    Prose {
        title: title.into(),
        intro: intro.into(),
        sections: sections.iter().map(section).collect(),
        contact: contact.into(),
    }
}

/// No areas and no categories: findings numbered through, status in a line, each measure a paragraph.
fn water() -> Written {
    let mut ledger = ledger(
        "河湾区水务局党组",
        &[(
            "整改落实情况",
            &[(
                "整改落实情况",
                &[
                    (
                        "理论学习走过场",
                        Status::Done,
                        &[("排定学习日历", "逢单周周三集中学习。"), ("当场提问", "随机抽问6人。")],
                    ),
                    (
                        "支流“最后一米”巡查有空白",
                        Status::InProgress,
                        &[("补画巡河路线", ""), ("增派巡河员", "新聘4人。")],
                    ),
                ],
            )],
        )],
    );
    let words = ["两条支流没有人巡。", "便道在修。", "修通便道，配齐人员。"];
    unfinished(&mut ledger, "支流“最后一米”巡查有空白", words, "2026-06-30");
    Written {
        name: "water",
        ledger,
        style: Style {
            areas: Numbers::Hidden,
            categories: Numbers::Hidden,
            findings: Numbers::Dot,
            items: Numbers::Dot,
            finding_phrase: Phrase::AboutQuoted,
            label: ProgressLabel::Rectifying,
            status_place: StatusPlace::Line,
            measures: Measures::Apart,
            ..Style::default()
        },
        prose: prose(
            "河湾区水务局党组整改情况通报",
            "2025年3月3日至2025年4月18日，区委第二巡察组对河湾区水务局党组开展了巡察，并于2025年5月20日反馈了意见。现公布如下。",
            &[
                (Part::Organisation, "整改工作的组织", "局党组开会三次，逐条过账。"),
                (
                    Part::Progress,
                    "整改落实情况",
                    "反馈的2个问题，已完成整改1个，正在整改1个。",
                ),
                (Part::Unfinished, "尚未完成的整改事项", ""),
            ],
            "联系电话：0000-0000000。",
        ),
        tree: false,
        told: false,
        again: true,
    }
}

/// Areas are sections themselves, in half width and without a label.
fn grain() -> Written {
    let ledger = ledger(
        "青禾县粮食和物资储备中心党支部",
        &[
            (
                "聚焦粮食安全责任方面",
                &[(
                    "储备粮管理不够严",
                    &[
                        (
                            "轮换计划执行不及时",
                            Status::Done,
                            &[("按月对账", "每月5日前核对库存。"), ("倒排工期", "")],
                        ),
                        (
                            "库区巡查流于形式",
                            Status::Done,
                            &[("改用扫码巡查", "36个点位全部上线。"), ("夜间抽查", "")],
                        ),
                    ],
                )],
            ),
            (
                "聚焦支部建设方面",
                &[(
                    "组织生活不够经常",
                    &[(
                        "党课质量不高",
                        Status::Done,
                        &[("重排党课", "班子成员各讲一课。"), ("现场提问", "")],
                    )],
                )],
            ),
        ],
    );
    Written {
        name: "grain",
        ledger,
        style: Style {
            areas: Numbers::Han,
            categories: Numbers::HanInBrackets,
            findings: Numbers::Dot,
            width: Width::Half,
            label: ProgressLabel::None,
            ..Style::default()
        },
        prose: prose(
            "",
            "2025年6月9日至2025年7月11日,县委第五巡察组对青禾县粮食和物资储备中心党支部开展了巡察,8月1日反馈意见。",
            &[
                (Part::Organisation, "组织推进情况", "支部大会通过方案,分3组落实。"),
                (Part::Progress, "", ""),
                (Part::NextSteps, "下一步打算", "继续对账,一季一查。"),
            ],
            "",
        ),
        tree: false,
        told: false,
        again: false,
    }
}

/// Categories that stand for their findings, directly under the section, and measures in circled numbers.
fn school() -> Written {
    let ledger = ledger(
        "松坡中学党总支",
        &[(
            "反馈问题整改进展",
            &[
                (
                    "师德教育抓得不经常",
                    &[(
                        "",
                        Status::Done,
                        &[("开学必讲", "两个校区同讲一课。"), ("签承诺书", "")],
                    )],
                ),
                (
                    "食堂采购比价不充分",
                    &[(
                        "",
                        Status::Closed,
                        &[("三家比价", "家委会派人到场。"), ("公示单价", "")],
                    )],
                ),
            ],
        )],
    );
    Written {
        name: "school",
        ledger,
        style: Style {
            categories: Numbers::Comma,
            category_phrase: Phrase::Problem,
            label: ProgressLabel::CarriedOut,
            measures: Measures::CircledTogether,
            ..Style::default()
        },
        prose: prose(
            "",
            "2025年9月1日至2025年9月30日，市委教育工委巡察组对松坡中学党总支开展了巡察，10月20日反馈意见。",
            &[(Part::Progress, "反馈问题整改进展", "")],
            "监督电话：0000-0000001。",
        ),
        tree: false,
        told: true,
        again: false,
    }
}

/// Bare sentences, statuses in the headings, numbered measures, short labels.
fn hospital() -> Written {
    let mut ledger = ledger(
        "云麓镇卫生院党支部",
        &[(
            "公共卫生服务方面",
            &[
                (
                    "随访不够实",
                    &[
                        (
                            "慢病随访靠电话应付",
                            Status::Done,
                            &[("入户随访", "已入户310户。"), ("交叉复核", "")],
                        ),
                        (
                            "档案更新慢",
                            Status::LargelyDone,
                            &[("集中补录", "补录1200份。"), ("定人定村", "")],
                        ),
                    ],
                ),
                (
                    "收费公示不全",
                    &[("", Status::NotStarted, &[("重做公示栏", "已请人设计。")])],
                ),
            ],
        )],
    );
    unfinished(
        &mut ledger,
        "档案更新慢",
        ["外出人员档案缺项。", "外出人员难联系。", "春节返乡时补齐。"],
        "2026-03-15",
    );
    unfinished(&mut ledger, "收费公示不全", ["", "新价目未下发。", ""], "2026-01-31");
    Written {
        name: "hospital",
        ledger,
        style: Style {
            sections: Numbers::HanInBrackets,
            areas: Numbers::Comma,
            categories: Numbers::Brackets,
            findings: Numbers::Circle,
            items: Numbers::Comma,
            category_phrase: Phrase::Sentence,
            finding_phrase: Phrase::Bare,
            item_phrase: Phrase::AboutQuotedShort,
            status_place: StatusPlace::Heading,
            status_words: StatusWords::Reached,
            measures: Measures::Numbered,
            item_labels: ItemLabels::Short,
            ..Style::default()
        },
        prose: prose(
            "云麓镇卫生院党支部整改公示",
            "镇卫生院党支部就县委巡察反馈意见的整改情况公示如下。",
            &[
                (Part::Progress, "整改情况", ""),
                (Part::Clues, "问题线索处置情况", "无移交线索。"),
                (Part::Unfinished, "未完成事项", "以下2项继续整改。"),
            ],
            "",
        ),
        tree: false,
        told: false,
        again: false,
    }
}

/// An audit: 关于“…”问题的整改, 反馈问题：…, status first in the text, everything numbered through.
fn park() -> Written {
    let ledger = ledger(
        "北坡公园管理处",
        &[
            (
                "预算执行方面",
                &[(
                    "年末集中付款",
                    &[(
                        "四季度支出过半",
                        Status::Done,
                        &[("按季下达", "每季度末通报。"), ("提前招标", "")],
                    )],
                )],
            ),
            (
                "资产管理方面",
                &[(
                    "游船台账不清",
                    &[
                        (
                            "报废船只未下账",
                            Status::Closed,
                            &[("逐船编号", "共58艘。"), ("补办下账", "")],
                        ),
                        (
                            "租金收取无合同",
                            Status::InProgress,
                            &[("补签合同", "已签11份。"), ("逐月催收", "")],
                        ),
                    ],
                )],
            ),
        ],
    );
    Written {
        name: "park",
        ledger,
        style: Style {
            category_counting: Counting::RunOn,
            finding_counting: Counting::RunOn,
            category_phrase: Phrase::AboutRectifying,
            finding_phrase: Phrase::Reported,
            label: ProgressLabel::Rectifying,
            status_place: StatusPlace::First,
            status_words: StatusWords::Short,
            ..Style::default()
        },
        prose: prose(
            "",
            "2025年2月10日至2025年3月14日，市审计局第三审计组对北坡公园管理处开展了审计，4月2日反馈意见。",
            &[(Part::Progress, "审计反馈问题整改情况", "整改情况如下。")],
            "",
        ),
        tree: false,
        told: true,
        again: false,
    }
}

/// All four levels, numbered on, titles in quotes; an item that waits for its finding.
fn library() -> Written {
    let mut ledger = ledger(
        "梧桐市少儿图书馆党支部",
        &[
            (
                "聚焦主责主业方面",
                &[(
                    "阅读服务有短板",
                    &[
                        (
                            "“流动书车”出车少",
                            Status::InProgress,
                            &[("加密班次", "每周由1班改为3班。"), ("公布路线", "")],
                        ),
                        (
                            "绘本补充慢",
                            Status::Done,
                            &[("按季采购", "新购绘本2600册。"), ("请小读者选书", "")],
                        ),
                    ],
                )],
            ),
            (
                "聚焦廉洁风险方面",
                &[(
                    "采购把关不严",
                    &[(
                        "验收一人签字",
                        Status::Done,
                        &[("双人验收", "两人签字才付款。"), ("每季抽查", "")],
                    )],
                )],
            ),
        ],
    );
    unfinished(
        &mut ledger,
        "“流动书车”出车少",
        ["山区线班次少。", "司机不足。", "招录司机2名。"],
        "2026-05-31",
    );
    ledger.unplaced.push(Unplaced {
        id: id(900),
        title: "2021年审计指出的‘押金未清退’".into(),
        problem: "".into(),
        reason: "部分读者失去联系。".into(),
        next_step: "登报公告后上缴财政。".into(),
        deadline: parse_date("2026-12-31"),
        item_form: "".into(),
        item_place: 0,
    });
    Written {
        name: "library",
        ledger,
        style: Style {
            categories: Numbers::WideDot,
            category_counting: Counting::RunOn,
            finding_counting: Counting::RunOn,
            category_phrase: Phrase::AboutQuoted,
            finding_phrase: Phrase::About,
            item_phrase: Phrase::AboutQuotedShort,
            label: ProgressLabel::Rectifying,
            ..Style::default()
        },
        prose: prose(
            "梧桐市少儿图书馆党支部关于巡察整改情况的通报",
            "2025年4月7日至2025年5月16日，市委第七巡察组对梧桐市少儿图书馆党支部开展了巡察，并于2025年6月3日反馈了意见。\n现通报如下。",
            &[
                (
                    Part::Organisation,
                    "组织领导情况",
                    "支部书记牵头，七个组室各领任务。\n（一）学原文。通读反馈意见。",
                ),
                (
                    Part::Progress,
                    "巡察反馈问题整改情况",
                    "反馈的3个问题，已完成整改2个，正在整改1个。",
                ),
                (Part::Clues, "问题线索办理情况", "给予批评教育1人。"),
                (Part::Unfinished, "尚未完成整改的事项", ""),
                (
                    Part::NextSteps,
                    "下一步工作安排",
                    "一是盯住未完成事项。二是每季度回头看一次。",
                ),
            ],
            "欢迎监督。联系电话：0000-0000002。\n梧桐市少儿图书馆党支部",
        ),
        tree: true,
        told: true,
        again: true,
    }
}

/// Half width, measures in paragraphs of their own, a category that stands for its finding.
fn town() -> Written {
    let ledger = ledger(
        "石桥镇党委",
        &[(
            "聚焦基层治理方面",
            &[
                (
                    "网格作用没有发挥",
                    &[("", Status::Done, &[("重划网格", "由9个调为14个。"), ("一格一员", "")])],
                ),
                (
                    "矛盾调处不及时",
                    &[
                        (
                            "排查不细",
                            Status::Done,
                            &[("按户走访", "走访3100户。"), ("一周一报", "")],
                        ),
                        (
                            "回访不到",
                            Status::Done,
                            &[("限时回访", "办结3日内回访。"), ("满意才销", "")],
                        ),
                    ],
                ),
            ],
        )],
    );
    Written {
        name: "town",
        ledger,
        style: Style {
            width: Width::Half,
            category_phrase: Phrase::AboutQuotedShort,
            finding_phrase: Phrase::Problem,
            label: ProgressLabel::CarriedOut,
            measures: Measures::Apart,
            ..Style::default()
        },
        prose: prose(
            "",
            "2025年10月13日至2025年11月14日,县委第一巡察组对石桥镇党委开展了巡察,并于2025年12月1日反馈了意见。",
            &[
                (Part::Progress, "巡察反馈问题的整改落实情况", ""),
                (Part::NextSteps, "下一步计划", "常抓不懈。"),
            ],
            "欢迎监督。联系电话:0000-0000003。",
        ),
        tree: true,
        told: true,
        again: true,
    }
}

/// No areas, categories numbered as areas are elsewhere, one of them a finding itself, and no label at all.
fn museum() -> Written {
    let ledger = ledger(
        "平湖博物馆党支部",
        &[(
            "整改进展情况",
            &[
                (
                    "文物保护责任不实",
                    &[("", Status::Done, &[("签责任书", "一件一人。"), ("每月巡库", "")])],
                ),
                (
                    "展陈更新缓慢",
                    &[
                        ("临展少", Status::Done, &[("一季一展", "已办3场。"), ("借展交流", "")]),
                        (
                            "讲解词陈旧",
                            Status::Done,
                            &[("重写讲解词", "请专家审定。"), ("轮训讲解员", "")],
                        ),
                    ],
                ),
            ],
        )],
    );
    Written {
        name: "museum",
        ledger,
        style: Style {
            categories: Numbers::HanInBrackets,
            label: ProgressLabel::None,
            measures: Measures::Together,
            ..Style::default()
        },
        prose: prose(
            "",
            "2025年5月6日至2025年6月6日，市委第四巡察组对平湖博物馆党支部开展了巡察，并于2025年7月8日反馈了意见。",
            &[(Part::Progress, "整改进展情况", "")],
            "",
        ),
        tree: true,
        told: true,
        again: true,
    }
}
