//! The preview of a report in Chinese.

use super::PreviewTexts;
use crate::formats::{
    document::{DocumentFault, DocumentNote},
    report::{LineRole, Why},
};

pub const ZH: PreviewTexts = PreviewTexts {
    heading: "核对读入的内容",
    store: "存入台账",
    not_stored_yet: "以下内容尚未存入。核对无误后，点“存入台账”。",
    into_open: "内容将存入当前打开的空白台账。",
    into_new: "内容将存为一本新台账，不影响已有的台账。",
    nothing_read: "没有读出任何问题。请确认这是整改进展情况报告或巡察反馈意见的全文，并含有“一、”“（一）”“1.”“（1）”这样的编号。",
    source: |name, encoding| format!("文件：{name}；编码：{encoding}"),
    damaged: "文中有无法识别的字符（显示为 �），可能缺损。请核对；或将原文件另存为 UTF-8 编码后重新打开。",
    counts_heading: "读到的数量",
    areas: "聚焦方面",
    categories: "问题类别",
    findings: "问题",
    measures: "措施",
    unfinished: "未完成事项",
    matched: "已匹配",
    unplaced: "待归位",
    fresh_note: |count| {
        format!("{count} 个问题都按“未启动”读入。措施和分工存入以后再填，也可以在“台账”的“批量与表格”中粘贴分工表。")
    },
    kind: "这份文字是",
    kind_report: "整改进展情况报告",
    kind_feedback: "巡察反馈意见",
    feedback_prose_note: "开头、意见建议等文字不属于任何问题，不存入台账，请保存好原件。",
    done_note: |count| format!("未列入“未完成”的 {count} 个问题按“已完成”读入。"),
    unplaced_note: |count| {
        format!("{count} 个未完成事项与问题标题对不上，存入后列为“待归位”，由您确定归属；归位之前不计入数量。")
    },
    inspection_heading: "巡察信息",
    source_field: "监督来源",
    team: "巡察组",
    unit: "被巡察单位",
    feedback: "反馈日期",
    concentrated_until: "集中整改截止",
    not_read: "未读到",
    tree_heading: "问题与措施",
    is_category: "（类别即问题）",
    deadline: |date| format!("时限：{date}"),
    unfinished_heading: "未完成事项",
    matched_to: |title| format!("对应问题：{title}"),
    candidates: "没有标题相同的问题，存入后待归位。可能属于：",
    no_candidates: "没有标题相同的问题，存入后待归位。",
    details: "原因与下一步措施",
    unread_heading: |count| {
        if count == 0 {
            "未读懂的行".into()
        } else {
            format!("未读懂的行（{count}）")
        }
    },
    all_read: "每一行都已读懂",
    unread_note: "下列各行没有读入台账，请逐行核对。",
    unread_table: "未读懂的行",
    line: "行号",
    text: "文字",
    why: "原因与办法",
    line_number: |number| format!("第 {number} 行"),
    prose_heading: |count| format!("报告的其他文字（{count} 行）"),
    prose_note: "组织领导、后续打算、联系方式等段落不属于任何问题，作为报告的正文段落存入，以便再次成文。",
    source_document: |name| format!("文件：{name}（Word 文档）"),
    note: |note| match note {
        DocumentNote::NoNumber(count) => {
            format!(
                "有 {count} 处自动编号无法确定，没有补写。请对照原文件核对；必要时在 Word 中把编号转为文字后重新打开。"
            )
        }
        DocumentNote::Footnotes(count) => format!("文档有 {count} 处脚注或尾注，没有读入。"),
        DocumentNote::Deleted(count) => format!("文档留有修订痕迹，其中 {count} 处已删除的内容没有读入。"),
    },
    document_fault: |fault| match fault {
        DocumentFault::Broken => {
            "文档已损坏或不完整，读不出文字。请重新取得该文件；或用 Word 打开，另存后再试，也可全选复制，粘贴到下面的框里。"
        }
        DocumentFault::Encrypted => "文档加了密码，读不出文字。请用 Word 打开，取消密码后另存，再重新打开。",
        DocumentFault::NotWord => {
            "这是表格、演示文稿或压缩包，不是 Word 文档。请选择 .docx、.html 或 .txt 报告；压缩包请先解压。"
        }
        DocumentFault::TooLarge => {
            "文档展开后过大，不是通常的报告，没有读入。请核对文件；或全选复制，粘贴到下面的框里。"
        }
        DocumentFault::Empty => "文档里没有文字，可能是扫描件或图片。请先识别成文字，再粘贴到下面的框里。",
        DocumentFault::NoInflate => {
            "此浏览器不能展开 .docx。请更新浏览器；或另存为 .txt，或全选复制，粘贴到下面的框里。"
        }
    },
    period_from: "巡察开始",
    period_to: "巡察结束",
    why_unread: |why| match why {
        Why::Stray => "不在任何标题之下，未读入。可更正此行，或存入后手工补到相应问题。",
        Why::HeadingOutOfPlace => "标题出现在不该有的层级，未读入。请核对报告的编号，或更正此行。",
        Why::NoMeasures => "“整改情况”之后没有文字，读不出整改措施。存入后可手工补充。",
        Why::NoStatus => "不认识的整改状态，未读入。请在该问题的标题行选择状态。",
        Why::NoDate => "整改时限不是日期，未读入。存入后请补填时限。",
        Why::UnknownLabel => "未完成事项里不认识的栏目，或缺少所属事项，未读入。存入后可填入备注。",
        Why::NoOpening => "开头读不出巡察组、被巡察单位或起止日期。存入后可在“台账信息”中填写。",
    },
    source_heading: "报告原文",
    source_hint: "点读入的内容，此处标出依据；再点一次转到该行，Esc 返回。点某一行，可查看和更正读法。",
    marked: |line| format!("已标出依据，在第 {line} 行。再点一次转到该行。"),
    read_as: |words| format!("读作：{words}"),
    read_as_text: |title| format!("问题“{title}”的内容"),
    read_as_taken: "部分标题、开头或栏目名",
    read_as_prose: "报告的其他文字",
    read_as_unread: |why| format!("未读懂。{why}"),
    read_as_nothing: "不属于任何一份报告",
    role: |role| match role {
        LineRole::Section => "部分标题",
        LineRole::Area => "聚焦方面",
        LineRole::Category => "问题类别",
        LineRole::Finding => "问题",
        LineRole::Item => "未完成事项",
        LineRole::Body => "正文（属于上面的标题）",
        LineRole::Ignored => "不读入",
    },
    line_is: "此行是",
    status_is: "此问题的状态",
    as_read: "按系统读法",
    measure_begins: "从哪里开始是一条措施",
    corrections_heading: |count| {
        if count == 0 {
            "更正".into()
        } else {
            format!("更正（{count}）")
        }
    },
    no_corrections: "尚无更正。标题的层级、问题的状态或措施的起点读得不对，请在原文中点那一行更正。",
    said_role: |role| format!("此行是：{role}"),
    said_status: |status| format!("状态是：{status}"),
    said_start: |words| format!("从“{words}”起是一条措施"),
    said_no_start: |words| format!("“{words}”不另起一条措施"),
    take_back: "撤回",
    take_back_at: |line| format!("撤回：第 {line} 行"),
    not_said: "（文中未写明）",
    by_item: "（列在未完成事项中）",
    by_correction: "（已更正）",
    carried_out: |date| format!("日期：{date}"),
    registers_heading: "问责、制度、资金与报告所列数字",
    accountability: "问责",
    rules: "制度",
    recovered: "追缴挽回",
    stated: "报告所列数字",
    stated_as: |what, number| format!("{what}：{number}"),
    of_part: "（某一方面或类别的数字，不另存入）",
    of_finding: |title| format!("问题：{title}"),
    outside: "（不在具体问题之下）",
    money_outside: "（不在具体问题之下，只随正文存入）",
    units_heading: |count| format!("文中有 {count} 个单位的报告"),
    units_note: "每个单位各存为一本台账。选一个单位核对后存入，再核对下一个；也可全部存入。",
    as_one: "其实是一份报告，合起来读",
    one_unit: "合为一份报告",
    unnamed_unit: |number| format!("第 {number} 份报告（未读到单位名称）"),
    is_stored: "已存入",
    store_all: |count| format!("全部存入（{count} 本台账）"),
};
