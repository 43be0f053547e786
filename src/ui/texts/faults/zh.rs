//! Faults and notices in Chinese.

use super::{FaultTexts, megabytes, short};
use crate::{
    formats::json::LIMIT,
    journal::Fault,
    session::{InputFault, Notice, Program, Saved},
};

pub const ZH: FaultTexts = FaultTexts {
    input: |fault| {
        match fault {
        InputFault::Gone => "浏览器读不到这个文件，可能已被移动、删除或正由其他程序占用。请重新选择一次。".into(),
        InputFault::Empty => "文件是空的，没有任何文字。请选择另一个文件，或粘贴报告全文。".into(),
        InputFault::NotText(Program::OldOffice) => {
            "这是旧格式（.doc、.wps 等）或加了密码的办公文档，读不出文字。请打开文档，另存为不加密码的 .docx 或 .txt 后再打开；或全选复制，粘贴到下面的框里。".into()
        }
        InputFault::Said(words) => words.clone(),
        InputFault::NotText(Program::Pdf) => {
            "这是 PDF，不是文本文件。请打开后复制其中的文字，粘贴到下面的框里。".into()
        }
        InputFault::NotText(Program::Unknown) => {
            "这不是文本文件。请选择 .txt、.docx、.html 报告或导出的 .json 文件；若是文本，请另存为 UTF-8 编码。".into()
        }
        InputFault::TooLarge(bytes) => too_large(*bytes),
    }
    },
    unchanged: "现有内容没有改动。",
    fault: |fault| match fault {
        Fault::BrokenChain { change } => {
            format!("变更 {change} 与校验值不符：它或它之前的变更被改动过。请核对这条变更，或取得原始文件。")
        }
        Fault::TwoFaces { change } => format!("编号 {change} 有两条不同的变更，只保留了先有的一条。请与文件来源核对。"),
        Fault::BadValue { record, field, value } => {
            format!(
                "记录 {record} 的 {} 项写着“{}”，不是可用的值，按空白处理。请重新填写该项。",
                field.name(),
                short(value)
            )
        }
        Fault::NoParent { record } => format!("记录 {record} 所属的上级不在台账中，暂不显示。请导入含有其上级的文件。"),
        Fault::EditedThoughRemoved { record, changes } => {
            format!(
                "记录 {record} 已被移除，但另有 {} 处修改不知情。请在“记录”中决定是否恢复。",
                changes.len()
            )
        }
        Fault::Unreadable { at } => format!("存储的内容从第 {at} 字节起读不出。原样保留，请从导出的文件恢复。"),
    },
    notice: |notice| match notice {
        Notice::UndoLeft(count) => format!("有 {count} 处后来另有修改，撤销时保留了较新的内容。"),
        Notice::ReportTaken(findings, measures) => format!("已存入台账：{findings} 个问题，{measures} 条措施。"),
        Notice::FileTaken(count, true, 0) => format!("文件已导入为本机的一本台账，共 {count} 条变更。"),
        Notice::FileTaken(count, _, 0) => {
            format!("文件已导入：新增 {count} 条变更，与本机已有的内容合并，原有内容都保留。")
        }
        Notice::FileTaken(count, _, asked) => {
            format!("文件已导入：新增 {count} 条变更。现有 {asked} 处待定，两种填法都保留，请到“记录”中选定。")
        }
        Notice::MeasureRemoved => "措施已移除。可以撤销，也可在“记录”中恢复。".into(),
        Notice::NothingNew => "文件里的内容本机都已有，没有变化。".into(),
        Notice::Exported(name) => format!("已导出“{name}”，请到浏览器的下载文件夹查看。"),
        Notice::LedgerRemoved(title) if title.is_empty() => "台账已从本机移除。".into(),
        Notice::LedgerRemoved(title) => format!("“{title}”已从本机移除。"),
        Notice::Unreadable(count) => {
            format!("本机存储中有 {count} 处读不出，已原样保留。请核对台账，缺失的内容可从导出的文件导入。")
        }
        Notice::TwoFaces(count) => format!(
            "文件中有 {count} 条变更与本机编号相同的变更内容不一致，已保留本机的内容。文件可能被改动过，请向发来的人核实。"
        ),
        Notice::Interrupted => "读取时又打开了另一本台账，刚才的操作没有执行，内容没有改动。请再试一次。".into(),
        Notice::Past(day) => format!(
            "正在查看{}的台账，不能修改。请先回到现在。",
            (super::super::words::ZH.date)(*day)
        ),
        Notice::PlanOnly => {
            "这份台账由统筹部门分发，问题、措施、责任和时限只供查看，请填写进展。需要调整的，请在备注中写明。".into()
        }
        Notice::NoSample => "示例没有取到。请连接网络后再试，或直接打开自己的报告。".into(),
    },
    saved: |saved| match saved {
        Saved::Saved => "已保存",
        Saved::Saving => "正在保存……",
        Saved::LogOnly => "已保存，但空间将满",
        Saved::HomeOnly => "已保存，但无备份",
        Saved::Nowhere => "未保存",
    },
    saved_hint: |saved| match saved {
        Saved::Saved => "全部修改都已存入本机浏览器。",
        Saved::Saving => "正在写入本机浏览器，请稍候再关闭页面。",
        Saved::LogOnly => "本地存储已满，最新的修改只存在浏览器的数据库里。请导出 JSON 备份，并移除不用的台账。",
        Saved::HomeOnly => "浏览器的数据库不可用，修改只存在本地存储里。请经常导出 JSON 备份；无痕窗口请改用普通窗口。",
        Saved::Nowhere => "浏览器拒绝写入，修改只在本页面里。请不要关闭页面，先导出 JSON，再清理空间后重新保存。",
    },
};

pub(in crate::ui::texts) fn too_large(bytes: usize) -> String {
    format!(
        "文件有 {} MB，超过可读的 {} MB。请确认选对了文件。",
        megabytes(bytes),
        megabytes(LIMIT)
    )
}
