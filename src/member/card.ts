/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from './model.ts'
import type { Part } from './parts.ts'

import { PARTS } from './parts.ts'

/** The first letter as a capital: trades are stored as in a sentence. */
function capital(text: string): string {
	const [first = ''] = text
	return first.toLocaleUpperCase() + text.slice(first.length)
}

/** The person in one line: trade or role, and place; without either their headline. */
export function shortLine(member: Pick<Member, 'trades' | 'role' | 'territories' | 'headline'>): string {
	const trade = member.trades?.[0] ?? member.role ?? ''
	const place = member.territories?.[0]?.name ?? ''
	return [capital(trade), place].filter((word) => word !== '').join(', ') || (member.headline ?? '')
}

/** Whether a part has content. */
function isFilled(member: Member, part: Part): boolean {
	if (part === 'contact') {
		return Boolean(member.contact?.email || member.contact?.website)
	}
	if (part === 'phone') {
		return Boolean(member.contact?.phone)
	}
	return Boolean(member[part]?.length)
}

/** The parts with content, in the order of the card. */
export function filledParts(member: Member): Part[] {
	return PARTS.filter((part) => isFilled(member, part))
}

/** The parts of a whole card that are missing in the version `seen`. */
export function hiddenParts(whole: Member, seen: Member): Part[] {
	return filledParts(whole).filter((part) => !isFilled(seen, part))
}

/** A mailto: address; nothing in it can add a recipient or a text to the mail. */
export function mailAddress(email: string): string {
	return `mailto:${encodeURIComponent(email).replace('%40', '@')}`
}

/** The web address in what a person wrote as their website; null without one. */
export function webAddress(written: string): string | null {
	const text = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`
	const url = URL.canParse(text) ? new URL(text) : null
	return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : null
}

/** Who speaks on a card, for its texts: its own person, another person it is kept for, or the people of an organisation. */
export const VOICES = ['own', 'kept', 'organisation'] as const
export type Voice = typeof VOICES[number]

/** Who speaks on this card. */
export function voiceOf({ uid, kind }: Pick<Member, 'uid' | 'kind'>): Voice {
	return kind ?? (uid === null ? 'kept' : 'own')
}

/** Whether the person has no account: the card is kept for them. */
export function isKept(member: Member): boolean {
	return member.uid === null
}

/** Whether a kept card waits for the person's consent before it can be shown. */
export function needsConsent(member: Member): boolean {
	return isKept(member) && member.can.recordConsent && !member.consent
}

/** Whether the card shows how to reach the person. */
export function isReachable({ contact }: Pick<Member, 'contact'>): boolean {
	return Object.values(contact ?? {}).some(Boolean)
}
