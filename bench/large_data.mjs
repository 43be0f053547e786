// An office's ledger: findings of many units with all that stands under them, always the same ones. See bench/large.mjs.
import { findings } from './data.mjs';

const MEASURES = 4;
const CATEGORIES = 5;
const UNIT = ['水务', '农业', '交通', '住建', '教育', '卫生', '文旅', '民政', '财政', '审计', '林业', '商务', '司法', '统计', '气象', '档案', '科技', '粮储', '体育', '应急', '人防', '医保', '信访', '国资', '市场'];
const OFFICE = ['局', '中心'];
const NOTES = ['已完成现场核查', '形成工作清单', '报分管领导审定', '约谈责任人', '修订管理办法', '召开专题会议研究', '补充有关凭证', '逐项核对账目'];
const REASONS = ['涉及历史遗留问题，需多部门会商', '配套资金尚未到位', '相关办法正在征求意见', '第三方核查未结束'];
const PENALTIES = ['party', 'administrative', 'organisational', 'criticism', 'reminder'];

const units = UNIT.flatMap((name) => OFFICE.map((office) => `${name}${office}`));
/** A number that looks like chance and is none. */
const mixed = (number) => Math.imul(number + 1, 2_654_435_761) >>> 8;
const pick = (list, number) => list[mixed(number) % list.length];
const day = (number) => `2026-${String(1 + (mixed(number) % 10)).padStart(2, '0')}-${String(1 + (mixed(number + 7) % 28)).padStart(2, '0')}`;
const sha = (number) => Array.from({ length: 8 }, (_, at) => (mixed(number * 8 + at) | (1 << 30)).toString(16).padStart(8, '0')).join('');

const progress = (number) => ({ date: day(number), text: `${pick(NOTES, number)}，${pick(NOTES, number + 3)}，本周办结${number % 40}项。` });
const evidence = (number) => ({ name: `佐证${number}.pdf`, size: String(10_000 + (mixed(number) % 900_000)), sha256: sha(number), date: day(number) });

function measure(row, at) {
  const number = row.number * MEASURES + at;
  // A measure's words are those of a finding far away: four of one finding are not alike.
  const { heading, measure, owner } = row.words[at];
  const done = ['done', 'closed'].includes(row.status) || mixed(number) % 3 === 0;
  return {
    heading,
    text: measure,
    status: done ? 'done' : row.status,
    owner,
    date: done ? day(number) : undefined,
    result: done ? `${pick(NOTES, number)}，成效明显。` : undefined,
    rules: number % 9 === 0 ? [{ title: `${pick(NOTES, number)}办法（第${number}号）`, date: day(number), act: 'made' }] : [],
    progress: number % 4 === 0 ? [progress(number)] : [],
    evidence: number % 5 === 0 ? [evidence(number)] : [],
  };
}

function finding(row, at) {
  const complete = ['done', 'closed'].includes(row.status);
  return {
    title: row.title,
    leader: row.leader,
    department: row.department,
    co_departments: at % 3 === 0 ? `${pick(units, at)}、${pick(units, at + 11)}` : undefined,
    owner: row.owner,
    remedy: row.remedy,
    status: row.status,
    deadline: row.deadline,
    completed_on: complete ? day(at) : undefined,
    problem: complete ? undefined : `${row.title}，尚有${at % 17}项未办结。`,
    reason: complete || at % 4 === 0 ? undefined : pick(REASONS, at),
    next_step: complete || at % 4 === 0 ? undefined : `${row.heading}按月调度。`,
    measures: Array.from({ length: MEASURES }, (_, each) => measure(row, each)),
    progress: at % 2 === 0 ? [progress(at), progress(at + 1)] : [],
    evidence: at % 3 === 0 ? [evidence(at + 100_000)] : [],
    extensions: at % 10 === 0 ? [{ deadline_before: '2025-12-31', deadline: row.deadline || '2026-12-31', reason: pick(REASONS, at), person: row.leader, date: day(at) }] : [],
    closures: row.status === 'closed' ? [{ step: 'requested', date: day(at), person: row.owner }, { step: 'approved', date: day(at), person: row.leader, deadline: row.deadline || undefined, completed_on: day(at) }] : [],
    accountability: at % 8 === 0 ? [{ type: pick(PENALTIES, at), number: String(1 + (at % 4)), counted_as: 'persons' }] : [],
    recovered: at % 12 === 0 ? [{ type: 'recovered', amount: `${1 + (at % 90)}.5 ten_thousand_yuan` }] : [],
  };
}

const area = (unit, rows) => ({
  title: `${unit}党组整改问题`,
  categories: rows.slice(0, CATEGORIES).map((first, at) => ({
    title: `${first.category}（${at + 1}）`,
    findings: rows.filter((_, each) => each % CATEGORIES === at).map((row) => finding(row, row.number)),
  })),
});

function file(name, unit, areas) {
  const inspection = { source: '巡察', team: '市委第七巡察组', unit, feedback: '2025-01-20', concentrated_until: '2026-12-31' };
  return JSON.stringify({
    format: 'rectification-ledger',
    version: 1,
    ledger: {
      name,
      inspection,
      focus_areas: areas,
      meetings: [{ date: '2026-10-08', type: 'coordination', title: '十月调度会', people: '各单位', since: '2026-09-08' }],
      reminders: units.slice(0, 20).map((department, at) => ({ date: day(at), level: 'reminder', department, text: '请按时反馈进展。' })),
    },
  });
}

/** So many findings, in as many areas as there are units; each has four measures, closed ones too. */
function rowsOf(count) {
  const rows = findings(count);
  return rows.map((row, at) => ({
    ...row,
    department: units[Math.floor((at * units.length) / count)],
    words: Array.from({ length: MEASURES }, (_, each) => {
      const far = rows[(at * MEASURES + each * 37) % count];
      return { ...far, measure: `${each + 1}（${row.number}）${far.measure}` };
    }),
  }));
}

/** One ledger of all units. */
export function officeFile(count) {
  const rows = rowsOf(count);
  const areas = units.map((unit) => area(unit, rows.filter((row) => row.department === unit)));
  return file(`五十个单位的台账 ${count}`, '市委巡察整改办', areas.filter((each) => each.categories.length));
}

/** The same findings as a ledger for each unit. */
export function unitFiles(count) {
  const rows = rowsOf(count);
  return units.map((unit) => file(`${unit}台账`, unit, [area(unit, rows.filter((row) => row.department === unit))]));
}
