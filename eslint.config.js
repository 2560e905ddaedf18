import js from '@eslint/js';
import globals from 'globals';

const shared = {ext: 'writable', protocol: 'writable'};

export default [
  {ignores: ['**/*', '!server', '!server/bonvorto', '!server/bonvorto/http', '!server/bonvorto/http/playground/**', '!extension/**', '!tests/extension/**', '!eslint.config.js']},
  js.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: 'error', 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error', 'prefer-const': 'error', 'no-unused-vars': ['error', {ignoreRestSiblings: true}],
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({property}))],
      'no-restricted-globals': ['error', 'browser'],
    },
  },
  {files: ['server/bonvorto/http/playground/**/*.js'], languageOptions: {globals: globals.browser}},
  {files: ['extension/js/*.js'], languageOptions: {globals: {...globals.browser, ...shared}}},
  // Only ext.js touches the extension interface.
  {files: ['extension/js/ext.js'], languageOptions: {globals: {chrome: 'readonly'}}},
  {
    files: ['extension/js/ext.js', 'extension/js/protocol.js', 'extension/content/*.js'],
    languageOptions: {sourceType: 'script'},
    // Scripts of one page share their top level; the type checker sees what is missing or declared twice.
    rules: {'no-undef': 'off', 'no-unused-vars': ['error', {vars: 'local', ignoreRestSiblings: true}], 'no-redeclare': 'off'},
  },
  {files: ['extension/content/*.js'], languageOptions: {globals: {...globals.browser, ...shared}}},
  {files: ['tests/extension/*.js'], languageOptions: {globals: {...globals.node, ...shared}}},
];
