/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout } from './model.ts'

import ICAL from 'ical.js'

/** Parts of a card without a field in an address book, with the reader's labels. */
export interface VcardWords {
	/** Address of the card, which identifies it in an address book. */
	address: string
	/** Values, by their labels. */
	categories: readonly string[]
	/** The remaining parts. */
	note: string
}

/** A card as vCard 4.0 (RFC 6350), without empty fields, and without guessing the parts of the name. */
export function vcardOf(member: Handout, { address, categories, note }: VcardWords): string {
	const card = new ICAL.Component('vcard')
	const add = (name: string, value: string | readonly string[] | null | undefined) => {
		if (value && value.length > 0) {
			card.addPropertyWithValue(name, value as string)
		}
	}
	add('version', '4.0')
	add('kind', member.kind === 'organisation' ? 'org' : 'individual')
	add('uid', address)
	add('fn', member.name)
	add('title', member.trades?.join(', '))
	add('role', member.role)
	// Escaped, because semicolons separate departments here.
	add('org', member.kind === 'organisation' ? [member.name] : member.organisation ? [member.organisation] : null)
	add('adr', placeOf(member))
	add('email', member.contact?.email)
	add('tel', member.contact?.phone)
	add('url', member.contact?.website)
	if (categories.length > 0) {
		const property = new ICAL.Property('categories', card)
		property.setValues([...categories])
		card.addProperty(property)
	}
	add('note', note)
	return `${card.toString()}\r\n`
}

/** The home of the person, in its field of the seven of an address: locality or region. */
function placeOf({ territories }: Handout): string[] | null {
	const [home] = territories ?? []
	if (!home) {
		return null
	}
	const local = home.kind === 'commune' || home.kind === 'epci'
	return ['', '', '', local ? home.name : '', local ? '' : home.name, '', '']
}
