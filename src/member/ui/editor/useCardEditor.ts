/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { InjectionKey, Ref } from 'vue'
import type { ApiError } from '../../../api/apiError.ts'
import type { Voice } from '../../card.ts'
import type { Card, Field } from '../../changes.ts'
import type { Choice, Copies } from '../../conflict.ts'
import type { Draft } from '../../draft.ts'
import type { Member } from '../../model.ts'
import type { Part, Section } from '../../parts.ts'
import type { Saved } from './useAutosave.ts'

import { computed, inject, onBeforeUnmount, onScopeDispose, provide, shallowRef, watch } from 'vue'
import { isReason } from '../../../api/apiError.ts'
import { useSession } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { listWords, t } from '../../../shared/l10n.ts'
import { versionOf } from '../../../shared/lib/versionOf.ts'
import { filledParts, isKept, voiceOf } from '../../card.ts'
import { breaches, cardOf, changedFields, changesOf, fieldOf, localPath } from '../../changes.ts'
import { choose, reconcile, settle } from '../../conflict.ts'
import { resumeDraft } from '../../draft.ts'
import { isAsked, SECTIONS } from '../../parts.ts'
import { useMemberActions } from '../../queries.ts'
import { currentCard } from '../../reasons.ts'
import { problemSentence } from './problems.ts'
import { useAutosave } from './useAutosave.ts'
import { useDraft } from './useDraft.ts'
import { fieldWord } from './words.ts'

/** A refused value: not sent again until it changes. */
interface Refusal {
	field: Field
	/** Path in the edited card. */
	path: string
	error: ApiError
}

export interface CardEditor {
	/** The edited card. */
	card: Readonly<Ref<Card>>
	/** The stored card. */
	stored: Readonly<Ref<Card>>
	/** The same with the server's fields. */
	member: Readonly<Ref<Member>>
	/** Whether it is about another person, or an organisation. */
	kept: Readonly<Ref<boolean>>
	/** Who speaks on it. */
	voice: Readonly<Ref<Voice>>
	/** The parts of a section with a field, and those filled by an import. */
	partsIn: (section: Section) => Part[]
	/** Fields changed here and elsewhere, waiting for a choice. */
	conflicts: Readonly<Ref<readonly Field[]>>
	/** Why something cannot be saved, in a sentence, by its path. */
	problems: Readonly<Ref<ReadonlyMap<string, string>>>
	/** Whether there is unsaved input. */
	unsaved: Readonly<Ref<boolean>>
	saving: Readonly<Ref<boolean>>
	saved: Readonly<Ref<number | null>>
	failure: Readonly<Ref<unknown>>
	/** Whether this browser can keep unsaved input. */
	keeps: Readonly<Ref<boolean>>
	/** A draft found in this browser, to restore or discard. */
	offered: Readonly<Ref<Draft | null>>
	/** Changes a field; it is saved after a pause. */
	set: <F extends Field>(field: F, value: Card[F]) => void
	/** Saves now. */
	flush: () => Promise<void>
	choose: (field: Field, choice: Choice) => void
	resume: () => void
	forget: () => void
}

const editorKey: InjectionKey<CardEditor> = Symbol('card editor')

/** The editor around this component. */
export function useEditor(): CardEditor {
	const editor = inject(editorKey)
	if (!editor) {
		throw new Error('No card editor is provided')
	}
	return editor
}

/**
 * A card being edited, for the component and its children: saved during typing, nothing lost, nothing overwritten.
 *
 * @param member the card as the page knows it; may change during typing
 */
