/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { endpoints } from '../../scripts/lib/contract.ts'
import { ASKED, lean } from '../../scripts/lib/endpoints.ts'
import { languages } from '../../scripts/texts.mjs'
import { projectFiles, read, root } from './support/files.ts'

interface Chunk {
	file: string
	/** Of its first module; a chunk that other chunks import too is called by it. */
	name?: string
	isEntry?: boolean
	imports?: string[]
	dynamicImports?: string[]
	css?: string[]
}

/** Size of files as they travel. */
function kilobytes(files: Iterable<string>): number {
	return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file)), { level: 9 }).length, 0) / 1000
}

describe('the size of the built pages, gzip', () => {
	const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(root, 'build/manifest.json'), 'utf8'))

	/** Scripts and styles that come with a chunk, without what only a later import() asks for. */
	function eager(key: string, files = new Set<string>()): Set<string> {
		const { file, css = [], imports = [] } = manifest[key]!
		if (!files.has(file)) {
			files.add(file)
			css.forEach((style) => files.add(style))
			imports.forEach((next) => eager(next, files))
		}
		return files
	}

	const page = eager('src/entry/main.ts')
	/** What Nextcloud brings with each of our pages, in the language that takes most. */
	const TEXTS = languages().map((language) => `l10n/${language}.js`).sort((one, other) => kilobytes([other]) - kilobytes([one]))[0]!

	it('main page, with its texts: at most 245 kB', () => {
		const weight = kilobytes([...page, TEXTS])
		console.info(`main page: ${weight.toFixed(1)} of 245 kB in ${page.size + 1} files, ${kilobytes([TEXTS]).toFixed(1)} of them ${TEXTS}`)
		expect(weight).toBeLessThanOrEqual(245)
	})

	it('nothing imports from an entry: at another address it would run twice', () => {
		const entries = Object.keys(manifest).filter((key) => manifest[key]!.isEntry)
		expect(entries).toContain('src/entry/main.ts')
		const imported = Object.values(manifest).flatMap(({ imports = [] }) => imports)
		expect(imported.filter((key) => entries.includes(key))).toEqual([])
	})

	it('neither page loads the entry of the other', () => {
		// But for the administration page's own parts, the one that it loads later among them.
		const administration = Object.keys(manifest).filter((key) => key !== 'src/entry/admin.ts' && !key.startsWith('src/settings/ui/admin/') && !manifest[key]!.file.includes('/administration-'))
		expect([...eager('src/entry/admin.ts')].filter((file) => file.includes('/app-'))).toEqual([])
		expect(administration.filter((key) => [...eager(key)].some((file) => file.includes('/administration-')))).toEqual([])
	})

	it('administration page: at most 150 kB', () => {
		const weight = kilobytes([...eager('src/entry/admin.ts'), TEXTS])
		console.info(`administration page: ${weight.toFixed(1)} of 150 kB`)
		expect(weight).toBeLessThanOrEqual(150)
	})

	// What Files and every page with texts load of ours before any page of ours is opened.
	it.each([['src/entry/files.ts', 'LoadTab'], ['src/entry/reference.ts', 'LoadWidget'], ['src/entry/profile.ts', 'LoadSection']])('%s, on pages of other apps: at most 12 kB', (key, listener) => {
		const weight = kilobytes(eager(key))
		console.info(`${key}: ${weight.toFixed(1)} of 12 kB`)
		expect(weight).toBeLessThanOrEqual(12)
		const script = /SCRIPT = '([\w-]+)'/.exec(read(projectFiles('lib/Integration/').find((path) => path.endsWith(`/${listener}.php`))!))![1]
		expect(manifest[key]!.file).toBe(`js/${script}.mjs`)
	})

	it('code they load later starts no page, and is at most 160 kB', () => {
		for (const key of ['src/app/files/tab.ts', 'src/app/reference/card.ts']) {
			const files = eager(key)
			const weight = kilobytes(files)
			console.info(`${key}: ${weight.toFixed(1)} of 160 kB`)
			expect(weight).toBeLessThanOrEqual(160)
			expect([...files].filter((file) => /\/(?:app|administration)-/.test(file))).toEqual([])
		}
	})

	// Data: the outlines of France. markdown-it, the only reader of Markdown that takes a time in proportion to any text; until it is there a text is shown as it was typed. Of ours, the weights of the model that reads minutes, loaded with the first text,
	// and the pages of facilitators that make boards of them.
	const larger: Record<string, number> = { 'src/shared/lib/markdown.ts': 43, 'src/minutes/parse/parse.ts': 100, RunPage: 45, ReviewDraft: 45, OrdinaryPage: 45, ImportPage: 42, 'src/map/ui/FranceDrawing.vue': 60 }

	// Starts when a file is dropped; the readers of documents, pdf.js among them, come with the first document of their kind.
	it.each([[/^readWorker-/, 105], [/^readPdf-/, 600], [/^(?:readDocx|readOdt|zip)-/, 10]])('the worker that reads minutes, %s: at most %d kB', (name, most) => {
		const files = readdirSync(join(root, 'js')).filter((file) => name.test(file) && file.endsWith('.mjs'))
		const weight = kilobytes(files.map((file) => `js/${file}`))
		console.info(`${files.join(', ')}: ${weight.toFixed(1)} kB`)
		expect(files).not.toEqual([])
		expect(weight).toBeLessThanOrEqual(most)
	})

	it('any other code loaded later: at most 41 kB more at a time', () => {
		// Territories are data: loaded as needed.
		const later = Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports)
			.filter((key) => !key.startsWith('data/'))
		// What asks for it is there already: the page, and maybe one that came later.
		const asking = (key: string) => Object.keys(manifest).filter((one) => manifest[one]!.dynamicImports?.includes(key)).map((one) => eager(one, new Set(page)))
		const weights = Object.fromEntries([...new Set(later)]
			.map((key) => [key, Math.max(...asking(key).map((there) => kilobytes([...eager(key)].filter((file) => !there.has(file)))))]))
		for (const [key, weight] of Object.entries(weights)) {
			console.info(`${key}: ${weight.toFixed(1)} kB`)
		}
		expect(Object.entries(weights).filter(([key, weight]) => weight > (larger[key] ?? larger[manifest[key]!.name ?? key] ?? 41))).toEqual([])
	})
})

