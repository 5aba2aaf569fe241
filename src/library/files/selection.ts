/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The selection of a list, by ids. */
export interface Selection {
	ids: ReadonlySet<string>
	/** Where a range begins: the last file that was selected individually. */
	anchor: string | null
	/** The entries selected by the range, which the next range from the anchor deselects. */
	range: readonly string[]
}

export const NONE: Selection = { ids: new Set(), anchor: null, range: [] }

/** The selection with one file added or removed. */
export function toggled({ ids }: Selection, id: string): Selection {
	const now = new Set(ids)
	if (!now.delete(id)) {
		now.add(id)
	}
	return { ids: now, anchor: id, range: [] }
}

/**
 * Selects everything from the anchor to a file and deselects the previous range, as lists do everywhere. `order` has the
 * ids of the whole list; `from` is the start without an anchor.
 */
export function extended({ ids, anchor, range }: Selection, order: readonly string[], id: string, from = id): Selection {
	const start = anchor !== null && order.includes(anchor) ? anchor : from
	const [low, high] = [order.indexOf(start), order.indexOf(id)].sort((one, other) => one - other) as [number, number]
	const taken = order.slice(low, high + 1)
	return { ids: new Set([...[...ids].filter((one) => !range.includes(one)), ...taken]), anchor: start, range: taken }
}

/** The whole list. */
export function everything(order: readonly string[]): Selection {
	return { ids: new Set(order), anchor: null, range: [] }
}
