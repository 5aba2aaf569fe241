/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// The same people where one would otherwise put them, asked the same questions: Contacts, Tables, a pattern over the cards in the database.
import { pdoOf } from '../lib/databases.mjs'
import { output } from '../lib/project.mjs'
import { refOf } from './cards.mjs'
import { API } from './client.mjs'
import { meets, seenTexts, seenWords } from './naive.mjs'
import { MIX, otherWays, queryString } from './queries.mjs'
import { findAll } from './recall.mjs'
import { median, shown } from './report.mjs'

/** Questions of each class: as people ask them, without accents and the other way round, in capitals. */
const ASKED = { word: 8, name: 8, two: 8, broad: 3 }
const BOOK = 'zz-bench'
const PAGE = 100

/** One request of the account; throws if it is refused. Answers what came. */
async function must(session, method, path, body, type) {
	const answer = await session.send(method, path, body, type)
	if (answer.status >= 300) {
		throw new Error(`${method} ${path}: ${answer.status} ${answer.body.slice(0, 200)}`)
	}
	return answer.body
}

/** What it takes, in milliseconds, and what comes of it. */
async function timed(work) {
	const start = performance.now()
	const result = await work()
	return { result, ms: performance.now() - start }
}

const escaped = (text) => text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')

/** A person as Contacts keeps one; what has no field of its own is in the note. */
function vcard(id, { name, headline, organisation, ...texts }) {
	const [first, ...family] = name.split(' ')
	const lines = ['BEGIN:VCARD', 'VERSION:3.0', `UID:${id}`, `FN:${escaped(name)}`, `N:${escaped(family.join(' '))};${escaped(first)};;;`,
		...headline ? [`TITLE:${escaped(headline)}`] : [], ...organisation ? [`ORG:${escaped(organisation)}`] : [], `NOTE:${escaped(Object.values(texts).join('\n'))}`, 'END:VCARD', '']
	return lines.join('\r\n')
}

/** Contacts: its search among those of all apps. */
async function contacts(session, uid, people) {
	const path = `/remote.php/dav/addressbooks/users/${uid}/${BOOK}`
	const search = (q, cursor, limit) => `/ocs/v2.php/search/providers/contacts/search?${new URLSearchParams({ term: q, limit, cursor })}`
	// None may be there.
	await session.send('DELETE', path)
	const kind = '<d:resourcetype><d:collection/><c:addressbook/></d:resourcetype>'
	await must(session, 'MKCOL', path, `<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:set><d:prop>${kind}</d:prop></d:set></d:mkcol>`, 'application/xml')
	for (const [i, texts] of people.entries()) {
		await must(session, 'PUT', `${path}/${refOf(i)}.vcf`, vcard(refOf(i), texts), 'text/vcard; charset=utf-8')
	}
	const page = async (q, cursor, limit) => JSON.parse((await session.get(search(q, cursor, limit))).body).ocs.data.entries
	async function find(q) {
		const found = new Set()
		for (let cursor = 0, entries = [true]; entries.length > 0; cursor += entries.length) {
			entries = await page(q, cursor, PAGE)
			entries.forEach(({ resourceUrl }) => found.add(Number(decodeURIComponent(resourceUrl).match(/banc-(\d+)/)?.[1])))
		}
		return found
	}
	return { find, ask: (q) => page(q, 0, 20), remove: () => must(session, 'DELETE', path), how: 'its first page of twenty' }
}

/** Tables: it reads a table as a whole and looks in the browser for rows with a cell that contains the text. */
async function tables(session, people) {
	const base = '/index.php/apps/tables/api/1'
	const send = async (method, path, data) => JSON.parse(await must(session, method, base + path, data && JSON.stringify(data), 'application/json'))
	const remove = async () => {
		for (const { id } of (await send('GET', '/tables')).filter(({ title }) => title === BOOK)) {
			await send('DELETE', `/tables/${id}`)
		}
	}
	await remove()
	const table = await send('POST', '/tables', { title: BOOK })
	const parts = [...new Set(people.flatMap((texts) => Object.keys(texts)))]
	const columns = new Map()
	for (const part of ['number', ...parts]) {
		columns.set(part, (await send('POST', `/tables/${table.id}/columns`, { title: part, type: 'text', subtype: 'long', mandatory: false })).id)
	}
	for (const [i, texts] of people.entries()) {
		await send('POST', `/tables/${table.id}/rows`, { data: Object.fromEntries([['number', String(i)], ...Object.entries(texts)].map(([part, text]) => [columns.get(part), text])) })
	}
	const read = () => send('GET', `/tables/${table.id}/rows`)
	const rows = (await read()).map(({ data }) => ({
		i: Number(data.find(({ columnId }) => columnId === columns.get('number')).value),
		cells: data.map(({ value }) => String(value).toLowerCase()),
	}))
	const find = async (q) => new Set(rows.filter(({ cells }) => cells.some((text) => text.includes(q.toLowerCase()))).map(({ i }) => i))
	return { find, ask: read, remove, how: 'all rows; the browser then shows some' }
}

