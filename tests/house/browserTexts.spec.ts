/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { allTexts, firstFiles, languages, phpTexts, said } from '../../scripts/texts.mjs'
import { projectFiles, read } from './support/files.ts'
import { firstSources, saidTooEarly, withoutTexts } from './support/first.ts'
import { phpFacts } from './support/php.ts'
import { syntax } from './support/script.ts'
import { keyOf, phpUses, scriptUses } from './support/translations.ts'

type Texts = Record<string, string | string[]>

const code = projectFiles('src/').filter((path) => /\.(?:ts|vue)$/.test(path) && !/\.spec\.|\/testing\/|\.d\.ts$/.test(path))
function keysOf(paths: Iterable<string>) {
	return new Set([...paths].flatMap((path) => scriptUses(path, read(path))).map((use) => `${keyOf(use)}`))
}

describe.each(languages())('the texts of the pages in %s', (language) => {
	const { translations } = allTexts(language)
	const [registered, rest] = read(`l10n/${language}.js`).split(';\n(window.OCA')
	const first = JSON.parse(registered!.match(/^OC\.L10N\.register\('reseau', (\{.*\}), ".*"\)$/)![1]!) as Texts
	const later = JSON.parse(read(`l10n/later/${language}.mjs`).match(/^export default (\{.*\})\n$/)![1]!) as Texts

	/** Texts without a translation are those of translations.spec.ts. */
	const translated = (keys: Set<string>) => [...keys].filter((key) => key in translations)

	it('are shipped, each once, unchanged, without those used only by PHP', () => {
		const ours = keysOf(code)
		expect(ours.size).toBeGreaterThan(500)
		const travelling = [...Object.keys(first), ...Object.keys(later)]
		expect(translated(ours).filter((key) => !travelling.includes(key))).toEqual([])
		expect(travelling).toHaveLength(new Set(travelling).size)
		expect(travelling).not.toContain('Do you agree to your card in %s?')
		expect({ ...translations, ...first, ...later }).toEqual(translations)
	})

	it('are in every page if the code of an entry uses them, otherwise in the later pages', () => {
		const entries = projectFiles('src/entry/')
		expect(entries).toContain('src/entry/main.ts')
		const begins = keysOf(firstSources(entries, read).keys())
		expect(translated(begins).filter((key) => !(key in first))).toEqual([])
		const others = translated(keysOf(code)).filter((key) => !begins.has(key))
		expect(others.length).toBeGreaterThan(500)
		// A single word that is also a name in the code (the key "Tab") comes along.
		expect(others.filter((key) => !(key in later) && !/^\w+$/.test(key))).toEqual([])
	})

	it('say what language they are, and where the others are', () => {
		expect(rest).toMatch(new RegExp(`language: '${language}', laterTexts: 'later/${language}\\.mjs\\?v=[0-9a-f]{8}'`))
	})
})

const uses = phpUses(phpFacts([...projectFiles('lib/'), ...projectFiles('templates/')].filter((path) => path.endsWith('.php')))).map(keyOf)

describe.each(languages())('the texts of PHP in %s', (language) => {
	const all = allTexts(language)
	const { translations, pluralForm } = phpTexts(language)

	it('are all that PHP says, unchanged', () => {
		const ours = uses.filter((key) => key !== null && key in all.translations)
		expect(ours.length).toBeGreaterThan(500)
		expect(ours.filter((key) => !(key! in translations))).toEqual([])
		expect({ ...all.translations, ...translations }).toEqual(all.translations)
		expect(pluralForm).toBe(all.pluralForm)
	})

	it('are without those only browsers say', () => {
		// A text that is also a constant of PHP (a state "draft") comes along.
		const others = Object.keys(translations).filter((key) => !uses.includes(key))
		expect(others.length).toBeLessThan(60)
		expect(others.filter((key) => !/^[\w ]{1,20}$/.test(key))).toEqual([])
		expect(Object.keys(translations)).not.toContain('must not')
	})
})

