/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Texts of translations/ as the gettext files that Transifex and Nextcloud's translators work with, and back.
import gettext from 'gettext-parser'

/** Source text and plural of a key: a plural has the key `_one_::_many_`. */
function sourceOf(key) {
	const [, text, plural] = /^_(.*)_::_(.*)_$/s.exec(key) ?? [null, key]
	return { text, plural }
}

/**
 * For gettext a text that is also the singular of a plural is the same entry.
 *
 * @param {string[]} keys
 * @param {?{language: string, translations: Record<string, string | string[]>, pluralForm: string}} texts null: a template
 * @return {string} a .po file, or a .pot
 */
export function toPo(keys, texts) {
	const plurals = new Set(keys.map(sourceOf).filter(({ plural }) => plural !== undefined).map(({ text }) => text))
	const entries = keys.filter((key) => !plurals.has(key)).map((key) => {
		const { text, plural } = sourceOf(key)
		const translated = [texts?.translations[key] ?? (plural === undefined ? '' : ['', ''])].flat()
		// {name} is no placeholder of gettext's.
		const format = /%(?:n|(?:\d+\$)?[sd])/.test(key) ? { comments: { flag: 'php-format' } } : {}
		return [text, { msgid: text, ...plural !== undefined && { msgid_plural: plural }, msgstr: translated, ...format }]
	})
	const headers = {
		'Project-Id-Version': 'reseau',
		'MIME-Version': '1.0',
		'Content-Type': 'text/plain; charset=UTF-8',
		'Content-Transfer-Encoding': '8bit',
		...texts && { Language: texts.language, 'Plural-Forms': texts.pluralForm },
	}
	return gettext.po.compile({ charset: 'utf-8', headers, translations: { '': Object.fromEntries(entries) } }).toString()
}

/**
 * @param {string} file a .po file
 * @param {string[]} keys in their order; texts that are none of them are left out
 * @return {{translations: Record<string, string | string[]>, pluralForm: string}}
 */
export function fromPo(file, keys) {
	const { headers, translations: { '': entries = {} } } = gettext.po.parse(file)
	const translations = Object.fromEntries(keys.flatMap((key) => {
		const { text, plural } = sourceOf(key)
		const { msgstr = [], msgid_plural: many } = entries[text] ?? {}
		const translated = (plural === undefined || many === plural) && msgstr.length > 0 && msgstr.every(Boolean)
		return translated ? [[key, plural === undefined ? msgstr[0] : msgstr]] : []
	}))
	return { translations, pluralForm: headers['Plural-Forms'] ?? '' }
}
