//! What happened, by the dates that people wrote.

pub struct HappenedTexts {
    /// So many findings; so with the next but without a number where there are none.
    pub heading: fn(usize) -> String,
    pub count: fn(usize) -> String,
    pub nothing: &'static str,
    /// Above the lines of the minutes.
    pub in_minutes: &'static str,
    /// A day and what happened on it.
    pub on: fn(&str, &str) -> String,
    /// A finding, its departments, what happened.
    pub line: fn(&str, &str, &[String]) -> String,
    /// A measure by number and name, and what happened to it.
    pub of_measure: fn(usize, &str, &str) -> String,
    pub progress: fn(&str) -> String,
    pub measure_done: &'static str,
    pub completed: &'static str,
    /// Made or revised, in words; empty where it is not known. Then the title.
    pub rule: fn(&str, &str) -> String,
    pub evidence: fn(usize) -> String,
    /// The level in words, the department.
    pub reminded: fn(&str, &str) -> String,
    pub extended: fn(Option<&str>, Option<&str>) -> String,
    /// A step of sign-off and what was said with it.
    pub closing: fn(&str, &str) -> String,
    pub rechecked: fn(&str, &str) -> String,
}

pub const ZH: HappenedTexts = HappenedTexts {
    heading: |count| match count {
        0 => "期间办理情况（按填写的日期）".into(),
        _ => format!("期间办理情况（按填写的日期，{count} 个问题）"),
    },
    count: |count| format!("有办理情况的问题 {count} 个"),
    nothing: "没有日期在这一期间的办理记录。",
    in_minutes: "期间办理情况：",
    on: |day, what| format!("{day}，{what}"),
    line: |title, department, events| {
        let ends = ['。', '；', '.', ';'];
        let events: Vec<&str> = events.iter().map(|each| each.trim_end_matches(ends)).collect();
        let department = if department.is_empty() {
            String::new()
        } else {
            format!("（{department}）")
        };
        format!("{title}{department}：{}。", events.join("；"))
    },
    of_measure: |number, name, what| format!("措施 {number}“{}”{what}", name.trim_end_matches('。')),
    progress: |text| format!("进展：{text}"),
    measure_done: "完成",
    completed: "完成整改",
    rule: |act, title| {
        let quoted = title.starts_with('《');
        let (open, close) = if quoted { ("", "") } else { ("《", "》") };
        format!("{act}制度{open}{title}{close}")
    },
    evidence: |count| format!("登记佐证材料 {count} 件"),
    reminded: |level, department| {
        let level = if level.is_empty() { "督办" } else { level };
        match department.is_empty() {
            true => format!("发{level}函"),
            false => format!("向{department}发{level}函"),
        }
    },
    extended: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("批准延期，整改时限由{from}改为{to}"),
        (None, Some(to)) => format!("批准延期至{to}"),
        (_, None) => "批准延期".into(),
    },
    closing: |step, text| match text.is_empty() {
        true => step.into(),
        false => format!("{step}：{text}"),
    },
    rechecked: |outcome, text| {
        let parts: Vec<&str> = [outcome, text].into_iter().filter(|part| !part.is_empty()).collect();
        match parts.is_empty() {
            true => "回头看".into(),
            false => format!("回头看：{}", parts.join("，")),
        }
    },
};

pub const EN: HappenedTexts = HappenedTexts {
    heading: |count| match count {
        0 => "What happened, by the dates written".into(),
        1 => "What happened, by the dates written (1 finding)".into(),
        _ => format!("What happened, by the dates written ({count} findings)"),
    },
    count: |count| match count {
        1 => "something happened to 1 finding".into(),
        _ => format!("something happened to {count} findings"),
    },
    nothing: "Nothing has a date in this period.",
    in_minutes: "What happened:",
    on: |day, what| format!("{day}: {what}"),
    line: |title, department, events| {
        let department = if department.is_empty() {
            String::new()
        } else {
            format!(" ({department})")
        };
        format!("{title}{department} – {}", events.join("; "))
    },
    of_measure: |number, name, what| format!("measure {number} “{name}”: {what}"),
    progress: |text| format!("progress “{text}”"),
    measure_done: "done",
    completed: "completed",
    rule: |act, title| match act.is_empty() {
        true => format!("rule “{title}”"),
        false => format!("rule {} “{title}”", act.to_ascii_lowercase()),
    },
    evidence: |count| match count {
        1 => "1 piece of evidence registered".into(),
        _ => format!("{count} pieces of evidence registered"),
    },
    reminded: |level, department| {
        let level = if level.is_empty() { "reminder" } else { level };
        match department.is_empty() {
            true => format!("letter sent ({})", level.to_ascii_lowercase()),
            false => format!("letter sent to {department} ({})", level.to_ascii_lowercase()),
        }
    },
    extended: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("extension approved, from {from} to {to}"),
        (None, Some(to)) => format!("extension approved, to {to}"),
        (_, None) => "extension approved".into(),
    },
    closing: |step, text| match text.is_empty() {
        true => format!("sign-off {}", step.to_ascii_lowercase()),
        false => format!("sign-off {}: {text}", step.to_ascii_lowercase()),
    },
    rechecked: |outcome, text| {
        let parts: Vec<&str> = [outcome, text].into_iter().filter(|part| !part.is_empty()).collect();
        match parts.is_empty() {
            true => "recheck".into(),
            false => format!("recheck: {}", parts.join(", ")),
        }
    },
};
