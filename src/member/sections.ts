/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Audience, Audiences, Part } from './model.ts'

/** Who sees a part as long as nobody said: the same as in lib/Member, held to tests/fixtures/rules/card-limits.json. */
export const DEFAULT_AUDIENCES: Audiences = {
	headline: 'members',
	drives: 'members',
	seeks: 'members',
	offers: 'members',
	skills: 'members',
	values: 'members',
	sectors: 'members',
	trades: 'members',
	territories: 'members',
	networks: 'members',
	organisation: 'members',
	role: 'members',
	availability: 'members',
	limits: 'members',
	contact: 'groups',
	phone: 'me',
}

/** The sections of the editor, in the order a person would tell them, with the parts whose audience is set there. */
export const SECTIONS = {
	name: ['headline'],
	drives: ['drives'],
	seeks: ['seeks'],
	offers: ['offers'],
	skills: ['skills'],
	values: ['values'],
	standpoint: ['territories', 'sectors', 'trades', 'organisation', 'role'],
	networks: ['networks'],
	availability: ['availability', 'limits'],
	contact: ['contact'],
	/** Stands inside of `contact`: a telephone is shown to fewer people than an address. */
	phone: ['phone'],
} as const satisfies Record<string, readonly Part[]>
export type Section = keyof typeof SECTIONS

/** The audience of several parts, `mixed` where they differ. */
export function commonAudience(parts: readonly Part[], chosen: Audiences): Audience | 'mixed' {
	const audiences = new Set(parts.map((part) => chosen[part]))
	const [first] = audiences
	return audiences.size === 1 && first !== undefined ? first : 'mixed'
}
