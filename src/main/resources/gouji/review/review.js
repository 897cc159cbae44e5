import { $, changeLanguage, speak } from './page.js';
import { keys, showList } from './worklist.js';
import { showDashboard } from './dashboard.js';
import { showUploads, uploadDropped } from './uploads.js';

const VIEWS = { list: showList, dashboard: showDashboard, uploads: showUploads };

/** The view the address names, as #list?kind=check. */
function route() {
  const [name, query] = location.hash.slice(1).split('?');
  const view = VIEWS[name] ? name : 'list';
  for (const each of Object.keys(VIEWS)) {
    $('view-' + each).hidden = each !== view;
    $('to-' + each).toggleAttribute('aria-current', false);
  }
  $('to-' + view).setAttribute('aria-current', 'page');
  VIEWS[view](new URLSearchParams(query ?? ''));
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.matches('input, select')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const key = $('view-list').hidden ? undefined : keys[event.key];
  if (key) { event.preventDefault(); key(); }
});

$('who').value = localStorage.getItem('gouji-who') ?? '';
$('who').addEventListener('change', () => localStorage.setItem('gouji-who', $('who').value));
$('language').addEventListener('click', changeLanguage);
addEventListener('hashchange', route);
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  event.preventDefault();
  if (event.dataTransfer?.files.length) {
    location.hash = '#uploads';
    uploadDropped(event.dataTransfer);
  }
});
speak();
route();