describe('code loaded later', () => {
	it('is requested with its texts', () => {
		const sources = firstSources(['src/app/start.ts', 'src/app/startAdmin.ts'], read)
		expect(sources.has('src/member/ui/CardPage.vue')).toBe(true)
		expect([...sources].flatMap(([path, file]) => withoutTexts(path, file))).toEqual([])
	})

	it('uses no texts before they are loaded', () => {
		expect(code.flatMap((path) => saidTooEarly(path, syntax(path, read(path))))).toEqual([])
	})
})

describe('the check of code loaded later', () => {
	const without = (path: string, text: string) => withoutTexts(path, syntax(path, text))
	const early = (text: string) => saidTooEarly('src/a.ts', syntax('src/a.ts', text))

	it('follows imports that run, not types, nor dynamic ones', () => {
		const files: Record<string, string> = {
			'src/a.ts': 'import { b } from \'./b/b.ts\'\nimport type { C } from \'./c.ts\'\nimport \'./a.css\'\nconst d = () => import(\'./d.ts\')',
			'src/b/b.ts': 'export { e } from \'../e.ts\'',
			'src/e.ts': 'import { a } from \'./a.ts\'',
		}
		expect([...firstSources(['src/a.ts'], (path) => files[path]!).keys()]).toEqual(['src/a.ts', 'src/b/b.ts', 'src/e.ts'])
	})

	it('requires later(), or a route', () => {
		expect(without('src/a.ts', 'const A = defineAsyncComponent(() => import(\'./A.vue\'))').join()).toContain('write later(() => import(\'./A.vue\'))')
		expect(without('src/a.ts', 'const { a } = await import(\'./b.ts\')')).toHaveLength(1)
		expect(without('src/a.ts', 'const A = { component: () => import(\'./A.vue\') }')).toHaveLength(1)
		expect(without('src/member/routes.ts', 'const A = { component: () => import(\'./A.vue\') }')).toEqual([])
		expect(without('src/a.ts', 'const A = defineAsyncComponent(later(() => import(\'./A.vue\')))')).toEqual([])
		expect(without('src/a.ts', 'const { analyse } = await import(\'chardet\')')).toEqual([])
	})

	it('requires texts in functions', () => {
		expect(early('const words = { a: t(\'reseau\', \'A\') }')).toHaveLength(1)
		expect(early('const words = { a: () => t(\'reseau\', \'A\') }\nfunction b() { return n(\'reseau\', \'A\', \'B\', 2) }')).toEqual([])
	})
})

describe('the build finds texts', () => {
	const texts: Texts = { 'It’s': 'C’est', 'Say "no"\nor \'yes\'': 'Dire', Name: 'Nom', 'PHP says': 'PHP dit', '_%n day_::_%n days_': ['%n jour', '%n de jours', '%n jours'] }

	it('in the code that says them, after any minifier', () => {
		const found = said(texts, 't(`reseau`,"It’s"),t("reseau",a?"Name":\'Say "no"\\nor \\\'yes\\\'\'),n("reseau","%n day","%n days",2)')
		expect(found).toEqual({ 'It’s': 'C’est', 'Say "no"\nor \'yes\'': 'Dire', Name: 'Nom', '_%n day_::_%n days_': texts['_%n day_::_%n days_'] })
	})

	it('in PHP', () => {
		expect(Object.keys(said(texts, '$l->t(\'Say "no"\' . "\\n" . \'or\'); $l->t("Say \\"no\\"\\nor \'yes\'"); $l->t(\'PHP says\')'))).toEqual(['Say "no"\nor \'yes\'', 'PHP says'])
	})

	it('not as a word within a longer text, nor by one of two forms', () => {
		expect(said(texts, 't("reseau","Name of all"),"%n day"')).toEqual({})
	})

	it('counts the chunks of every entry as first', () => {
		expect([...firstFiles({
			'src/entry/main.ts': { file: 'main.mjs', isEntry: true, imports: ['_app'] },
			'src/entry/files.ts': { file: 'files.mjs', isEntry: true, imports: ['_part'] },
			_app: { file: 'app.mjs', imports: ['_part'] },
			_part: { file: 'part.mjs' },
			'src/Page.vue': { file: 'page.mjs', imports: ['_app'] },
		})]).toEqual(['main.mjs', 'app.mjs', 'part.mjs', 'files.mjs'])
	})
})
