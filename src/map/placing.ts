/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Cut, CutBranch, Tied } from './surroundings.ts'
import type { Measure } from './texts.ts'

import { cutText, NAME, NAME_LINE, textHeight, WORDS, WORDS_LINE, wrapped } from './texts.ts'

/** A text with its position: each line ends or begins at `x`, and is vertically centred at its `y`. */
export interface PlacedText {
	x: number
	end: boolean
	lines: { text: string, y: number, size: number }[]
}

/** A node around the centre: its dot, its texts outside of it, and the box around both. */
export interface PlacedNode extends PlacedText {
	/** null: a number of others that are not drawn. */
	node: Tied | null
	/** How many others. */
	more: number
	dot: { x: number, y: number }
	box: Box
}

export interface Box {
	x: number
	y: number
	width: number
	height: number
}

/** From the centre straight to a branch, from a branch in a curve to each of its people (bowOf()). */
export interface Line {
	x1: number
	y1: number
	x2: number
	y2: number
	bow: boolean
}

/** The drawing around a centre. */
export interface Placing {
	height: number
	centre: PlacedText & { box: Box }
	nodes: PlacedNode[]
	lines: Line[]
}

/** Height of a name in one line: large enough as a touch target. */
const ROW = 26
/** Distance between two branches. */
const APART = 10
/** Distance from a dot to its text, and from the text to the following lines. */
const BESIDE = 12
const AFTER = 6
/** Distance between the names of a branch's column and the dots of its people. */
const FAN = 32
const MARGIN = 6
const LEAST_HEIGHT = 220
/** Half the width of the centre, from its middle to the nearest dots, and the additional distance in the middle of a side. */
const CENTRE = 62
const NEAR = 76
const BULGE = 40
/** The share of the space next to the arc that people may take from the names of branches. */
const SHARE = 0.42
/** Position of the centre, as a part of the width, if one side needs more room. */
const LEANING = 0.42
/** Below this width everything is on one side, and names have twice the room. */
const NARROW = 820
/** From this number of names, the words next to them are only in the list. */
const MANY = 16

/** Whether a drawing of this width has everything on one side. */
export const isOneSided = (width: number) => width < NARROW

