// The findings that both pages show, always the same ones; and what the right answers about them are.

const AREAS = [
  '聚焦贯彻上级决策部署方面',
  '聚焦群众身边的腐败和作风问题方面',
  '聚焦基层组织和队伍建设方面',
  '聚焦巡察和审计反馈问题整改方面',
];
const CATEGORIES = [
  '关于理论学习联系实际不够的问题',
  '关于重点任务推进迟缓的问题',
  '关于采购和合同管理粗放的问题',
  '关于专项资金使用不规范的问题',
  '关于窗口服务质效不高的问题',
  '关于内控制度执行不严的问题',
  '关于干部日常监督偏软的问题',
  '关于档案归集不完整的问题',
  '关于安全隐患排查不彻底的问题',
  '关于整改长效机制不健全的问题',
];
const DEPARTMENTS = ['综合办公室', '计划财务科', '组织人事科', '工程建设科', '政策法规科', '服务大厅', '监督检查科', '信息化中心', '后勤保障科', '档案保管科'];
const LEADERS = ['周立新', '郑海宁', '宋雅琴', '韩志远', '冯建章'];
const FAMILY = [...'赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];
const GIVEN = [...'建国文明志远海宁雅琴立新晓东思源承业永康秀兰德昌玉梅启航'];

const WHO = ['个别下属单位', '部分股室', '少数项目负责人', '机关支部', '窗口工作人员', '派驻站点', '物业外包单位', '工程监理方'];
const WHAT = ['采购验收', '公务接待', '合同审签', '预算编制', '差旅报销', '固定资产盘点', '值班值守', '会议决策', '信访答复', '数据报送', '考勤管理', '项目变更', '廉政谈话', '物资出入库'];
const WRONG = ['把关不严', '留痕不全', '时限超期', '走过场', '程序倒置', '底数不清', '督办乏力', '标准不一', '以会代训', '应付了事'];

const ACTS = ['修订完善', '全面梳理', '逐项核查', '重新核定', '组织学习', '落实专人负责', '落实整改责任', '落实整改时限', '严格执行', '按季通报', '约谈提醒', '健全'];
const OBJECTS = ['采购管理办法', '经费支出审批单', '重点工作清单', '风险防控台账', '岗位职责说明', '合同履约记录', '业务操作规程', '回访登记簿', '资产管理系统', '专题学习计划'];
const ENDS = [
  '由分管领导牵头每周调度一次',
  '于当月底前报送综合办公室备案',
  '对整改不力的责任人予以通报批评',
  '邀请第三方机构开展复核评估',
  '做到问题不查清不放过、整改不到位不放过',
  '将结果纳入年度绩效考核',
  '同步建立长效机制防止反弹回潮',
  '面向服务对象公开并接受监督',
];
const NUMBERS = [...'一二三四五六'];
const REMEDIES = ['at_once', 'by_date', 'kept_up'];
const STATUSES = ['not_started', 'in_progress', 'in_progress', 'largely_done', 'done', 'done', 'done', 'closed'];
const COMPLETE = ['done', 'closed'];
/** Rare characters all over the texts: without them, made-up text compresses and compares better than anything real. */
const RARE = { from: 0x4e00, count: 7000 };
const MEASURE_LENGTH = 150;
/** Findings at the top whose titles are edited: they must be in sight on a screen of 768 pixels. */
const EDITED = { from: 0, count: 8 };

/** As many findings as asked for, in the order of the ledger; `number` counts from 1. */
export function findings(count) {
  const { below, pick, chance } = chances(20_240_917);
  const rare = (length) => Array.from({ length }, () => String.fromCodePoint(RARE.from + below(RARE.count))).join('');
  const name = () => pick(FAMILY) + pick(GIVEN) + (chance(0.7) ? pick(GIVEN) : '');
  const day = (year) => `${year + below(3)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const sentence = () => {
    const note = chance(0.2) ? `（第${below(400) + 1}号，${rare(3)}）` : rare(2);
    return `${pick(ACTS)}${pick(OBJECTS)}${note}，${pick(ENDS)}。`;
  };
  const body = (length) => {
    let text = '';
    for (let at = 0; text.length < length; at += 1) text += NUMBERS[at % NUMBERS.length] + '要' + sentence();
    return `${text.slice(0, length - 1)}。`;
  };
  return Array.from({ length: count }, (_, at) => {
    const group = Math.floor((at * AREAS.length * CATEGORIES.length) / count);
    const heading = `${pick(ACTS)}${pick(OBJECTS)}${rare(1)}。`;
    const status = pick(STATUSES);
    return {
      number: at + 1,
      area: AREAS[Math.floor(group / CATEGORIES.length)],
      category: CATEGORIES[group % CATEGORIES.length],
      title: `${pick(WHO)}${pick(WHAT)}${pick(WRONG)}，${pick(WHAT)}${pick(WRONG)}${rare(3)}`,
      heading,
      measure: body(MEASURE_LENGTH - heading.length),
      leader: pick(LEADERS),
      department: pick(DEPARTMENTS),
      owner: name(),
      remedy: pick(REMEDIES),
      deadline: chance(0.05) ? '' : day(2025),
      status,
      completed: COMPLETE.includes(status) ? day(2025) : '',
    };
  });
}

/** The findings as a file that the page imports, written as by hand: see FORMAT.md. */
export function asFile(rows) {
  const areas = new Map();
  for (const row of rows) {
    const categories = areas.get(row.area) ?? new Map();
    areas.set(row.area, categories);
    const list = categories.get(row.category) ?? [];
    categories.set(row.category, list);
    const measure = { heading: row.heading, text: row.measure, status: row.status, owner: row.owner };
    const { title, leader, department, owner, remedy, status, deadline, completed: completed_on } = row;
    list.push({ title, leader, department, owner, remedy, status, deadline, completed_on, measures: [measure] });
  }
  const focus_areas = [...areas].map(([title, categories]) => ({
    title,
    categories: [...categories].map(([title, findings]) => ({ title, findings })),
  }));
  const inspection = { source: '巡察', team: '市委第七巡察组', unit: '清源市公共服务中心', feedback: '2025-01-20' };
  return JSON.stringify({ format: 'rectification-ledger', version: 1, ledger: { name: '一万条问题', inspection, focus_areas } });
}

/**
 * What is done on either page, with the answer that must be seen after each step. `titles` are all titles in reading
 * order, which is the browser's to say.
 */
export function plan(rows, titles) {
  const edits = rows.slice(EDITED.from, EDITED.from + EDITED.count).map((row, at) => ({
    number: row.number,
    title: row.title,
    to: `第${at + 1}次改写：${row.title.slice(2)}`,
  }));
  // The edits come first.
  const edited = rows.map((row) => ({ ...row, title: edits.find((edit) => edit.number === row.number)?.to ?? row.title }));
  return {
    first: rows[0].title,
    edits,
    many: keystrokes(edited, '落实整改时限'),
    one: keystrokes(edited, needle(edited)),
    sorts: { deadline: byDeadline(edited), title: byTitle(titles(edited.map((row) => row.title))) },
    all: answer(edited),
  };
}

/** The texts of a finding that a search looks through. */
const texts = (row) => [row.area, row.category, row.title, row.heading, row.measure, row.leader, row.department, row.owner];

/** A count, and the titles that come first. */
const answer = (rows) => ({ count: rows.length, top: rows.slice(0, 3).map((row) => row.title) });

/** Each beginning of a word, with its answer. `changed`: no look at the page before can be taken for it. */
function keystrokes(rows, word) {
  const letters = [...word];
  let before = JSON.stringify(answer(rows));
  return letters.map((_, at) => {
    const text = letters.slice(0, at + 1).join('');
    const found = answer(rows.filter((row) => texts(row).some((each) => each.includes(text))));
    const changed = JSON.stringify(found) !== before;
    before = JSON.stringify(found);
    return { text, changed, ...found };
  });
}

/** Two letters that stand together in one finding alone, while the first of them stands in others too. */
function needle(rows) {
  for (const row of rows.slice(Math.floor(rows.length * 0.77))) {
    const word = row.title.slice(-3, -1);
    const [one, two] = keystrokes(rows, word);
    if (one.count > 1 && two.count === 1) return word;
  }
  throw new Error(`${rows.length} findings are too few for a search that finds one alone`);
}

/** Findings without a deadline come last both ways; equal ones stay in the order of the ledger. */
function byDeadline(rows) {
  const [dated, bare] = [rows.filter((row) => row.deadline), rows.filter((row) => !row.deadline)];
  const sorted = (sign) => [...dated].sort((a, b) => sign * a.deadline.localeCompare(b.deadline, 'en') || a.number - b.number).concat(bare);
  return [answer(sorted(1)), answer(sorted(-1))];
}

function byTitle(sorted) {
  const top = (titles) => ({ count: titles.length, top: titles.slice(0, 3) });
  return [top(sorted), top([...sorted].reverse())];
}

const two = (number) => String(number).padStart(2, '0');

/** Chance that is the same in every run: xorshift, 32 bits. */
function chances(seed) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}
