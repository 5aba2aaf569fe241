/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Writes translationfiles/ for Transifex (.tx/config) from translations/. With --take, writes translations/ from the .po files there, as
// `tx pull` brings them, for the languages there are: an entry without a translation is left out, and the tests of the texts say what is missing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fromPo, toPo } from './lib/po.mjs'
import { at } from './lib/project.mjs'
import { allTexts, languages } from './texts.mjs'

const FOLDER = 'translationfiles'
const [option, ...more] = process.argv.slice(2)
if (more.length > 0 || (option !== undefined && option !== '--take')) {
	console.error('npm run transifex [-- --take]')
	process.exit(2)
}
const known = languages()
/** All texts there are, in one order. */
const keys = [...new Set(known.flatMap((language) => Object.keys(allTexts(language).translations)))]
if (option === '--take') {
	take()
} else {
	give()
}

function give() {
	write('templates/reseau.pot', toPo(keys, null))
	known.forEach((language) => write(`${language}/reseau.po`, toPo(keys, { language, ...allTexts(language) })))
}

function take() {
	// `tx pull -a` brings a folder for each team of Nextcloud's, most of them without a text.
	for (const language of known.filter((language) => existsSync(at(FOLDER, language, 'reseau.po')))) {
		const texts = fromPo(readFileSync(at(FOLDER, language, 'reseau.po'), 'utf8'), keys)
		writeFileSync(at('translations', `${language}.json`), `${JSON.stringify(texts, null, '\t')}\n`)
		console.log(`translations/${language}.json: ${Object.keys(texts.translations).length} of ${keys.length} texts`)
	}
}

function write(path, po) {
	mkdirSync(dirname(at(FOLDER, path)), { recursive: true })
	writeFileSync(at(FOLDER, path), po)
	console.log(`${FOLDER}/${path}`)
}
