/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MemberSummary } from './model.ts'

type Found = NonNullable<MemberSummary['found']>[number]

/** The name, split at the search words. */
export function nameOf({ name, found = [] }: MemberSummary): readonly string[] {
	return found.find(({ part }) => part === 'name')?.pieces ?? [name]
}

/**
 * The content of a tile: what the person seeks and offers, with a found sentence instead of the first, then the
 * other parts with a found sentence.
 */
export function linesOf({ seeks, offers, found = [] }: MemberSummary): Found[] {
	const first = ([['seeks', seeks], ['offers', offers]] as const).flatMap(([part, text]): Found[] => {
		const hit = found.find((one) => one.part === part)
		return hit ? [hit] : text === undefined ? [] : [{ part, pieces: [text] }]
	})
	return [...first, ...found.filter(({ part }) => part !== 'name' && part !== 'seeks' && part !== 'offers')]
}

/** The content of a row: the best found sentence, else what they seek, else what they offer. */
export function lineOf(member: MemberSummary): Found | undefined {
	return member.found?.find(({ part }) => part !== 'name') ?? linesOf(member)[0]
}

/** The name to greet a person with: the first word of their name. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/)[0] ?? ''
}
