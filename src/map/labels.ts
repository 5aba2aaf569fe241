/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A name to write next to a dot, in pixels of the drawing. */
export interface Label {
	text: string
	/** Middle and radius of the dot. */
	x: number
	y: number
	size: number
	/** How wide the text is. */
	width: number
	/** Of two that do not both fit the one with the smaller is written. */
	rank: number
}

/** A label, and where its text begins. */
export interface Placed extends Label {
	left: number
}

/** Characters of a name to draw; the full name is in the list and next to the pointer. */
const LONG = 34
/** Pixels between a dot and its name. */
export const LABEL_GAP = 4
/** Pixels from the middle of one line to the next. */
const LINE = 17
/** Pixels between two names in a line. */
const APART = 6

/** A name as it is written on the drawing. */
export function shortened(name: string): string {
	return name.length <= LONG ? name : `${name.slice(0, LONG).trimEnd()}…`
}

/** Where the text of a label begins: at the right of its dot, where the drawing ends at its left, or as far right as there is room. */
export function labelLeft({ x, size, width }: Pick<Label, 'x' | 'size' | 'width'>, stage: number): number {
	const right = x + size + LABEL_GAP
	const left = x - size - LABEL_GAP - width
	return right + width <= stage || x > stage ? right : left >= 0 ? left : Math.max(0, stage - width)
}

/** Those of some labels that can be read: none is written over another. */
export function placeLabels(labels: readonly Label[], stage: number): Placed[] {
	const written: Placed[] = []
	for (const label of [...labels].sort((one, other) => one.rank - other.rank)) {
		const left = labelLeft(label, stage)
		const free = written.every((other) => Math.abs(other.y - label.y) >= LINE
			|| left + label.width + APART <= other.left
			|| other.left + other.width + APART <= left)
		if (free) {
			written.push({ ...label, left })
		}
	}
	return written
}
