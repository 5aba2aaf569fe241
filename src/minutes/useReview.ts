/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Content } from './draft/content.ts'
import type { Lines } from './parse/reading.ts'
import type { Doubt, Draft, Group } from './review/draft.ts'
import type { Known } from './review/known.ts'

import { computed, ref, shallowRef } from 'vue'
import { fingerprint } from '../shared/lib/fingerprint.ts'
import { NOTHING_CHOSEN } from './ask/inviting.ts'
import { FORM } from './draft/content.ts'
import { useKeptDraft } from './draft/useKeptDraft.ts'
import { sourceLines } from './parse/lines.ts'
import { answer } from './review/corrections.ts'
import { draftOf, groupsByPerson } from './review/draft.ts'
import { allDoubts, unanswered } from './review/known.ts'
import { spotAt, spotsOf } from './review/places.ts'

/** Of the text, or of what was read: where the other side goes to follow. */
export type Side = 'source' | 'reading'

interface Source {
	/** Of the file; empty for pasted text. */
	name: string
	hash: string
	text: string
	lines: readonly string[]
}

/** One correction that can be taken back. */
interface Correction {
	before: Draft
	/** What it was, as a phrase. */
	what: string
}

/* One review a tab, whichever page looks at it: going to another page of the app and back loses nothing. */
const owner = ref('')
const source = shallowRef<Source | null>(null)
const draft = shallowRef<Draft | null>(null)
const corrections = shallowRef<readonly Correction[]>([])
const selected = shallowRef<{ id: string | null, lines: Lines, by: Side } | null>(null)
const doubtId = ref<string | null>(null)
/** Cards that people of the rosters may be, as far as they were looked up. */
const known = shallowRef<Known>(new Map())
/** Number of the minutes on the server, once they were confirmed: nothing is corrected any more, only people are still to be asked. */
const minutes = ref<number | null>(null)
/** Confirmed a moment ago: its page continues by itself. */
let fresh = false

const spots = computed(() => draft.value ? spotsOf(draft.value) : [])
/** People by id, and the kept groups each signed up for. */
const people = computed(() => new Map(draft.value?.people.map((person) => [person.id, person])))
const signedUp = computed(() => draft.value ? groupsByPerson(draft.value) : new Map<string, Group[]>())
const asked = computed(() => draft.value ? allDoubts(draft.value, known.value) : [])
/** Questions that are still open. */
const doubts = computed(() => draft.value ? unanswered(draft.value, known.value) : [])
/** The question that is being asked. */
const doubt = computed(() => asked.value.find(({ id }) => id === doubtId.value) ?? null)

