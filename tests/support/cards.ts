/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Card, Field } from '../../src/member/changes.ts'
import type { Member } from '../../src/member/model.ts'

import fc from 'fast-check'
import { FIELDS } from '../../src/member/changes.ts'
import { ITEM_KINDS } from '../../src/member/model.ts'
import { AUDIENCES, isOf } from '../../src/member/parts.ts'
import { DEFAULT_AUDIENCES } from '../../src/member/parts.ts'
import { keptMember } from '../../src/member/testing/sample.ts'

/** An empty published card, as its owner gets it, changed as a test needs it. */
export function memberWith(parts: Partial<Member> = {}): Member {
	return keptMember({ audience: DEFAULT_AUDIENCES, ...parts })
}

const text = fc.constantFrom('', 'Une grange', 'un pré ', 'Un four à pain\nle samedi', 'écoute')
const word = fc.constantFrom('soudure', 'Écoute', 'feutre', 'accueil')
const item = fc.record({ text, terms: fc.uniqueArray(word, { maxLength: 2 }), kind: fc.constantFrom(...ITEM_KINDS) }, { requiredKeys: ['text', 'terms'] })
const place = fc.constantFrom(
	{ code: '11206', kind: 'commune' as const, name: 'Limoux' },
	{ code: '11', kind: 'departement' as const, name: 'Aude' },
	{ code: '11', kind: 'region' as const, name: 'Île-de-France' },
)

function valueOf(field: Field): fc.Arbitrary<unknown> {
	if (isOf(field, 'items')) {
		return fc.array(item, { maxLength: 3 })
	}
	if (isOf(field, 'places')) {
		return fc.uniqueArray(place, { maxLength: 3 })
	}
	if (isOf(field, 'words', 'values', 'terms')) {
		return fc.uniqueArray(word, { maxLength: 3 })
	}
	return field.startsWith('audience.') ? fc.constantFrom(...AUDIENCES) : text
}

/** Any card as it may stand in the editor, from a few values, so that two of them often agree. */
export const anyCard = fc.record(Object.fromEntries(FIELDS.map((field) => [field, valueOf(field)]))) as unknown as fc.Arbitrary<Card>

export const anyField = fc.constantFrom(...FIELDS)
