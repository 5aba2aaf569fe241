/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Content } from './content.ts'
import type { DraftSummary, KeptDraft } from './model.ts'

import { computed, ref, shallowRef } from 'vue'
import { ApiError, isReason } from '../../api/apiError.ts'
import { randomWord } from '../../shared/lib/randomWord.ts'
import { FORM, readContent } from './content.ts'
import { DRAFT_LIMITS } from './model.ts'
import { pack, unpack } from './packed.ts'
import { draftActions } from './queries.ts'

/**
 * - none: no draft is open
 * - saved: the server has everything
 * - saving: it is about to
 * - waiting: the server could not be reached, or refused it; tried again automatically
 * - changed: another browser wrote it meanwhile
 * - gone: it was deleted, or handed over to another facilitator
 * - too_long: it exceeds the limit
 */
export type KeepingState = 'none' | 'saved' | 'saving' | 'waiting' | 'changed' | 'gone' | 'too_long'

/** Where a draft is stored; another object for another draft. */
interface Place {
	id: number | null
	/** Key of a draft the server may not have yet. */
	key: string
	version: number
	name: string
	minutes: number | null
	/** Whether it was sent before, with an unknown result. */
	sent: string
}

/** Delay after the last change before saving, in ms. */
const WAIT = 500
/** Delay before the next attempt, in ms. */
const AGAIN = [2_000, 5_000, 15_000, 30_000]
/** The person has to decide first. */
const STOPPED: readonly KeepingState[] = ['changed', 'gone']

/* One draft per tab, like its review. */
const place = shallowRef<Place | null>(null)
const content = shallowRef<Content | null>(null)
const id = ref<number | null>(null)
const state = ref<KeepingState>('none')
/** Why it is waiting. */
const error = shallowRef<unknown>(null)
/** The other version, if it was changed elsewhere. */
const theirs = shallowRef<KeptDraft | null>(null)
const unsaved = computed(() => state.value !== 'none' && state.value !== 'saved')
let dirty = false
let failures = 0
let running: Promise<void> | null = null
let timer: ReturnType<typeof setTimeout> | undefined

function put(next: Place | null, what: Content | null, now: KeepingState): void {
	clearTimeout(timer)
	place.value = next
	content.value = what
	id.value = next?.id ?? null
	state.value = now
	error.value = null
	theirs.value = null
	dirty = false
	failures = 0
}

const placeOf = (name: string): Place => ({ id: null, key: randomWord(), version: 0, name: [...name].slice(0, DRAFT_LIMITS.name).join(''), minutes: null, sent: '' })

/** Minutes under review, saved on the server a moment after each change, so that they can be continued in any browser. */
export function useKeptDraft() {
	/** Starts a new draft; the previous one stays on the server. */
	function start(name: string, what: Omit<Content, 'form'>): void {
		put(placeOf(name), { form: FORM, ...what }, 'saving')
		dirty = true
		later(0)
	}

	/** Saves what changed. */
	function keep(part: Partial<Content>, minutes: number | null = null): void {
		if (!place.value || !content.value || !differs(content.value, part, minutes)) {
			return
		}
		content.value = { ...content.value, ...part }
		place.value.minutes = minutes ?? place.value.minutes
		dirty = true
		if (!STOPPED.includes(state.value)) {
			state.value = state.value === 'waiting' ? 'waiting' : 'saving'
			later(WAIT)
		}
	}

	/** Saves pending changes immediately; returns whether the server has everything. */
	async function flush(): Promise<boolean> {
		clearTimeout(timer)
		running ??= write().finally(() => {
			running = null
		})
		await running
		return !unsaved.value
	}

	/** Opens a draft; null: it was deleted, or is not readable. */
	async function open(draft: number): Promise<{ summary: DraftSummary, content: Content } | null> {
		const kept = await found(draft)
		const what = kept && await contentOf(kept)
		if (!kept || !what) {
			return null
		}
		take(kept, what)
		return { summary: kept, content: what }
	}

	/** Checks whether another browser changed it meanwhile, or it was deleted: before anything else is saved. */
	async function checkServer(): Promise<void> {
		const at = place.value
		if (!at || at.id === null || running || dirty || STOPPED.includes(state.value)) {
			return
		}
		const now = (await draftActions.list().catch(() => null))?.find((one) => one.id === at.id)
		if (place.value === at && !running && !dirty && now && now.version !== at.version) {
			await changed(at)
		}
	}

	/** Continues with the version of another browser. */
	async function takeTheirs(): Promise<Content | null> {
		const other = theirs.value
		const what = other && await contentOf(other)
		if (other && what) {
			take(other, what)
		}
		return what
	}

	/** Saves what is in this tab as a separate draft. */
	async function keepCopy(name: string): Promise<boolean> {
		if (content.value) {
			put({ ...placeOf(name), minutes: place.value?.minutes ?? null }, content.value, 'saving')
			dirty = true
		}
		return flush()
	}

	/** Hands it over to another facilitator, with all changes. */
	async function handOver(uid: string): Promise<void> {
		const at = place.value
		if (await flush() && at && at.id !== null) {
			await draftActions.handOver(at.id, at.version, uid)
			leave()
		} else {
			throw error.value ?? new ApiError(0, 'offline')
		}
	}

	/** Deletes it from the server. */
	async function forget(): Promise<void> {
		const at = place.value
		clearTimeout(timer)
		await running
		if (at && at.id !== null) {
			await draftActions.delete(at.id).catch((thrown) => {
				if (!isReason(thrown, 'not_found')) {
					throw thrown
				}
			})
		}
		leave()
	}

	/** This tab is finished with it; it stays on the server. */
	function leave(): void {
		put(null, null, 'none')
	}

	function take(kept: KeptDraft, what: Content): void {
		put({ ...placeOf(kept.name), id: kept.id, version: kept.version, minutes: kept.minutes }, what, 'saved')
	}

	return { id, state, error, theirs, unsaved, content, start, keep, flush, open, checkServer, takeTheirs, keepCopy, handOver, forget, leave }
}

