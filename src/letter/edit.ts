/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftOwner, DraftStorage } from '../shared/lib/draftStore.ts'
import type { Item, Letter, LetterContent } from './model.ts'

import * as v from 'valibot'
import { deleteDraft, EXPIRY, keyOf as storageKey } from '../shared/lib/draftStore.ts'
import { toStore } from './draft.ts'
import { ItemSchema, LETTER_LANGUAGES, LetterSchema } from './model.ts'

/** The editable fields of a letter. */
export type Fields = Pick<Letter, 'title' | 'from' | 'until' | 'readers' | 'editorial' | 'picture' | 'items'> & { language: typeof LETTER_LANGUAGES[number] }
export type Field = keyof Fields

const FIELDS = ['title', 'language', 'from', 'until', 'readers', 'editorial', 'picture', 'items'] as const satisfies readonly Field[]

/** The content of a letter. */
export function fieldsOf({ title, language, from, until, readers, editorial, picture, items }: Letter): Fields {
	return { title, language: LETTER_LANGUAGES.find((one) => one === language) ?? 'fr', from, until, readers, editorial, picture, items }
}

const compared = (fields: Fields, field: Field): string => JSON.stringify(field === 'items' ? toStore(fields.items) : fields[field])

/** The fields that differ. */
export function changed(a: Fields, b: Fields): Field[] {
	return FIELDS.filter((field) => compared(a, field) !== compared(b, field))
}

/** A subset of the fields. */
export function pick(fields: Fields, some: readonly Field[]): Record<string, Fields[Field]> {
	return Object.fromEntries(some.map((field) => [field, fields[field]]))
}

/**
 * Merges the person's input with what was stored in the meantime: a field changed on one side only takes that side's value.
 *
 * @return the merged fields, and those changed to different values on both sides
 */
export function reconcile(base: Fields, mine: Fields, theirs: Fields): { mine: Fields, conflicts: Field[] } {
	const [here, there, apart] = [changed(base, mine), changed(base, theirs), changed(mine, theirs)]
	const takes = pick(theirs, there.filter((field) => !here.includes(field)))
	return { mine: { ...mine, ...takes }, conflicts: there.filter((field) => here.includes(field) && apart.includes(field)) }
}

/**
 * The request to store a letter.
 *
 * @param fields the current input
 * @param stored the stored letter: its picture need not be sent again
 */
export function contentOf(fields: Fields, stored: Fields): LetterContent {
	const { title, language, editorial, from, until, readers, picture, items } = fields
	return {
		title,
		language,
		editorial,
		...from === null || until === null ? {} : { from, until, readers: { kind: readers.kind, of: readers.of } },
		picture: picture && { file: picture.file, alt: picture.alt, ...picture.image === stored.picture?.image && picture.file === stored.picture.file ? {} : { image: picture.image } },
		items: toStore(items),
	}
}

const FieldsSchema = v.object({
	title: v.string(),
	language: v.picklist(LETTER_LANGUAGES),
	from: v.nullable(v.string()),
	until: v.nullable(v.string()),
	readers: LetterSchema.entries.readers,
	editorial: v.string(),
	picture: v.nullable(v.object({ file: v.string(), alt: v.string(), image: v.string() })),
	/** Texts may be longer than allowed: nothing is lost. */
	items: v.array(v.object({ ...ItemSchema.entries, text: v.nullable(v.string()) })),
})

const DraftSchema = v.object({
	format: v.literal('reseau-letter-1'),
	/** Milliseconds since 1970. */
	written: v.number(),
	base: FieldsSchema,
	mine: FieldsSchema,
})

/** Unsaved input for a letter. */
export interface KeptDraft {
	written: number
	base: Fields
	mine: Fields
}

/** The storage key in this browser. */
export const ownerOf = (uid: string, id: number): DraftOwner => ({ uid, thing: `letter-${id}` })

/** The draft kept in this browser; null without one, or if it is too old. */
export function readDraft(storage: DraftStorage, owner: DraftOwner, now: number): KeptDraft | null {
	const parsed = v.safeParse(DraftSchema, parse(storage.getItem(storageKey(owner))))
	if (!parsed.success || parsed.output.written + EXPIRY < now) {
		return null
	}
	const { written, base, mine } = parsed.output
	return { written, base, mine }
}

/**
 * Stores unsaved changes, or removes the draft if there are none.
 *
 * @throws {DOMException} if the browser's storage is full
 */
export function saveDraft(storage: DraftStorage, owner: DraftOwner, draft: KeptDraft): void {
	if (changed(draft.base, draft.mine).length === 0) {
		deleteDraft(storage, owner)
		return
	}
	const stored = (fields: Fields): Fields => ({ ...fields, items: toStore(fields.items) as Item[] })
	storage.setItem(storageKey(owner), JSON.stringify({ format: 'reseau-letter-1', written: draft.written, base: stored(draft.base), mine: stored(draft.mine) }))
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null')
	} catch {
		// A text of another account under this key counts as none.
		return null
	}
}
