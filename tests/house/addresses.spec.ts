/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addresses, FILES, withAddresses } from '../../scripts/addresses.mjs'
import { read, root } from './support/files.ts'

describe('the addresses of the project', () => {
	it.each(FILES)('in %s are those of package.json (npm run addresses)', (path) => {
		expect(read(path)).toBe(withAddresses(path, read(path)))
	})

	it('can be changed everywhere in one place', () => {
		const other = addresses({
			homepage: 'https://reseau.example.com',
			repository: { url: 'git+https://code.example.com/a/b.git' },
			bugs: { url: 'https://code.example.com/a/b/issues', email: 'safe@example.com' },
		})
		const changed = FILES.map((path) => withAddresses(path, read(path), other)).join('\n')
		expect(changed).not.toContain('example.org/reseau')
		expect(changed).not.toContain('@example.org')
		expect(changed).toContain('<screenshot>https://code.example.com/a/b/raw/main/docs/images/members.png</screenshot>')
		expect(changed).toContain('git clone https://code.example.com/a/b.git\n')
		expect(changed).toContain('[safe@example.com](mailto:safe@example.com)')
		expect(changed).toContain('url: https://code.example.com/a/b/blob/main/SECURITY.md  # repository')
	})
})

describe('what the app store shows', () => {
	const info = read('appinfo/info.xml')

	// Order and form are held by scripts/package/AppInfo.php.
	it.each(['user', 'admin', 'developer', 'website', 'discussion', 'bugs', 'repository', 'description', 'description lang="fr"', 'summary lang="fr"'])('has <%s>', (element) => {
		expect(info).toMatch(new RegExp(`<${element}[^>]*>[^]*?\\S[^]*?</`))
	})

	it('asks for no donation', () => {
		expect(info).not.toContain('<donation')
	})

	it('links to documentation that exists', () => {
		const { page } = addresses()
		const pages = [...info.matchAll(/<(?:user|admin|developer)>(https[^<]+)</g)].map(([, address]) => address!.replace(page, ''))
		expect(pages).toHaveLength(3)
		expect(pages.filter((path) => !statSync(join(root, path)).isFile())).toEqual([])
	})

	it('has images that exist and load fast', () => {
		const { raw } = addresses()
		const pictures = [...info.matchAll(/<screenshot>([^<]+)</g)].map(([, address]) => address!.replace(raw, ''))
		expect(pictures.length).toBeGreaterThan(3)
		expect(pictures.filter((path) => statSync(join(root, path)).size > 300_000)).toEqual([])
	})
})