/** Minutes from their text to what is to be made of them, with every correction on the way. */
export function useReview() {
	const keeping = useKeptDraft()
	/** Whether the server can keep it. */
	const kept = computed(() => keeping.state.value !== 'too_long')

	/** Reads a text; a previous review stays among the drafts. */
	async function begin(uid: string, name: string, text: string, model: string | null): Promise<void> {
		const { parseMinutes } = await import('./parse/parse.ts')
		close()
		owner.value = uid
		source.value = { name, hash: fingerprint(new TextEncoder().encode(text)), text, lines: sourceLines(text) }
		draft.value = draftOf(parseMinutes(text), model)
		keeping.start(name, { hash: source.value.hash, text, draft: draft.value, inviting: NOTHING_CHOSEN })
	}

	/** Whether a review of this account is open in this tab. */
	function restore(uid: string): boolean {
		return draft.value !== null && owner.value === uid
	}

	/** Takes up a draft from the server; false: it is not there any more. The text is read again where an update of the app has changed what is kept. */
	async function resume(uid: string, id: number): Promise<boolean> {
		if (restore(uid) && keeping.id.value === id) {
			return true
		}
		const found = await keeping.open(id)
		if (found) {
			await takeUp(uid, found.summary.name, found.content, found.summary.minutes)
		}
		return found !== null
	}

	/** Goes on with what another browser wrote. */
	async function takeTheirs(): Promise<void> {
		const { name = '' } = source.value ?? {}
		const number = minutes.value
		const content = await keeping.takeTheirs()
		if (content) {
			await takeUp(owner.value, name, content, number)
		}
	}

	async function takeUp(uid: string, name: string, { form, hash, text, draft: found }: Content, number: number | null): Promise<void> {
		const current = form === FORM ? found : draftOf((await import('./parse/parse.ts')).parseMinutes(text), null)
		reset()
		owner.value = uid
		source.value = { name, hash, text, lines: sourceLines(text) }
		draft.value = current
		minutes.value = number
	}

	/** Closes it in this tab; the server keeps its draft. */
	function close(): void {
		reset()
		keeping.leave()
	}

	function reset(): void {
		source.value = null
		draft.value = null
		corrections.value = []
		selected.value = null
		doubtId.value = null
		known.value = new Map()
		minutes.value = null
	}

	/** Keeps it as it is, a moment later. */
	function save(): void {
		if (draft.value) {
			keeping.keep({ draft: draft.value }, minutes.value)
		}
	}

	/** Makes a correction that can be taken back. */
	function correct(what: string, change: (draft: Draft) => Draft): void {
		const before = draft.value
		const after = before && change(before)
		if (!before || !after || after === before) {
			return
		}
		corrections.value = [...corrections.value, { before, what }]
		put(after)
	}

	/** Takes the last correction back. */
	function undo(): void {
		const last = corrections.value.at(-1)
		if (last) {
			corrections.value = corrections.value.slice(0, -1)
			put(last.before)
		}
	}

	function put(next: Draft): void {
		draft.value = next
		save()
	}

	/** The server has the plan: from here on the draft is only needed for the people still to be asked. */
	function confirmed(id: number): void {
		minutes.value = id
		fresh = true
		corrections.value = []
		save()
	}

	/** Whether these were confirmed a moment ago; returned once. */
	function isFresh(id: number): boolean {
		const now = fresh && minutes.value === id
		fresh = false
		return now
	}

	function select(id: string | null, lines: Lines | null, by: Side = 'reading'): void {
		selected.value = lines && { id, lines, by }
	}

	/** Selects what was read from a line. */
	function selectLine(line: number): void {
		const spot = spotAt(spots.value, line)
		selected.value = { id: spot?.id ?? null, lines: { from: line, to: line }, by: 'source' }
	}

	async function cut(what: string, range: Lines, model: string | null): Promise<void> {
		const { cutGroup } = await import('./review/cut.ts')
		const lines = source.value?.lines ?? []
		correct(what, (before) => cutGroup(before, lines, range, model))
	}

	function ask(next: Doubt | null): void {
		doubtId.value = next?.id ?? null
		if (next) {
			select(next.entry ?? next.point ?? null, next.lines)
		}
	}

	/** Asks the open question before or after the one being asked. */
	function walk(step: 1 | -1): Doubt | null {
		const order = new Map(asked.value.map(({ id }, index) => [id, index]))
		const at = doubtId.value === null ? -1 : order.get(doubtId.value) ?? -1
		const place = ({ id }: Doubt) => order.get(id) ?? 0
		const next = step > 0
			? doubts.value.find((one) => place(one) > at) ?? doubts.value[0]
			: doubts.value.findLast((one) => place(one) < at) ?? doubts.value.at(-1)
		ask(next ?? null)
		return next ?? null
	}

	/** Answers the question, and applies what else that changes. */
	function settle(what: string, about: Doubt, change: (draft: Draft) => Draft = (same) => same): void {
		correct(what, (before) => answer(change(before), [about.id]))
	}

	return { source, draft, minutes, corrections, selected, people, signedUp, asked, doubts, doubt, known, kept, begin, restore, resume, takeTheirs, close, save, confirmed, isFresh, correct, undo, select, selectLine, cut, ask, walk, settle }
}
