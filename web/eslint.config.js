import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Layers: api ← ui ← features ← app. A layer imports only from those before it, and features not from each other. */
const mayNotImport = (...layers) => [
  'error',
  {
    patterns: [
      { regex: `^\\.\\./(\\.\\./)*(${layers.join('|')})/`, message: 'The layers are api ← ui ← features ← app.' },
    ],
  },
];

export default ts.config(
  { ignores: ['dist', 'e2e/screenshots', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'vite.config.ts'],
    extends: [ts.configs.strictTypeChecked, hooks.configs.flat.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['src/api/**'], rules: { 'no-restricted-imports': mayNotImport('app', 'features', 'ui') } },
  { files: ['src/ui/**'], rules: { 'no-restricted-imports': mayNotImport('app', 'features') } },
  {
    files: ['src/features/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\.\\./(\\.\\./)*(app|features)/', message: 'The layers are api ← ui ← features ← app.' },
            { regex: '^\\.\\./[a-z-]+/', message: 'Features do not use each other: what they share belongs in ui.' },
          ],
        },
      ],
    },
  },
  {
    files: ['*.mjs', 'eslint.config.js', 'e2e/**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        fetch: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        document: 'readonly',
        DOMParser: 'readonly',
      },
    },
  },
);
