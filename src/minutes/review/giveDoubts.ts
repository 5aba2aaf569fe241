/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Doubt, DoubtKind, Group } from './draft.ts'
import type { Giving } from './give.ts'

import { allPoints } from './draft.ts'
import { overlap } from './outlineItems.ts'

/** Questions about a group as a whole. */
const OWN: readonly DoubtKind[] = ['number', 'count', 'mandate', 'unmarked']

/** The questions after a person chose what some lines are: that answers those about the lines, and may ask some about what was read with them. */
export function doubtsAfter({ draft, choice, read, begun }: Giving, groups: readonly Group[]): Doubt[] {
	const home = new Map(groups.flatMap((group) => [...group.roster, ...allPoints(group)].map(({ id }) => [id, group.id] as const)))
	const subject = ({ entry, point }: Doubt) => entry ?? point
	const isAbout = (doubt: Doubt) => subject(doubt) === undefined ? doubt.kind !== 'reading' || !overlap(doubt.lines, choice.lines) : home.has(subject(doubt)!)
	const isBelow = ({ lines }: Doubt) => begun !== null && overlap(lines, begun.below)
	const old = draft.doubts.filter((doubt) => isAbout(doubt) && !(begun && doubt.kind === 'count' && doubt.group !== begun.id && isBelow(doubt)))
		.map((doubt): Doubt => ({ ...doubt, group: home.get(subject(doubt) ?? '') ?? (doubt.kind === 'reading' && isBelow(doubt) ? begun!.id : doubt.group) }))
	const asked = new Set(draft.doubts.map(({ id }) => id))
	const before = new Set([...draft.groups.flatMap((group) => [...group.roster, ...allPoints(group)])].map(({ id }) => id))
	const asks = (doubt: Doubt) => subject(doubt) !== undefined
		? home.has(subject(doubt)!) && !before.has(subject(doubt)!)
		: begun !== null && doubt.group === begun.read && OWN.includes(doubt.kind) && !draft.groups.some(({ id }) => id === begun.id)
	const added = read.doubts.filter((doubt) => !asked.has(doubt.id) && asks(doubt)).map((doubt): Doubt => ({ ...doubt, group: home.get(subject(doubt) ?? '') ?? begun!.id }))
	return [...old, ...added]
}
