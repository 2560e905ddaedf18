// The toolbar popup: the switch of the site, and how things stand.
import './ext.js';
import {loadSettings, ownLanguage, saveSettings, sitePattern} from './settings.js';
import {loadTexts, localise} from './texts.js';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const find = id => /** @type {T} */ (document.getElementById(id));

const settings = await loadSettings();
const language = ownLanguage(settings);
const texts = await loadTexts(language);
localise(texts, language);

// A tab may be named in the address, where the popup is opened as a page of its own.
const named = new URLSearchParams(location.search).get('tab');
const tab = named ? await ext.tab(Number(named)) : await ext.activeTab();
const site = sitePattern(tab?.url ?? '');

if (site) await offerSwitch(site);
find('site-row').hidden = !site;
find('no-site').hidden = Boolean(site);

/** @param {string} pattern */
async function offerSwitch(pattern) {
  find('site').textContent = new URL(tab?.url ?? '').hostname;
  /** @type {HTMLInputElement} */
  const on = find('on');
  on.checked = settings.sites.includes(pattern) && await ext.allowed([pattern]);
  on.addEventListener('change', async () => {
    const others = settings.sites.filter(each => each !== pattern);
    // Firefox closes the popup over its question, so the wish is stored before the answer is known.
    const answer = on.checked ? ext.ask([pattern]) : Promise.resolve(false);
    await saveSettings({sites: on.checked ? [...others, pattern] : others});
    if (on.checked && !await answer) {
      on.checked = false;
      await saveSettings({sites: others});
    }
    if (!on.checked) await ext.giveBack([pattern]);
    await ext.send({kind: 'sites'});
    on.dataset.settled = String(on.checked);
  });
}

for (const {name, shortcut, description} of await ext.commands()) {
  if (!name || name.startsWith('_')) continue;
  const row = document.createElement('div');
  const what = document.createElement('dt');
  what.textContent = texts[`command${name[0]?.toUpperCase()}${name.slice(1)}`] ?? description ?? '';
  const keys = document.createElement('dd');
  keys.append(Object.assign(document.createElement('kbd'), {textContent: shortcut || '–'}));
  row.append(what, keys);
  find('keys').append(row);
}
find('options').addEventListener('click', () => ext.openOptions());

const seen = /** @type {{language: string | null, count: number} | undefined} */ (await ext.remember(`tab ${tab?.id}`));
if (seen) {
  const names = new Intl.DisplayNames([language], {type: 'language'});
  find('language').textContent = seen.language ? names.of(seen.language) ?? seen.language : texts.unknown ?? '';
  find('count').textContent = String(seen.count);
  find('language-row').hidden = find('count-row').hidden = false;
}

const {state} = /** @type {Outcome} */ (await ext.send({kind: 'server'}) ?? {state: 'away'});
find('server').textContent = texts[`state_${state}`] ?? state;
