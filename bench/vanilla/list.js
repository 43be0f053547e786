// The least that a list of this size can be: plain records, plain storage, the rows in sight drawn by hand. It keeps no
// history, knows one tab and one user, and is saved when local storage says so.
'use strict';
const ROW = 44;
const SPARE = 6;
const COLUMNS = [
  ['number', '序号'], ['area', '聚焦方面'], ['category', '问题类别'], ['title', '问题'], ['measure', '整改措施'], ['leader', '责任领导'],
  ['department', '责任部门'], ['owner', '责任人'], ['remedy', '整改类型'], ['deadline', '整改时限'], ['status', '状态'], ['completed', '完成日期'],
];
const LONG = ['title', 'measure'];
const SEARCHED = ['area', 'category', 'title', 'heading', 'measure', 'leader', 'department', 'owner'];
const TITLE = COLUMNS.findIndex(([name]) => name === 'title');

const grid = document.querySelector('.grid');
const body = document.querySelector('.grid-body');
const search = document.querySelector('[data-search]');
const counter = document.querySelector('[data-count]');
const collator = new Intl.Collator('zh-CN', { numeric: true });

const rows = JSON.parse(localStorage.getItem('rows') ?? '[]');
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('row/')) rows[key.slice(4) - 1] = JSON.parse(localStorage.getItem(key));
}
let view = rows;
let sort = null;
const drawn = [];

function refresh() {
  const text = search.value;
  view = text ? rows.filter((row) => SEARCHED.some((name) => row[name].includes(text))) : rows;
  if (sort) {
    const { name, sign } = sort;
    const compare = name === 'title' ? collator.compare : (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const order = (a, b) => !a[name] - !b[name] || sign * compare(a[name], b[name]);
    view = [...view].sort(order);
  }
  grid.scrollTop = 0;
  paint();
}

function paint() {
  const first = Math.max(0, Math.floor(grid.scrollTop / ROW) - SPARE);
  const count = Math.min(view.length - first, Math.ceil(grid.clientHeight / ROW) + 2 * SPARE);
  body.style.height = `${view.length * ROW}px`;
  counter.dataset.count = view.length;
  counter.textContent = `${view.length} / ${rows.length}`;
  while (drawn.length < count) drawn.push(body.appendChild(newRow()));
  while (drawn.length > count) drawn.pop().remove();
  drawn.forEach((element, at) => fill(element, view[first + at], (first + at) * ROW));
}

function newRow() {
  const element = document.createElement('div');
  element.className = 'grid-finding grid-row';
  for (const [name] of COLUMNS) {
    const cell = element.appendChild(document.createElement('div'));
    if (LONG.includes(name)) cell.className = 'long';
    if (name === 'title') cell.classList.add('cell-title');
  }
  return element;
}

function fill(element, row, top) {
  element.dataset.row = row.number;
  element.style.top = `${top}px`;
  COLUMNS.forEach(([name], at) => {
    const cell = element.children[at];
    const text = String(row[name]);
    if (cell.textContent !== text || cell.firstElementChild) cell.textContent = text;
  });
}

function edit(element) {
  const row = rows[element.dataset.row - 1];
  const input = document.createElement('input');
  input.className = 'inline-edit';
  input.value = row.title;
  element.children[TITLE].replaceChildren(input);
  input.focus();
  input.select();
  input.onkeydown = (event) => {
    if (event.key !== 'Enter') return;
    row.title = input.value;
    localStorage.setItem(`row/${row.number}`, JSON.stringify(row));
    paint();
    grid.focus();
  };
}

for (const [name, label] of COLUMNS) {
  const cell = document.querySelector('.grid-head').appendChild(document.createElement('div'));
  if (LONG.includes(name)) cell.className = 'long';
  const button = cell.appendChild(document.createElement('button'));
  button.dataset.sort = name;
  button.textContent = label;
  button.onclick = () => {
    if (sort?.name !== name) sort = { name, sign: 1 };
    else sort = sort.sign > 0 ? { name, sign: -1 } : null;
    refresh();
  };
}
search.oninput = refresh;
grid.onscroll = paint;
body.ondblclick = (event) => edit(event.target.closest('.grid-finding'));
refresh();
