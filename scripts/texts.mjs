/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// The texts of l10n/fr.json that the bundles say, in the forms the browser loads. What only PHP says (mails, light pages) is read by PHP
// from that file.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { at } from './lib/project.mjs'

/** A text as it may appear in a bundle, independent of how a minifier writes quotes and line breaks. */
const plain = (text) => text.replace(/\\n|\n/g, ' ').replace(/\\/g, '').replace(/['"`]/g, '"')

/**
 * Divides texts by who says them: the chunks every page begins with, others, or none of them.
 *
 * @param {Record<string, string | string[]>} translations a plural has the key `_one_::_many_`
 * @param {string} first code of the chunks a page begins with
 * @param {string} all code of all chunks
 * @return {{first: Record<string, string | string[]>, later: Record<string, string | string[]>}}
 */
export function divide(translations, first, all) {
	const said = (code) => ([text]) => text.replace(/^_|_$/g, '').split('_::_').every((form) => code.includes(`"${plain(form)}"`))
	const isFirst = said(plain(first))
	const isSaid = said(plain(all))
	const texts = Object.entries(translations)
	return {
		first: Object.fromEntries(texts.filter(isFirst)),
		later: Object.fromEntries(texts.filter((text) => !isFirst(text) && isSaid(text))),
	}
}

/**
 * Files that come with the entries, whichever page Nextcloud puts these on, without what only a later import() asks for.
 *
 * @param {Record<string, {file: string, isEntry?: boolean, imports?: string[]}>} manifest as vite writes it
 * @return {Set<string>}
 */
export function firstFiles(manifest) {
	const files = new Set()
	const visit = ({ file, imports = [] }) => {
		if (!files.has(file)) {
			files.add(file)
			imports.forEach((key) => visit(manifest[key]))
		}
	}
	Object.values(manifest).filter(({ isEntry }) => isEntry).forEach(visit)
	return files
}

/**
 * Writes l10n/LANGUAGE.js, which Nextcloud brings with every page of ours, and l10n/later/LANGUAGE.mjs, which src/shared/later.ts asks for.
 * The first says where the second is: so a language without one costs no question, and what a browser kept of another version is not
 * taken for this one's.
 *
 * @param {string} language
 */
export function writeTexts(language) {
	const { translations, pluralForm } = JSON.parse(readFileSync(at('l10n', `${language}.json`), 'utf8'))
	const code = (files) => files.map((file) => readFileSync(at(file), 'utf8')).join('\n')
	const { first, later } = divide(
		translations,
		code([...firstFiles(JSON.parse(readFileSync(at('build/manifest.json'), 'utf8')))]),
		code(readdirSync(at('js')).filter((name) => name.endsWith('.mjs')).map((name) => `js/${name}`)),
	)
	const module = `export default ${JSON.stringify(later)}\n`
	const version = createHash('sha256').update(module).digest('hex').slice(0, 8)
	mkdirSync(at('l10n/later'), { recursive: true })
	writeFileSync(at('l10n/later', `${language}.mjs`), module)
	writeFileSync(at('l10n', `${language}.js`), [
		`OC.L10N.register('reseau', ${JSON.stringify(first)}, ${JSON.stringify(pluralForm)})`,
		`(window.OCA ??= {}).Reseau = { ...window.OCA.Reseau, laterTexts: 'later/${language}.mjs?v=${version}' }`,
		'',
	].join(';\n'))
}