describe('of endpoints the bundles hold only what is asked with', () => {
	it('leaves out the rest', () => {
		const code = (rest: string) => `const max = text(8);\nexport const api = {\n\tlist: endpoint({ method: "GET", ${rest}path: "/a", answer: v.array(v.string()) }),\n\tother: 1\n};`
		expect(lean(code('summary: "A, b: {c}", who: "own", body: v.object({ path: text(max) }), errors: ["a"], ')).replace(/ (?=[{}])|(?<=[{}]) /g, '')).toBe(code('').replace(/ (?=[{}])|(?<=[{}]) /g, ''))
	})

	it('says nothing about them', () => {
		const scripts = readdirSync(join(root, 'js')).filter((file) => file.endsWith('.mjs') && !/^(?:\d|read|parse|centres)/.test(file)).map((file) => read(`js/${file}`)).join('\n')
		expect(scripts).toContain('/groups/{group}/talk')
		expect(endpoints.map(({ summary }) => summary).filter((summary) => summary.length > 30 && scripts.includes(summary))).toEqual([])
	})

	it('nothing asks for more', () => {
		const asked = [...read('src/api/client.ts').matchAll(/(?<!\/)\bendpoint\.(\w+)/g)].map(([, name]) => name)
		expect(new Set(asked)).toEqual(new Set(ASKED))
		const elsewhere = projectFiles('src/').filter((path) => /\.(?:ts|vue)$/.test(path) && !/\.spec\.ts$|\/testing\//.test(path))
		expect(elsewhere.filter((path) => /\w+Api\.\w+(?:\.|\[)/.test(read(path)))).toEqual([])
	})
})
