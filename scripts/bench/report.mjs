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
	#rows = []
	/** What fails the run: sizes and recall are the same on every machine, times are not. */
	failed = []

	/** A heading for the rows that follow. */
	part(title) {
		this.#rows.push({ title })
		console.error(`… ${title}`)
	}

	/**
	 * @param {string} what
	 * @param {number | string} figure
	 * @param {string} note how it came about
	 * @param {{most?: number, least?: number, binding?: boolean}} target binding: missing it fails the run
	 */
	row(what, figure, note = '', { most, least, binding = false } = {}) {
		const judged = most !== undefined || least !== undefined
		const met = (most === undefined || figure <= most) && (least === undefined || figure >= least)
		const target = !judged ? '' : most !== undefined ? `≤ ${shown(most)}` : `≥ ${shown(least)}`
		this.#rows.push({ what, figure: shown(figure), target, verdict: !judged ? '' : met ? 'pass' : 'FAIL', note })
		if (judged && !met && binding) {
			this.failed.push(what)
		}
	}

	/** All of it as a table of Markdown. */
	toString() {
		const lines = this.#rows.map(({ title, ...row }) => title ? [`**${title}**`, '', '', '', ''] : Object.values(row))
		const table = [['measured', 'figure', 'target', '', 'how'], ['-', '-:', '-:', '-', '-'], ...lines]
		const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)))
		return table.map((line, row) => '| ' + line.map((cell, column) => {
			if (row === 1) {
				return cell === '-:' ? '-'.repeat(widths[column] - 1) + ':' : '-'.repeat(Math.max(1, widths[column]))
			}
			return column === 1 || column === 2 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])
		}).join(' | ') + ' |').join('\n')
	}
}
