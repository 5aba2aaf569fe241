/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { Entry } from '../../draft.ts'
import type { Field, Fields } from '../../edit.ts'
import type { Found, Item, Letter } from '../../model.ts'

import * as v from 'valibot'
import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { isReason } from '../../../api/apiError.ts'
import { useSession } from '../../../settings/index.ts'
import { useAction } from '../../../shared/composables/useAction.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { t } from '../../../shared/l10n.ts'
import { deleteDraft, withLocalStorage } from '../../../shared/lib/draftStore.ts'
import { entriesOf, firstDraft, withFound } from '../../draft.ts'
import { changed, contentOf, fieldsOf, ownerOf, pick, readDraft, reconcile, saveDraft } from '../../edit.ts'
import { LetterSchema } from '../../model.ts'
import { useLetterActions } from '../../queries.ts'

export interface LetterEditor {
	id: number
	statutory: boolean
	/** The person's input. */
	mine: Readonly<Ref<Fields>>
	/** The stored letter. */
	base: Readonly<Ref<Fields>>
	/** Fields of the stored letter. */
	version: Readonly<Ref<number>>
	/** Changed here and elsewhere, waiting for a choice. */
	conflicts: Readonly<Ref<readonly Field[]>>
	entries: ComputedRef<Entry[]>
	unsaved: ComputedRef<boolean>
	/** Whether this browser can keep unsaved changes. */
	keeps: Readonly<Ref<boolean>>
	/** When the input was written, if it was restored from this browser. */
	resumed: Readonly<Ref<number | null>>
	pending: Readonly<Ref<boolean>>
	failure: ComputedRef<unknown>
	set: <F extends Field>(field: F, value: Fields[F]) => void
	/** The same, with a message that offers to undo it. */
	change: <F extends Field>(field: F, value: Fields[F], sentence: string) => void
	/** `theirs`: what others stored; else the person's input. */
	choose: (theirs: boolean) => void
	/** @return whether everything is stored */
	save: () => Promise<boolean>
	/** Discards the draft found in this browser. */
	forget: () => void
	/** The letter was deleted: its draft is removed and not saved any more. */
	gone: () => void
	/** The input, as the server expects it. */
	content: ComputedRef<ReturnType<typeof contentOf>>
}

const editorKey: InjectionKey<LetterEditor> = Symbol('letter editor')

/** The editor around this component. */
export function useEditor(): LetterEditor {
	const editor = inject(editorKey)
	if (!editor) {
		throw new Error('No letter editor is provided')
	}
	return editor
}

/** Whether a stored letter was never edited: then its draft is filled automatically. It has at most the texts each letter begins and ends with. */
const isUntouched = ({ version }: Letter) => version === 1

/**
 * A letter being edited: kept in the browser during typing, stored on request, nothing overwritten.
 *
 * @param letter the stored letter
 * @param found available passages; null in a statutory message
 */