function differs(before: Content, part: Partial<Content>, minutes: number | null): boolean {
	return (minutes !== null && minutes !== place.value?.minutes) || Object.entries(part).some(([name, value]) => before[name as keyof Content] !== value)
}

function later(ms: number): void {
	clearTimeout(timer)
	timer = setTimeout(() => void useKeptDraft().flush(), ms)
}

async function found(draft: number): Promise<KeptDraft | null> {
	try {
		return await draftActions.get(draft)
	} catch (thrown) {
		if (isReason(thrown, 'not_found')) {
			return null
		}
		throw thrown
	}
}

async function contentOf(kept: KeptDraft): Promise<Content | null> {
	try {
		return readContent(await unpack(kept.content))
	} catch {
		return null
	}
}

/** While there are unsaved changes. */
async function write(): Promise<void> {
	while (dirty && !STOPPED.includes(state.value)) {
		const at = place.value
		if (!at) {
			return
		}
		dirty = false
		try {
			const packed = await pack(JSON.stringify(content.value))
			if (place.value !== at) {
				continue
			}
			if (packed.length > DRAFT_LIMITS.content) {
				dirty = true
				state.value = 'too_long'
				return
			}
			await send(at, packed)
			failures = 0
			if (place.value === at) {
				error.value = null
				id.value = at.id
			}
		} catch (thrown) {
			if (place.value !== at) {
				continue
			}
			dirty = true
			if (isReason(thrown, 'stale_version')) {
				if (!await changed(at)) {
					return
				}
			} else if (at.id !== null && (isReason(thrown, 'not_found') || isReason(thrown, 'not_yours'))) {
				state.value = 'gone'
			} else {
				wait(thrown)
				return
			}
		}
	}
	if (place.value && !STOPPED.includes(state.value)) {
		state.value = 'saved'
	}
}

async function send(at: Place, packed: string): Promise<void> {
	// After a lost answer: the server may have an earlier state of a new draft or of this version.
	const before = at.sent
	at.sent = packed
	const { name, key, version, minutes } = at
	const summary = at.id === null
		? await draftActions.begin({ key, name, content: packed })
		: await draftActions.write(at.id, { version, content: packed, ...minutes !== null && { minutes } })
	const begun = at.id === null
	at.id = summary.id
	at.version = summary.version
	at.sent = ''
	if (begun && ((before !== '' && before !== packed) || minutes !== null)) {
		dirty = true
	}
}

/** Another version exists: it is ours if only the answer was lost. Returns whether saving can continue. */
async function changed(at: Place): Promise<boolean> {
	const now = await found(at.id!).catch((thrown: unknown) => {
		if (place.value === at) {
			wait(thrown)
		}
	})
	if (place.value !== at || now === undefined) {
		return place.value !== at
	}
	if (now === null) {
		state.value = 'gone'
	} else if (at.sent !== '' && now.content === at.sent) {
		at.version = now.version
		at.sent = ''
		return true
	} else {
		theirs.value = now
		state.value = 'changed'
	}
	return false
}

/** Retries later. */
function wait(thrown: unknown): void {
	error.value = thrown
	state.value = 'waiting'
	later(AGAIN[Math.min(failures++, AGAIN.length - 1)]!)
}
