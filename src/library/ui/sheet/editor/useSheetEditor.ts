/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { ApiError } from '../../../../api/apiError.ts'
import type { Sheet, SheetStatus } from '../../../model.ts'
import type { SheetDraft } from '../../../sheet/draft.ts'
import type { Field, Fields } from '../../../sheet/edit.ts'

import { computed, inject, nextTick, onScopeDispose, provide, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { isReason } from '../../../../api/apiError.ts'
import { useSession } from '../../../../settings/index.ts'
import { useAction } from '../../../../shared/composables/useAction.ts'
import { useUndo } from '../../../../shared/composables/useUndo.ts'
import { t } from '../../../../shared/l10n.ts'
import { deleteDraft, withLocalStorage } from '../../../../shared/lib/draftStore.ts'
import { versionOf } from '../../../../shared/lib/versionOf.ts'
import { sentenceOf } from '../../../../shared/reasons.ts'
import { ownerOf, readDraft, saveDraft } from '../../../sheet/draft.ts'
import { allFields, changed, changesOf, EMPTY, fieldOf, fieldsOf, reconcile } from '../../../sheet/edit.ts'
import { useSheetActions } from '../../../sheet/queries.ts'
import { currentSheet } from '../../../sheet/reasons.ts'
import { problemsOf } from './problems.ts'

export interface SheetEditor {
	/** The person's input. */
	mine: Readonly<Ref<Fields>>
	/** The stored sheet; in a conflict, the one of others. */
	base: Readonly<Ref<Fields>>
	/** The stored sheet, null while it does not exist. */
	stored: Readonly<Ref<Sheet | null>>
	/** Changed here and elsewhere, waiting for a choice. */
	conflicts: Readonly<Ref<readonly Field[]>>
	/** Why a field cannot be saved, in a sentence. */
	problems: ComputedRef<ReadonlyMap<Field, string>>
	unsaved: ComputedRef<boolean>
	/** Whether this browser can keep unsaved changes. */
	keeps: Readonly<Ref<boolean>>
	/** A draft found in this browser, to restore or discard. */
	offered: Readonly<Ref<SheetDraft | null>>
	pending: ComputedRef<boolean>
	/** An error that belongs to no field. */
	failure: ComputedRef<unknown>
	set: <F extends Field>(field: F, value: Fields[F]) => void
	choose: (field: Field, theirs: boolean) => void
	/** Saves the input; false on failure. */
	save: () => Promise<boolean>
	/** Saves, then publishes or makes it a draft again. */
	setStatus: (status: SheetStatus) => Promise<boolean>
	resume: () => void
	forget: () => void
	/** Takes everything of this sheet out of the browser, and keeps no more of it. */
	end: () => void
	/** Fields that are missing for what was tried last, in the order of the page. */
	gaps: ComputedRef<readonly Field[]>
	/** The field with missing input, to be focused. */
	wanted: Readonly<Ref<Field | null>>
	/** Leads to a field. */
	lead: (field: Field) => Promise<void>
}

const editorKey: InjectionKey<SheetEditor> = Symbol('sheet editor')

/** The editor around this component. */
export function useEditor(): SheetEditor {
	const editor = inject(editorKey)
	if (!editor) {
		throw new Error('No sheet editor is provided')
	}
	return editor
}

/**
 * A sheet being written: kept in the browser during typing, saved on request, nothing overwritten.
 *
 * @param file file of the sheet
 * @param sheet the stored sheet, null for a new one
 * @param begin initial content of a new sheet
 * @param notice the notice whose outcome a new sheet describes
 */
export function useSheetEditor(file: string, sheet: Sheet | null, begin: Partial<Fields>, notice?: number): SheetEditor {
	const { write, setStatus } = useSheetActions()
	const { show } = useUndo()
	const router = useRouter()
	const owner = ownerOf(useSession().uid, file)
	const stored = shallowRef(sheet)
	const first = { ...EMPTY, ...begin }
	const base = shallowRef<Fields>(sheet ? fieldsOf(sheet) : first)
	const mine = shallowRef<Fields>(base.value)
	const conflicts = shallowRef<readonly Field[]>([])
	/** Refused values, until they change. */
	const refused = shallowRef<{ field: Field, error: ApiError, value: unknown } | null>(null)
	const wanted = ref<Field | null>(null)
	const tried = ref(false)
	/** Publishing was tried. */
	const publishes = ref(false)
	const keeps = ref(true)
	const offered = shallowRef<SheetDraft | null>(null)
	let over = false

	withLocalStorage((storage) => {
		offered.value = readDraft(storage, owner, base.value, Date.now())
	})

	const unsaved = computed(() => changed(base.value, mine.value).length > 0)
	const problems = computed(() => {
		const found = problemsOf(mine.value, tried.value, isWhole())
		const { field, error, value } = refused.value ?? {}
		return field && mine.value[field] === value ? new Map([...found, [field, sentenceOf(error, true)] as const]) : found
	})

	/** What is published, or about to be, has all that others need. */
	function isWhole(): boolean {
		return publishes.value || (tried.value && stored.value?.status === 'published')
	}

	async function lead(field: Field): Promise<void> {
		// Choosing the same field again is a change too.
		wanted.value = null
		await nextTick()
		wanted.value = field
	}

	function keep(): void {
		// A draft nobody decided upon stays until then.
		if (!over && offered.value === null) {
			keeps.value = withLocalStorage((storage) => saveDraft(storage, owner, base.value, mine.value, Date.now()))
		}
	}

	function take(sheetNow: Sheet): void {
		stored.value = sheetNow
		base.value = fieldsOf(sheetNow)
	}

	/** Merges what was stored in the meantime; fields also changed here need a choice. */
	function meet(theirs: Sheet): void {
		const met = reconcile(base.value, mine.value, fieldsOf(theirs))
		conflicts.value = met.conflicts
		mine.value = met.mine
		take(theirs)
		keep()
	}

	/** The sheet was deleted in the meantime: saving creates a new one. */
	function lose(error: unknown): void {
		if (isReason(error, 'stale_version')) {
			stored.value = null
			base.value = EMPTY
			keep()
		}
	}

	/** Leads to the field that a refusal names; false where it names none. */
	function leadTo(error: unknown): boolean {
		const field = fieldOf((error as Partial<ApiError> | null)?.field)
		if (!field || isReason(error, 'stale_version')) {
			return false
		}
		refused.value = { field, error: error as ApiError, value: mine.value[field] }
		void lead(field)
		return true
	}

	/** Quiet where saving is not what was asked for: it is no success yet. */
	const saving = useAction(async (quiet: boolean) => {
		const before = base.value
		const after = mine.value
		const version = versionOf(stored.value)
		const now = await write({ file, version, words: stored.value ? changesOf(before, after) : { ...allFields(after), ...notice !== undefined && { notice } } })
		// What was written on while the answer was on its way stays.
		mine.value = mine.value === after ? fieldsOf(now) : reconcile(after, mine.value, fieldsOf(now)).mine
		take(now)
		keep()
		if (!quiet) {
			show(t('reseau', 'Sheet saved.'), version === 0
				? undefined
				: async () => {
					// What is in the form stays there, not saved.
					take(await write({ file, version: versionOf(now), words: changesOf(fieldsOf(now), before) }))
					keep()
				})
		}
	})
	const publishing = useAction(async (status: SheetStatus) => {
		const place = router.currentRoute.value.fullPath
		const now = await setStatus({ file, version: versionOf(stored.value), status })
		meet(now)
		const other = status === 'published' ? 'draft' as const : 'published' as const
		show(
			status === 'published' ? t('reseau', 'Sheet published.') : t('reseau', 'The sheet is a draft again.'),
			async () => {
				meet(await setStatus({ file, version: versionOf(now), status: other }))
				await router.replace(place)
			},
		)
	})

	async function save(quiet: boolean): Promise<boolean> {
		tried.value = true
		const first = conflicts.value[0] ?? [...problemsOf(mine.value, true, isWhole()).keys()][0]
		if (first) {
			void lead(first)
			return false
		}
		if (stored.value && !unsaved.value) {
			return true
		}
		const outcome = await saving.run(quiet)
		if (outcome.done) {
			return true
		}
		const theirs = currentSheet(outcome.error)
		if (!theirs) {
			lose(outcome.error)
			leadTo(outcome.error)
			return false
		}
		meet(theirs)
		return conflicts.value.length === 0 && (!unsaved.value || (await saving.run(quiet)).done)
	}

	async function changeStatus(status: SheetStatus): Promise<boolean> {
		publishes.value = status === 'published'
		if (!await save(true)) {
			return false
		}
		const outcome = await publishing.run(status)
		if (outcome.done) {
			return true
		}
		const theirs = currentSheet(outcome.error)
		if (theirs) {
			meet(theirs)
		} else {
			lose(outcome.error)
			leadTo(outcome.error)
		}
		return false
	}

	function warn(event: BeforeUnloadEvent): void {
		if (unsaved.value) {
			event.preventDefault()
		}
	}
	window.addEventListener('beforeunload', warn)
	onScopeDispose(() => {
		window.removeEventListener('beforeunload', warn)
		if (unsaved.value && keeps.value && !over) {
			show(t('reseau', 'What you wrote on the sheet is not saved. This browser keeps it: open the sheet again to continue.'))
		}
	})

	/** What is shown next to its field is not repeated. */
	const failure = computed(() => [saving, publishing].map(({ error }) => error.value)
		.find((error) => error !== null && error !== refused.value?.error && currentSheet(error) === null) ?? null)

	const editor: SheetEditor = {
		mine,
		base,
		stored,
		conflicts,
		problems,
		unsaved,
		keeps,
		offered,
		gaps: computed(() => tried.value ? [...problems.value.keys()] : []),
		wanted,
		lead,
		pending: computed(() => saving.pending.value || publishing.pending.value),
		failure,
		set(field, value) {
			mine.value = { ...mine.value, [field]: value }
			keep()
		},
		choose(field, theirs) {
			mine.value = theirs ? { ...mine.value, [field]: base.value[field] } : mine.value
			conflicts.value = conflicts.value.filter((open) => open !== field)
			saving.clear()
			publishing.clear()
			keep()
		},
		save() {
			publishes.value = false
			return save(false)
		},
		setStatus: changeStatus,
		resume() {
			const draft = offered.value
			if (draft) {
				offered.value = null
				const met = reconcile(draft.base, draft.mine, base.value)
				mine.value = met.mine
				conflicts.value = met.conflicts
				keep()
			}
		},
		forget() {
			const draft = offered.value
			offered.value = null
			keep()
			show(t('reseau', 'Draft deleted.'), async () => {
				offered.value = draft
			})
		},
		end() {
			over = true
			withLocalStorage((storage) => deleteDraft(storage, owner))
		},
	}
	provide(editorKey, editor)
	return editor
}
