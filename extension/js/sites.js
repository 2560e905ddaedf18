// Which sites the content script runs on: those the agent switched on and the browser lets us into.
import './ext.js';
import {loadSettings, sitePattern} from './settings.js';

export const SCRIPTS = [
  'js/ext.js', 'js/protocol.js',
  ...['edit', 'read', 'fields', 'view', 'marks', 'mirror', 'write', 'card', 'session', 'frames'].map(name => `content/${name}.js`),
];
export const STYLES = ['content/marks.css'];

/** Brings the registered content script in line with the settings and permissions. */
export async function syncSites() {
  const {sites} = await loadSettings();
  const allowed = await Promise.all(sites.map(site => ext.allowed([site])));
  const matches = sites.filter((_, index) => allowed[index]);
  const [current] = await ext.registered();
  if (JSON.stringify(current?.matches ?? []) !== JSON.stringify(matches) || current?.js?.length !== SCRIPTS.length) {
    if (current) await ext.unregister(current.id);
    if (matches.length) {
      await ext.register({
        id: 'bonvorto', matches, js: SCRIPTS, css: STYLES, allFrames: true, matchOriginAsFallback: true,
        runAt: 'document_idle', persistAcrossSessions: true,
      });
    }
  }
  // Tabs that are open already follow at once, so that nobody has to reload a half-written reply.
  await Promise.all((await ext.tabs()).map(async ({id, url}) => {
    if (id === undefined) return;
    const there = await ext.tell(id, {kind: 'switch', sites: matches});
    if (!there && matches.includes(sitePattern(url ?? '') ?? '')) await ext.inject(id, SCRIPTS, STYLES).catch(() => undefined);
  }));
}
