/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { allTexts } from '../../scripts/texts.mjs'
import { projectFiles, read } from './support/files.ts'
import { phpFacts, plantedFacts } from './support/php.ts'
import { demanded, phpUses, scriptUses, translationFaults, untranslated } from './support/translations.ts'

const code = projectFiles('src/').filter((path) => /\.(ts|vue)$/.test(path) && !path.includes('.spec.'))
const php = [...projectFiles('lib/'), ...projectFiles('templates/')].filter((path) => path.endsWith('.php'))

describe('the French translation', () => {
	const french = () => allTexts('fr')

	it('has every text of the app, and no others', () => {
		const uses = [...code.flatMap((path) => scriptUses(path, read(path))), ...phpUses(phpFacts(php))]
		expect(uses.length).toBeGreaterThan(0)
		expect(translationFaults(uses, french().translations)).toEqual([])
		expect(demanded(untranslated(uses, french().translations))).toEqual([])
	})

	it('has no punctuation mark alone at the end or the beginning of a line', () => {
		const loose = Object.values(french().translations).flat().filter((text) => /« | [»:;?!]/.test(text))
		expect(loose).toEqual([])
	})

	it('has the three plural forms of Nextcloud', () => {
		expect(french().pluralForm).toBe('nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;')
	})
})

describe('the check of translations', () => {
	const script = (body: string) => scriptUses('a.ts', `import { n, t } from '@nextcloud/l10n'\n${body}`)
	const template = (body: string) => scriptUses('A.vue', `<script setup lang="ts">\nimport { n, t } from '@nextcloud/l10n'\nconst name = 'a'\n</script>\n<template>${body}</template>`)

	it('reads code', () => {
		expect(script('t(\'reseau\', \'Hello\')')).toEqual([{ where: 'a.ts', text: 'Hello' }])
		expect(script('n(\'reseau\', \'%n day\', \'%n days\', 3)')).toEqual([{ where: 'a.ts', text: '%n day', plural: '%n days' }])
	})

	it('reads templates: texts, attributes, conditions', () => {
		const uses = template('<p v-if="name" :title="t(\'reseau\', \'Title\')">{{ t(\'reseau\', \'Hello {name}\', { name }) }}</p><p v-else>{{ n(\'reseau\', \'%n day\', \'%n days\', 2) }}</p>')
		expect(uses.map(({ text }) => text)).toEqual(['Title', 'Hello {name}', '%n day'])
	})

	it('reads PHP', () => {
		const facts = plantedFacts('lib/A.php', '<?php\n$l->t(\'Hello %s\', [$name]);\n$this->l10n->n(\'%n day\', \'%n days\', 2);\n')
		expect(phpUses(facts)).toEqual([
			{ where: 'lib/A.php:2', text: 'Hello %s' },
			{ where: 'lib/A.php:3', text: '%n day', plural: '%n days' },
		])
	})

	it.each([
		['a text that is no literal', script('t(\'reseau\', name)'), {}, 'is a literal'],
		['a text of another app', script('t(\'files\', \'Hello\')'), { Hello: 'Bonjour' }, 'of the app reseau'],
		['a text that is no literal in a template', template('{{ t(\'reseau\', name) }}'), {}, 'is a literal'],
		['an unused translation', [], { Hello: 'Bonjour' }, 'nothing uses'],
		['an empty translation', script('t(\'reseau\', \'Hello\')'), { Hello: '' }, 'placeholders'],
		['a lost placeholder', script('t(\'reseau\', \'Hello {name}\', {})'), { 'Hello {name}': 'Bonjour {nom}' }, 'placeholders'],
		['a missing plural form', script('n(\'reseau\', \'%n day\', \'%n days\', 2)'), { '_%n day_::_%n days_': ['%n jour', '%n jours'] }, 'three forms'],
	])('finds %s', (_, uses, translations, message) => {
		expect(translationFaults(uses, translations as Record<string, string>).join()).toContain(message)
	})

	it('reports a missing translation, which fails only on CI', () => {
		const uses = [...script('t(\'reseau\', \'Hello\')\nn(\'reseau\', \'%n day\', \'%n days\', 2)'), ...script('t(\'reseau\', \'Name\')')]
		const missing = untranslated(uses, { Name: 'Nom' })
		expect(missing).toEqual(['a.ts: no translation of “Hello”', 'a.ts: no translation of “_%n day_::_%n days_”'])
		expect(translationFaults(uses, { Name: 'Nom' })).toEqual([])
		const told: string[] = []
		expect(demanded(missing, true, (text) => told.push(text))).toEqual(missing)
		expect(told).toEqual([])
		expect(demanded(missing, false, (text) => told.push(text))).toEqual([])
		expect(told.join()).toContain('a.ts: no translation of “Hello”')
		expect(demanded([], false, (text) => told.push(text))).toEqual([])
		expect(told).toHaveLength(1)
	})
})
