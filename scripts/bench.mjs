/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run bench [-- --cards N --database pgsql|mysql|sqlite]: speed and size with many cards, as ratios to what they are compared with, on a sandbox.
// npm run bench -- --nextcloud URL --occ "COMMAND" [--blank PATH]: the same on a Nextcloud made for it, and in a browser as a phone has it.
// npm run bench -- --loaded URL [--cards N] [--occ "COMMAND"]: where the cards of a run before are, without loading them again.
// With --round-trip MS also as if the database were further away; with --stale, its statistics older than the cards.
// npm run bench -- --compare [--cards N] [--stale]: runs on the three databases that were stored in build/bench, or --stored FOLDER, side by side.
// npm run bench -- --loaded URL --occ "COMMAND" --peers: the same people in Contacts, in Tables and by a pattern, on a Nextcloud that has these apps.
// npm run bench -- --growth [--stored FOLDER]: the stored runs of all sizes as a chart in docs/images, and a table.
// npm run bench -- --map: only the map of a large network, in a browser, which needs no cards; with --loaded on that server.
// npm run bench -- --library: only the library with many files and folders, in a browser; also with --nextcloud, or --loaded.
// npm run bench -- --letter [--cards 2000]: only the draft and the sending of a letter to 20,000 addresses; also with --nextcloud, or --loaded and --occ.
// npm run bench -- --board --loaded URL: only the glance at a large board, next to Deck's own page of it, on a Nextcloud with Deck.
// npm run bench -- --light: only the pages for people without an account, in a browser as a phone has it, on a sandbox of its own.
// npm run bench -- --ci: only what is the same on every machine, quickly. Missing a size or a card fails the run, a time does not.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { boardTimes } from './bench/board.mjs'
import { browserTimes } from './bench/browser.mjs'
import { cardMaker } from './bench/cards.mjs'
import { openSession } from './bench/client.mjs'
import { DATABASES, keepStatistics, vacuum } from './bench/database.mjs'
import { everydayWords } from './bench/everyday.mjs'
import { chart, growth, growthTable } from './bench/growth.mjs'
import { loadedHost, nextcloudHost, sandboxHost } from './bench/hosts.mjs'
import { letterTimes } from './bench/letter.mjs'
import { libraryTimes } from './bench/library.mjs'
import { lightTimes } from './bench/light.mjs'
import { links } from './bench/links.mjs'
import { checkLoaded, firstId, load } from './bench/load.mjs'
import { mapTimes } from './bench/map.mjs'
import { eyesOf } from './bench/naive.mjs'
import { largeNetwork } from './bench/network.mjs'
import { peers } from './bench/peers.mjs'
import { frequencies, queryMaker } from './bench/queries.mjs'
import { random } from './bench/random.mjs'
import { recall } from './bench/recall.mjs'
import { Report } from './bench/report.mjs'
import { sizes } from './bench/sizes.mjs'
import { desk, speed } from './bench/speed.mjs'
import { compare, store, stored } from './bench/stored.mjs'
import { countStatements, fromAway, through } from './bench/wire.mjs'
import { at } from './lib/project.mjs'

const { values: options } = parseArgs({
	options: {
		cards: { type: 'string' },
		requests: { type: 'string', default: '300' },
		seed: { type: 'string', default: '1' },
		ci: { type: 'boolean', default: false },
		map: { type: 'boolean', default: false },
		library: { type: 'boolean', default: false },
		board: { type: 'boolean', default: false },
		light: { type: 'boolean', default: false },
		letter: { type: 'boolean', default: false },
		nextcloud: { type: 'string' },
		loaded: { type: 'string' },
		occ: { type: 'string' },
		database: { type: 'string' },
		'round-trip': { type: 'string', default: '0' },
		stale: { type: 'boolean', default: false },
		compare: { type: 'boolean', default: false },
		peers: { type: 'boolean', default: false },
		growth: { type: 'boolean', default: false },
		stored: { type: 'string', default: at('build/bench') },
		blank: { type: 'string', default: '/index.php/settings/help' },
		'no-phone': { type: 'boolean', default: false },
	},
})
const CHART = 'docs/images/growth.svg'
const size = Number(options.cards ?? (options.ci ? 1000 : 10_000))
const delay = Number(options['round-trip'])
const wrong = [
	[!Number.isInteger(size) || size < 100, '--cards takes a number from 100'],
	[options.nextcloud && !options.occ, '--nextcloud goes with --occ'],
	[options.board && !(options.loaded || options.nextcloud), '--board goes with --loaded or --nextcloud'],
	[options.light && (options.loaded || options.nextcloud), '--light runs on a sandbox of its own, whose mail it reads'],
	[options.letter && options.loaded && !options.occ, '--letter runs a job: --loaded goes with --occ'],
	[options.peers && !(options.loaded && options.occ), '--peers goes with --loaded and --occ'],
	[options.loaded && options.nextcloud, 'either --loaded or --nextcloud'],
	[options.database && !(options.database in DATABASES), `--database is one of ${Object.keys(DATABASES).join(', ')}`],
	[!(delay >= 0), '--round-trip takes milliseconds'],
	[options.stale && (options.loaded || (options.database ?? 'sqlite') === 'sqlite'), '--stale loads cards on --database pgsql or mysql'],
].find(([is]) => is)
if (wrong) {
	console.error(wrong[1])
	process.exit(2)
}
const mode = options.stale ? 'stale' : ''
if (options.compare || options.growth) {
	const runs = stored(options.stored).filter((run) => run.mode === mode && (!options.cards || run.cards === size))
	if (runs.length === 0) {
		console.error(`No such run is stored in ${options.stored}`)
		process.exit(1)
	}
	if (options.growth) {
		writeFileSync(at(CHART), chart(growth(runs)))
	}
	console.log(options.growth ? `${CHART}\n\n${growthTable(growth(runs))}` : compare(runs))
	process.exit()
}

