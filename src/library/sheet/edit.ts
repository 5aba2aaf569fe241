/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Context, Outcome, Person, Sheet, SheetWords } from '../model.ts'

import { same } from '../../shared/lib/same.ts'
import { OUTCOMES } from '../model.ts'

/** The fields of the form, in the order of the page. */
export const FIELDS = [
	'kind', 'title', 'summary', 'outcome', 'territories', 'public', 'means', 'frame', 'standpoint', 'tried', 'happened', 'learnt', 'wanted',
	'anonymous', 'reachable', 'deposited', 'authors', 'authorNames', 'terms', 'groups', 'licence',
] as const
export type Field = typeof FIELDS[number]

const CONTEXT = ['territories', 'public', 'means', 'frame', 'standpoint'] as const
type ContextField = typeof CONTEXT[number]

/** The same data as flat fields, so that all are compared and merged alike. Values are replaced, never changed in place. */
export type Fields = Omit<SheetWords, 'context' | 'authors'> & Context & {
	authors: Person[]
	/** Recorded by a facilitator for a person who stays anonymous. */
	deposited: boolean
	/** People can write to the author anonymously. */
	reachable: boolean
}

/** The request for a sheet. */
export type SheetChanges = Partial<SheetWords> & { deposited?: boolean, reachable?: boolean, notice?: number }

/** Fields of plain text. */
export type TextField = { [F in Field]: Fields[F] extends string ? F : never }[Exclude<Field, 'kind' | 'licence'>]

/** Kinds that need a context and an outcome before they are published. */
const WITH_CONTEXT = ['practice', 'failure']

/** What others need to know before they can use a practice. */
const REQUIRED: readonly Field[] = ['outcome', ...CONTEXT]

const isEmpty = (value: unknown) => value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)
const isContext = (field: Field): field is ContextField => (CONTEXT as readonly Field[]).includes(field)

/** The fields of a new sheet. */
export const EMPTY: Fields = {
	kind: '',
	title: '',
	summary: '',
	outcome: null,
	territories: [],
	public: '',
	means: '',
	frame: '',
	standpoint: '',
	tried: '',
	happened: '',
	learnt: '',
	wanted: '',
	anonymous: false,
	deposited: false,
	reachable: false,
	authors: [],
	authorNames: '',
	terms: [],
	groups: [],
	licence: '',
}

/** The form fields for a sheet. */
export function fieldsOf(sheet: Sheet): Fields {
	const { kind, title, summary, outcome, context, tried, happened, learnt, wanted, anonymous, deposited, reach, authors, authorNames, terms, groups, licence } = sheet
	return { kind, title, summary, outcome, ...context, tried, happened, learnt, wanted, anonymous, deposited, reachable: reach === 'me', authors, authorNames, terms, groups: groups.map(({ id }) => id), licence }
}

/** Whether a field is required before a sheet of this kind is published. */
export function isRequired(field: Field, kind: string): boolean {
	return WITH_CONTEXT.includes(kind) && REQUIRED.includes(field)
}

/** The empty fields that are required before a sheet of this kind is published, in the order of the page. */
export function gapsOf(fields: Fields): Field[] {
	return REQUIRED.filter((field) => isRequired(field, fields.kind) && isEmpty(fields[field]))
}

/** The field that a refusal of the server names. */
export function fieldOf(place: string | undefined): Field | undefined {
	const name = place?.replace(/^context\./, '').split('.')[0]
	return name === 'context' ? 'territories' : FIELDS.find((field) => field === name)
}

/** An initial title, from the name of a file. */
export function titleOf(name: string): string {
	return name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/_+/g, ' ').trim()
}

function tidied(fields: Fields, field: Field): unknown {
	const value = fields[field]
	if (field === 'title') {
		return fields.title.replace(/\s+/g, ' ').trim()
	}
	// An anonymous sheet has no names, even if the fields had some before.
	if (fields.anonymous && (field === 'authors' || field === 'authorNames')) {
		return field === 'authors' ? [] : ''
	}
	if (field === 'deposited') {
		return fields.anonymous && fields.deposited
	}
	if (field === 'reachable') {
		return fields.anonymous && !fields.deposited && fields.reachable
	}
	return field === 'authors' ? fields.authors.map(({ id }) => id) : typeof value === 'string' ? value.trim() : value
}

/** The fields in which two sheets differ. */
export function changed(base: Fields, mine: Fields): Field[] {
	return FIELDS.filter((field) => !same(tidied(base, field), tidied(mine, field)))
}

/** The request: only changed fields, so that nothing else is overwritten; the context is sent as a whole. */
export function changesOf(base: Fields, mine: Fields): SheetChanges {
	const fields = changed(base, mine)
	const tidy = (names: readonly Field[]) => Object.fromEntries(names.map((field) => [field, tidied(mine, field)]))
	return {
		...tidy(fields.filter((field) => !isContext(field))) as SheetChanges,
		...fields.some(isContext) ? { context: tidy(CONTEXT) as Context } : {},
	}
}

/** All fields of a sheet, for a new one. */
export function allFields(mine: Fields): SheetChanges {
	return { ...changesOf(EMPTY, mine), kind: mine.kind, title: mine.title.replace(/\s+/g, ' ').trim() }
}

/**
 * Merges the person's input with what was stored in the meantime: a field changed on one side only takes that side's value.
 *
 * @return the merged fields, and those changed to different values on both sides
 */
export function reconcile(base: Fields, mine: Fields, theirs: Fields): { mine: Fields, conflicts: Field[] } {
	const here = changed(base, mine)
	const there = changed(base, theirs)
	const taken = there.filter((field) => !here.includes(field))
	return {
		mine: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) },
		conflicts: here.filter((field) => there.includes(field) && !same(tidied(mine, field), tidied(theirs, field))),
	}
}

/** Whether a text is an outcome. */
export function isOutcome(text: string): text is Outcome {
	return (OUTCOMES as readonly string[]).includes(text)
}
