/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { API } from './client.mjs'

/** Readers with an address alone. */
const READERS = 20_000
const ROWS_AT_ONCE = 200
/** Entries of a draft, and the most a letter may have. */
const ENTRIES = 40
const MOST_ENTRIES = 300
const JOB = 'OCA\\Reseau\\Letter\\LetterJob'
const DAY = 86_400_000

const dayOf = (time) => new Date(time).toISOString().slice(0, 10)

/** Sends JSON and answers the content of ocs.data; throws if it is refused. */
async function ask(session, method, path, body) {
	const answer = await session.send(method, API + path, body && JSON.stringify(body), 'application/json')
	if (answer.status >= 300) {
		throw new Error(`${method} ${path}: ${answer.status} ${answer.body.slice(0, 300)}`)
	}
	return JSON.parse(answer.body).ocs.data
}

/** @return {Promise<[number, object]>} seconds, and what came of it */
async function timed(work) {
	const start = performance.now()
	const made = await work()
	return [(performance.now() - start) / 1000, made]
}

async function importReaders(session) {
	for (let first = 0; first < READERS; first += ROWS_AT_ONCE) {
		await ask(session, 'POST', '/subscribers/import', {
			rows: Array.from({ length: ROWS_AT_ONCE }, (_, i) => ({ position: i + 1, address: `reader-${first + i}@example.org`, name: `Reader ${first + i}`, date: dayOf(Date.now() - DAY), how: 'Bench' })),
		})
	}
}

const itemsOf = (passages, most) => passages.slice(0, most).map(({ kind, id }) => ({ kind, id, taken: true, text: null, hash: null }))

/** What the page of a new letter asks, one after the other: it is made, read, filled, stored and shown. */
async function draft(session, now) {
	const from = dayOf(now - 365 * DAY)
	const until = dayOf(now)
	const made = await ask(session, 'POST', '/letters', { kind: 'letter', title: 'Bench', language: 'fr', from, until, readers: { kind: 'all', of: '' }, key: `bench-letter-${now}` })
	const { passages } = await ask(session, 'GET', `/letters/${made.id}/passages`)
	const content = { title: 'Bench', language: 'fr', editorial: 'Bonjour.', from, until, readers: { kind: 'all', of: '' }, picture: null, items: itemsOf(passages, ENTRIES) }
	const letter = await ask(session, 'PUT', `/letters/${made.id}`, { ...content, version: made.version })
	await ask(session, 'GET', `/letters/${made.id}`)
	await ask(session, 'POST', `/letters/${made.id}/rendering`, { ...content, as: 'account' })
	return { letter, passages, content }
}

/** Runs the job until nothing waits. */
async function runJob(host, session, id) {
	const runs = []
	for (let report = await ask(session, 'GET', `/letters/${id}/sending`); report.state === 'sending';) {
		const { printed } = await host.occ('background-job:list', '--output=json', ...host.name === 'nextcloud' ? [`--class=${JOB}`] : [])
		const job = JSON.parse(printed).find((one) => one.class === JOB)
		if (!job) {
			throw new Error('The letter is being sent, and no job sends it')
		}
		const { seconds, megabytes } = await host.occ('background-job:execute', '--force-execute', String(job.id))
		const next = await ask(session, 'GET', `/letters/${id}/sending`)
		runs.push({ seconds, megabytes, mails: next.counts.sent - report.counts.sent })
		if (next.counts.sent === report.counts.sent && next.state === 'sending') {
			throw new Error('The job sends nothing')
		}
		report = next
	}
	return runs
}

/**
 * The letter of a large network with a year of activity: its draft, and sending it to many. On a Nextcloud, its mail server should throw away what it gets.
 *
 * @param {import('./hosts.mjs').Host} host with `occ`
 * @param {object} session of a facilitator
 */
export async function letterTimes(host, session, report) {
	report.part('The letter')
	const [importing] = await timed(() => importReaders(session))
	report.row('addresses imported, a second', READERS / importing, `${READERS} addresses`)
	const [drafting, { letter, passages, content }] = await timed(() => draft(session, Date.now()))
	report.row('draft of a year, s', drafting, `${passages.length} passages, five requests`, { most: 3 })
	const whole = { ...content, items: itemsOf(passages, MOST_ENTRIES), as: 'account' }
	const [showing, rendering] = await timed(() => ask(session, 'POST', `/letters/${letter.id}/rendering`, whole))
	report.row('preview of as many as a letter may have, s', showing, `${whole.items.length} entries, ${Math.round(rendering.bytes / 1000)} kB`)
	const [counting, readers] = await timed(() => ask(session, 'POST', `/letters/${letter.id}/readers`))
	report.row('who gets it, counted, s', counting, `${readers.total} people`)
	const [sending, { counts }] = await timed(() => ask(session, 'POST', `/letters/${letter.id}/sending`, { version: letter.version, readers: readers.key }))
	report.row('“Send”, with three seconds of mails, s', sending, `${counts.sent} sent`)
	const runs = await runJob(host, session, letter.id)
	const seconds = runs.reduce((sum, run) => sum + run.seconds, 0)
	const mails = runs.reduce((sum, run) => sum + run.mails, 0)
	report.row('mails a second, by the job', mails / seconds, `${mails} mails in ${Math.round(seconds)} s, ${runs.length} runs`)
	report.row('most memory of a run, MB', Math.max(...runs.map(({ megabytes }) => megabytes)), runs.map((run) => `${Math.round(run.megabytes)} MB for ${run.mails}`).join(', '))
}
