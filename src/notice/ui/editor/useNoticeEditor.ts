/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { ApiError } from '../../../api/apiError.ts'
import type { NoticeDraft, Written } from '../../draft.ts'
import type { Field, Fields } from '../../edit.ts'
import type { NewNotice, Notice } from '../../model.ts'

import { computed, inject, onScopeDispose, provide, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { isReason } from '../../../api/apiError.ts'
import { useSession } from '../../../settings/index.ts'
import { useAction } from '../../../shared/composables/useAction.ts'
import { useGivenBack } from '../../../shared/composables/useGivenBack.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { t } from '../../../shared/l10n.ts'
import { isoDay } from '../../../shared/lib/dates.ts'
import { deleteDraft, withLocalStorage } from '../../../shared/lib/draftStore.ts'
import { randomWord } from '../../../shared/lib/randomWord.ts'
import { versionOf } from '../../../shared/lib/versionOf.ts'
import { sentenceOf } from '../../../shared/reasons.ts'
import { ownerOf, readDraft, saveDraft } from '../../draft.ts'
import { allFields, changed, changesOf, fieldOf, fieldsOf, reconcile } from '../../edit.ts'
import { useNoticeActions } from '../../queries.ts'
import { currentNotice } from '../../reasons.ts'
import { problemsOf } from './problems.ts'

export interface NoticeEditor {
	/** The person's input. */
	mine: Readonly<Ref<Fields>>
	/** The stored notice, or the initial values of a new one; in a conflict, the version of others. */
	base: Readonly<Ref<Fields>>
	/** Changed here and elsewhere, waiting for a choice. */
	conflicts: Readonly<Ref<readonly Field[]>>
	/** Why a field cannot be saved, in a sentence. */
	problems: ComputedRef<ReadonlyMap<Field, string>>
	unsaved: ComputedRef<boolean>
	/** Whether this browser can keep unsaved input. */
	keeps: Readonly<Ref<boolean>>
	/** When the input was written, if it was restored from this browser. */
	resumed: Readonly<Ref<number | null>>
	pending: Readonly<Ref<boolean>>
	/** An error that belongs to no field. */
	failure: ComputedRef<unknown>
	/** The field with missing input, to be focused. */
	wanted: Readonly<Ref<Field | null>>
	set: <F extends Field | 'memberId' | 'how'>(field: F, value: Fields[F]) => void
	choose: (field: Field, theirs: boolean) => void
	/** Saves the input, or publishes it; null on failure. */
	save: () => Promise<Notice | null>
	/** Discards the draft found in this browser. */
	forget: () => void
}

const editorKey: InjectionKey<NoticeEditor> = Symbol('notice editor')

/** The editor around this component. */
export function useEditor(): NoticeEditor {
	const editor = inject(editorKey)
	if (!editor) {
		throw new Error('No notice editor is provided')
	}
	return editor
}

/**
 * A notice being written: kept in the browser during typing, saved on request, nothing overwritten.
 *
 * @param written what is being edited
 * @param begin the stored notice, or the initial values of a new one
 * @param from the item of a card it is created from
 */
export function useNoticeEditor(written: Written, begin: Notice | Fields, from: NewNotice['from'] = null): NoticeEditor {
	const { create, edit, remove } = useNoticeActions()
	const { show } = useUndo()
	const router = useRouter()
	const owner = ownerOf(useSession().uid, written)
	const { give, take } = useGivenBack<NoticeDraft>(String(owner.thing))
	const today = isoDay(new Date())
	const isStored = (one: Notice | Fields): one is Notice => 'id' in one

	const base = shallowRef<Fields>(isStored(begin) ? fieldsOf(begin) : begin)
	const version = ref(isStored(begin) ? versionOf(begin) : 0)
	const mine = shallowRef<Fields>(base.value)
	const conflicts = shallowRef<readonly Field[]>([])
	/** Refused values, until they change. */
	const refused = shallowRef<{ field: Field, error: ApiError, value: unknown } | null>(null)
	const wanted = ref<Field | null>(null)
	const tried = ref(false)
	const keeps = ref(true)
	const resumed = ref<number | null>(null)
	let key = randomWord()
	let over = false

	function resume(draft: NoticeDraft): void {
		const met = reconcile(draft.base, draft.mine, base.value)
		key = draft.key
		mine.value = met.mine
		conflicts.value = met.conflicts
	}
	withLocalStorage((storage) => {
		const draft = readDraft(storage, owner, Date.now())
		if (draft && changed(draft.base, draft.mine).length > 0) {
			resume(draft)
			resumed.value = draft.written
		}
	})

	const unsaved = computed(() => changed(base.value, mine.value).length > 0)
	const problems = computed(() => {
		const found = problemsOf(mine.value, tried.value, today)
		const { field, error, value } = refused.value ?? {}
		return field && mine.value[field] === value ? new Map([...found, [field, sentenceOf(error, true)] as const]) : found
	})

	function keep(): void {
		if (!over) {
			keeps.value = withLocalStorage((storage) => saveDraft(storage, owner, { written: Date.now(), key, base: base.value, mine: mine.value }))
		}
	}

	/** Merges what was stored in the meantime; fields also changed here need a choice. */
	function meet(theirs: Notice): void {
		const met = reconcile(base.value, mine.value, fieldsOf(theirs))
		conflicts.value = met.conflicts
		mine.value = met.mine
		base.value = fieldsOf(theirs)
		version.value = versionOf(theirs)
		keep()
	}

	function end(): void {
		over = true
		withLocalStorage((storage) => deleteDraft(storage, owner))
	}

	const back = take()
	if (back) {
		resume(back)
		keep()
	}

	const saving = useAction(async (): Promise<Notice> => {
		const [before, after] = [base.value, mine.value]
		const place = router.currentRoute.value.fullPath
		/** Back to this form, as it was filled in. */
		async function reopen(): Promise<void> {
			give({ written: Date.now(), key: randomWord(), base: before, mine: after })
			await router.replace(place)
		}
		if (!('id' in written)) {
			const made = await create({ ...allFields(after), ...from ? { from } : {}, key })
			show(t('reseau', 'The notice is published.'), async () => {
				await remove(made.id)
				await reopen()
			})
			return made
		}
		const { id } = written
		const stored = await edit({ id, version: version.value, ...changesOf(before, after) })
		show(t('reseau', 'The notice is saved.'), async () => {
			await edit({ id, version: versionOf(stored), ...changesOf(after, before) })
			await reopen()
		})
		return stored
	})

	/** Moves to the field named by a refusal. */
	function leadTo(error: unknown): void {
		const field = fieldOf((error as Partial<ApiError> | null)?.field)
		if (field) {
			refused.value = { field, error: error as ApiError, value: mine.value[field] }
			wanted.value = field
		}
	}

	async function save(): Promise<Notice | null> {
		tried.value = true
		wanted.value = null
		const [first] = problemsOf(mine.value, true, today).keys()
		if (conflicts.value.length > 0 || first) {
			wanted.value = conflicts.value[0] ?? first ?? null
			return null
		}
		let outcome = await saving.run()
		const theirs = outcome.done ? null : currentNotice(outcome.error)
		if (theirs) {
			meet(theirs)
			if (conflicts.value.length > 0) {
				return null
			}
			outcome = await saving.run()
		}
		if (outcome.done) {
			end()
			return outcome.value
		}
		if (isReason(outcome.error, 'bad_key')) {
			key = randomWord()
		}
		leadTo(outcome.error)
		return null
	}

	function warn(event: BeforeUnloadEvent): void {
		if (unsaved.value && !keeps.value) {
			event.preventDefault()
		}
	}
	window.addEventListener('beforeunload', warn)
	onScopeDispose(() => window.removeEventListener('beforeunload', warn))

	const editor: NoticeEditor = {
		mine,
		base,
		conflicts,
		problems,
		unsaved,
		keeps,
		resumed,
		pending: saving.pending,
		// A problem next to its field is not repeated.
		failure: computed(() => saving.error.value === refused.value?.error || currentNotice(saving.error.value) ? null : saving.error.value),
		wanted,
		set(field, value) {
			mine.value = { ...mine.value, [field]: value }
			keep()
		},
		choose(field, theirs) {
			mine.value = theirs ? { ...mine.value, [field]: base.value[field] } : mine.value
			conflicts.value = conflicts.value.filter((open) => open !== field)
			saving.clear()
			keep()
		},
		save,
		forget() {
			const draft = { written: resumed.value ?? Date.now(), key, base: base.value, mine: mine.value }
			mine.value = base.value
			conflicts.value = []
			resumed.value = null
			keep()
			show(t('reseau', 'Draft deleted.'), async () => {
				resume(draft)
				resumed.value = draft.written
				keep()
			})
		},
	}
	provide(editorKey, editor)
	return editor
}
