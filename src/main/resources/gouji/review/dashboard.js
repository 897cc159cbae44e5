import { $, ask, draw, listAddress, make, number, whenSpoken, word } from './page.js';
import { byRegion } from './regions.js';

const LABEL = 200;
const BARS = 460;
const WIDTH = 760;
const STEP = 28;
const SHOWN = 20;
const STATUSES = ['imported', 'duplicate', 'container', 'rejected', 'quarantined'];
const COLOURS = 6;
const CHOICES = ['year', 'scope', 'level'];
const chosen = {};
let data = null;

export async function showDashboard() {
  $('charts').setAttribute('aria-busy', 'true');
  try {
    data = await ask('/api/dashboard');
    render();
  } catch (problem) {
    $('charts').replaceChildren(make('p', problem.message));
  }
  $('charts').removeAttribute('aria-busy');
}

function render() {
  if (!data) return;
  const statuses = STATUSES.map(code => data.statuses.find(s => s.code === code) ?? { code, value: 0 });
  $('charts').replaceChildren(
    chart(counted('c_statuses'), [word('inputs')], statuses.map(s => ({ label: word(s.code === 'quarantined' ? 'q' : s.code), parts: [s.value],
      address: s.value ? listAddress({ kind: 'input', group: s.group }) : '' }))),
    chart(counted('c_failures'), [word('check')], data.failures.map(f => ({ label: f.code, parts: [f.value],
      address: listAddress({ kind: 'check', group: f.group }) }))),
    ...data.regions.map((r, i) => regions(r, 'r_' + i)),
    ...data.charts.map((c, i) => (c.kind === 'ranking' ? ranking(c, 'c_' + i) : byYear(c, 'c_' + i))));
}

/** The head of a chart: its texts, and the language of those that are not in the page's own. */
const counted = id => ({ id, title: word(id), note: word(id + '_note'), of: word('of_' + id), foreign: {} });
const ofFamily = (c, id) => ({ id, title: c.title, note: word(c.kind + '_note'), of: word('of_' + c.kind),
  foreign: { lang: c.language }, about: c.note });
const series = c => c.parts.map(part => part || word('figure'));
const bar = (b, extra) => ({ label: b.label, parts: b.values, address: listAddress({ kind: 'report', group: b.group }), extra });

function byYear(c, id) {
  const part = chart(ofFamily(c, id), series(c), c.bars.map(b => bar(b, [b.reports, b.open])), ['reports', 'openCells']);
  if (c.without) part.querySelector('p').before(without(c));
  return part;
}

/** Of the last year, and of whole regions where there are any, until something else is chosen. */
function ranking(c, id) {
  const values = name => [...new Set(c.counts.map(k => k[name]))].sort();
  const years = values('year').reverse();
  const choice = chosen[id] ??= first(c.counts);
  CHOICES.filter(name => !values(name).includes(choice[name])).forEach(name => { choice[name] = name === 'year' ? years[0] : null; });
  const fits = of => CHOICES.every(name => choice[name] === null || of[name] === choice[name]);
  const greatest = (a, b) => Number(b.values[0]) - Number(a.values[0]);
  const bars = c.bars.filter(fits).sort(greatest).slice(0, SHOWN);
  const of = c.counts.filter(fits).reduce((n, k) => n + k.bars, 0);
  const part = chart(ofFamily(c, id), series(c), bars.map(b => bar(b, [b.level && word(b.level)])), ['level']);
  const tools = make('div', '', { class: 'tools' });
  const again = () => section(id).replaceWith(ranking(c, id));
  tools.append(select(id, 'year', years, String, again),
    ...['scope', 'level'].filter(name => values(name).some(v => v))
      .map(name => select(id, name, [null, ...values(name)], v => word(v === null ? 'all' : v === 'region' ? 's_region' : v || 'unknown'), again)));
  part.querySelector('h2').after(tools, without(c, `${number(bars.length)} / ${number(of)}`));
  return part;
}

/** What a ranking shows at first. */
function first(counts) {
  const regions = counts.filter(k => k.scope === 'region');
  const years = (regions.length ? regions : counts).map(k => k.year).sort();
  return { year: years.at(-1), scope: regions.length ? 'region' : null, level: null };
}

/** How many are shown of how many, and how many reports have no figure for it. */
function without(c, shown = '') {
  const p = make('p', `${shown ? shown + ' · ' : ''}${word('without')}: `);
  p.append(c.without ? make('a', number(c.without), { href: listAddress({ kind: 'report', group: c.withoutGroup }) }) : '0');
  return p;
}

