// What the linter looks at in the studio's page.
import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: globals.browser },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 70],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Texts are set as text.' },
        { property: 'outerHTML', message: 'Texts are set as text.' },
        { property: 'insertAdjacentHTML', message: 'Texts are set as text.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TemplateElement[value.raw=/dangerouslySetInnerHTML/]',
          message: 'Texts are set as text.',
        },
      ],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
];
