import { $, ask, listAddress, make, number, problem, whenSpoken, word } from './page.js';

const AT_ONCE = 2;
const sent = [];
let server = { files: [], part: '', total: -1, done: 0, problem: '', hindrance: '', waiting: false, mostBytes: 0 };
let timer = 0;

export function showUploads() {
  refresh();
}

/** Takes files dropped; folders are not looked into. */
export function uploadDropped(transfer) {
  const folders = [...transfer.items].filter(i => i.webkitGetAsEntry?.()?.isDirectory).length;
  const files = [...transfer.files].filter((_, i) => !transfer.items[i]?.webkitGetAsEntry?.()?.isDirectory);
  add(files);
  $('upload-message').textContent = folders ? word('noFolders') : '';
}

function add(files) {
  for (const file of files) sent.push({ file, name: file.name, loaded: 0, state: 'queued', message: '' });
  next();
}

function next() {
  const busy = sent.filter(s => s.state === 'sending').length;
  sent.filter(s => s.state === 'queued').slice(0, Math.max(0, AT_ONCE - busy)).forEach(send);
  render();
}

function send(upload) {
  if (server.mostBytes && upload.file.size > server.mostBytes) {
    Object.assign(upload, { state: 'refused', message: word('E_TOO_LARGE') });
    next();
    return;
  }
  upload.state = 'sending';
  const request = new XMLHttpRequest();
  request.open('POST', '/api/uploads?' + new URLSearchParams({ name: upload.name }));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-Gouji', '1');
  request.responseType = 'json';
  request.upload.addEventListener('progress', event => { upload.loaded = event.loaded; render(); });
  request.addEventListener('load', () => {
    const ok = request.status === 202;
    Object.assign(upload, ok ? { state: 'taken', name: request.response.name }
      : { state: 'refused', message: problem(request.status, request.response ?? {}).message });
    next();
    refresh();
  });
  request.addEventListener('error', () => {
    Object.assign(upload, { state: 'refused', message: word('noServer') });
    next();
  });
  request.send(upload.file);
}

async function refresh() {
  clearTimeout(timer);
  try {
    server = await ask('/api/uploads');
  } catch (failure) {
    $('upload-message').textContent = failure.message;
    return;
  }
  render();
  const going = server.part || server.waiting;
  if (going && !$('view-uploads').hidden) timer = setTimeout(refresh, 1000);
}

function render() {
  const hindered = server.hindrance !== '';
  $('files').disabled = hindered;
  $('drop').classList.toggle('off', hindered);
  $('hindrance').textContent = server.hindrance;
  $('limit').textContent = server.mostBytes ? `${word('mostBytes')} ${server.mostBytes >> 20} MB` : '';
  const going = server.part !== '';
  $('import').hidden = !going;
  if (going) {
    $('import-part').textContent = word('part_' + server.part) + (server.total > 0 ? ` ${number(server.done)} / ${number(server.total)}` : '');
    if (server.total > 0) { $('import-bar').max = server.total; $('import-bar').value = server.done; }
    else $('import-bar').removeAttribute('value');
  }
  $('upload-problem').textContent = server.problem;
  const known = new Set(server.files.map(f => f.name));
  const lines = [...sent.filter(s => s.state !== 'taken' || !known.has(s.name)).map(sending), ...server.files.map(taken)];
  $('uploaded').replaceChildren(...lines.reverse());
}

function sending(upload) {
  const li = make('li', '', { class: upload.state });
  const share = upload.file.size ? upload.loaded / upload.file.size : 1;
  li.append(make('span', upload.name), upload.state === 'refused' ? make('small', upload.message)
    : make('progress', '', { max: 1, value: share, 'aria-label': upload.name }));
  return li;
}

function taken(file) {
  const li = make('li', '', { class: file.status || 'taken' });
  const state = file.status || (server.part || server.waiting ? 'reading' : server.problem ? 'notImported' : 'reading');
  li.append(make('span', file.name), make('small', word(state) + (file.reason ? ` · ${file.reason}` : '') + (file.detail ? ` · ${file.detail}` : '')));
  if (file.report_id) li.append(make('a', word('openReport'), { href: listAddress({ kind: 'report', group: 'report:' + file.report_id }) }));
  return li;
}

$('files').addEventListener('change', () => { add([...$('files').files]); $('files').value = ''; });
['dragenter', 'dragover'].forEach(name => $('drop').addEventListener(name, () => $('drop').classList.add('over')));
['dragleave', 'drop'].forEach(name => $('drop').addEventListener(name, () => $('drop').classList.remove('over')));
whenSpoken(render);
