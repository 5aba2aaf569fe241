/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Content } from './draft/content.ts'
import type { LineKind, Lines, Reading } from './parse/reading.ts'
import type { Styles } from './read/lineStyle.ts'
import type { Doubt, Draft, Given, Group } from './review/draft.ts'
import type { Corrected, History } from './review/history.ts'
import type { Known } from './review/known.ts'

import { computed, ref, shallowRef } from 'vue'
import { fingerprint } from '../shared/lib/fingerprint.ts'
import { NOTHING_CHOSEN } from './ask/inviting.ts'
import { FORM } from './draft/content.ts'
import { useKeptDraft } from './draft/useKeptDraft.ts'
import { sourceLines } from './parse/sourceLines.ts'
import { answer } from './review/change.ts'
import { draftOf, groupsByPerson } from './review/draft.ts'
import { correctDraft, NO_HISTORY, redoLast, undoLast } from './review/history.ts'
import { allDoubts, unanswered } from './review/known.ts'
import { marksOf } from './review/marks.ts'
import { givenKinds } from './review/outline.ts'
import { spotAt, spotsOf } from './review/places.ts'

/** Lines of the text or part of the reading: the other side scrolls to it. */
export type Side = 'source' | 'reading'

interface Source {
	/** Name of the file; empty for pasted text. */
	name: string
	hash: string
	text: string
	lines: readonly string[]
	/** Styles of the lines in a document. */
	style?: Styles
}

/* One review per tab, whichever page shows it: going to another page of the app and back loses nothing. */
const owner = ref('')
const source = shallowRef<Source | null>(null)
const draft = shallowRef<Draft | null>(null)
/** The first reading of the text, before a person changed anything. */
const reading = shallowRef<Reading | null>(null)
/** The corrections that can be undone, and those that were. */
const history = shallowRef<History>(NO_HISTORY)
const corrections = computed(() => history.value.corrections)
const undone = computed(() => history.value.undone)
const selected = shallowRef<{ id: string | null, lines: Lines, by: Side } | null>(null)
const doubtId = ref<string | null>(null)
/** Possible cards of people of the rosters, as far as they were looked up. */
const known = shallowRef<Known>(new Map())
/** Id of the minutes on the server, once they are confirmed: no more corrections, only people are still to be invited. */
const minutes = ref<number | null>(null)
/** Confirmed just now: its page continues automatically. */
let fresh = false
/** One reading after the other: each is based on the draft of the previous one. */
let giving: Promise<unknown> = Promise.resolve()

/** The use of every line. */
const marks = computed(() => draft.value && source.value ? marksOf(draft.value, reading.value, source.value.lines) : undefined)
const spots = computed(() => draft.value ? spotsOf(draft.value) : [])
/** People by id, and the kept groups of each. */
const people = computed(() => new Map(draft.value?.people.map((person) => [person.id, person])))
const signedUp = computed(() => draft.value ? groupsByPerson(draft.value) : new Map<string, Group[]>())
const asked = computed(() => draft.value ? allDoubts(draft.value, known.value) : [])
/** Open questions. */
const doubts = computed(() => draft.value ? unanswered(draft.value, known.value) : [])
/** The current question. */
const doubt = computed(() => asked.value.find(({ id }) => id === doubtId.value) ?? null)

