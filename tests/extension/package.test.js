import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {deflateRawSync} from 'node:zlib';

const folder = new URL('../../extension/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8'));
const files = globSync('**/*.*', {cwd: folder}).filter(name => !name.endsWith('.png'));

test('packed, the extension without its images is under 60 KB', () => {
  const size = files.reduce((sum, name) => sum + deflateRawSync(readFileSync(folder + name), {level: 9}).length, 0);
  assert.ok(size < 60_000, `${size} bytes`);
});

test('every file the manifest and the registered scripts name is there', () => {
  const sites = readFileSync(`${folder}js/sites.js`, 'utf8');
  const content = /\.\.\.\[(.*?)\]\.map/.exec(sites)?.[1]?.replace(/['\s]/g, '').split(',') ?? [];
  assert.ok(content.length > 5);
  const named = [...Object.values(manifest.icons), manifest.action.default_popup, manifest.options_ui.page,
    manifest.background.service_worker, ...content.map(name => `content/${name}.js`)];
  for (const name of named) assert.ok(existsSync(folder + name), String(name));
});

test('the extension may enter no site but the server on this machine until it is let in', () => {
  assert.deepEqual(manifest.host_permissions, ['http://127.0.0.1/*']);
  assert.equal(manifest.content_scripts, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
});
