/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// The texts of translations/, divided by the code that uses them: PHP, the pages a browser begins with, or those it loads later.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { projectFiles } from './lib/files.mjs'
import { at } from './lib/project.mjs'

/** A text as it may appear in code, independent of how PHP or a minifier writes quotes and line breaks. */
const plain = (text) => text.replace(/\\n|\n/g, ' ').replace(/\\/g, '').replace(/['"`]/g, '"')

/** Codes of the languages of translations/: the app speaks these, and English, the language of the code. */
export const languages = () => readdirSync(at('translations')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort()

/** The code of files. */
const codeOf = (files) => files.map((file) => readFileSync(at(file), 'utf8')).join('\n')

/**
 * The texts that code says: each of their forms is in it between quotes. Some more may, such as a word that is also a name in the code.
 *
 * @param {Record<string, string | string[]>} translations a plural has the key `_one_::_many_`
 * @param {string} code
 * @return {Record<string, string | string[]>}
 */
export function said(translations, code) {
	const quoted = new Set(plain(code).split('"'))
	const isSaid = (form) => plain(form).split('"').every((part) => quoted.has(part))
	return Object.fromEntries(Object.entries(translations).filter(([key]) => key.replace(/^_|_$/g, '').split('_::_').every(isSaid)))
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
 * All texts of a language.
 *
 * @param {string} language
 * @return {{translations: Record<string, string | string[]>, pluralForm: string}}
 */
export function allTexts(language) {
	return JSON.parse(readFileSync(at('translations', `${language}.json`), 'utf8'))
}

/**
 * Those that PHP says (mails, light pages, first answers).
 *
 * @param {string} language
 * @return {{translations: Record<string, string | string[]>, pluralForm: string}}
 */
export function phpTexts(language) {
	const { translations, pluralForm } = allTexts(language)
	const files = ['lib/', 'templates/'].flatMap((folder) => projectFiles(folder)).filter((path) => path.endsWith('.php'))
	return { translations: said(translations, codeOf(files)), pluralForm }
}

/**
 * Writes l10n/LANGUAGE.json of each language, which Nextcloud reads in every request where PHP says a text; dated from when this began, so
 * that what was edited meanwhile is newer.
 */
export function writePhpTexts() {
	const begun = new Date()
	mkdirSync(at('l10n'), { recursive: true })
	for (const language of languages()) {
		const file = at('l10n', `${language}.json`)
		writeFileSync(file, JSON.stringify(phpTexts(language)))
		utimesSync(file, begun, begun)
	}
}

/**
 * Writes l10n/LANGUAGE.js of each language, which Nextcloud brings with every page of ours, and l10n/later/LANGUAGE.mjs, which
 * src/shared/later.ts asks for. The first says where the second is: so a language without one costs no question, and what a browser kept
 * of another version is not taken for this one's. It also says which language it is, which may not be that of Nextcloud around it.
 */
export function writeBrowserTexts() {
	const firstCode = codeOf([...firstFiles(JSON.parse(readFileSync(at('build/manifest.json'), 'utf8')))])
	const allCode = codeOf(readdirSync(at('js')).filter((name) => name.endsWith('.mjs')).map((name) => `js/${name}`))
	mkdirSync(at('l10n/later'), { recursive: true })
	for (const language of languages()) {
		const { translations, pluralForm } = allTexts(language)
		const first = said(translations, firstCode)
		const later = Object.fromEntries(Object.entries(said(translations, allCode)).filter(([key]) => !(key in first)))
		const module = `export default ${JSON.stringify(later)}\n`
		const version = createHash('sha256').update(module).digest('hex').slice(0, 8)
		writeFileSync(at('l10n/later', `${language}.mjs`), module)
		writeFileSync(at('l10n', `${language}.js`), [
			`OC.L10N.register('reseau', ${JSON.stringify(first)}, ${JSON.stringify(pluralForm)})`,
			`(window.OCA ??= {}).Reseau = { ...window.OCA.Reseau, language: '${language}', laterTexts: 'later/${language}.mjs?v=${version}' }`,
			'',
		].join(';\n'))
	}
}