/** Minutes from their text to the plan, with every correction on the way. */
export function useReview() {
	const keeping = useKeptDraft()
	/** Whether the server can store it. */
	const kept = computed(() => keeping.state.value !== 'too_long')

	/** Starts with a text, and its reading from a worker; a previous review stays among the drafts. */
	async function begin(uid: string, name: string, text: string, model: string | null, file: { style?: Styles, reading?: Reading } = {}): Promise<void> {
		const found = file.reading ?? await read(text, file.style)
		close()
		owner.value = uid
		source.value = { name, hash: fingerprint(new TextEncoder().encode(text)), text, lines: sourceLines(text), style: file.style }
		reading.value = found
		draft.value = draftOf(found, model)
		keeping.start(name, { hash: source.value.hash, text, style: file.style, draft: draft.value, history: NO_HISTORY, inviting: NOTHING_CHOSEN })
	}

	/** Whether this tab has an open review of this account. */
	function restore(uid: string): boolean {
		return draft.value !== null && owner.value === uid
	}

	/** Resumes a draft from the server; false: it no longer exists. The text is parsed again if an update of the app has changed the stored format. */
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

	/** Continues with the version of another browser. */
	async function takeTheirs(): Promise<void> {
		const { name = '' } = source.value ?? {}
		const number = minutes.value
		const content = await keeping.takeTheirs()
		if (content) {
			await takeUp(owner.value, name, content, number)
		}
	}

	async function takeUp(uid: string, name: string, { form, hash, text, style, draft: found, history: kept }: Content, number: number | null): Promise<void> {
		const first = await read(text, style)
		reset()
		owner.value = uid
		source.value = { name, hash, text, lines: sourceLines(text), style }
		reading.value = first
		draft.value = form === FORM ? found : draftOf(first, null)
		history.value = form === FORM && kept ? kept : NO_HISTORY
		minutes.value = number
	}

	/** Closes it in this tab; the draft stays on the server. */
	function close(): void {
		reset()
		keeping.leave()
	}

	function reset(): void {
		source.value = null
		draft.value = null
		reading.value = null
		history.value = NO_HISTORY
		selected.value = null
		doubtId.value = null
		known.value = new Map()
		minutes.value = null
	}

	/** Saves it, a moment later. */
	function save(): void {
		if (draft.value) {
			keeping.keep({ draft: draft.value, history: history.value }, minutes.value)
		}
	}

	/** Makes a correction that can be undone. */
	function correct(what: string, change: (draft: Draft) => Draft): void {
		const before = draft.value
		const after = before && change(before)
		if (before && after && after !== before) {
			put(correctDraft({ draft: before, history: history.value }, what, after))
		}
	}

	/** Undoes the last correction. */
	function undo(): void {
		put(draft.value && undoLast({ draft: draft.value, history: history.value }))
	}

	/** Redoes the correction that was undone last. */
	function redo(): void {
		put(draft.value && redoLast({ draft: draft.value, history: history.value }))
	}

	function put(next: Corrected | null): void {
		if (next) {
			draft.value = next.draft
			history.value = next.history
			save()
		}
	}

	/** The reading of a text with these kinds of lines. */
	async function read(text: string, style: Styles | undefined, given: Given = {}): Promise<Reading> {
		const { parseMinutes } = await import('./parse/parse.ts')
		return parseMinutes(text, new Map(Object.entries(given).map(([line, kind]) => [Number(line), kind] as const)), style)
	}

	/** Gives lines a kind; everything else stays. */
	async function give(what: string, lines: Lines, kind: LineKind, model: string | null): Promise<void> {
		giving = giving.then(async () => {
			const [{ giveKind }, before, about, first] = [await import('./review/give.ts'), draft.value, source.value, reading.value]
			if (!before || !about || !first) {
				return
			}
			const given = givenKinds(before.given, about.lines, lines, kind)
			const now = await read(about.text, about.style, given)
			correct(what, (draft) => giveKind(draft, { source: about.lines, first, now }, { lines, kind, given, model }))
		})
		await giving
	}

	/** The server has the plan: from here on the draft is only needed for the people to invite. */
	function confirmed(id: number): void {
		minutes.value = id
		fresh = true
		save()
	}

	/** Whether these were confirmed just now; returned once. */
	function isFresh(id: number): boolean {
		const now = fresh && minutes.value === id
		fresh = false
		return now
	}

	function select(id: string | null, lines: Lines | null, by: Side = 'reading'): void {
		selected.value = lines && { id, lines, by }
	}

	/** Selects what was read from a line, with further lines if they are selected. */
	function selectLine(line: number, lines: Lines = { from: line, to: line }): void {
		const spot = spotAt(spots.value, line)
		selected.value = { id: spot?.id ?? null, lines, by: 'source' }
	}

	function ask(next: Doubt | null): void {
		doubtId.value = next?.id ?? null
		if (next) {
			select(next.entry ?? next.point ?? null, next.lines)
		}
	}

	/** Moves to the previous or next open question. */
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

	return { source, draft, minutes, marks, corrections, undone, selected, people, signedUp, asked, doubts, doubt, known, kept, begin, restore, resume, takeTheirs, close, save, confirmed, isFresh, correct, undo, redo, give, select, selectLine, ask, walk, settle }
}
