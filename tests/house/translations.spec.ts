/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { allTexts, languages } from '../../scripts/texts.mjs'
import { projectFiles, read } from './support/files.ts'
import { phpFacts, plantedFacts } from './support/php.ts'
import { prose } from './support/prose.ts'
import { demanded, phpUses, scriptUses, translationFaults, untranslated } from './support/translations.ts'
import { formsOf, LANGUAGES, typographyFaults } from './support/typography.ts'

const code = projectFiles('src/').filter((path) => /\.(ts|vue)$/.test(path) && !path.includes('.spec.'))
const php = [...projectFiles('lib/'), ...projectFiles('templates/')].filter((path) => path.endsWith('.php'))

const uses = [...code.flatMap((path) => scriptUses(path, read(path))), ...phpUses(phpFacts(php))]

it('the languages of translations/ are those whose rules are known', () => {
	expect(uses.length).toBeGreaterThan(3000)
	expect(languages()).toEqual(Object.keys(LANGUAGES))
})

describe.each(Object.entries(LANGUAGES))('the translation of %s', (language, rules) => {
	const texts = allTexts(language)

	it('has every text of the app, and no others', () => {
		expect(translationFaults(uses, texts.translations, formsOf(rules))).toEqual([])
		expect(demanded(untranslated(uses, texts.translations, language))).toEqual([])
	})

	it('has the typography of its language', () => {
		expect(typographyFaults(Object.values(texts.translations).flat(), rules)).toEqual([])
	})

	it('has the plural forms of Nextcloud', () => {
		expect(texts.pluralForm).toBe(rules.pluralForm)
	})

	it('has the texts in the order of the others', () => {
		const known = Object.keys(allTexts('fr').translations).filter((key) => key in texts.translations)
		const shared = new Set(known)
		expect(Object.keys(texts.translations).filter((key) => shared.has(key))).toEqual(known)
	})

	it('names pages and buttons as the glossary does', () => {
		const [head, ...rows] = [...read('docs/developers/glossary.md').matchAll(/^\| (Source|`.+`) \|(.*)\|$/gm)]
			.map(([, source, cells]) => [source!.replaceAll('`', ''), ...cells!.split(' | ').map((cell) => cell.replace(/^ | $/g, ''))])
		expect(rows.length).toBeGreaterThan(30)
		const column = head!.indexOf(language)
		expect(column).toBeGreaterThan(0)
		expect(rows.filter((row) => texts.translations[row[0]!] !== row[column]).map((row) => `${row[0]} is not “${row[column]}”`)).toEqual([])
	})

	it('has a name, summary and description in the app store', () => {
		const elements = ['name', 'summary', 'description'].map((element) => new RegExp(`<${element} lang="${language}">(.+?)</${element}>`, 's').exec(read('appinfo/info.xml'))?.[1]?.replace(/^<!\[CDATA\[|\]\]>$/g, '') ?? '')
		expect(elements).not.toContain('')
		expect(typographyFaults(elements, rules)).toEqual([])
	})
})

