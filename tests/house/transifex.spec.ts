/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { fromPo, toPo } from '../../scripts/lib/po.mjs'
import { allTexts, languages } from '../../scripts/texts.mjs'
import { projectFiles, read } from './support/files.ts'

describe('translations go to Transifex and back', () => {
	const keys = [...new Set(languages().flatMap((language) => Object.keys(allTexts(language).translations)))]

	it.each(languages())('%s is the same afterwards', (language) => {
		const texts = allTexts(language)
		expect(fromPo(toPo(keys, { language, ...texts }), keys)).toEqual(texts)
	})

	it('the template has each text once, without a translation', () => {
		const template = toPo(keys, null)
		expect(fromPo(template, keys).translations).toEqual({})
		expect(template).toContain('\n#, php-format\nmsgid "%n person"\nmsgid_plural "%n people"\nmsgstr[0] ""\nmsgstr[1] ""\n')
		const entries = template.match(/^msgid "/gm)!
		// The head is one more. A text may be the singular of a plural too.
		expect(entries.length).toBe(1 + new Set(keys.map((key) => key.replace(/^_|_::_.*$/gs, ''))).size)
	})

	it('what is not translated, or in some forms only, is left out; so is what the app does not say', () => {
		const po = [
			'msgid ""', 'msgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"', '',
			'msgid "Save"', 'msgstr "Enregistrar"', '',
			'msgid "Close"', 'msgstr ""', '',
			'msgid "%n day"', 'msgid_plural "%n days"', 'msgstr[0] "%n jorn"', 'msgstr[1] ""', '',
			'msgid "%n group"', 'msgid_plural "%n groups"', 'msgstr[0] "%n grop"', 'msgstr[1] "%n grops"', '',
			'msgid "Gone"', 'msgstr "Partit"', '',
		].join('\n')
		expect(fromPo(po, ['Close', 'Save', '_%n day_::_%n days_', '_%n group_::_%n groups_', '%n group'])).toEqual({
			translations: { Save: 'Enregistrar', '_%n group_::_%n groups_': ['%n grop', '%n grops'], '%n group': '%n grop' },
			pluralForm: 'nplurals=2; plural=(n > 1);',
		})
	})

	it('by files that are made when they are needed, where Nextcloud’s apps have them', () => {
		expect(projectFiles().filter((path) => path.startsWith('translationfiles/'))).toEqual([])
		const config = read('.tx/config')
		expect(config).toContain('file_filter = translationfiles/<lang>/reseau.po\n')
		expect(config).toContain('source_file = translationfiles/templates/reseau.pot\n')
	})
})