export function useCardEditor(member: () => Member): CardEditor {
	const { id } = member()
	const { save } = useMemberActions()
	const { show } = useUndo()
	const copies = shallowRef<Copies>({ base: cardOf(member()), mine: cardOf(member()), conflicts: [] })
	const refusals = shallowRef<readonly Refusal[]>([])
	const draft = useDraft({ uid: useSession().uid, thing: id }, copies.value.base)
	let version = versionOf(member())
	let sending = false

	const problems = computed(() => new Map([
		...breaches(copies.value.mine).map(({ path, ...breach }) => [path, problemSentence(path, breach)] as const),
		...refusals.value.map(({ path, error }) => [path, problemSentence(path, error)] as const),
	]))
	const changed = computed(() => changedFields(copies.value.base, copies.value.mine))
	const { touch, flush, ...state } = useAutosave(() => sendable().length > 0, saveChanges)

	function update(next: Copies): void {
		// The refused value has changed.
		refusals.value = refusals.value.filter(({ field }) => next.mine[field] === copies.value.mine[field])
		copies.value = next
		draft.keep(next)
	}

	/** What can be saved now. */
	function sendable(): Field[] {
		const held = new Set<Field | undefined>([
			...copies.value.conflicts,
			...breaches(copies.value.mine).map(({ path }) => fieldOf(path)),
			...refusals.value.map(({ field }) => field),
		])
		return changed.value.filter((field) => !held.has(field))
	}

	async function saveChanges(): Promise<Saved> {
		const { base, mine } = copies.value
		const fields = sendable()
		if (fields.length === 0) {
			return 'nothing'
		}
		sending = true
		try {
			const stored = await save({ id, edit: { ...changesOf(base, mine, fields), version } })
			version = versionOf(stored)
			update(settle(copies.value, mine, fields, cardOf(stored)))
			return 'done'
		} catch (error) {
			return understand(error, mine, fields)
		} finally {
			sending = false
		}
	}

	/** Processes a refusal, so that the rest can be saved; throws if that is not possible. */
	function understand(error: unknown, sent: Card, fields: readonly Field[]): Saved {
		const current = currentCard(error)
		if (current) {
			takeOver(current)
			return 'again'
		}
		if (isReason(error, 'not_found', 'not_yours')) {
			// The card was deleted or handed over: its unsaved input is removed too.
			draft.forget()
		}
		const { field: place = '' } = error as Partial<ApiError>
		const field = fieldOf(place)
		if (!field || !fields.includes(field)) {
			throw error
		}
		if (copies.value.mine[field] === sent[field]) {
			refusals.value = [...refusals.value, { field, path: localPath(place, sent), error: error as ApiError }]
		}
		return 'again'
	}

	/** Merges what was stored elsewhere. */
	function takeOver(current: Member): void {
		const { taken, ...next } = reconcile(copies.value, cardOf(current))
		version = versionOf(current)
		update(next)
		if (taken.length > 0) {
			const parts = listWords(taken.map((field) => t('reseau', '“{part}”', { part: fieldWord(field, voiceOf(member())) })))
			show(t('reseau', 'Changed elsewhere and updated here: {parts}.', { parts }))
		}
	}

	watch(member, (now) => {
		if (versionOf(now) > version && !sending) {
			takeOver(now)
		}
	})

	/** A word still in its field is added when the focus leaves it: on leaving the page that would be too late, or never. */
	function addTyped(): void {
		const { activeElement } = document
		if (activeElement instanceof HTMLInputElement) {
			activeElement.blur()
			activeElement.focus({ preventScroll: true })
		}
	}

	function warn(event: BeforeUnloadEvent): void {
		addTyped()
		if (changed.value.length > 0) {
			event.preventDefault()
		}
	}

	window.addEventListener('beforeunload', warn)
	// If the system closes the page there is no other warning.
	window.addEventListener('pagehide', addTyped)
	onBeforeUnmount(addTyped)
	// The last input is saved on leaving; if that fails, the browser keeps it.
	onScopeDispose(async () => {
		window.removeEventListener('beforeunload', warn)
		window.removeEventListener('pagehide', addTyped)
		await flush()
		if (changed.value.length > 0 && draft.holds()) {
			show(t('reseau', 'Some of your text on the card is not saved. This browser keeps it: open the card again to restore it.'))
		}
	})

	const editor: CardEditor = {
		...state,
		flush,
		card: computed(() => copies.value.mine),
		stored: computed(() => copies.value.base),
		member: computed(member),
		kept: computed(() => isKept(member())),
		voice: computed(() => voiceOf(member())),
		partsIn: (section) => SECTIONS[section].filter((part) => isAsked(part, member().kind === 'organisation') || filledParts(member()).includes(part)),
		conflicts: computed(() => copies.value.conflicts),
		problems,
		unsaved: computed(() => changed.value.length > 0),
		keeps: draft.keeps,
		offered: draft.offered,
		set(field, value) {
			update({ ...copies.value, mine: { ...copies.value.mine, [field]: value } })
			touch()
		},
		choose(field, choice) {
			update(choose(copies.value, field, choice))
			touch()
		},
		resume() {
			const found = draft.offered.value
			if (found) {
				draft.offered.value = null
				update(resumeDraft(copies.value, found))
				touch()
			}
		},
		forget() {
			const found = draft.offered.value
			draft.offered.value = null
			draft.keep(copies.value)
			show(t('reseau', 'Draft deleted.'), async () => {
				draft.offered.value = found
				draft.keep(copies.value)
			})
		},
	}
	provide(editorKey, editor)
	return editor
}
