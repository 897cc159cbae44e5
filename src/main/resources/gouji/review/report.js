import { $, ask, draw, known, make, whenSpoken, word } from './page.js';

/** The report that is shown, and the cell chosen in it. */
export const shown = { report: null, id: '', code: '' };
let decided = async () => {};

/** Calls a listener after each decision on a cell, whether it was kept or not. */
export const whenDecided = listener => { decided = listener; };

export function show(report, id) {
  shown.report = report;
  shown.id = id;
  $('hint').hidden = true;
  $('report').hidden = false;
  if (!$('who').value) $('who').value = report.who ?? '';
  $('title').textContent = report.row.title || report.row.input;
  $('about').textContent = [report.row.issuer, report.row.year, report.row.template, report.row.input, id]
    .filter(part => part).join(' · ');
  tableNames();
  const pages = Math.max(Number(report.row.pages) || 1, 1);
  const page = $('page').value;
  $('page').replaceChildren(...Array.from({ length: pages }, (_, i) => make('option', String(i + 1), { value: i + 1 })));
  if (Number(page) <= pages && page) $('page').value = page;
  $('findings').replaceChildren(...report.findings.filter(f => f.severity !== 'info').map(f => make('li', `${f.code}: ${f.message}`)));
  $('findings').hidden = !$('findings').children.length;
  grid();
  picture();
}

function tableNames() {
  const tables = [...new Set(shown.report.cells.map(c => c.table))];
  const table = $('table').value;
  $('table').replaceChildren(...tables.map(t => make('option', known('t_' + t) ?? t, { value: t })));
  if (tables.includes(table)) $('table').value = table;
}

function grid() {
  const cells = shown.report.cells.filter(c => c.table === $('table').value && c.state !== 'absent');
  const inOrder = (axis, order) => [...new Map([...cells].sort((a, b) => a[order] - b[order]).map(c => [c[axis], c]))];
  const columns = inOrder('column', 'columnAt');
  const rows = inOrder('row', 'rowAt');
  const at = new Map(cells.map(c => [c.row + '\n' + c.column, c]));
  const table = make('table');
  const head = make('tr');
  head.append(make('td'), ...columns.map(([code, c]) => make('th', c.columnLabel, { scope: 'col', title: code })));
  table.append(head);
  const printed = new Set(rows.map(([row]) => row));
  let group = '';
  for (const [row, first] of rows) {
    const below = printed.has(row.slice(0, Math.max(0, row.lastIndexOf('.')))); // its group is a row with figures itself
    if (!below && first.rowGroup !== group && first.rowGroup) {
      const tr = make('tr', '', { class: 'group' });
      tr.append(make('th', first.rowGroup, { scope: 'rowgroup', colspan: columns.length + 1 }));
      table.append(tr);
    }
    if (!below) group = first.rowGroup;
    const tr = make('tr');
    tr.append(make('th', first.rowLabel, { scope: 'row', title: row }));
    for (const [column] of columns) {
      const cell = at.get(row + '\n' + column);
      tr.append(cell ? link(make('td', cell.value, { class: cell.state, 'data-code': cell.code }), cell) : make('td'));
    }
    table.append(tr);
  }
  $('grid').replaceChildren(cells.length ? table : make('p', word('noTable')));
  over(shown.code, 'chosen');
}

function link(element, cell) {
  element.addEventListener('mouseenter', () => over(cell.code, 'over'));
  element.addEventListener('mouseleave', () => over('', 'over'));
  element.addEventListener('click', () => chooseCell(cell.code));
  return element;
}

function over(code, name) {
  document.querySelectorAll('[data-code]').forEach(e => e.classList.toggle(name, e.dataset.code === code && code !== ''));
}

/** The next cell of the table in a direction; from none, the first. */
function step(down, right) {
  const td = $('grid').querySelector('td.chosen');
  const rows = [...$('grid').querySelectorAll('tr')];
  if (!td) {
    const first = $('grid').querySelector('td[data-code]');
    if (first) chooseCell(first.dataset.code);
    return;
  }
  let y = rows.indexOf(td.parentElement) + down;
  let x = td.cellIndex + right;
  for (; rows[y] && x > 0 && x < rows[0].cells.length; y += down, x += right) {
    const next = rows[y].cells[x];
    if (next?.dataset.code) { chooseCell(next.dataset.code); return; }
  }
}

