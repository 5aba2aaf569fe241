/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What requests cost as the number of cards grows: stored runs as a chart and a table.
import { DATABASES } from './database.mjs'
import { shown, table } from './report.mjs'

/** Rows of a run, by what the chart calls them. */
const SHOWN = {
	selective: 'Search, at most 1 % of the cards',
	'broad word': 'Search, a broad word',
	'Home of a member': 'Home',
	'matches of one member': 'Matches',
	'500 links': 'Neighbourhood of 500 links',
	'map of the network': 'Data of the map',
}
const COLOURS = { sqlite: '#2a78c2', pgsql: '#c2562a', mysql: '#2f9461' }
const MARKS = {
	sqlite: (x, y) => `<circle cx="${x}" cy="${y}" r="4"/>`,
	pgsql: (x, y) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`,
	mysql: (x, y) => `<path d="M${x} ${y - 5}l5 9h-10z"/>`,
}
/** Both scales are logarithmic: cards, and milliseconds; the least is drawn for less. */
const CARDS = [1000, 100_000]
const TIMES = [1, 1000]
const [WIDTH, HEIGHT] = [300, 230]
const PLOT = { left: 46, top: 34, width: 222, height: 160 }
const share = (value, [least, most]) => Math.log(Math.max(value, least) / least) / Math.log(most / least)
const round = (value) => Math.round(value * 10) / 10
const xOf = (cards) => round(PLOT.left + share(cards, CARDS) * PLOT.width)
const yOf = (ms) => round(PLOT.top + (1 - share(ms, TIMES)) * PLOT.height)

/**
 * @param {import('./stored.mjs').Run[]} runs the newest first
 * @return {{what: string, database: string, points: [number, number][]}[]} of the host of the newest: cards, and ms of our own at the median
 */
export function growth(runs) {
	const own = runs.filter(({ host, mode }) => host === runs[0].host && mode === '')
	return Object.keys(SHOWN).flatMap((what) => Object.keys(DATABASES).map((database) => {
		const points = own.filter((run) => run.database === database).flatMap(({ cards, rows }) => {
			const row = rows.find((one) => one.what === what && one.p50 !== undefined)
			return row ? [[cards, row.p50 - row.floor]] : []
		})
		return { what, database, points: points.sort(([a], [b]) => a - b) }
	})).filter(({ points }) => points.length > 0)
}

/** Of each class a plot with a line for each database; the dashed lines are what would take ten times as long with ten times as many cards. */
export function chart(lines) {
	const plots = Object.entries(SHOWN).map(([what, title], i) => {
		const text = (x, y, words, more = '') => `<text x="${x}" y="${y}"${more}>${words}</text>`
		const across = [1, 10, 100, 1000].map((ms) => `<path class="grid" d="M${PLOT.left} ${yOf(ms)}h${PLOT.width}"/>` + text(PLOT.left - 6, yOf(ms) + 4, ms, ' text-anchor="end"'))
		const down = [1000, 10_000, 100_000].map((cards) => text(xOf(cards), PLOT.top + PLOT.height + 18, shown(cards), ' text-anchor="middle"'))
		const steep = [1, 10].map((ms) => `<path class="steep" d="M${xOf(CARDS[0])} ${yOf(ms)}L${xOf(CARDS[1])} ${yOf(100 * ms)}"/>`)
		const drawn = lines.filter((line) => line.what === what).map(({ database, points }) => {
			const places = points.map(([cards, ms]) => [xOf(cards), yOf(ms)])
			return `<g fill="${COLOURS[database]}" stroke="${COLOURS[database]}"><path class="line" d="M${places.map((place) => place.join(' ')).join('L')}"/>${places.map((place) => MARKS[database](...place)).join('')}</g>`
		})
		return `<g transform="translate(${i % 3 * WIDTH} ${Math.floor(i / 3) * HEIGHT})">${text(PLOT.left, 20, title, ' class="title"')}${[...across, ...down, ...steep, ...drawn].join('')}</g>`
	})
	const legend = Object.entries(DATABASES).map(([kind, name], i) => `<g fill="${COLOURS[kind]}">${MARKS[kind](PLOT.left + 6 + i * 110, 2 * HEIGHT + 12)}</g><text x="${PLOT.left + 18 + i * 110}" y="${2 * HEIGHT + 16}">${name}</text>`)
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${3 * WIDTH} ${2 * HEIGHT + 30}" role="img" aria-label="Milliseconds of our own at the median by the number of cards, on three databases">
<style>svg{background:#fff}text{font:12px sans-serif;fill:#222}.title{font-weight:bold}.grid{stroke:#8886}.steep{stroke:#888;stroke-dasharray:2 5}.line{fill:none;stroke-width:2}@media(prefers-color-scheme:dark){svg{background:#16181c}text{fill:#eee}}</style>
${plots.join('\n')}
${legend.join('\n')}
<text x="${3 * WIDTH - 18}" y="${2 * HEIGHT + 16}" text-anchor="end">ms of our own at the median · cards · dashed: ten times the cards, ten times the time</text>
</svg>
`
}

/** The same as a table of Markdown. */
export function growthTable(lines) {
	const sizes = [...new Set(lines.flatMap(({ points }) => points.map(([cards]) => cards)))].sort((a, b) => a - b)
	return table([
		['ms of our own at the median', 'database', ...sizes.map((cards) => `${shown(cards)} cards`)],
		['-', '-', ...sizes.map(() => '-:')],
		...lines.map(({ what, database, points }) => [SHOWN[what], DATABASES[database], ...sizes.map((cards) => shown(new Map(points).get(cards)))]),
	])
}