/** The path of a line that begins and ends horizontally: it curves between two columns, and crosses neither. */
export function bowOf({ x1, y1, x2, y2 }: Line): string {
	const middle = (x1 + x2) / 2
	return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

/** A branch with its texts, before it is placed. */
interface Block {
	branch: CutBranch | null
	more: number
	lines: { text: string, size: number }[]
	width: number
	height: number
}

/**
 * Places what is around a centre so that no line crosses a name and no name is over another. Every branch has its own section of a side;
 * the dots of branches are on an arc that is convex as seen from the centre, with all names outside and all lines from the centre
 * within; the people of a branch are in a column next to its name.
 *
 * @param name of the centre
 * @param cut what to draw
 * @param width of the drawing, in pixels
 * @param measure of texts
 * @param others words for a number of others
 */
export function placeAround(name: string, cut: Cut, width: number, measure: Measure, others: (count: number) => string): Placing {
	const withWords = cut.branches.length < MANY
	const blocksIn = (branches: readonly (CutBranch | null)[], room: number) => branches
		.map((branch) => branch === null ? restOf(others(cut.more), cut.more) : blockOf(branch, room, measure, withWords))
	const all = [...cut.branches, ...cut.more > 0 ? [null] : []]
	const parts = isOneSided(width) ? [all] : halves(blocksIn(all, roomIn(width / 2))).map((side) => side.map(({ branch }) => branch))
	// If only one side has people next to its groups, it gets more room.
	const [right, left] = parts.map((side) => side.some((branch) => branch !== null && branch.people.length > 0))
	const cx = isOneSided(width) ? CENTRE + MARGIN : width * (right === left ? 0.5 : right ? LEANING : 1 - LEANING)
	const rooms = [roomIn(width - cx), roomIn(cx)]
	const sides = parts.map((side, i) => blocksIn(side, rooms[i]!))
	const height = Math.max(LEAST_HEIGHT, ...sides.map(heightOf)) + 2 * MARGIN
	const cy = height / 2
	const placed = sides.map((side, i) => placeSide(side, { cx, cy, half: height / 2, out: i === 0 ? 1 : -1, room: rooms[i]!, measure, others }))
	const title = wrapped(name, 2 * CENTRE - 16, 2, NAME, measure)
	return {
		height,
		centre: {
			x: cx,
			end: false,
			lines: title.map((text, i) => ({ text, size: NAME, y: cy + NAME_LINE * (i - (title.length - 1) / 2) })),
			box: { x: cx - CENTRE, y: cy - NAME_LINE * title.length / 2 - 10, width: 2 * CENTRE, height: NAME_LINE * title.length + 20 },
		},
		nodes: placed.flatMap(({ nodes }) => nodes),
		lines: placed.flatMap((side) => side.lines),
	}
}

/** Room for names between the arc and the edge of the drawing. */
function roomIn(reach: number): number {
	return reach - NEAR - BULGE - BESIDE - MARGIN
}

function blockOf(branch: CutBranch, room: number, measure: Measure, withWords: boolean): Block {
	const alone = branch.people.length === 0 && branch.more === 0
	const most = alone ? room : SHARE * room
	const words = withWords && branch.words !== '' ? wordsIn(branch.words, most, measure) : []
	const lines = [
		...wrapped(branch.label, most, 2, NAME, measure).map((text) => ({ text, size: NAME })),
		...words.map((text) => ({ text, size: WORDS })),
	]
	const rows = branch.people.length + Number(branch.more > 0)
	return { branch, more: 0, lines, width: Math.max(...lines.map(({ text, size }) => measure(text, size))), height: Math.max(ROW, textHeight(lines) + 6, rows * ROW) }
}

/** The bond of a branch in at most two lines: two bonds are below each other if they fit. */
function wordsIn(text: string, width: number, measure: Measure): string[] {
	const two = text.split(' · ')
	return two.length === 2 && two.every((one) => measure(one, WORDS) <= width) ? two : wrapped(text, width, 2, WORDS, measure)
}

function restOf(text: string, more: number): Block {
	return { branch: null, more, lines: [{ text, size: NAME }], width: 0, height: ROW }
}

function heightOf(side: readonly Block[]): number {
	return side.reduce((sum, { height }) => sum + height + APART, -APART)
}

/** Two sides of nearly equal height, in order. */
function halves(blocks: readonly Block[]): [Block[], Block[]] {
	const sides = Array.from({ length: blocks.length + 1 }, (_, i): [Block[], Block[]] => [blocks.slice(0, i), blocks.slice(i)])
	const higher = ([one, other]: [Block[], Block[]]) => Math.max(heightOf(one), heightOf(other))
	return sides.reduce((best, one) => higher(one) < higher(best) ? one : best)
}

interface Side {
	cx: number
	cy: number
	/** Half the height of the drawing. */
	half: number
	/** 1 to the right, -1 to the left. */
	out: 1 | -1
	room: number
	measure: Measure
	others: (count: number) => string
}

function placeSide(side: readonly Block[], { cx, cy, half, out, room, measure, others }: Side): Pick<Placing, 'nodes' | 'lines'> {
	const nodes: PlacedNode[] = []
	const lines: Line[] = []
	let top = cy - heightOf(side) / 2
	for (const { branch, more, lines: texts, width, height } of side) {
		const y = top + height / 2
		const far = NEAR + BULGE * Math.sqrt(Math.max(0, 1 - ((y - cy) / half) ** 2))
		const dot = { x: cx + out * far, y }
		nodes.push(placedNode(branch, more, dot, out, texts, measure))
		lines.push({ x1: cx, y1: cy, x2: dot.x, y2: y, bow: false })
		const people: (Tied | null)[] = branch ? [...branch.people, ...branch.more > 0 ? [null] : []] : []
		const begin = far + BESIDE + width + AFTER
		const column = begin + FAN
		people.forEach((person, i) => {
			const at = { x: cx + out * column, y: y + ROW * (i - (people.length - 1) / 2) }
			const text = cutText(person?.label ?? others(branch!.more), room + NEAR + BULGE - column, NAME, measure)
			nodes.push(placedNode(person, person ? 0 : branch!.more, at, out, [{ text, size: NAME }], measure))
			lines.push({ x1: cx + out * begin, y1: y, x2: at.x, y2: at.y, bow: true })
		})
		top += height + APART
	}
	return { nodes, lines }
}

function placedNode(node: Tied | null, more: number, dot: { x: number, y: number }, out: 1 | -1, texts: readonly { text: string, size: number }[], measure: Measure): PlacedNode {
	const high = textHeight(texts)
	const width = Math.max(...texts.map(({ text, size }) => measure(text, size)))
	let y = dot.y - high / 2
	const lines = texts.map(({ text, size }) => {
		const line = size === NAME ? NAME_LINE : WORDS_LINE
		y += line
		return { text, size, y: y - line / 2 }
	})
	const wide = BESIDE + width + AFTER
	const box = { x: out === 1 ? dot.x - AFTER : dot.x - wide, y: dot.y - Math.max(ROW - 2, high) / 2, width: wide + AFTER, height: Math.max(ROW - 2, high) }
	return { node, more, dot, x: dot.x + out * BESIDE, end: out === -1, lines, box }
}
