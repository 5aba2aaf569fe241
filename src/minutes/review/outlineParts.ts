/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { Item } from './items.ts'

import { columnOf } from './draft.ts'
import { freeId } from './items.ts'
import { linesOf } from './outlineItems.ts'

/** What follows the id of a group in that of its follow-ups or of a part of its mandate; null: the id of a section. */
export function partOf(holder: string): string | null {
	return columnOf(holder) !== null ? ` ${columnOf(holder)}` : holder.endsWith('.f') ? '.f' : null
}

/** The parts of a draft, while they are put elsewhere. */
export class Parts {
	constructor(public all: readonly Item[]) {}

	/** The group of a part. */
	groupOf({ kind, parent }: Item): string {
		const part = partOf(parent)
		return part !== null
			? parent.slice(0, -part.length)
			: kind === 'point' ? this.all.find((one) => one.kind === 'section' && one.id === parent)?.parent ?? '' : parent
	}

	/** Adds a part among those with the same parent, in the order of the text, with an id that no other part has. */
	add<Part extends Item>(item: Part): Part {
		const id = this.freeId(item.id)
		const named = { ...item, id, value: { ...item.value, id } }
		this.insert(named)
		return named
	}

	/** This id, or one like it that no part has. */
	freeId(id: string): string {
		return freeId(id, new Set(this.all.map((item) => item.id)))
	}

	/** Puts a part elsewhere, in the order of the text; only outside of a mandate a point is a card. */
	move(item: Item, parent: string): void {
		this.all = this.all.filter(({ id }) => id !== item.id)
		const card = columnOf(parent) === null && (columnOf(item.parent) !== null || (item.kind === 'point' && item.value.card))
		this.insert({ ...item, parent, ...item.kind === 'point' && { value: { ...item.value, card } } } as Item)
	}

	change(id: string, change: (item: Item) => Item): void {
		this.all = this.all.map((item) => item.id === id ? change(item) : item)
	}

	/** The section of a group that has a line by its place; null: it is above all of them. */
	sectionAt(group: string, line: number): string | null {
		const found = this.all.flatMap((item) => {
			const from = item.kind === 'section' && item.parent === group ? this.firstLine(item) : null
			return from !== null && from <= line ? [{ from, id: item.id }] : []
		})
		return found.sort((one, other) => one.from - other.from).at(-1)?.id ?? null
	}

	/** The same; without one, a section without a heading is added. */
	sectionFor(group: string, lines: Lines): string {
		return this.sectionAt(group, lines.from)
			?? this.add({ kind: 'section', id: `s${lines.from}`, parent: group, value: { id: '', heading: '', lines, points: [], stack: null } }).id
	}

	/** A section without a heading begins with its first point. */
	private firstLine(section: Item): number | null {
		const [own] = linesOf(section)
		const points = own ? [] : this.all.filter(({ kind, parent }) => kind === 'point' && parent === section.id).flatMap(linesOf)
		return own?.from ?? (points.length > 0 ? Math.min(...points.map(({ from }) => from)) : null)
	}

	private insert(item: Item): void {
		const from = linesOf(item)[0]?.from ?? item.value.lines?.from ?? Infinity
		const isSibling = (one: Item) => one.kind === item.kind && one.parent === item.parent
		const before = this.all.findLastIndex((one) => isSibling(one) && (linesOf(one)[0]?.from ?? -1) < from)
		const first = this.all.findIndex(isSibling)
		this.all = this.all.toSpliced(before >= 0 ? before + 1 : first >= 0 ? first : this.all.length, 0, item)
	}
}
