import { $, ask, known, listAddress, make, whenSpoken, word } from './page.js';
import { listOf } from './report.js';

/** What is to be settled that is no cell, as the server told it. */
let matter = null;
let listeners = async () => {};
let asked = 0;

/** Calls a listener after each decision, whether it was kept or not. */
export const whenSettled = listener => { listeners = listener; };

export const isMatter = () => matter !== null && !$('matter').hidden;

export function noMatter() {
  asked++;
  matter = null;
  $('matter').hidden = true;
}

/** Shows what an item of the list asks. */
export async function showMatter(item) {
  noMatter();
  const mine = ++asked;
  try {
    const found = await ask('/api/matters?' + new URLSearchParams({ kind: item.matter, subject: item.subject }));
    if (mine !== asked) return;
    matter = { ...found, input: item.input, detail: item.text };
    render('');
  } catch (problem) {
    if (mine !== asked) return;
    $('matter-body').replaceChildren(make('p', problem.message));
    $('matter').hidden = false;
  }
}

const KINDS = { body, edition, input };

function render(message) {
  $('matter').hidden = false;
  $('matter-title').textContent = word('m_' + matter.kind);
  $('matter-body').replaceChildren(...KINDS[matter.kind]());
  $('matter-standing').replaceChildren(...standing());
  $('matter-reason').value = '';
  $('matter-reason').required = matter.kind === 'input';
  $('matter-undo').hidden = !matter.settled;
  $('matter-send').disabled = matter.kind === 'body' && !matter.registry;
  $('matter-message').textContent = message;
  $('matter-log').replaceChildren(...listOf('log', matter.log.map(s => [said(s), ''])));
}

function standing() {
  const lines = [];
  if (matter.settled) lines.push(make('p', `${word('settledAs')} ${answer(matter.settled)} · ${by(matter.settled)}`, { class: 'good' }));
  if (matter.atOdds) lines.push(make('p', `${word('atOdds')} ${answer(matter.atOdds)} · ${by(matter.atOdds)}`, { class: 'bad' }));
  return lines;
}

const by = s => `${s.who}, ${s.when}${s.reason ? ': ' + s.reason : ''}`;
const said = s => `${s.when} ${s.who}: ${s.decision === 'UNDO' ? word('d_undo') : answer(s)} ${s.reason}`;

function answer(settlement) {
  if (matter.kind === 'input') return word('dealtWith');
  if (matter.kind === 'edition') return fileOf(settlement.after);
  return settlement === matter.settled ? matter.named : settlement.after;
}

const fileOf = id => matter.editions.find(e => e.report_id === id)?.input ?? id;

/** A choice among answers. */
function choice(value, ...parts) {
  const label = make('label', '', { class: 'choice' });
  const radio = make('input', '', { type: 'radio', name: 'answer', value });
  radio.checked = matter.settled?.after === value;
  label.append(radio, ' ', ...parts);
  return label;
}

function body() {
  const printed = make('p', `${word('printed')}: “${matter.issuer}”`);
  if (!matter.registry) return [printed, make('p', word('noRegistry'))];
  const answers = make('div', '', { id: 'answers', role: 'radiogroup', 'aria-label': word('m_body') });
  answers.append(...matter.candidates.map(division));
  const label = make('label', word('findDivision') + ' ');
  const search = make('input', '', { id: 'division', type: 'search', autocomplete: 'off', maxlength: 60 });
  const found = make('p', '', { role: 'status', id: 'divisions-found' });
  let typing;
  search.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => find(search.value, answers, found), 200); });
  label.append(search);
  return [printed, label, found, answers];
}

const division = d => choice(d.code, make('span', d.code === d.name ? d.name : `${d.code} ${d.name}`),
  ...(d.until ? [make('small', ` ${word('until')} ${d.until}`)] : []));

