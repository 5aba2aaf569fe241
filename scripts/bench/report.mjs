/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The value that a share of the figures does not exceed. */
export function percentile(figures, share) {
	const sorted = [...figures].sort((a, b) => a - b)
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}
export const median = (figures) => percentile(figures, 0.5)

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
/** A figure as it is printed. */
export const shown = (figure) => typeof figure === 'number' ? digits.format(figure) : figure ?? ''

/** Collects what was measured, and whether it is as it should be. */
export class Report {
	/** What fails the run: sizes and recall are the same on every machine, times are not. */
	failed = []
	/** All rows, a heading as one with a `title` alone. */
	rows = []

	/** Rows whose requests can be asked again. */
	get asked() {
		return this.rows.filter(({ asked }) => asked)
	}

	/** Says what is under way. */
	say(what) {
		console.error(`… ${what}`)
	}

	/** A heading for the rows that follow. */
	part(title) {
		this.rows.push({ title })
		this.say(title)
	}

	/**
	 * @param {string} what
	 * @param {number | string} figure
	 * @param {string} note how it came about
	 * @param {{most?: number, least?: number, binding?: boolean}} target binding: missing it fails the run
	 * @param {object} more figures that the row is made of, to be stored
	 */
	row(what, figure, note = '', { most, least, binding = false } = {}, more = {}) {
		const judged = most !== undefined || least !== undefined
		const met = (most === undefined || figure <= most) && (least === undefined || figure >= least)
		const target = !judged ? '' : most !== undefined ? `≤ ${shown(most)}` : `≥ ${shown(least)}`
		this.rows.push({ what, figure, target, verdict: !judged ? '' : met ? 'pass' : 'FAIL', note, ...more })
		if (judged && !met && binding) {
			this.failed.push(what)
		}
	}

	/** All of it as a table of Markdown. */
	toString() {
		const counts = ({ statements, read }) => statements === undefined ? '' : `; ${shown(statements)} statements, ${shown(Math.round(read))} rows read`
		const lines = this.rows.map(({ title, ...row }) => title ? [`**${title}**`, '', '', '', ''] : [row.what, shown(row.figure), row.target, row.verdict, row.note + counts(row)])
		return table([['measured', 'figure', 'target', '', 'how'], ['-', '-:', '-:', '-', '-'], ...lines])
	}
}

/** Lines of cells as a table of Markdown; the second line says by `-:` which columns are figures. */
export function table(lines) {
	const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)))
	return lines.map((line, row) => '| ' + line.map((cell, column) => {
		const isFigure = lines[1][column] === '-:'
		if (row === 1) {
			return isFigure ? '-'.repeat(widths[column] - 1) + ':' : '-'.repeat(Math.max(1, widths[column]))
		}
		return isFigure ? cell.padStart(widths[column]) : cell.padEnd(widths[column])
	}).join(' | ') + ' |').join('\n')
}
