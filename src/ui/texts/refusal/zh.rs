//! Why a ledger file is refused, in Chinese.

use crate::{
    formats::json::{Expected, Found, Refusal},
    ui::texts::faults::{short, zh::too_large},
};

pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLarge { bytes, .. } => too_large(*bytes),
        Refusal::NotText { at } => format!("第 {} 字节处不是 UTF-8 文字。请另存为 UTF-8 编码，或重新导出。", at + 1),
        Refusal::NotJson {
            line,
            column,
            cut_short: true,
        } => {
            format!("文件到第 {line} 行第 {column} 个字符就断了，后面的内容缺失。请重新复制或下载完整的文件。")
        }
        Refusal::NotJson {
            line,
            column,
            cut_short: false,
        } => {
            format!(
                "第 {line} 行第 {column} 个字符处不合 JSON 的写法。请选择由“导出 JSON”存下的文件；若手工改过，请检查此处的引号、逗号和括号。"
            )
        }
        Refusal::OtherJson { found } => format!(
            "是 JSON，但不是整改台账：{}。请选择由“导出 JSON”存下的文件。",
            found_words(found)
        ),
        Refusal::Newer { version, known } => {
            format!("文件是第 {version} 版格式，本页只认识到第 {known} 版。请刷新页面，更新到新版后再导入。")
        }
        Refusal::Malformed {
            path,
            line,
            column,
            expected,
        } => {
            let place = if path.is_empty() {
                "文件最外层"
            } else {
                path.as_str()
            };
            format!(
                "第 {line} 行第 {column} 个字符处（{place}）应为{}。请按格式说明改正此处，或重新导出。",
                expected_words(expected)
            )
        }
    }
}

fn found_words(found: &Found) -> String {
    match found {
        Found::Text => "里面是一段文字".into(),
        Found::Number => "里面是一个数".into(),
        Found::Word => "里面是 true、false 或 null".into(),
        Found::List => "里面是一个列表".into(),
        Found::Object { properties } if properties.is_empty() => "里面是空的".into(),
        Found::Object { properties } => format!("没有 format，只有 {}", short(&properties.join("、"))),
        Found::Format(format) => format!("format 写的是“{}”", short(format)),
    }
}

fn expected_words(expected: &Expected) -> String {
    match expected {
        Expected::Text => "文字",
        Expected::Number => "数",
        Expected::List => "列表 […]",
        Expected::Object => "对象 {…}",
        Expected::Time => "时间，如 2026-11-24T08:14:00.250Z",
        Expected::Id => "记录编号，如 0123456789ab-7",
        Expected::LedgerId => "台账编号，如 0123456789ab",
        Expected::Hash => "32 位校验值",
        Expected::Author => "authors 中的序号（从 1 起），authors 写在 changes 之前",
        Expected::Version => "从 1 起的整数",
        Expected::Operation => "kind 和 values，或 record、field 和 value",
        Expected::Once => "只出现一次的属性，现有两个同名",
        Expected::Property(name) => return format!("含有属性 {name} 的对象"),
        Expected::Other(other) => return short(other),
    }
    .into()
}
