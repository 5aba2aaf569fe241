/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineStyle } from '../../src/minutes/read/lineStyle.ts'
import type { Marked } from '../../tests/support/marked.ts'

import { readMarked } from '../../tests/support/marked.ts'

/** The lines of one group, by what they are of. */
interface Blocks {
	title: string[]
	sections: string[]
	grid: string[]
	roster: string[]
}

const POINTS = ['- ', '* ', '• ', '– ', '— ', '+ ', '▪ ', '> ', '→ ', 'o ', '» ', '=> ', '. ', '']
const POINT = /^([I123P] )(\s*)(?:[-–—•*▪✓+.]|->|--|\d\)|[a-h]\)|\d°)\s?(?=\{)/

/** Texts made of parts of others: the title of one manner, the sections of a second, the grid of a third, the people of a fourth. The same numbers give the same texts. */
export function recombined(texts: readonly Marked[], many: number): Marked[] {
	const sources = texts.map((text) => blocksOf(text)).filter(({ groups }) => groups.length > 0 && !groups.some(({ sections }) => sections.some((line) => line.startsWith('S '))))
	let state = 11
	const random = (below: number) => {
		state = (state * 1103515245 + 12345) % 2147483648
		return Math.floor(state / 65536) % below
	}
	const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
	const gridded = sources.filter(({ groups }) => groups.some(({ grid }) => grid.length > 0))
	const peopled = sources.filter(({ groups }) => groups.some(({ roster }) => roster.length > 0))
	return Array.from({ length: many }, (_, n): Marked => {
		const [titles, sections, grids, rosters, before] = [pick(sources), pick(sources), pick(gridded), pick(peopled), pick(sources)]
		const [points, answers, people] = [pick(POINTS), pick(POINTS), pick(POINTS)]
		const airy = random(4)
		const bare = random(5) === 0
		const groups = Math.min(titles.groups.length, 1 + random(4))
		const lines = [...before.head, '']
		for (let i = 0; i < groups; i++) {
			const own = [
				titles.groups[i]!.title,
				pointed(sections.groups[i % sections.groups.length]!.sections, points),
				random(4) > 0 ? pointed(grids.groups[i % grids.groups.length]!.grid, answers) : [],
				pointed(withoutContacts(rosters.groups[i % rosters.groups.length]!.roster, bare), people),
			]
			own.forEach((block, b) => lines.push(...block.filter((line) => airy !== 0 || b === 0 || line !== ''), ...airy === 1 && b < 3 ? [] : ['']))
		}
		return { ...readMarked(`recombined-${n}`, lines.join('\n')), manner: 'recombined' }
	})
}

/** How a word processor might set the lines of a text: not at all, its headings in bold, or no more than large titles. Some lines are in bold for no reason. */
export function stylesOf({ lines, labels }: Marked, number: number): (LineStyle | null)[] {
	const way = number % 4
	return way < 2
		? []
		: lines.map((line, i) => {
				const title = 'Tt'.includes(labels[i]!)
				const bold = title || (way === 2 && 'HGR'.includes(labels[i]!)) || (number * 7 + i * 13) % 37 === 0
				return line.trim() === '' ? null : { bold, size: title ? 1.23 : 1, centred: false, level: 0 }
			})
}

/** The same people by their names alone, if chosen. */
function withoutContacts(lines: readonly string[], is: boolean): readonly string[] {
	return !is ? lines : lines.map((line) => line.replace(/[\s,;:–—/|<(-]*(?:(?:Mail|Tél) : )?\{[ep]:[^}]*\}[>)]?/g, '')).filter((line) => !/^[P+]\W*$/.test(line))
}

/** The same lines behind another sign; half of the time as they were. */
function pointed(lines: readonly string[], sign: string): string[] {
	return lines.map((line) => line.replace(POINT, `$1$2${sign}`))
}

function blocksOf({ lines, labels }: Marked): { head: string[], groups: Blocks[] } {
	const head: string[] = []
	const groups: Blocks[] = []
	let block: string[] = head
	lines.forEach((line, i) => {
		const label = labels[i]!.trim()
		if (label === 'T') {
			groups.push({ title: [], sections: [], grid: [], roster: [] })
		}
		const group = groups.at(-1)
		if (group) {
			block = 'Tt'.includes(label) && label !== '' ? group.title : 'HI'.includes(label) && label !== '' ? group.sections : 'GabcS123'.includes(label) && label !== '' ? group.grid : 'FfRP'.includes(label) && label !== '' ? group.roster : block
		}
		block.push(label === '' ? '' : `${label} ${line}`)
	})
	return { head, groups }
}