let finding = 0;
async function find(words, answers, status) {
  const mine = ++finding;
  try {
    const found = words.trim() ? await ask('/api/divisions?' + new URLSearchParams({ report: matter.subject, q: words })) : [];
    if (mine !== finding || !answers.isConnected) return;
    const lines = words.trim() ? found : matter.candidates;
    answers.replaceChildren(...lines.map(division));
    if (lines.length === 1) answers.querySelector('input').checked = true;
    status.textContent = words.trim() ? `${found.length} ${word('found')}` : '';
  } catch (problem) {
    status.textContent = problem.message;
  }
}

function edition() {
  const answers = make('div', '', { id: 'answers', role: 'radiogroup', 'aria-label': word('m_edition') });
  answers.append(...matter.editions.map(e => {
    const facts = [e.published, known('e_' + e.edition_kind) ?? e.edition_kind, `${word('cellsRead')} ${e.cells_read}`, `${word('check')} ${e.checks_failed}`];
    const line = make('div', '', { class: 'edition' });
    line.append(choice(e.report_id, make('span', `${e.edition}. ${e.input}`), make('small', ' ' + facts.filter(f => f).join(' · '))),
      make('a', word('openReport'), { href: listAddress({ kind: 'report', group: 'report:' + e.report_id }), 'aria-label': `${word('openReport')}: ${e.input}` }));
    return line;
  }));
  return [make('p', word('editionHint')), answers, ...differences()];
}

function differences() {
  const { differences: lines, compared } = matter;
  if (!lines.length) return [make('p', word('noDifferences'))];
  const table = make('table');
  const head = make('tr');
  head.append(make('th', word('cell'), { scope: 'col' }), ...compared.map(id => make('th', fileOf(id), { scope: 'col' })));
  table.append(make('caption', `${word('differences')} (${lines.length})`), head);
  for (const line of lines) {
    const tr = make('tr');
    tr.append(make('th', `${line.row} · ${line.column}`, { scope: 'row', title: line.code }),
      ...line.values.map(value => make('td', value || word('blank'))));
    table.append(tr);
  }
  const scroll = make('div', '', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': word('differences') });
  scroll.append(table);
  return [scroll];
}

function input() {
  return [make('p', matter.input), make('p', matter.detail || matter.reason), make('p', word('inputHint')), make('div', '', { id: 'answers' })];
}

async function send(decision) {
  if (!matter) return;
  const chosen = $('answers')?.querySelector('input:checked')?.value;
  const after = decision === 'undo' ? '' : matter.kind === 'input' ? 'dealt-with' : chosen;
  if (after === undefined) { $('matter-message').textContent = word('E_NO_ANSWER'); return; }
  if (decision === 'settle' && matter.kind === 'input' && !$('matter-reason').value.trim()) {
    $('matter-message').textContent = word('needsReason');
    $('matter-reason').focus();
    return;
  }
  const mine = asked;
  const body = { kind: matter.kind, subject: matter.subject, decision, after, reason: $('matter-reason').value,
    who: $('who').value, seen: matter.seen };
  try {
    const now = await ask('/api/settlements', { method: 'POST', body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'X-Gouji': '1' } });
    if (mine === asked) {
      matter = { ...now, input: matter.input, detail: matter.detail };
      render('');
      $('matter').focus({ preventScroll: true });
    }
    await listeners();
  } catch (problem) {
    if (problem.status === 409 && mine === asked) {
      const now = await ask('/api/matters?' + new URLSearchParams({ kind: matter.kind, subject: matter.subject }));
      matter = { ...now, input: matter.input, detail: matter.detail };
      render(word('lost') + problem.message);
      await listeners();
    } else {
      $('matter-message').textContent = word('lost') + (problem.status ? problem.message : word('noServer'));
    }
  }
}

/** Takes the last decision back. */
export const undo = () => { if (matter?.settled) send('undo'); };

/** Goes to where the answer is given. */
export function answerIt() {
  const first = $('answers')?.querySelector('input:checked') ?? $('answers')?.querySelector('input');
  (first ?? $('division') ?? $('matter-reason')).focus();
}

$('matter-form').addEventListener('submit', event => { event.preventDefault(); send('settle'); });
$('matter-form').addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('input')) { event.preventDefault(); send('settle'); }
});
$('matter-undo').addEventListener('click', undo);
whenSpoken(() => { if (matter) render(''); });