const LIKE = `
	[$pdo, $sql, $asked, $base] = json_decode(stream_get_contents(STDIN));
	$db = new PDO(...$pdo);
	foreach ($asked as $words) {
		$start = hrtime(true);
		$statement = $db->prepare(sprintf($sql, implode(' AND ', array_fill(0, count($words), $argv[1]))));
		$statement->execute(array_map(static fn (string $word): string => "%$word%", $words));
		$ids = $statement->fetchAll(PDO::FETCH_COLUMN);
		$answers[] = ['ms' => (hrtime(true) - $start) / 1e6, 'found' => array_map(static fn ($id): int => $id - $base, $ids)];
	}
	print json_encode($answers);
`
const PATTERN = { pgsql: "CONCAT(name, ' ', card) ILIKE ?", mysql: "LOWER(CONCAT(name, ' ', card)) LIKE LOWER(?)", sqlite: "name || ' ' || card LIKE ?" }

/** A pattern for each word over the cards as they are stored, without a request around it, regardless of who may see what. */
function patterns(database, base, questions) {
	const asked = questions.map((q) => q.split(' '))
	const input = JSON.stringify([pdoOf(database), `SELECT id FROM ${database.prefix}reseau_members WHERE status = 'published' AND %s`, asked, base])
	const answers = JSON.parse(output('php', ['-r', LIKE, '--', PATTERN[database.kind]], { input }))
	return new Map(questions.map((q, i) => [q, answers[i]]))
}

/** The rows of one of them: how many of the cards that have the words are found, how long it takes. */
async function addRow(report, label, asked, { find, ask, how }) {
	for (const name of Object.keys(ASKED)) {
		const sum = { wanted: 0, found: 0, others: 0 }
		const times = []
		for (const { q, wanted } of asked.filter((one) => one.name === name)) {
			const found = await find(q)
			const hits = wanted.filter((i) => found.has(i)).length
			sum.wanted += wanted.length
			sum.found += hits
			sum.others += found.size - hits
			times.push((await ask(q)).ms)
		}
		report.row(`${label}: ${MIX[name].label}, %`, 100 * sum.found / sum.wanted, `${sum.found} of ${sum.wanted} found, ${sum.others} others; ${shown(median(times))} ms (p50): ${how}`)
	}
}

/**
 * All of them in one run. Missing apps are left out, and named.
 *
 * @param {import('./hosts.mjs').Host} host a Nextcloud that holds the cards
 * @param {object} session of `uid`, who may see what `sees` says
 * @param {string} uid
 * @param {ReturnType<typeof import('./queries.mjs').queryMaker>} makers
 * @param {object[]} cards
 * @param {number} base id of the first
 * @param {ReturnType<typeof import('./naive.mjs').eyesOf>} sees
 * @param {import('./report.mjs').Report} report
 */
export async function peers(host, session, uid, makers, cards, base, sees, report) {
	report.part(`${shown(cards.length)} people in Réseau and elsewhere: of the cards that have the very words, how many are found`)
	const words = cards.map((card) => seenWords(card, sees))
	const asked = Object.entries(ASKED).flatMap(([name, count]) => Array.from({ length: count }, () => makers[name]()).flatMap((query) => {
		const wanted = [...cards.keys()].filter((i) => meets(cards[i], words[i], query, sees))
		return [query, ...otherWays(query)].map(({ q }) => ({ name, q, wanted }))
	}))
	const people = cards.map((card) => seenTexts(card, sees))
	const { printed } = await host.occ('app:list')
	const [enabled] = printed.split('Disabled:')

	await addRow(report, 'Réseau', asked, {
		find: async (q) => new Set([...await findAll(session, { q })].map((id) => id - base)),
		ask: (q) => timed(() => session.get(`${API}/members?${queryString({ q })}`)),
		how: 'its first page',
	})
	const like = patterns(host.database, base, asked.map(({ q }) => q))
	await addRow(report, 'LIKE', asked, { find: async (q) => new Set(like.get(q).found), ask: async (q) => like.get(q), how: 'the statement alone, all of it' })
	const apps = {
		contacts: () => contacts(session, uid, people),
		tables: () => tables(session, people),
	}
	for (const [app, bring] of Object.entries(apps)) {
		if (!new RegExp(`- ${app}:`).test(enabled)) {
			report.row(app, '–', 'this app is missing')
			continue
		}
		report.say(`${app}: bringing the people there`)
		const peer = await bring()
		try {
			await addRow(report, app, asked, { ...peer, ask: (q) => timed(() => peer.ask(q)) })
		} finally {
			await peer.remove()
		}
	}
}
