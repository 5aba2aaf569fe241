/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, root } from './support/files.ts'

// REUSE-IgnoreStart: heads of planted files.
const info = read('appinfo/info.xml')

const php = (code: string) => `<?php\n// SPDX-License-Identifier: AGPL-3.0-or-later\n${code}\n`

/** The smallest app with our info.xml that nothing is wrong with. */
const sound: Record<string, string> = {
	'appinfo/info.xml': info,
	'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n',
	'REUSE.toml': 'path = ["**.md", "**.xml", "**.toml", "img/**"]\nSPDX-License-Identifier = "AGPL-3.0-or-later"\n',
	'LICENSES/AGPL-3.0-or-later.txt': '…',
	'img/app.svg': '<svg/>',
	...Object.fromEntries([...info.matchAll(/>OCA\\Reseau\\([\w\\]+)</g)]
		.map(([, name]) => [`lib/${name!.replaceAll('\\', '/')}.php`, php('')])),
}

/** What the check says of the sound app with these files changed, added, or taken away. */
function faults(files: Record<string, string | null>): string[] {
	const work = mkdtempSync(join(tmpdir(), 'package-'))
	try {
		for (const [path, text] of Object.entries({ ...sound, ...files })) {
			if (text !== null) {
				mkdirSync(dirname(join(work, 'reseau', path)), { recursive: true })
				writeFileSync(join(work, 'reseau', path), text)
			}
		}
		const { stdout, stderr } = spawnSync('php', ['scripts/check-package.php', join(work, 'reseau')], { cwd: root, encoding: 'utf8' })
		return (stdout + stderr).split('\n').filter(Boolean)
	} finally {
		rmSync(work, { recursive: true })
	}
}

/** The same for an info.xml with one replacement. */
function infoFaults(from: string | RegExp, to: string): string[] {
	const changed = info.replace(from, to)
	expect(changed).not.toBe(info)
	return faults({ 'appinfo/info.xml': changed })
}

