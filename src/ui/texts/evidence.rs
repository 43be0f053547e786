//! 佐证材料: below a finding, and of the whole ledger.

pub struct EvidenceTexts {
    pub heading: fn(usize) -> String,
    pub hint: &'static str,
    pub whole: &'static str,
    pub measure: fn(usize, &str) -> String,
    pub pick: &'static str,
    /// Whose evidence it is to be.
    pub pick_for: fn(&str) -> String,
    pub drop_here: &'static str,
    pub remove: &'static str,
    pub remove_of: fn(&str) -> String,
    pub bytes: fn(&str) -> String,
    pub taken: fn(usize) -> String,
    pub cancelled: &'static str,
    pub busy: &'static str,
    /// A file, and what it is the same as.
    pub same: fn(&str, &str) -> String,
    pub same_here: fn(&str, &str) -> String,
    /// Where a registered file stands: the finding and its name.
    pub stands: fn(&str, &str) -> String,
    pub unreadable: fn(&str) -> String,

    pub hashing: fn(&str, usize, usize) -> String,
    pub progress: &'static str,
    pub cancel: &'static str,

    pub index: &'static str,
    pub page_hint: &'static str,
    pub of_finding: &'static str,
    pub of_department: &'static str,
    pub all: &'static str,
    pub number: &'static str,
    pub finding: &'static str,
    pub of_measure: &'static str,
    pub file: &'static str,
    pub size: &'static str,
    pub sha256: &'static str,
    pub date: &'static str,
    pub note: &'static str,
    pub count: fn(usize) -> String,
    pub empty: &'static str,
    pub untitled: &'static str,

    pub lacking: fn(usize) -> String,
    pub lacking_hint: &'static str,
    pub none_lacking: &'static str,

    pub folder: &'static str,
    pub folder_hint: &'static str,
    pub choose_folder: &'static str,
    pub choose_files: &'static str,
    pub stopped: &'static str,
    pub state: &'static str,
    pub where_found: &'static str,
    pub present: &'static str,
    pub renamed: &'static str,
    pub unproven: &'static str,
    pub changed: &'static str,
    pub missing: &'static str,
    pub unregistered: fn(usize) -> String,
    /// Files of the folder, then registered ones: present, renamed, not compared, changed, missing.
    pub result: fn(usize, [usize; 5]) -> String,
}

pub const ZH: EvidenceTexts = EvidenceTexts {
    heading: |count| format!("佐证材料（{count}）"),
    hint: "只登记文件名、大小和 SHA-256 校验值，文件留在原处，不会上传或存入台账。",
    whole: "整个问题",
    measure: |number, heading| format!("措施{number} {heading}"),
    pick: "登记文件……",
    pick_for: |of| format!("登记文件：{of}"),
    drop_here: "也可以把文件拖到这里。",
    remove: "移除",
    remove_of: |name| format!("移除：{name}"),
    bytes: |size| format!("{size} 字节"),
    taken: |count| format!("已登记 {count} 个文件。"),
    cancelled: "已取消，没有登记。",
    busy: "正在计算校验值，请等它完成后再登记。",
    same: |name, other| format!("“{name}”与已登记的{other}内容相同，请核对是否重复。"),
    same_here: |name, other| format!("“{name}”与此处已登记的“{other}”内容相同，没有重复登记。"),
    stands: |finding, name| format!("“{name}”（{finding}）"),
    unreadable: |name| format!("“{name}”读不出来，没有登记。如果是文件夹，请选择其中的文件。"),

    hashing: |name, at, count| format!("正在计算校验值：{name}（第 {at} 个，共 {count} 个）"),
    progress: "计算校验值的进度",
    cancel: "取消",

    index: "佐证材料目录",
    page_hint: "编号依次为问题、措施、序号；属于整个问题的，措施一位为 0。登记在问题页的“佐证材料”一栏。",
    of_finding: "问题",
    of_department: "责任部门",
    all: "全部",
    number: "编号",
    finding: "反馈问题",
    of_measure: "整改措施",
    file: "文件名",
    size: "大小（字节）",
    sha256: "SHA-256 校验值",
    date: "日期",
    note: "备注",
    count: |count| format!("共 {count} 份。"),
    empty: "没有登记佐证材料。在问题页的“佐证材料”一栏登记。",
    untitled: "（未填标题）",

    lacking: |count| format!("已完成而没有佐证材料（{count}）"),
    lacking_hint: "已完成的问题，本身和各项措施都没有登记的；已完成的措施，没有登记的。",
    none_lacking: "已完成的问题和措施都有佐证材料。",

    folder: "检查文件夹",
    folder_hint: "把文件夹里的文件与全部登记逐一比对，先比大小，再比内容。文件不会离开这台计算机。",
    choose_folder: "选择文件夹……",
    choose_files: "选择多个文件……",
    stopped: "已取消，没有比对结果。",
    state: "结果",
    where_found: "文件夹中的文件",
    present: "在",
    renamed: "在（文件名不同）",
    unproven: "文件名相同，内容未能比对",
    changed: "内容有变",
    missing: "缺失",
    unregistered: |count| format!("文件夹里没有登记的文件（{count}）"),
    result: |files, [present, renamed, unproven, changed, missing]| {
        let unproven = match unproven {
            0 => String::new(),
            count => format!("、未能比对 {count} 份"),
        };
        format!(
            "文件夹里有 {files} 个文件。登记的材料：在 {present} 份、在但文件名不同 {renamed} 份、内容有变 {changed} 份、缺失 {missing} 份{unproven}。"
        )
    },
};

