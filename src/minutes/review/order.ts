/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Item } from './items.ts'

/** An ordered list whose items can be moved. */
export class Order {
	private readonly items: Map<string, Item>
	/** Items by the id of the item they follow; without one, first. */
	private readonly behind = new Map<string, Item[]>()
	private readonly moved = new Map<string, Item>()

	constructor(items: readonly Item[]) {
		this.items = new Map(items.map((item) => [item.id, item]))
	}

	get(id: string): Item | undefined {
		return this.moved.get(id) ?? this.items.get(id)
	}

	replace(item: Item): void {
		this.items.set(item.id, item)
	}

	put(item: Item, behind: string): void {
		this.items.delete(item.id)
		this.moved.set(item.id, item)
		this.behind.set(behind, [...this.behind.get(behind) ?? [], item])
	}

	all(): Item[] {
		const found: Item[] = []
		const waiting = [...this.items.values()].reverse()
		waiting.push(...[...this.behind.get('') ?? []].reverse())
		for (let item = waiting.pop(); item; item = waiting.pop()) {
			found.push(item)
			waiting.push(...[...this.behind.get(item.id) ?? []].reverse())
		}
		return found
	}
}