/** Open at the same time. */
const NOTICES = 2000
const VIEWER = 'maelle-roumegous'
/** Has the library, and may write there. */
const KEEPER = 'romain-vielfaure'
const password = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'
const fixture = (path) => JSON.parse(readFileSync(at(path), 'utf8'))
const seed = Number(options.seed)
const vocabulary = fixture('tests/fixtures/network/vocabulary.json')
const maker = cardMaker({
	members: fixture('tests/fixtures/network/members.json'),
	vocabulary,
	region: fixture('data/territories/76.json'),
}, seed)
function* cards() {
	for (let i = 0; i < size; i++) {
		yield maker.card(i)
	}
}

/** Whose cards are shown to everybody. */
const SHOWN = ['ginette-bousquie', 'nadege-tremolieres', 'delphine-azemar', 'bastian-escande', 'loic-treguer', 'noemie-saint-amans', KEEPER, VIEWER]

const report = new Report()
const host = options.loaded && !options.occ
	? await loadedHost(options.loaded, options.database)
	: options.occ ? await nextcloudHost(options.loaded ?? options.nextcloud, options.occ, options.loaded ? null : password) : await sandboxHost(options.database)
const isNextcloud = host.name === 'nextcloud'
const { database } = host
if (options.database && database.kind !== options.database) {
	await host.stop()
	throw new Error(`This Nextcloud is on ${DATABASES[database.kind]}`)
}

/** Loads the cards; if statistics must be stale, they are the earlier ones. */
async function loadCards(groups) {
	const notices = maker.notices(Math.min(NOTICES, size), size, new Date().toISOString().slice(0, 10))
	const loading = () => load(host, { card: maker.card, groups, notices }, size, report)
	if (!options.stale) {
		await loading()
		return vacuum(database)
	}
	if (!database.route) {
		throw new Error('--stale needs a Nextcloud that does not keep its connections (dbpersistent)')
	}
	keepStatistics(database, 'off')
	host.undo(async () => keepStatistics(database, 'on'))
	await through(database, { withoutAnalyze: true }, loading)
}

/** All but the map, of cards that are loaded first if they are missing. */
async function measureCards() {
	const groups = maker.groups(size, VIEWER)
	if (!options.loaded) {
		await loadCards(groups)
	}
	const session = await openSession(host.url, VIEWER, password)
	const base = await firstId(session, size, maker.card)
	await checkLoaded(session, groups, size)
	const sees = eyesOf(groups, VIEWER)
	const makers = queryMaker(frequencies(cards(), sees), maker.card, size, sees, everydayWords(), random(seed, -2))
	if (options.peers) {
		return peers(host, session, VIEWER, makers, [...cards()], base, sees, report)
	}
	if (!options.ci) {
		await speed(session, makers, size, Number(options.requests), report)
		await desk(session, await openSession(host.url, KEEPER, password), makers, report)
		if (host.occ) {
			await links(host, session, VIEWER, groups, report)
		}
		if (database.route) {
			await countStatements(database, report)
		}
		if (database.route && delay > 0) {
			await fromAway(database, delay, report)
		}
	}
	await sizes(session, makers, report)
	await recall(session, makers, cards(), base, sees, report)
	if (isNextcloud && !options.ci && !options['no-phone']) {
		await browserTimes(session, host.url, options.blank, makers, report)
	}
}

try {
	const part = options.map || options.library || options.board || options.light || options.letter
	if (!part) {
		await measureCards()
	}
	// It writes into the library, which a server that is left as it is has to be asked for.
	if (options.library || !(part || options.ci || options.peers || options['no-phone'] || options.loaded)) {
		const session = await openSession(host.url, KEEPER, password)
		await libraryTimes(session, host.url, KEEPER, password, isNextcloud, report)
	}
	if (options.board) {
		await boardTimes(await openSession(host.url, KEEPER, password), host.url, [KEEPER, VIEWER, 'nadege-tremolieres', 'ginette-bousquie'], password, maker.card, report)
	}
	// It reads the mail of a sandbox, and shows cards to everybody.
	if (options.light || !(part || options.ci || options.peers || options['no-phone'] || options.loaded || isNextcloud)) {
		await lightTimes(host, password, { keeper: VIEWER, facilitator: KEEPER, accounts: SHOWN }, report)
	}
	if (options.letter) {
		if (!options.loaded) {
			await loadCards(maker.groups(size, VIEWER))
		}
		await letterTimes(host, await openSession(host.url, KEEPER, password), report)
	}
	if (options.map || !(part || options.ci || options.peers || options['no-phone'])) {
		const session = await openSession(host.url, VIEWER, password)
		await mapTimes(session, host.url, largeNetwork(maker.card, vocabulary, seed), report)
	}
} catch (error) {
	// Report what was measured until then all the same.
	console.error(error.message)
	process.exitCode = 1
} finally {
	await host.stop()
}
if (!(options.ci || options.map || options.library || options.board || options.light || options.letter || options.peers || process.exitCode)) {
	store(options.stored, { host: host.name, database: database.kind, cards: size, mode }, report)
}
console.log(`\n${size} cards on ${isNextcloud ? 'Nextcloud' : 'the sandbox'}, ${DATABASES[database.kind] ?? 'its database'}${mode && ', stale statistics'}, the rate limit switched off\n\n${report}`)
if (report.failed.length > 0) {
	console.log(`\nFailed: ${report.failed.join(', ')}`)
	process.exitCode = 1
}
