/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MemberSummary } from './model.ts'

type Found = NonNullable<MemberSummary['found']>[number]

/** The name, cut up where words of the search stand in it. */
export function nameOf({ name, found = [] }: MemberSummary): readonly string[] {
	return found.find(({ part }) => part === 'name')?.pieces ?? [name]
}

/**
 * What a tile says of somebody: what they seek and offer, with the sentence found there in the place of the first, then the
 * other parts with a sentence found.
 */
export function linesOf({ seeks, offers, found = [] }: MemberSummary): Found[] {
	const first = ([['seeks', seeks], ['offers', offers]] as const).flatMap(([part, text]): Found[] => {
		const hit = found.find((one) => one.part === part)
		return hit ? [hit] : text === undefined ? [] : [{ part, pieces: [text] }]
	})
	return [...first, ...found.filter(({ part }) => part !== 'name' && part !== 'seeks' && part !== 'offers')]
}

/** The one thing a row says of somebody: the best sentence found, else what they seek, else what they offer. */
export function lineOf(member: MemberSummary): Found | undefined {
	return member.found?.find(({ part }) => part !== 'name') ?? linesOf(member)[0]
}

/** What one calls somebody to greet them: the first word of their name. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/)[0] ?? ''
}