export function useLetterEditor(letter: Letter, found: Readonly<Ref<Found | null>>): LetterEditor {
	const { store } = useLetterActions(letter.id)
	const { show, dismiss } = useUndo()
	const owner = ownerOf(useSession().uid, letter.id)
	const passages = () => found.value?.passages ?? []
	const complete = (items: readonly Item[]) => withFound(items, passages())

	const base = shallowRef<Fields>(fieldsOf(letter))
	const version = ref(letter.version)
	const mine = shallowRef<Fields>({ ...base.value, items: isUntouched(letter) ? firstDraft(passages(), letter.readers, base.value.items) : complete(base.value.items) })
	const conflicts = shallowRef<readonly Field[]>([])
	const keeps = ref(true)
	const resumed = ref<number | null>(null)
	let deleted = false
	/** The fields that the offered undo would restore. */
	let offered: readonly Field[] = []

	withLocalStorage((storage) => {
		const draft = readDraft(storage, owner, Date.now())
		if (draft && changed(draft.base, draft.mine).length > 0) {
			const met = reconcile(draft.base, draft.mine, base.value)
			mine.value = { ...met.mine, items: complete(met.mine.items) }
			conflicts.value = met.conflicts
			resumed.value = draft.written
		}
	})

	const unsaved = computed(() => changed(base.value, mine.value).length > 0)
	const entries = computed(() => entriesOf(mine.value.items, passages()))
	const content = computed(() => contentOf(mine.value, base.value))

	function keep(): void {
		keeps.value = withLocalStorage((storage) => saveDraft(storage, owner, { written: Date.now(), base: base.value, mine: mine.value }))
	}

	// With another period or other readers, other passages are available.
	watch(found, () => {
		mine.value = { ...mine.value, items: complete(mine.value.items) }
	})

	/** What others stored since; fields only they changed are taken over. */
	function meet(theirs: Letter): void {
		const met = reconcile(base.value, mine.value, fieldsOf(theirs))
		// Undoing a move would also undo the changes of others.
		dismiss()
		conflicts.value = met.conflicts
		mine.value = { ...met.mine, items: complete(met.mine.items) }
		base.value = fieldsOf(theirs)
		version.value = theirs.version
		keep()
	}

	const saving = useAction(async () => {
		const sent = mine.value
		const stored = await store({ ...content.value, version: version.value })
		// Trailing spaces are not stored; text typed meanwhile stays.
		const met = reconcile(sent, mine.value, fieldsOf(stored))
		mine.value = { ...met.mine, items: complete(met.mine.items) }
		base.value = fieldsOf(stored)
		version.value = stored.version
		keep()
	})

	function currentOf(error: unknown): Letter | null {
		const parsed = isReason(error, 'stale_version') ? v.safeParse(LetterSchema, error.current) : null
		return parsed?.success ? parsed.output : null
	}

	async function save(): Promise<boolean> {
		if (conflicts.value.length > 0) {
			return false
		}
		let outcome = await saving.run()
		const theirs = outcome.done ? null : currentOf(outcome.error)
		if (theirs) {
			meet(theirs)
			if (conflicts.value.length > 0) {
				return false
			}
			outcome = await saving.run()
		}
		if (outcome.done && !unsaved.value) {
			resumed.value = null
			withLocalStorage((storage) => deleteDraft(storage, owner))
		}
		return outcome.done
	}

	/** Whether leaving the page would lose something. */
	const loses = () => unsaved.value && !keeps.value && !deleted

	function warn(event: BeforeUnloadEvent): void {
		if (loses()) {
			event.preventDefault()
		}
	}
	window.addEventListener('beforeunload', warn)
	onBeforeRouteLeave(() => !loses() || window.confirm(t('reseau', 'What you wrote is not saved. Leave this page?')))
	onScopeDispose(() => window.removeEventListener('beforeunload', warn))

	function put(fields: Fields): void {
		mine.value = fields
		keep()
	}

	/** Shows what was done and offers to undo it: only that change, so that text typed since stays. */
	function offer(sentence: string, before: Fields, fields: readonly Field[], also = () => {}): void {
		offered = fields
		show(sentence, async () => {
			also()
			const back = { ...mine.value, ...pick(before, fields) }
			put({ ...back, items: complete(back.items) })
		})
	}

	const editor: LetterEditor = {
		id: letter.id,
		statutory: letter.kind === 'statutory',
		mine,
		base,
		version,
		conflicts,
		entries,
		unsaved,
		keeps,
		resumed,
		pending: saving.pending,
		failure: computed(() => currentOf(saving.error.value) ? null : saving.error.value),
		set(field, value) {
			if (offered.includes(field)) {
				// Undoing that would also undo what is typed.
				dismiss()
			}
			put({ ...mine.value, [field]: value })
		},
		change(field, value, sentence) {
			const before = mine.value
			put({ ...before, [field]: value })
			offer(sentence, before, [field])
		},
		choose(theirs) {
			const [before, open] = [mine.value, conflicts.value]
			if (theirs) {
				put({ ...before, ...pick(base.value, open) })
				mine.value = { ...mine.value, items: complete(mine.value.items) }
				offer(t('reseau', 'What the other stored is in the letter.'), before, open)
			}
			conflicts.value = []
			saving.clear()
		},
		save,
		forget() {
			const [before, written] = [mine.value, resumed.value]
			put({ ...base.value, items: complete(base.value.items) })
			conflicts.value = []
			resumed.value = null
			offer(t('reseau', 'Draft deleted.'), before, changed(before, mine.value), () => {
				resumed.value = written
			})
		},
		gone() {
			deleted = true
			withLocalStorage((storage) => deleteDraft(storage, owner))
		},
		content,
	}
	provide(editorKey, editor)
	return editor
}