describe('the package', () => {
	it('is valid with our info.xml', () => {
		expect(faults({})).toEqual([])
	})

	it.each([
		['no XML', /<\/info>/, '', 'is no XML with <info>'],
		['an element less', /<bugs>.*<\/bugs>/, '', '<bugs> is missing'],
		['an element too many', '</id>', '</id><id>reseau</id>', '<id> is there 2 times'],
		['another order', /(<bugs>.*<\/bugs>)([^]*)(<dependencies>)/, '$2$3$1', '<bugs> is not known in <dependencies>'],
		['an element before its turn', '<category>', '<settings/><category>', '<category> comes too late in <info>'],
		['another order within', /(<php [^>]*>)(\s*<database>sqlite<\/database>)/, '$2$1', '<php> comes too late in <dependencies>'],
		['an unknown element', '<bugs>', '<colour>blue</colour><bugs>', '<colour> is not known in <info>'],
		['an unknown element within', '<dependencies>', '<dependencies><weather/>', '<weather> is not known in <dependencies>'],
		['an unknown setting', '</commands>', '</commands><settings><root>A</root></settings>', '<root> is not known in <settings>'],
		['a long summary', /<summary>.*</, `<summary>${'é'.repeat(129)}<`, `/info/summary cannot be “${'é'.repeat(129)}”`],
		['a version of two figures', /<version>.*</, '<version>1.0<', '/info/version cannot be “1.0”'],
		['another licence', 'AGPL-3.0-or-later</licence>', 'AGPL</licence>', '/info/licence cannot be “AGPL”'],
		['an unknown category', 'social</category>', 'people</category>', '/info/category cannot be “people”'],
		['a category twice', 'organization</category>', 'social</category>', '<category> is there twice for social'],
		['no English name', '<name>Réseau</name>', '', '<name> is missing in English'],
		['a picture without https', '<dependencies>', '<screenshot>http://www.example.org/a.png</screenshot><dependencies>', '/info/screenshot cannot be “http://www.example.org/a.png”'],
		['no newest Nextcloud', / max-version="35"/, '', '<nextcloud> has no max-version'],
		['a route of two parts', 'reseau.page.index', 'page.index', '/info/navigations/navigation/route cannot be “page.index”'],
	])('with %s in info.xml is refused', (_, from, to, fault) => {
		expect(infoFaults(from, to)).toContain(`appinfo/info.xml: ${fault}`)
	})

	it.each<[string, Record<string, string | null>, string]>([
		['a class that info.xml names is missing', { 'lib/Integration/IndexAfterUpgrade.php': null }, 'lib/Integration/IndexAfterUpgrade.php is missing (OCA\\Reseau\\Integration\\IndexAfterUpgrade of info.xml)'],
		['the icon is missing', { 'img/app.svg': null }, 'img/app.svg is missing (the icon of info.xml)'],
		['the changelog begins with another version', { 'CHANGELOG.md': '## 0.0.9 – 2026-01-01\n' }, `CHANGELOG.md does not begin with ${info.match(/<version>(.*)</)![1]}`],
		['a file is no PHP', { 'lib/A.php': php('function {') }, 'lib/A.php:3 syntax error, unexpected token "{", expecting "("'],
		['a script is missing', { 'lib/A.php': php('Util::addScript(Application::APP_ID, \'reseau-main\');') }, 'js/reseau-main.js is missing (lib/A.php)'],
		['a style is missing', { 'lib/A.php': php('Util::addStyle(Application::APP_ID, \'reseau-main\');') }, 'css/reseau-main.css is missing (lib/A.php)'],
		['a script has no plain name', { 'lib/A.php': php('Util::addScript(Application::APP_ID, $name);') }, 'lib/A.php asks for a bundle whose name cannot be read: Application::APP_ID, $name'],
		['a picture is missing', { 'lib/A.php': php('$a = $urls->imagePath(\'reseau\', \'b.svg\');') }, 'img/b.svg is missing (lib/A.php)'],
		['data is missing', { 'lib/B/A.php': php('$a = __DIR__ . \'/../../data/b.json\';') }, 'data/b.json is missing (lib/B/A.php)'],
		['a kit is missing', { 'lib/Kit/ShippedKits.php': read('lib/Kit/ShippedKits.php') }, 'lib/Kit/shipped/entraide.json is missing (lib/Kit/ShippedKits.php)'],
		['a chunk is missing', { 'js/a.mjs': '// SPDX-License-Identifier: AGPL-3.0-or-later\nimport{b}from"./b.chunk.mjs"' }, 'js/b.chunk.mjs is missing (js/a.mjs)'],
		['a language has no form for browsers', { 'l10n/fr.json': '{}', 'l10n/fr.json.license': 'SPDX-License-Identifier: AGPL-3.0-or-later' }, 'l10n/fr.js is missing (l10n/fr.json)'],
		['a language has no form for PHP', { 'l10n/fr.js': '// SPDX-License-Identifier: AGPL-3.0-or-later' }, 'l10n/fr.json is missing (l10n/fr.js)'],
		['a source map is named', { 'css/a.css': '/* SPDX-License-Identifier: AGPL-3.0-or-later */ /*# sourceMappingURL=a.css.map */' }, 'css/a.css names a source map'],
		['a source map is there', { 'img/a.js.map': '{}' }, 'img/a.js.map does not belong there'],
		['.git is there', { '.git/HEAD': 'ref' }, '.git does not belong there'],
		['tests are there', { 'tests/a.md': '' }, 'tests does not belong there'],
		['node_modules is there', { 'js/node_modules/a.md': '' }, 'js/node_modules does not belong there'],
		['a metadata file is large', { 'CHANGELOG.md': `## [Unreleased]\n${'a'.repeat(1 << 20)}` }, 'CHANGELOG.md is larger than 1 MiB'],
		['a file says no licence', { 'data/a.json': '{}' }, 'data/a.json says no licence'],
		['a licence is missing in full', { 'js/a.mjs.license': 'SPDX-License-Identifier: (MIT OR ISC)' }, 'LICENSES/ISC.txt is missing (a licence)'],
	])('where %s is refused', (_, files, fault) => {
		expect(faults(files)).toContain(fault)
	})

	it('is named like the app', () => {
		expect(infoFaults('<id>reseau</id>', '<id>network</id>')).toContain('the folder is not called as the app')
	})
})
// REUSE-IgnoreEnd