it.each(projectFiles('docs/').filter((path) => /\/fr\.md$/.test(path)))('%s has the typography of French', (path) => {
	const lines = prose(read(path))
	expect(lines.length).toBeGreaterThan(100)
	expect(typographyFaults(lines, LANGUAGES.fr!)).toEqual([])
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
		['a missing plural form', script('n(\'reseau\', \'%n day\', \'%n days\', 2)'), { '_%n day_::_%n days_': ['%n jour', '%n jours'] }, '3 forms'],
		['a form only for millions', script('n(\'reseau\', \'%n day\', \'%n days\', 2)'), { '_%n day_::_%n days_': ['%n jour', '%n de jours', '%n jours'] }, 'all forms but the first'],
		['a lost mark', script('t(\'reseau\', \'Hello <b>you</b>\')'), { 'Hello <b>you</b>': 'Bonjour <b>vous' }, 'placeholders'],
		['a space at the end', script('t(\'reseau\', \'Hello\')'), { Hello: 'Bonjour ' }, 'placeholders'],
		['a bar in PHP', [{ where: 'lib/A.php:2', text: 'a|b' }], {}, 'lib/A.php:2: Nextcloud’s PHP cannot say “a|b”'],
		['a percent sign in PHP', [{ where: 'lib/A.php:2', text: 'All' }], { All: '100 %' }, 'cannot say “100 %”'],
		['a plural in PHP that begins with a word and a colon', [{ where: 'lib/A.php:2', text: '%n', plural: '%n' }], { '_%n_::_%n_': ['Un: %n', 'Un: %n', 'Un: %n'] }, 'cannot say “Un: %n”'],
	])('finds %s', (_, uses, translations, message) => {
		expect(translationFaults(uses, translations as Record<string, string>, 3).join()).toContain(message)
	})

	it('reports a missing translation, which fails only on CI', () => {
		const uses = [...script('t(\'reseau\', \'Hello\')\nn(\'reseau\', \'%n day\', \'%n days\', 2)'), ...script('t(\'reseau\', \'Name\')')]
		const missing = untranslated(uses, { Name: 'Nom' }, 'fr')
		expect(missing).toEqual(['a.ts: translations/fr.json does not hold “Hello”', 'a.ts: translations/fr.json does not hold “_%n day_::_%n days_”'])
		expect(translationFaults(uses, { Name: 'Nom' }, 3)).toEqual([])
		const reported: string[] = []
		expect(demanded(missing, true, (text) => reported.push(text))).toEqual(missing)
		expect(reported).toEqual([])
		expect(demanded(missing, false, (text) => reported.push(text))).toEqual([])
		expect(reported.join()).toContain('translations/fr.json does not hold “Hello”')
		expect(demanded([], false, (text) => reported.push(text))).toEqual([])
		expect(reported).toHaveLength(1)
	})

	it('reads the prose of Markdown, not its code, links and comments', () => {
		expect(prose('<!--\n  - L\'an\n-->\n# Titre\n\n    echo \'a\'\n\n| a | b |\n|---|:-:|\n\n`a: \'b\'`, [ici](http://a.example.org?b) ![Là](a.png)\n')).toEqual(['# Titre', '| a | b |', '…, ici Là'])
	})

	const F = '\u00a0'
	it.each([
		['fr', 'Qui ?'], ['fr', 'Qui?'], ['fr', `Qui${F}: «moi»`], ['fr', 'Voir « moi »'], ['fr', 'L\'eau'], ['fr', 'Attendez...'], ['fr', `«${F}Oui`], ['fr', 'Deux  fois'], ['fr', 'Note: oui'],
		['oc', 'Qual?'], ['oc', 'Qual ?'], ['oc', 'l\'aiga'], ['oc', '«aiga»'],
		['es', 'Quién?'], ['es', 'Vale!'], ['es', '¿Quién ?'], ['es', `«${F}agua${F}»`], ['es', '"agua"'], ['es', '“agua”'],
		['ca', '¿Qui?'], ['ca', 'l\'aigua'], ['ca', 'col.lectiu'], ['ca', 'coŀlectiu'], ['ca', 'Qui ?'], ['ca', '« aigua »'],
	] as const)('finds what is wrong in %s: %s', (language, text) => {
		expect(typographyFaults([text], LANGUAGES[language]!)).not.toEqual([])
	})

	it.each([
		['fr', `«${F}Qui${F}?${F}», dès 12:30${F}: https://example.org`],
		['oc', `«${F}Qual${F}?${F}», a 12:30${F}: l’aiga…`],
		['es', '«¿Quién?»: a las 12:30, ¡vale!'],
		['ca', '«Qui?»: l’aigua de la col·lectivitat, a les 12:30!'],
	] as const)('finds nothing in %s: %s', (language, text) => {
		expect(typographyFaults([text], LANGUAGES[language]!)).toEqual([])
	})
})
