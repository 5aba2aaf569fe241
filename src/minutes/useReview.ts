/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Content } from './draft/content.ts'
import type { LineKind, Lines, Reading } from './parse/reading.ts'
import type { Styles } from './read/lineStyle.ts'
import type { Doubt, Draft, Given, Group } from './review/draft.ts'
import type { Known } from './review/known.ts'

import { computed, ref, shallowRef } from 'vue'
import { fingerprint } from '../shared/lib/fingerprint.ts'
import { NOTHING_CHOSEN } from './ask/inviting.ts'
import { FORM } from './draft/content.ts'
import { useKeptDraft } from './draft/useKeptDraft.ts'
import { sourceLines } from './parse/lines.ts'
import { answer } from './review/change.ts'
import { draftOf, groupsByPerson } from './review/draft.ts'
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

/** A correction that can be undone or redone. */
interface Correction {
	/** The draft without it, or with it once it is undone. */
	other: Draft
	/** Its name, as a phrase. */
	what: string
}

/* One review per tab, whichever page shows it: going to another page of the app and back loses nothing. */
const owner = ref('')
const source = shallowRef<Source | null>(null)
const draft = shallowRef<Draft | null>(null)
/** The reading of the text with the given kinds of lines. */
const reading = shallowRef<Reading | null>(null)
const readings = new WeakMap<Given, Reading>()
const corrections = shallowRef<readonly Correction[]>([])
/** The undone corrections, the last one at the end. */
const undone = shallowRef<readonly Correction[]>([])
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
		const given: Given = {}
		const found = file.reading ?? await read(text, given, file.style)
		close()
		owner.value = uid
		source.value = { name, hash: fingerprint(new TextEncoder().encode(text)), text, lines: sourceLines(text), style: file.style }
		readings.set(given, found)
		reading.value = found
		draft.value = draftOf(found, model, given)
		keeping.start(name, { hash: source.value.hash, text, style: file.style, draft: draft.value, inviting: NOTHING_CHOSEN })
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

	async function takeUp(uid: string, name: string, { form, hash, text, style, draft: found }: Content, number: number | null): Promise<void> {
		const given: Given = {}
		const current = form === FORM ? found : draftOf(await read(text, given, style), null, given)
		reset()
		owner.value = uid
		source.value = { name, hash, text, lines: sourceLines(text), style }
		draft.value = current
		minutes.value = number
		await readFor(current)
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
		corrections.value = []
		undone.value = []
		selected.value = null
		doubtId.value = null
		known.value = new Map()
		minutes.value = null
	}

	/** Saves it, a moment later. */
	function save(): void {
		if (draft.value) {
			keeping.keep({ draft: draft.value }, minutes.value)
		}
	}

	/** Makes a correction that can be undone. */
	function correct(what: string, change: (draft: Draft) => Draft): void {
		const before = draft.value
		const after = before && change(before)
		if (!before || !after || after === before) {
			return
		}
		corrections.value = [...corrections.value, { other: before, what }]
		undone.value = []
		put(after)
	}

	/** Undoes the last correction. */
	function undo(): void {
		const last = corrections.value.at(-1)
		if (last && draft.value) {
			corrections.value = corrections.value.slice(0, -1)
			undone.value = [...undone.value, { other: draft.value, what: last.what }]
			put(last.other)
		}
	}

	/** Redoes the correction that was undone last. */
	function redo(): void {
		const last = undone.value.at(-1)
		if (last && draft.value) {
			undone.value = undone.value.slice(0, -1)
			corrections.value = [...corrections.value, { other: draft.value, what: last.what }]
			put(last.other)
		}
	}

	function put(next: Draft): void {
		draft.value = next
		void readFor(next)
		save()
	}

	/** The reading of the text with these kinds of lines. */
	async function read(text: string, given: Given, style: Styles | undefined): Promise<Reading> {
		const { parseMinutes } = await import('./parse/parse.ts')
		const found = readings.get(given) ?? parseMinutes(text, new Map(Object.entries(given).map(([line, kind]) => [Number(line), kind] as const)), style)
		readings.set(given, found)
		return found
	}

	async function readFor({ given }: Draft): Promise<void> {
		reading.value = readings.get(given) ?? reading.value
		if (source.value && !readings.has(given)) {
			const found = await read(source.value.text, given, source.value.style)
			reading.value = draft.value?.given === given ? found : reading.value
		}
	}

	/** Gives lines a kind and reads the text again; other corrections stay. */
	async function give(what: string, lines: Lines, kind: LineKind, model: string | null): Promise<void> {
		giving = giving.then(async () => {
			const [{ reread }, before] = [await import('./review/reread.ts'), draft.value]
			if (!before || !source.value) {
				return
			}
			const given = givenKinds(before.given, source.value.lines, lines, kind)
			const { text, style } = source.value
			const two = { before: await read(text, before.given, style), after: await read(text, given, style) }
			correct(what, (now) => reread(now, two, given, lines, model))
		})
		await giving
	}

	/** The server has the plan: from here on the draft is only needed for the people to invite. */
	function confirmed(id: number): void {
		minutes.value = id
		fresh = true
		corrections.value = []
		undone.value = []
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
