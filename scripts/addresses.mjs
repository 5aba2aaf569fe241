/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run addresses: writes the addresses of package.json (homepage, repository, bugs) wherever they are needed. They are placeholders at
// example.org until the repository is public: change them there, run this, commit.
import { readFileSync, writeFileSync } from 'node:fs'
import { at } from './lib/project.mjs'

/** Files that hold addresses of the project. */
export const FILES = ['appinfo/info.xml', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'SECURITY.md', '.github/ISSUE_TEMPLATE/config.yml']

/** The addresses by what they are called in these files. */
export function addresses({ homepage, repository: { url }, bugs } = JSON.parse(readFileSync(at('package.json'), 'utf8'))) {
	const repository = url.replace(/^git\+/, '').replace(/\.git$/, '')
	return {
		website: homepage,
		repository,
		clone: `${repository}.git`,
		discussion: `${repository}/discussions`,
		bugs: bugs.url,
		mail: bugs.email,
		page: `${repository}/blob/main/`,
		raw: `${repository}/raw/main/`,
	}
}

/**
 * A file with these addresses: elements of info.xml, `[name]: address` and the command to clone in Markdown, `url: address  # name` in YAML.
 *
 * @param {string} path
 * @param {string} text what the file holds
 * @param {ReturnType<typeof addresses>} all
 * @return {string}
 */
export function withAddresses(path, text, all = addresses()) {
	if (path.endsWith('.xml')) {
		return text
			.replace(/(<(website|discussion|bugs|repository)(?: [^>]*)?>)[^<]*(?=<)/g, (_, tag, name) => tag + all[name])
			.replace(/(<(?:user|admin|developer)>)[^<]*\/(?=docs\/)/g, `$1${all.page}`)
			.replace(/(<screenshot>)[^<]*\/(?=docs\/)/g, `$1${all.raw}`)
	}
	if (path.endsWith('.yml')) {
		return text.replace(/(url: )\S+?(\/blob\/main\/\S+)? {2}# (\w+)$/gm, (_, key, page, name) => `${key}${all[name]}${page ?? ''}  # ${name}`)
	}
	return text
		.replace(/^(\[(website|repository|discussion|bugs)\]: ).*$/gm, (_, key, name) => key + all[name])
		.replace(/(git clone )\S+/g, `$1${all.clone}`)
		.replace(/\[[^\]\s]+@[^\]\s]+\]\(mailto:[^)]*\)/g, `[${all.mail}](mailto:${all.mail})`)
}

if (process.argv[1] === import.meta.filename) {
	for (const path of FILES) {
		writeFileSync(at(path), withAddresses(path, readFileSync(at(path), 'utf8')))
	}
}
