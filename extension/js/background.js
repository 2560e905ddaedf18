// The worker between pages, agent and server. It keeps nothing in memory that it could not lose:
// the browser stops it whenever it likes.
import './ext.js';
import './protocol.js';
import {check, test} from './server.js';
import {glossLanguage, loadSettings, ownLanguage, saveSettings} from './settings.js';
import {syncSites} from './sites.js';
import {loadTexts} from './texts.js';

/** The request under way in each frame; a newer one takes its place. @type {Map<string, AbortController>} */
const underWay = new Map();

/** @type {Promise<unknown>} Changes of the sites, one after the other. */
let syncing = Promise.resolve();
const sync = () => (syncing = syncing.then(syncSites, syncSites));

ext.lockStorage();
ext.onStart(sync);
ext.onAllowedChange(sync);
ext.onSaved(changes => {
  if ('sites' in changes) sync();
  else tellAll({kind: 'recheck'});
});
ext.onCommand(async name => {
  const tab = await ext.activeTab();
  if (tab?.id !== undefined) ext.tell(tab.id, {kind: 'command', name});
});
ext.onMessage((value, sender) => {
  const message = protocol.message(value);
  const page = sender.url?.startsWith(ext.url('')) ?? false;
  switch (message?.kind) {
    case 'hello': return hello();
    case 'check': return checkFor(message.text, `${sender.tab?.id} ${sender.frameId}`);
    case 'ignore': return ignore(message);
    case 'seen': return seen(message, sender.tab?.id);
    case 'server': return page ? loadSettings().then(test) : undefined;
    case 'sites': return page ? sync().then(() => true) : undefined;
    default: return undefined;
  }
});

/** @returns {Promise<{css: string, texts: Record<string, string>}>} what a content script needs to show a card */
async function hello() {
  const [settings, css] = await Promise.all([
    loadSettings(), Promise.all(['marks', 'card'].map(async name => (await fetch(ext.url(`content/${name}.css`))).text())),
  ]);
  return {css: css.join('\n'), texts: await loadTexts(ownLanguage(settings))};
}

/** @param {string} text @param {string} frame @returns {Promise<Outcome>} */
async function checkFor(text, frame) {
  underWay.get(frame)?.abort();
  const stale = new AbortController();
  underWay.set(frame, stale);
  const settings = await loadSettings();
  const outcome = await check(settings, text, {
    explain: ownLanguage(settings), gloss: glossLanguage(settings), disable: settings.ignored.map(each => each.id),
  }, stale.signal);
  if (underWay.get(frame) === stale) underWay.delete(frame);
  return outcome;
}

/** @param {Ignore} message @returns {Promise<true>} */
async function ignore({what, id, title}) {
  const {ignored} = await loadSettings();
  if (!ignored.some(each => each.id === id)) await saveSettings({ignored: [...ignored, {id, what, title}]});
  return true;
}

/**
 * Shows on the toolbar what a frame has found; the popup reads it too.
 * @param {Seen} message
 * @param {number} [tabId]
 * @returns {Promise<true>}
 */
async function seen({state, language, count}, tabId) {
  if (tabId === undefined) return true;
  const texts = await loadTexts(ownLanguage(await loadSettings()));
  await ext.keep({[`tab ${tabId}`]: {state, language, count}});
  const well = state === 'ok';
  await ext.badge(tabId, well ? (count ? String(count) : '') : '!', well ? '#b3541e' : '#6b7280',
    well ? 'Bonvorto' : `Bonvorto – ${texts[`state_${state}`]}`);
  return true;
}

/** @param {object} message */
async function tellAll(message) {
  for (const {id} of await ext.tabs()) if (id !== undefined) ext.tell(id, message);
}