pub const EN: EvidenceTexts = EvidenceTexts {
    heading: |count| format!("Evidence ({count})"),
    hint: "Name, size and SHA-256 are registered. The file stays where it is and is neither sent nor stored.",
    whole: "The finding as a whole",
    measure: |number, heading| format!("Measure {number} {heading}"),
    pick: "Register files…",
    pick_for: |of| format!("Register files: {of}"),
    drop_here: "You can also drop files here.",
    remove: "Remove",
    remove_of: |name| format!("Remove: {name}"),
    bytes: |size| format!("{size} bytes"),
    taken: |count| match count {
        1 => "1 file was registered.".into(),
        count => format!("{count} files were registered."),
    },
    cancelled: "Cancelled. Nothing was registered.",
    busy: "Check sums are being taken. Please register more when that is done.",
    same: |name, other| format!("“{name}” has the same content as {other}, which is registered already. Please check."),
    same_here: |name, other| format!("“{name}” has the same content as “{other}” here and was not registered again."),
    stands: |finding, name| format!("“{name}” ({finding})"),
    unreadable: |name| {
        format!("“{name}” could not be read and was not registered. Of a folder, choose the files in it.")
    },

    hashing: |name, at, count| format!("Taking the check sum of {name} ({at} of {count})"),
    progress: "Progress of the check sums",
    cancel: "Cancel",

    index: "Index of evidence",
    page_hint: "Numbers are finding, measure, place; the measure is 0 where it is of the finding as a whole. Evidence is registered below a finding.",
    of_finding: "Finding",
    of_department: "Department",
    all: "All",
    number: "No.",
    finding: "Finding",
    of_measure: "Measure",
    file: "File",
    size: "Bytes",
    sha256: "SHA-256",
    date: "Date",
    note: "Note",
    count: |count| match count {
        1 => "1 file.".into(),
        count => format!("{count} files."),
    },
    empty: "No evidence is registered. It is registered under “Evidence” of a finding.",
    untitled: "(untitled)",

    lacking: |count| format!("Complete without evidence ({count})"),
    lacking_hint: "Complete findings without any, whether of their own or of a measure; complete measures without any.",
    none_lacking: "Every complete finding and measure has evidence.",

    folder: "Check a folder",
    folder_hint: "Compares the files of a folder with all that is registered, by size first, then by content. No file leaves this computer.",
    choose_folder: "Choose a folder…",
    choose_files: "Choose files…",
    stopped: "Cancelled. There is no result.",
    state: "Result",
    where_found: "File in the folder",
    present: "Present",
    renamed: "Present under another name",
    unproven: "Same name, content not compared",
    changed: "Changed",
    missing: "Missing",
    unregistered: |count| format!("Files of the folder that are not registered ({count})"),
    result: |files, [present, renamed, unproven, changed, missing]| {
        let unproven = match unproven {
            0 => String::new(),
            count => format!(", {count} not compared"),
        };
        format!(
            "Files in the folder: {files}. Registered: {present} present, {renamed} under another name, {changed} changed, {missing} missing{unproven}."
        )
    },
};
