/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Fields } from './edit.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { EXPIRY, keyOf } from '../shared/lib/draftStore.ts'
import { changed, contentOf, fieldsOf, ownerOf, readDraft, reconcile, saveDraft } from './edit.ts'
import { sampleLetter } from './testing/sample.ts'

const block = (text: string) => ({ kind: 'block' as const, id: null, taken: true, text, hash: null })
const left = { kind: 'notice' as const, id: 1, taken: false, text: null, hash: null }
const base = fieldsOf(sampleLetter())
const owner = ownerOf('fanny', 3)

beforeEach(() => localStorage.clear())

describe('what is written of a letter', () => {
	it('is the same whatever is left out of it', () => {
		expect(changed(base, { ...base, items: [left] })).toEqual([])
		expect(changed(base, { ...base, items: [{ ...left, taken: true }], title: 'Autre' })).toEqual(['title', 'items'])
	})

	it('takes the side that changed a field, and asks where both did', () => {
		const mine: Fields = { ...base, title: 'À moi', editorial: 'Le même' }
		const theirs: Fields = { ...base, items: [block('À eux')], editorial: 'Le même' }
		expect(reconcile(base, mine, theirs)).toEqual({ mine: { ...mine, items: theirs.items }, conflicts: [] })
		expect(reconcile(base, mine, { ...theirs, title: 'À eux' }).conflicts).toEqual(['title'])
	})

	it('is sent without what the server has', () => {
		const picture = { file: '12', alt: 'Une grange', image: 'AAAA' }
		const stored = { ...base, picture }
		expect(contentOf({ ...stored, picture: { ...picture, alt: 'Un hangar' } }, stored).picture).toEqual({ file: '12', alt: 'Un hangar' })
		expect(contentOf(stored, base).picture).toEqual(picture)
		expect(contentOf({ ...base, items: [left, block('Oui')] }, base).items).toEqual([block('Oui')])
		expect(contentOf({ ...base, from: null, until: null }, base)).not.toHaveProperty('readers')
	})
})

describe('what is not saved', () => {
	it('is kept in the browser of its author until it is saved, or too old', () => {
		const draft = { written: 1000, base, mine: { ...base, title: 'Pas fini', items: [block('x'.repeat(9000))] } }
		saveDraft(localStorage, owner, draft)
		expect(readDraft(localStorage, owner, 2000)).toEqual(draft)
		expect(readDraft(localStorage, ownerOf('zohra', 3), 2000)).toBeNull()
		expect(readDraft(localStorage, owner, 2000 + EXPIRY)).toBeNull()
		saveDraft(localStorage, owner, { ...draft, mine: base })
		expect(localStorage.length).toBe(0)
	})

	it('is ignored if something else is stored in its place', () => {
		for (const text of ['', '{', '{"format":"reseau-letter-1"}', 'null']) {
			localStorage.setItem(keyOf(owner), text)
			expect(readDraft(localStorage, owner, 0)).toBeNull()
		}
	})
})