let drawn = '';
async function picture() {
  const wanted = `${shown.id}/pages/${$('page').value}`;
  $('picture').replaceChildren(make('p', word('loading')));
  let response;
  let blob = null;
  try {
    response = await fetch('/api/reports/' + wanted);
    if (response.status === 200) blob = await response.blob();
  } catch {
    $('message').textContent = word('noServer');
  }
  if (wanted !== `${shown.id}/pages/${$('page').value}`) return;
  if (drawn) URL.revokeObjectURL(drawn);
  drawn = '';
  const here = shown.report.cells.filter(c => c.page === Number($('page').value) && c.box);
  let width = Math.max(595, ...here.map(c => c.box[2] + 20));
  let height = Math.max(200, ...here.map(c => c.box[3] + 20));
  const svg = draw('svg');
  if (blob) {
    width = Number(response.headers.get('X-Width-Pt'));
    height = Number(response.headers.get('X-Height-Pt'));
    drawn = URL.createObjectURL(blob);
    svg.append(draw('image', { href: drawn, width, height }));
  }
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', width * $('zoom').value / 100);
  svg.setAttribute('aria-hidden', 'true');
  for (const cell of here) {
    const [x0, y0, x1, y1] = cell.box;
    const rect = draw('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, class: cell.state });
    rect.dataset.code = cell.code;
    svg.append(link(rect, cell));
  }
  $('picture').replaceChildren(...(blob ? [] : [make('p', word('none'))]), ...(blob || here.length ? [svg] : []));
  document.querySelector('.halves').classList.toggle('bare', !blob && !here.length);
  over(shown.code, 'chosen');
  center();
}

/** Scrolls the picture alone, so that the page stays where it is. */
function center() {
  const box = $('picture');
  const rect = [...box.querySelectorAll('rect')].find(r => r.dataset.code === shown.code);
  if (!rect) return;
  const [a, b] = [rect.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollBy(a.left + a.width / 2 - b.left - b.width / 2, a.top + a.height / 2 - b.top - b.height / 2);
}

/** The terms of a sum; of many zeros, how many. */
function sum(terms) {
  const zero = t => t.value !== null && t.value !== undefined && Number(t.value) === 0;
  const zeros = terms.filter(zero).length;
  const kept = zeros > 3 ? terms.filter(t => !zero(t)) : terms;
  const text = kept.map((t, i) => (t.weight < 0 ? ' − ' : i ? ' + ' : '') + (Math.abs(t.weight) > 1 ? Math.abs(t.weight) + '×' : '')
    + (t.value ?? word('blank'))).join('');
  return kept.length === terms.length ? text : `${text}${kept.length ? ' + ' : ''}${zeros}×0`;
}

const result = code => word('r_' + code);
const about = id => known('k_' + id);

/** No cell at all: what is looked at is the whole report. */
export function chooseNone() {
  shown.code = '';
  over('', 'chosen');
  $('cell').replaceChildren();
  $('decide').hidden = true;
}

export function chooseCell(code) {
  shown.code = code;
  const cell = shown.report.cells.find(c => c.code === code);
  if (!cell) { chooseNone(); return; }
  if ($('table').value !== cell.table) { $('table').value = cell.table; grid(); }
  if (cell.page > 0 && Number($('page').value) !== cell.page) { $('page').value = cell.page; picture(); }
  over(code, 'chosen');
  center();
  const chosen = $('grid').querySelector('td.chosen');
  if (chosen) {
    const [a, b] = [chosen.getBoundingClientRect(), $('grid').getBoundingClientRect()];
    const label = chosen.parentElement.cells[0].getBoundingClientRect().width;
    $('grid').scrollBy(a.left < b.left + label ? a.left - b.left - label : Math.max(0, a.right - b.right + 20),
      a.top < b.top + 60 ? a.top - b.top - 60 : Math.max(0, a.bottom - b.bottom + 20));
  }
  $('cell').replaceChildren(...ofCell(cell));
  $('decide').hidden = false;
  $('after').value = cell.value;
  $('reason').value = '';
}

function ofCell(cell) {
  const code = cell.code;
  const parts = [make('h3', [cell.rowGroup, cell.rowLabel, cell.columnLabel].filter(part => part).join(' · ')),
    make('p', `${cell.value === '' ? word('blank') : cell.value} ${cell.unit} · ${word('read')}: “${cell.raw}” · ${word('state')}: ${word('s_' + cell.state)}`
      + ` (${Number(cell.confidence).toFixed(2)})` + (cell.place ? ' · ' + cell.place : ''))];
  const checks = shown.report.checks.filter(c => [...c.left, ...c.right].some(t => t.cell === code));
  const others = shown.report.others.filter(c => `${c.table}.${c.row}.${c.column}` === code);
  parts.push(...listOf('identities',
    checks.map(c => [`${c.at}: ${sum(c.left)} = ${c.sums[0]}; ${sum(c.right)} = ${c.sums[1]} → ${result(c.result)}`, c.result, about(c.at.split(' ')[0])]),
    others.map(c => [`${c.check}: ${c.left ?? ''} / ${c.right ?? ''} → ${result(c.result)}`, c.result, about(c.check)])));
  parts.push(...listOf('readings', cell.readings.map(r => [`“${r.text}” ${Number(r.score).toFixed(2)}`, ''])));
  const log = shown.report.log.filter(c => `${c.table}.${c.row}.${c.column}` === code);
  parts.push(...listOf('log', log.map(c => [said(c), ''])));
  return parts;
}

const said = c => `${c.when} ${c.who}: ${word('d_' + c.decision.toLowerCase())} ${c.before ?? word('blank')} → ${c.after ?? word('blank')} ${c.reason}`;

/** Lines of a text, its class, and what it means. */
export function listOf(title, ...lists) {
  const lines = lists.flat();
  if (!lines.length) return [];
  const ul = make('ul');
  for (const [text, name, meaning] of lines) {
    const li = make('li', text, name ? { class: name } : {});
    if (meaning) li.append(make('small', meaning));
    ul.append(li);
  }
  return [make('div', word(title)), ul];
}

export async function decide(decision) {
  const cell = shown.report?.cells.find(c => c.code === shown.code);
  if (!cell || $('report').hidden) return;
  const after = $('after').value.trim();
  if (decision === 'edit' && !/^(-?\d+(\.\d+)?)?$/.test(after)) { $('message').textContent = word('E_NOT_A_NUMBER'); return; }
  const id = shown.id;
  const body = { report: id, code: cell.code, decision, after: decision === 'edit' ? after : '',
    reason: $('reason').value, who: $('who').value, seen: cell.decisions, shown: cell.value };
  try {
    const report = await ask('/api/decisions', { method: 'POST', body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'X-Gouji': '1' } });
    if (shown.id === id) {
      show(report, id);
      $('message').textContent = '';
      chooseCell(cell.code);
      $('grid').focus({ preventScroll: true });
    }
    await decided();
  } catch (problem) {
    const now = problem.status === 409 ? await again(cell.code) : '';
    $('message').textContent = word('lost') + (problem.status ? problem.message : word('noServer')) + now;
  }
}

/** Shows the report as it is now; gives what now stands in the cell. */
async function again(code) {
  show(await ask('/api/reports/' + shown.id), shown.id);
  chooseCell(code);
  await decided();
  const last = shown.report.log.filter(c => `${c.table}.${c.row}.${c.column}` === code).at(-1);
  const cell = shown.report.cells.find(c => c.code === code);
  return ` ${word('nowStands')} ${cell?.value || word('blank')}${last ? ` (${last.who}, ${last.when})` : ''}`;
}

$('grid').addEventListener('keydown', event => {
  const way = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  if (way && !event.ctrlKey && !event.altKey && !event.metaKey) { event.preventDefault(); step(...way); }
});
$('decide').addEventListener('submit', event => { event.preventDefault(); decide('edit'); });
document.querySelectorAll('button[data-do]:not([type=submit])').forEach(b => b.addEventListener('click', () => decide(b.dataset.do)));
$('table').addEventListener('change', grid);
$('page').addEventListener('change', picture);
$('zoom').addEventListener('change', picture);
whenSpoken(() => {
  if (!shown.report) return;
  tableNames();
  if (shown.code) chooseCell(shown.code);
});
