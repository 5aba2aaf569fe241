/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm version patch (or minor): raises the version in package.json and package-lock.json, then runs this for the other files that hold it.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { projectFiles } from './lib/files.mjs'
import { at } from './lib/project.mjs'

/** For each version since 0.4.0 the fingerprint of its migrations. */
export const RECORD = 'tests/fixtures/versions.json'

/** SHA-256 of the names and texts of all migrations. */
export function fingerprint() {
	const hash = createHash('sha256')
	for (const path of projectFiles('lib/Migration/')) {
		hash.update(`${path}\0${readFileSync(at(path), 'utf8')}\0`)
	}
	return hash.digest('hex')
}

if (process.argv[1] === import.meta.filename) {
	const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
	const rewrite = (path, change) => writeFileSync(at(path), change(readFileSync(at(path), 'utf8')))
	const asJson = (value) => JSON.stringify(value, null, '\t') + '\n'
	rewrite('appinfo/info.xml', (text) => text.replace(/(?<=<version>)[^<]+/, version))
	rewrite('openapi.json', (text) => {
		const description = JSON.parse(text)
		return asJson({ ...description, info: { ...description.info, version } })
	})
	rewrite(RECORD, (text) => asJson({ ...JSON.parse(text), [version]: fingerprint() }))
}
