/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CardPart } from '../parts.ts'
import type { Change } from './changes.ts'
import type { Field } from './mapping.ts'
import type { ImportedRow, Outcome } from './model.ts'
import type { Foreign, ForeignSource } from './readForeign.ts'
import type { Note } from './rows.ts'
import type { ReadProblem } from './useReading.ts'

import { listWords, n, t } from '../../shared/l10n.ts'
import { tableSentence } from '../../shared/table/words.ts'
import { partOf } from '../reasons.ts'
import { foundWord, partLabel } from '../words.ts'

const own: Record<Exclude<Field, CardPart>, () => string> = {
	name: () => t('reseau', 'First and last name'),
	firstName: () => t('reseau', 'First name'),
	familyName: () => t('reseau', 'Family name'),
	email: () => t('reseau', 'Email address'),
	phone: () => t('reseau', 'Phone'),
	website: () => t('reseau', 'Website'),
	consentDate: () => t('reseau', 'Day of the agreement'),
	consentHow: () => t('reseau', 'How the person agreed'),
	id: () => t('reseau', 'Number or name in the file'),
	kind: () => t('reseau', 'Kind of card'),
}

/** The content of a column. */
export function fieldWord(field: Field): string {
	return field in own ? own[field as keyof typeof own]() : partLabel(field as CardPart)
}

const outcomes: Record<Outcome, () => string> = {
	made: () => t('reseau', 'New card'),
	updated: () => t('reseau', 'Card corrected'),
	unchanged: () => t('reseau', 'Already exists, unchanged'),
	skipped: () => t('reseau', 'Skipped'),
	undone: () => t('reseau', 'Reverted'),
}

/** Result for a row. */
export function outcomeWord(outcome: Outcome): string {
	return outcomes[outcome]()
}

/** An outcome with the number of rows. */
export function outcomeCount(outcome: Outcome, count: number): string {
	switch (outcome) {
		case 'made':
			return n('reseau', '%n new card', '%n new cards', count)
		case 'updated':
			return n('reseau', '%n card corrected', '%n cards corrected', count)
		case 'unchanged':
			return n('reseau', '%n unchanged', '%n unchanged', count)
		case 'skipped':
			return n('reseau', '%n row skipped', '%n rows skipped', count)
		case 'undone':
			return n('reseau', '%n undone', '%n undone', count)
	}
}

/** Why the content of a file cannot be imported, and what to do. */
export function readSentence(problem: { kind: ReadProblem, row?: number }): string {
	switch (problem.kind) {
		case 'broken_json':
			return t('reseau', 'This JSON file is damaged. Export it again from its network.')
		case 'not_members':
			return t('reseau', 'This JSON file contains no members. Choose the members.json that another network exported, or an export of YesWiki or GoGoCarto.')
		case 'compact_json':
			return t('reseau', 'This export of GoGoCarto contains only places on the map. Export the full elements (ontology “gogofull”).')
		default:
			return tableSentence({ ...problem, kind: problem.kind })
	}
}

const foreignSources: Record<ForeignSource, () => string> = {
	bazar: () => t('reseau', 'This is an export of YesWiki (Bazar).'),
	gogocarto: () => t('reseau', 'This is an export of GoGoCarto.'),
	geojson: () => t('reseau', 'This is a map (GeoJSON).'),
}

/** The program of a file, and what is not imported from it. */
export function foreignSentences({ source, references }: Foreign): string[] {
	return [
		foreignSources[source](),
		t('reseau', 'Fields that Réseau does not recognise are left out, unless you choose what they contain.'),
		...references.length > 0 ? [n('reseau', 'Left out, because it only refers to other entries: {fields}.', 'Left out, because they only refer to other entries: {fields}.', references.length, { fields: listWords(references) })] : [],
		t('reseau', 'Each card stays a draft that only you can see, until the person has agreed.'),
	]
}

/** The place of a problem in a row. */
function placeWord(field: string | undefined): string {
	if (field?.startsWith('consent')) {
		return t('reseau', 'Agreement')
	}
	if (field === 'kind') {
		return t('reseau', 'Kind of card')
	}
	const part = partOf(field)
	return part ? foundWord(part) : field === 'name' ? t('reseau', 'Name') : field ?? ''
}

