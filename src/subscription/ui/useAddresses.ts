/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AddressColumn, Agreement } from '../addresses.ts'
import type { AddressOutcome } from '../model.ts'

import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { useAction } from '../../shared/composables/useAction.ts'
import { t } from '../../shared/l10n.ts'
import { isoDay } from '../../shared/lib/dates.ts'
import { useSource } from '../../shared/table/useSource.ts'
import { useTable } from '../../shared/table/useTable.ts'
import { addressReport, composeAddresses, proposeAddressColumns } from '../addresses.ts'
import { useSubscriberActions } from '../queries.ts'

export type Stage = 'choosing' | 'checking' | 'checked' | 'importing' | 'imported'

/** The import of a list of addresses: the meaning of its columns, and the outcome of each row, before and after. */
export function useAddresses() {
	const actions = useSubscriberActions()
	const source = useSource()
	const reading = useTable(source)
	const columns = ref<AddressColumn[]>([])
	const agreement = reactive<Agreement>({ date: '', how: '' })
	const stage = ref<Stage>('choosing')
	/** The outcome of each row: of the check, and of the import. */
	const checked = shallowRef<ReadonlyMap<number, AddressOutcome>>(new Map())
	const imported = shallowRef<ReadonlyMap<number, AddressOutcome>>(new Map())
	const stopped = ref(false)
	let stopping = new AbortController()

	watch(reading.lines, (lines) => {
		columns.value = lines === null ? [] : proposeAddressColumns(lines)
	}, { flush: 'sync' })

	const rows = computed(() => composeAddresses(reading.lines.value?.rows ?? [], columns.value, { date: agreement.date, how: agreement.how.trim() }))
	/** Missing in some row, and in the form for all rows. */
	const lacking = computed(() => new Set((['date', 'how'] as const).filter((what) => rows.value.some((row) => row[what] === ''))))
	const sent = computed(() => rows.value.filter(({ twice }) => !twice))
	const report = computed(() => addressReport(rows.value, new Map([...checked.value, ...imported.value])))
	const wanted = computed(() => sent.value.filter(({ position }) => checked.value.get(position)?.outcome === 'made'))

	function begin(): void {
		stopping.abort()
		stage.value = 'choosing'
		checked.value = new Map()
		imported.value = new Map()
	}

	function add(to: typeof checked): (more: readonly AddressOutcome[]) => void {
		return (more) => {
			to.value = new Map([...to.value, ...more.map((one) => [one.position, one] as const)])
		}
	}

	const checking = useAction(async () => {
		stopping = new AbortController()
		const { signal } = stopping
		checked.value = new Map()
		stage.value = 'checking'
		try {
			await actions.check(sent.value.map(plain), signal, add(checked))
			stage.value = 'checked'
		} catch (error) {
			stage.value = 'choosing'
			if (!signal.aborted) {
				throw error
			}
		}
	})

	const importing = useAction(async () => {
		stopping = new AbortController()
		stopped.value = false
		stage.value = 'importing'
		await actions.run(wanted.value.filter(({ position }) => !imported.value.has(position)).map(plain), stopping.signal, add(imported))
		stopped.value = stopping.signal.aborted
		if (!stopped.value) {
			stage.value = 'imported'
		}
	})

	onScopeDispose(() => stopping.abort())

	return {
		source,
		reading,
		columns,
		fields: [
			{ value: 'address' as const, label: t('reseau', 'Email address') },
			{ value: 'name' as const, label: t('reseau', 'Name, or part of it') },
			{ value: 'date' as const, label: t('reseau', 'Day of the agreement') },
			{ value: 'how' as const, label: t('reseau', 'How the person agreed') },
		],
		agreement,
		lacking,
		rows,
		stage,
		/** Progress: done and total. */
		progress: computed(() => stage.value === 'checking' ? { done: checked.value.size, total: sent.value.length } : { done: imported.value.size, total: wanted.value.length }),
		stopped,
		checkError: checking.error,
		error: importing.error,
		/** Number of people who would get the letter. */
		count: computed(() => wanted.value.length),
		report,
		/** Whether the file has addresses. */
		ready: computed(() => columns.value.includes('address')),
		today: isoDay(new Date()),
		begin,
		check: () => checking.run(),
		run: () => importing.run(),
		stop: () => stopping.abort(),
	}
}

function plain({ position, address, name, date, how }: ReturnType<typeof composeAddresses>[number]) {
	return { position, address, name, date, how }
}
