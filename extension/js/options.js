// The options page: every setting, and the way back from everything that was ignored.
import './ext.js';
import {DEFAULTS, LANGUAGES, exportSettings, importSettings, loadSettings, ownLanguage, saveSettings, serverAddress, sitePattern} from './settings.js';
import {loadTexts, localise} from './texts.js';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const find = id => /** @type {T} */ (document.getElementById(id));

/** @type {HTMLInputElement} */ const server = find('server');
/** @type {HTMLInputElement} */ const key = find('key');
/** @type {HTMLInputElement} */ const file = find('file');

let settings = await loadSettings();
/** @type {Record<string, string>} */
let texts = {};

async function render() {
  settings = await loadSettings();
  texts = await loadTexts(ownLanguage(settings));
  localise(texts, ownLanguage(settings));
  document.title = texts.optionsTitle ?? '';
  server.value = settings.server;
  key.value = settings.key;
  choices('language', {auto: texts.optionsAuto});
  choices('gloss', {auto: texts.optionsSame, none: texts.optionsNone});
  list('sites', settings.sites.map(site => ({text: site.slice(0, -2), button: texts.optionsRemove, async undo() {
    await saveSettings({sites: settings.sites.filter(each => each !== site)});
    await ext.giveBack([site]);
    await ext.send({kind: 'sites'});
  }})));
  list('ignored', settings.ignored.map(each => ({
    text: `${each.title} (${each.what === 'fault' ? texts.optionsIgnoredFault : texts.optionsIgnoredEntry})`, button: texts.optionsAgain,
    undo: () => saveSettings({ignored: settings.ignored.filter(other => other.id !== each.id)}),
  })));
}

/** @param {'language' | 'gloss'} name @param {Record<string, string | undefined>} special */
function choices(name, special) {
  /** @type {HTMLSelectElement} */
  const select = find(name);
  // Each language under its own name: who needs it can read it.
  const own = LANGUAGES.map(code => /** @type {[string, string]} */ ([code, new Intl.DisplayNames([code], {type: 'language'}).of(code) ?? code]));
  select.replaceChildren(...[...Object.entries(special), ...own].map(([value, label]) => new Option(label, value)));
  select.value = settings[name];
}

/** @param {'sites' | 'ignored'} name @param {{text: string, button: string | undefined, undo: () => Promise<unknown>}[]} rows */
function list(name, rows) {
  find(name).replaceChildren(...rows.map(({text, button, undo}) => {
    const row = document.createElement('li');
    const label = Object.assign(document.createElement('span'), {textContent: text});
    const back = Object.assign(document.createElement('button'), {textContent: button ?? ''});
    back.setAttribute('aria-label', `${button}: ${text}`);
    back.addEventListener('click', () => undo().then(render));
    row.append(label, back);
    return row;
  }));
  find(`${name}-none`).hidden = rows.length > 0;
}

server.placeholder = DEFAULTS.server;
find('server-form').addEventListener('submit', async event => {
  event.preventDefault();
  /** @type {HTMLOutputElement} */
  const state = find('server-state');
  const address = serverAddress(server.value);
  const site = sitePattern(address ?? '');
  if (!address || !site) {
    state.value = texts.optionsAddressBad ?? '';
    return;
  }
  state.value = '…';
  const allowed = await ext.ask([site]);
  await saveSettings({server: address, key: key.value});
  server.value = address;
  const answer = allowed ? /** @type {Outcome} */ (await ext.send({kind: 'server'}))?.state ?? 'away' : 'denied';
  state.value = texts[`state_${answer}`] ?? answer;
  state.dataset.state = answer;
});

for (const name of /** @type {const} */ (['language', 'gloss'])) {
  find(name).addEventListener('change', async () => {
    await saveSettings({[name]: /** @type {HTMLSelectElement} */ (find(name)).value});
    await render();
  });
}

find('export').addEventListener('click', () => {
  const address = URL.createObjectURL(new Blob([exportSettings(settings)], {type: 'application/json'}));
  Object.assign(document.createElement('a'), {href: address, download: 'bonvorto.json'}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
});
find('import').addEventListener('click', () => file.click());
file.addEventListener('change', async () => {
  const imported = importSettings(await file.files?.[0]?.text() ?? '', settings);
  file.value = '';
  if (imported) {
    await saveSettings(imported);
    await ext.send({kind: 'sites'});
    await render();
  }
  /** @type {HTMLOutputElement} */ (find('file-state')).value = (imported ? texts.optionsImported : texts.optionsImportBad) ?? '';
});

await render();
