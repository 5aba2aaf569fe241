/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names of licences in a term such as (MPL-2.0 OR Apache-2.0). */
const names = (term) => term.match(/[\w.-]+/g).filter((word) => !['OR', 'AND', 'WITH'].includes(word))

/**
 * Adds the full texts of the licences of the bundled packages to ours, as the packages themselves bring them.
 *
 * @param {string} app folder with js/, each file with its .license, and LICENSES/
 * @param {string} modules node_modules the bundles were made from
 */
export function addLicences(app, modules) {
	const texts = readdirSync(join(app, 'js')).filter((file) => file.endsWith('.license')).map((file) => readFileSync(join(app, 'js', file), 'utf8'))
	// Each package with what it says its licence is: “- name”, then indented lines.
	const packages = texts.flatMap((text) => [...text.matchAll(/^- (\S+)\n\t- version: .*\n\t- license: (.*)$/gm)].map(([, name, term]) => ({ name, term })))
	for (const licence of new Set(packages.flatMap(({ term }) => names(term)))) {
		const target = join(app, 'LICENSES', `${licence}.txt`)
		if (existsSync(target)) {
			continue
		}
		const source = [
			...readdirSync(join(modules, '@nextcloud')).map((name) => join(modules, '@nextcloud', name, 'LICENSES', `${licence}.txt`)),
			...packages.filter(({ term }) => names(term).includes(licence)).flatMap(({ name }) => {
				const folder = join(modules, name)
				return existsSync(folder) ? readdirSync(folder).filter((file) => /^licen[cs]e(\.(txt|md))?$/i.test(file)).map((file) => join(folder, file)) : []
			}),
		].find((path) => existsSync(path))
		if (!source) {
			throw new Error(`No package brings the text of the licence ${licence}`)
		}
		copyFileSync(source, target)
	}
}
