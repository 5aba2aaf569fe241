/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../../shared/lib/fold.ts'

export const ROLES = ['present', 'absent', 'decisions', 'actions', 'meeting', 'other'] as const
export type Role = typeof ROLES[number]

/** What the first words of a line, folded, say about the rest. */
const HEADS: [Role, RegExp][] = [
	['absent', /^(?:personnes? |membres? |etaient )?(?:absente?s?|excusee?s?)(?: (?:et |ou )?excusee?s?)?\b/],
	['present', /^(?:(?:personnes?|membres?|etaient|etait|liste des) )?(?:presente?s?|present es|presences?|participante?s?|participant es|emargement)\b/],
	['present', /^(?:etaient la|nous etions(?: \p{L}+)?)\b/u],
	['decisions', /^(?:(?:releve|liste|points?) (?:de |des )?)?(?:decisions?|decide|decidee?s|acte)(?: (?:prises?|du jour|actees?|collectives?|de la reunion))*\b/],
	['decisions', /^(?:ce qu on decide|ce qu on a decide|ce qui (?:est|a ete) (?:acte|decide)|on a decide|nous avons decide)\b/],
	['actions', /^(?:(?:liste|plan|tableau|releve) (?:de |des |d )?)?(?:actions?|taches?|to ?do|choses a faire|a faire)(?: (?:a mener|a faire|a realiser|prevues?|list|et suites?|liste))*\b/],
	['actions', /^(?:reste a faire|ce qu il reste a faire|suites? a donner|suites|qui fait quoi|prochaines etapes|engagements|qui quoi quand)\b/],
	['meeting', /^(?:date (?:et lieu )?de (?:la )?)?(?:la |notre )?prochaine?s? (?:reunion|rencontre|seance|fois|rendez vous|rdv|date|assemblee|atelier)s?\b/],
	['meeting', /^(?:on se (?:revoit|retrouve|voit)|nous nous (?:retrouvons|reverrons|revoyons)|rendez vous|rdv)\b/],
]

export interface Head {
	role: Role
	/** The rest of the line. */
	rest: string
	/** Whether it needs a colon, or nothing, after it to begin a section. */
	section: boolean
}

/** A line that introduces itself or the following ones; null for other lines. */
export function headOf(text: string): Head | null {
	for (const [role, words] of HEADS) {
		// « Présent·es » is one word.
		const match = words.exec(fold(text.replace(/[·•.](?=es?\b)/g, '')))
		if (!match) {
			continue
		}
		const { head, rest, colon } = partAt(text, match[0].split(' ').length)
		if (rest === '' || colon) {
			return { role, rest, section: rest === '' || role === 'present' || role === 'absent' || role === 'meeting' }
		}
		if (role === 'meeting' || (role === 'present' && /^(?:é|e|n)/i.test(head))) {
			return { role, rest, section: role === 'meeting' }
		}
		// « Décisions du 12 mars » is a heading, « Décider ensemble de la suite » is not.
		if (rest.length < 30 && /^(?:du|de|des|d['’]|\()/.test(rest) && !/[.;]$/.test(rest)) {
			return { role, rest: '', section: true }
		}
	}
	return null
}

/** The rest of a line after some of its words. */
function partAt(text: string, words: number): { head: string, rest: string, colon: boolean } {
	const word = /[\p{L}\p{N}][\p{L}\p{N}·.]*([^\p{L}\p{N}]*)/gu
	let at = 0
	let between = ''
	for (let count = 0; count < words;) {
		const match = word.exec(text)
		if (!match) {
			break
		}
		count += fold(match[0].replace(/[·•.](?=es?\b)/g, '')).split(' ').length
		at = word.lastIndex
		between = match[1]!
	}
	const head = text.slice(0, at)
	const rest = (/[«(]\s*$/.test(between) ? between.slice(between.search(/[«(]/)) : '') + text.slice(at)
	return { head, rest: rest.trim(), colon: /[:–—-]/.test(between) }
}