function select(id, name, values, text, again) {
  const label = make('label', word(name) + ' ');
  const element = make('select', '', { id: `${id}-${name}` });
  element.append(...values.map((value, i) => make('option', text(value), { value: i })));
  element.value = values.indexOf(chosen[id][name]);
  element.addEventListener('change', () => {
    chosen[id][name] = values[Number(element.value)];
    again();
    $(element.id).focus();
  });
  label.append(element);
  return label;
}

/** Bars of one measure, and a table of all; drawn again when something else is chosen. */
function regions(data, id) {
  const { part, head, series, bars } = byRegion(data, id, () => section(id).replaceWith(regions(data, id)));
  if (bars.length) part.querySelector('.scroll').before(picture(head, series, bars));
  return part;
}

const section = id => $('charts').querySelector(`[data-chart=${id}]`);

/** Bars, and the same figures as a table; each leads to what it counts. */
function chart(head, series, bars, extra = []) {
  const { id, title, note, about, foreign } = head;
  const part = make('section', '', { 'data-chart': id, 'aria-labelledby': id });
  part.append(make('h2', title, { id, ...foreign }), ...(about ? [make('p', about, foreign)] : []), make('p', note));
  if (!bars.length) {
    part.append(make('p', word('nothing')));
    return part;
  }
  const details = make('details');
  details.append(make('summary', word('asTable')), table(head, series, bars, extra));
  part.append(picture(head, series, bars), details);
  return part;
}

function picture({ title, foreign }, series, bars) {
  const top = series.length > 1 ? 6 + 22 * Math.ceil(series.length / 3) : 6;
  const svg = draw('svg', { viewBox: `0 0 ${WIDTH} ${top + bars.length * STEP + 6}`, role: 'group', 'aria-label': title, class: 'chart', ...foreign });
  if (series.length > 1) series.forEach((name, i) => svg.append(
    draw('rect', { class: 'part p' + i % COLOURS, x: (i % 3) * 250, y: 4 + 22 * Math.floor(i / 3), width: 14, height: 14 }),
    text(name, (i % 3) * 250 + 20, 16 + 22 * Math.floor(i / 3), 'start')));
  const total = bar => bar.parts.reduce((a, b) => a + Number(b), 0);
  const most = Math.max(1, ...bars.map(total));
  bars.forEach((bar, i) => svg.append(row(bar, series, top + i * STEP, most, total(bar))));
  return svg;
}

function row(bar, series, y, most, total) {
  const group = bar.address ? draw('a', { href: bar.address }) : draw('g');
  const short = [...bar.label].length > 15 ? [...bar.label].slice(0, 14).join('') + '…' : bar.label;
  group.append(draw('rect', { class: 'under', x: 0, y, width: WIDTH, height: STEP }), text(short, LABEL - 8, y + 19, 'end'));
  let x = LABEL;
  bar.parts.forEach((part, i) => {
    const width = Number(part) / most * BARS;
    if (width <= 0) return;
    const rect = draw('rect', { class: 'part p' + i % COLOURS, x, y: y + 5, width, height: STEP - 10 });
    rect.append(draw('title'));
    rect.firstChild.textContent = `${bar.label} · ${series[i]}: ${number(part)}`;
    group.append(rect);
    x += width;
  });
  group.append(text(number(total), x + 6, y + 19, 'start'));
  return group;
}

function text(content, x, y, anchor) {
  const element = draw('text', { x, y, 'text-anchor': anchor });
  element.textContent = content;
  return element;
}

function table({ title, of, foreign }, series, bars, extra) {
  const table = make('table');
  const head = make('tr');
  head.append(make('th', of, { scope: 'col' }), ...series.map(s => make('th', s, { scope: 'col', ...foreign })),
    ...extra.map(e => make('th', word(e), { scope: 'col' })));
  table.append(make('caption', title, foreign), head);
  for (const bar of bars) {
    const tr = make('tr');
    tr.append(make('th', bar.label, { scope: 'row' }));
    for (const value of [...bar.parts, ...(bar.extra ?? [])]) {
      const td = make('td');
      const shown = typeof value === 'number' || /^\d/.test(value ?? '') ? number(value) : value ?? '';
      td.append(bar.address && shown !== '' ? make('a', shown, { href: bar.address }) : shown);
      tr.append(td);
    }
    table.append(tr);
  }
  const scroll = make('div', '', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': word('asTable') });
  scroll.append(table);
  return scroll;
}

whenSpoken(() => { if (!$('view-dashboard').hidden) render(); });
