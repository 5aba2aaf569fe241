/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Makes what the app needs in addition to its sources: territories, bundles, translations, the demo network.
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { build, createLogger } from 'vite'
import { writeKnowledge } from './knowledge.mjs'
import { at, root } from './lib/project.mjs'
import { writeTerritories } from './territories.mjs'
import { writeBrowserTexts, writePhpTexts } from './texts.mjs'

process.chdir(root)
const begun = new Date()

// First, because the bundles take each region's file in as a chunk of its own.
writeTerritories(at('data/territories'))

// vite warns of output next to the sources, which Nextcloud's layout of an app wants.
const logger = createLogger('warn')
const { warn } = logger
logger.warn = (message, options) => message.includes('build.outDir') || warn(message, options)

await build({ configFile: at('vite.config.ts'), logLevel: 'warn', customLogger: logger }).catch((error) => {
	console.error(error.message)
	process.exit(1)
})

// The stylesheet PHP asks for names another one, which a browser would learn of only once it is there, behind all scripts: what
// the page shows first waits for both. So it holds the other.
for (const file of readdirSync(at('css')).filter((name) => /^reseau-[a-z]+\.css$/.test(name)).map((name) => at('css', name))) {
	writeFileSync(file, readFileSync(file, 'utf8').replace(/@import '\.\/([\w.-]+)';/g, (_, name) => readFileSync(at('css', name), 'utf8')))
}

writeBrowserTexts()
writePhpTexts()
writeKnowledge()

mkdirSync(at('data/demo'), { recursive: true })
for (const file of ['members.json', 'organisations.json', 'groups.json', 'meetings.json', 'vocabulary.json', 'links.json', 'announcements.json', 'resources.json', 'resources']) {
	cpSync(at('tests/fixtures/network', file), at('data/demo', file), { recursive: true })
}

// The lists a network may begin with: those of the demonstration that members, sheets and the glossary use.
const vocabulary = JSON.parse(readFileSync(at('tests/fixtures/network/vocabulary.json'), 'utf8'))
const starter = Object.fromEntries(['values', 'sectors', 'themes', 'publics', 'resourceKinds', 'glossary'].map((list) => [list, vocabulary[list]]))
writeFileSync(at('data/vocabulary.json'), JSON.stringify(starter))
// Last, and dated from the beginning: what was edited while this ran is newer, so the next start builds it (lib/ready.mjs).
utimesSync(at('data/vocabulary.json'), begun, begun)