/** Why a row is left out, or a card stays; empty without anything to explain. */
export function whySentence({ outcome, why, field, first }: ImportedRow): string {
	const place = placeWord(field)
	switch (why) {
		case undefined:
			return ''
		case 'duplicate_row':
			return t('reseau', 'Same person as in row {row}.', { row: first ?? 0 })
		case 'has_card':
			return first === undefined
				? t('reseau', 'Someone with this name already has a card.')
				: t('reseau', 'Same name as in row {row}.', { row: first })
		case 'has_account':
			return t('reseau', 'Has an account: only they can edit their card.')
		case 'edited_since':
			return t('reseau', 'The card has since been changed, passed on or taken over, and stays as it is.')
		case 'changed_by_list':
			return t('reseau', 'A list changed this card: correct it on the card.')
		case 'not_readable':
			return t('reseau', 'What the card said before can no longer be read: the card stays as it is.')
		case 'own_words':
			return t('reseau', 'The person changed their card themselves: it stays as it is.')
		case 'kept_by_other':
			return t('reseau', 'Someone else keeps this card: only they can change it.')
		case 'not_shown':
			return t('reseau', 'This card is no longer shown: the row is left out.')
		case 'hidden_part':
			return t('reseau', 'Tables do not contain what only you can see. Change it on the card: {place}.', { place })
		case 'erased':
			return t('reseau', 'The person had their card deleted: importing a file does not restore it.')
		case 'refused':
			return t('reseau', 'The person asked not to be in the network and is not contacted.')
		case 'other_kind':
			return t('reseau', 'The card is of another kind, and stays so.')
		case 'unknown_card_kind':
			return t('reseau', 'A card is about a person or an organisation.')
		case 'name_missing':
			return t('reseau', 'There is no name in this row.')
		case 'too_long':
			return t('reseau', 'Too long: {place}.', { place })
		case 'too_many':
			return t('reseau', 'Too many: {place}.', { place })
		case 'bad_date':
			return t('reseau', 'The day of the agreement is not a date, or is in the future.')
		case 'same_address':
			return first === undefined
				? t('reseau', 'Same address as someone with another name: both have a card, unless it is the same person.')
				: t('reseau', 'Same address as in row {row}, with another name: both get a card, unless it is the same person.', { row: first })
		case 'bad_address':
			return outcome !== 'skipped'
				? ''
				: t('reseau', 'This is not a valid address: “{place}”.', { place: addressWord(field) })
		case 'bad_text':
			return t('reseau', 'Characters that cannot be saved: {place}.', { place })
		case 'total_row':
			return t('reseau', 'This row looks like a total: it is left out.')
		case 'dropped':
			return t('reseau', 'You leave this row out.')
		case 'broken_card':
			return t('reseau', 'This vCard is damaged, or uses the old version 2.1.')
		default:
			return t('reseau', 'This cannot be saved: {place}.', { place: place || why })
	}
}

function addressWord(field: string | undefined): string {
	return field === 'contact.website' ? t('reseau', 'Website') : t('reseau', 'Email address')
}

/** A part of a row that is left out or should be checked. */
export function noteSentence({ kind, word = '' }: Note): string {
	switch (kind) {
		case 'unknown_sector':
			return t('reseau', 'Not a sector of this network, left out: {word}.', { word })
		case 'unclear_place':
			return t('reseau', 'Place unclear, left out: {word}.', { word })
		case 'more_cells':
			return t('reseau', 'More cells than headings: the extra cells are skipped.')
		case 'unreadable':
			return t('reseau', 'Some letters cannot be read: choose another encoding, or correct the file.')
		case 'second_address':
			return t('reseau', 'Several email addresses: the first is used, left out: {word}.', { word })
		case 'bad_address':
			return t('reseau', 'Not a valid address, left out of the card: {word}', { word })
		case 'how_missing':
			return t('reseau', 'How the agreement was given is missing: the card stays a draft.')
		case 'no_consent':
			return t('reseau', 'Without an agreement, the card stays a draft.')
	}
}

/** The changes of a row of an exported table to its card, one per line. */
export function changeSentence({ field, before, after }: Change): string {
	const words = { field: fieldWord(field), before: before || t('reseau', '(empty)'), after: after || t('reseau', '(empty)') }
	return t('reseau', '{field}: {before} → {after}', words)
}

/** All notes about a row, except its outcome. */
export function rowSentences(row: ImportedRow & { notes: readonly Note[], changes?: readonly Change[] }): string[] {
	const why = whySentence(row)
	const taken = row.outcome === 'made' || row.outcome === 'updated'
	return [...why ? [why] : [], ...(row.outcome === 'unchanged' ? [] : row.changes ?? []).map(changeSentence), ...taken ? row.notes.map(noteSentence) : []]
}
