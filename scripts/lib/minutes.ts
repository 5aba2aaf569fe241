/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupReading, Reading, Warning, WarningCode } from '../../src/minutes/parse/reading.ts'

/** A group as tests/fixtures/network/README.md describes `NOM.expected.json`. */
export interface ExpectedGroup {
	number: number | null
	title: string
	sections: { heading: string, items: string[] }[]
	mandate: { mayAdvance: string[], mustNot: string[], with: string[] }
	roster: { name?: string, email?: string, phone?: string, note?: string }[]
	declaredCount: number | null
	/** Where it says which there have to be. */
	warnings?: string[]
}

/** A reading in the form of those files. Explanations are in French, as there. */
export function asExpected({ groups }: Reading): { groups: ExpectedGroup[] } {
	return {
		groups: groups.map((group) => ({
			number: group.number,
			title: group.title.text,
			sections: group.sections.map(({ heading, items }) => ({ heading, items: items.map(({ text }) => text) })),
			mandate: {
				mayAdvance: group.mandate.mayAdvance.map(({ text }) => text),
				mustNot: group.mandate.mustNot.map(({ text }) => text),
				with: group.mandate.with.map(({ text }) => text),
			},
			roster: group.roster.map(({ name, email, phone, note, otherEmails = [], otherPhones = [] }) => {
				const notes = [note, ...otherEmails.map((other) => `seconde adresse : ${other}`), ...otherPhones.map((other) => `second téléphone : ${other}`)].filter(Boolean).join(' ; ')
				return { ...name && { name }, ...email && { email }, ...phone && { phone }, ...notes && { note: notes } }
			}),
			declaredCount: group.declaredCount,
			warnings: warnings(group),
		})),
	}
}

/** One line a code, as the files have it. */
function warnings(group: GroupReading): string[] {
	const byCode = new Map<WarningCode, string[]>()
	// What could be read otherwise is a doubt of the reader, and what another group says one of the whole: the files have those of each group.
	for (const warning of group.warnings.filter(({ code }) => code !== 'uncertain' && code !== 'address-elsewhere')) {
		byCode.set(warning.code, [...byCode.get(warning.code) ?? [], explanation(warning, group)])
	}
	return [...byCode].map(([code, texts]) => `${code}: ${texts.join(' ; ')}`)
}

function explanation(warning: Warning, { roster }: GroupReading): string {
	const who = 'entry' in warning ? roster[warning.entry]!.name ?? roster[warning.entry]!.email ?? roster[warning.entry]!.phone : ''
	switch (warning.code) {
		case 'number-misread': return `« ${warning.read || 'GROUPE'} » lu ${warning.number ?? 'sans numéro'}${warning.number !== null ? ' d’après la suite des groupes' : warning.likely !== null ? `, peut-être ${warning.likely}, rien ne le confirme` : ', rien ne le dit'}`
		case 'count-mismatch': return `${warning.declared} personnes annoncées, ${warning.found} lues`
		case 'count-range': return `« ${warning.read} » personnes annoncées, ${warning.found} lues`
		case 'count-vague': return `« ${warning.read} », sans nombre précis`
		case 'missing-email': return `${who} n’a pas d’adresse électronique`
		case 'missing-name': return `${who} n’a pas de nom`
		case 'name-incomplete': return `${who}, nom incomplet`
		case 'table-unfilled': return warning.columns.length === 3 ? 'le tableau de mandat n’est pas rempli' : `colonnes vides : ${warning.columns.join(', ')}`
		case 'mandate-absent': return 'aucun tableau de mandat'
		case 'columns-merged': return 'les colonnes du mandat sont mêlées, à relire'
		case 'two-emails': return `${who} a une seconde adresse, ${warning.other}`
		case 'two-phones': return `${who} a un second téléphone, ${warning.other}`
		case 'address-repaired': return `« ${warning.read} » lu ${warning.address}`
		case 'address-conflict': return `${warning.listed} dans la liste, ${warning.footer ?? warning.kept} dans ${warning.footer === null ? 'un autre groupe' : 'le pied de page'}, ${warning.kept} gardée`
		case 'address-unreadable': return `« ${warning.read} » n’est pas lisible`
		case 'phone-repaired':
		case 'phone-regrouped': return `« ${warning.read} » lu ${warning.phone}`
		case 'phone-unreadable': return `« ${warning.read} » n’est pas un numéro entier`
		case 'stray-mark': return `« ${warning.read} » sur la ligne de ${who} est laissé de côté`
		case 'person-twice': return `${who} est deux fois dans la liste`
		case 'contact-in-text': return `une adresse ou un téléphone, ligne ${warning.lines.from + 1}`
		case 'address-elsewhere': return `un autre groupe écrit ${warning.other}`
		case 'uncertain': return 'ces lignes pourraient se lire autrement'
		case 'group-unmarked': return 'aucun titre n’annonce de groupe, tout le texte est lu comme un seul'
	}
}
