/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout, Item, Part } from '../../model.ts'

import { t } from '../../../shared/l10n.ts'
import { labelsOf } from '../../../vocabulary/index.ts'
import { PARTS } from '../../model.ts'
import { foundWord, keptByWord, kindWord } from '../../words.ts'

/** The label of each term of the vocabulary by its id. */
type Labels = ReadonlyMap<string, string>

/** Something sought or offered, with what sort of thing it is and what it is about. */
export function itemText({ text, kind, terms }: Item, labels: Labels): string {
	const about = [...kind ? [kindWord(kind)] : [], ...labelsOf(labels, terms)]
	return about.length === 0 ? text : `${text} (${about.join(', ')})`
}

/** What a card says under each part, as texts in plain words; what is not there is an empty list. */
export function partTexts(member: Handout, labels: Labels): Record<Part, string[]> {
	const one = (text: string | null | undefined) => text ? [text] : []
	return {
		headline: one(member.headline),
		drives: one(member.drives),
		seeks: (member.seeks ?? []).map((item) => itemText(item, labels)),
		offers: (member.offers ?? []).map((item) => itemText(item, labels)),
		skills: member.skills ?? [],
		values: labelsOf(labels, member.values),
		sectors: labelsOf(labels, member.sectors),
		trades: member.trades ?? [],
		territories: (member.territories ?? []).map(({ name }) => name),
		networks: member.networks ?? [],
		organisation: one(member.organisation),
		role: one(member.role),
		availability: one(member.availability),
		limits: one(member.limits),
		contact: [...one(member.contact?.email), ...one(member.contact?.website)],
		phone: one(member.contact?.phone),
	}
}

/** The parts that an address book has no place for. */
const NOTED: readonly Part[] = ['headline', 'drives', 'seeks', 'offers', 'skills', 'sectors', 'territories', 'networks', 'availability', 'limits']

/** The note of a card in an address book, a line a part. */
export function noteText(member: Handout, labels: Labels, made: string): string {
	const texts = partTexts(member, labels)
	return [
		...NOTED.filter((part) => texts[part].length > 0).map((part) => t('reseau', '{title}: {text}', { title: foundWord(part), text: texts[part].join(' · ') })),
		...member.steward ? [keptByWord(member.steward)] : [],
		made,
	].join('\n')
}

/** The lists of things in a cell of their own line each, words side by side. */
const LINES: readonly Part[] = ['seeks', 'offers']

/** Cards as a table, the titles first. `addressOf` gives the page of a card, `made` is the day in words. */
export function handoutTable(members: readonly Handout[], labels: Labels, addressOf: (id: number) => string, made: string): string[][] {
	const parts = PARTS.filter((part) => part !== 'contact' && part !== 'phone')
	return [
		[
			t('reseau', 'Name'),
			...parts.map(foundWord),
			t('reseau', 'Email'),
			foundWord('phone'),
			t('reseau', 'Website'),
			t('reseau', 'Kept by'),
			t('reseau', 'Address of the card'),
			t('reseau', 'Exported on'),
		],
		...members.map((member) => {
			const texts = partTexts(member, labels)
			return [
				member.name,
				...parts.map((part) => texts[part].join(LINES.includes(part) ? '\n' : ', ')),
				member.contact?.email ?? '',
				member.contact?.phone ?? '',
				member.contact?.website ?? '',
				member.steward ? keptByWord(member.steward) : '',
				addressOf(member.id),
				made,
			]
		}),
	]
}
