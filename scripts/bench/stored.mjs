/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Runs that were stored, side by side.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { DATABASES } from './database.mjs'
import { shown, table } from './report.mjs'
import { FLOOR } from './speed.mjs'

/**
 * One run: the newest of its kind, which host, database, number of cards and mode make. Its rows are those of Report, with the `part` each is in.
 *
 * @typedef {{date: string, host: 'sandbox' | 'nextcloud', database: keyof typeof DATABASES, cards: number, mode: '' | 'stale', load: number, rows: object[]}} Run
 */

/** Stores a run in a folder, in place of the one of its kind. */
export function store(folder, { host, database, cards, mode }, report) {
	let part = ''
	const rows = report.rows.flatMap(({ title, ...row }) => {
		part = title ?? part
		return title ? [] : [{ part, ...row, asked: undefined }]
	})
	mkdirSync(folder, { recursive: true })
	const run = { date: new Date().toISOString(), host, database, cards, mode, load: loadavg()[2], rows }
	writeFileSync(join(folder, [host, database, cards, ...mode ? [mode] : []].join('-') + '.json'), JSON.stringify(run, null, '\t'))
}

/** @return {Run[]} the newest first */
export function stored(folder) {
	const runs = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
	return runs.sort((a, b) => b.date.localeCompare(a.date))
}

/** The figures of a class: p95 and p50 in times of the floor's p50, then statements and rows read; other figures as they are. */
function cell(row) {
	if (!row) {
		return ''
	}
	const { figure, verdict, p50, floor, statements, read, away } = row
	const first = verdict === 'FAIL' ? `**${shown(figure)}**` : shown(figure)
	if (p50 === undefined) {
		return first
	}
	const counts = statements === undefined ? ['–', '–'] : [shown(Math.round(statements * 10) / 10), shown(Math.round(read))]
	return [first, shown(p50 / floor), ...counts, ...away === undefined ? [] : [`+${shown(away)}`]].join(' · ')
}

/**
 * @param {Run[]} runs the newest first
 * @return {string} those that are of the same kind as the newest but for their database, as a table of Markdown
 */
export function compare(runs) {
	const [{ host, cards, mode }] = runs
	const kinds = Object.keys(DATABASES)
	const same = runs.filter((run) => run.host === host && run.cards === cards && run.mode === mode)
	const of = Object.fromEntries(kinds.map((kind) => [kind, same.find(({ database }) => database === kind)]))
	const columns = kinds.filter((kind) => of[kind])
	const key = ({ part, what }) => `${part}\n${what}`
	const rows = new Map(columns.flatMap((kind) => of[kind].rows.map((row) => [key(row), row])))
	const lines = []
	let part = ''
	for (const [id, row] of rows) {
		if (row.part !== part) {
			part = row.part
			lines.push([`**${part}**`, ...columns.map(() => ''), ''])
		}
		lines.push([row.what, ...columns.map((kind) => cell(of[kind].rows.find((one) => key(one) === id))), row.target])
	}
	const floors = columns.map((kind) => {
		const floor = of[kind].rows.find(({ what }) => what === FLOOR)
		return `${of[kind].date.slice(0, 16).replace('T', ' ')}${floor ? `, floor ${shown(floor.p50)} ms, noise ${shown(floor.figure)}` : ''}, load ${shown(of[kind].load)}`
	})
	const heading = `${shown(cards)} cards on ${host === 'nextcloud' ? 'Nextcloud' : 'the sandbox'}${mode === 'stale' ? ', stale statistics' : ''}: p95 ÷ the floor’s p50 · p50 ÷ p50 · statements · rows read`
		+ ' (· ms more for each ms that the database is away)'
	return `${heading}\n\n${table([['class', ...columns.map((kind) => DATABASES[kind]), 'target'], ['-', ...columns.map(() => '-:'), '-:'], ['run', ...floors, ''], ...lines])}`
}
