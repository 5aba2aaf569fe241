/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { recommended } from '@nextcloud/eslint-config'

export default [
	...recommended,
	{
		name: 'reseau/ignores',
		ignores: ['css/', 'data/', 'build/', 'vendor/', 'tests/fixtures/', 'openapi.json'],
	},
	{
		name: 'reseau/package',
		files: ['package.json'],
		rules: { 'package-json/sort-package-json': 'off' },
	},
	{
		name: 'reseau/style',
		files: ['**/*.{js,mjs,ts,vue}'],
		rules: {
			// A long list of words is read in rows, not in a column of one word each.
			'@stylistic/exp-list-style': ['error', {
				singleLine: { spacing: 'never' },
				overrides: { '[]': 'off', '{}': { singleLine: { spacing: 'always' } } },
			}],
			// Types and names say what a parameter is; a comment is for what they cannot say.
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-description': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/escape-inline-tags': 'off',
			// An optional property without a default is undefined: its type says so.
			'vue/require-default-prop': 'off',
		},
	},
	{
		name: 'reseau/documentation',
		files: ['{src,scripts}/**/*.{mjs,ts,vue}'],
		ignores: ['**/*.spec.ts'],
		rules: { 'jsdoc/require-jsdoc': ['error', { publicOnly: true }] },
	},
	{
		name: 'reseau/scripts',
		files: ['scripts/**/*.mjs'],
		languageOptions: { globals: { Buffer: 'readonly', process: 'readonly' } },
		rules: { 'no-console': 'off' },
	},
]
