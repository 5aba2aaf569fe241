/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { InjectionKey } from 'vue'
import type { Place } from '../model.ts'
import type { Column } from './mapping.ts'
import type { Import } from './model.ts'
import type { Agreement, Composed } from './rows.ts'

import { computed, inject, provide, ref, watch } from 'vue'
import { useSession } from '../../settings/index.ts'
import { useSource } from '../../shared/table/useSource.ts'
import { useTermLabels, useVocabulary } from '../../vocabulary/index.ts'
import { kindsByWord } from '../table/words.ts'
import { parseAnswers } from './answers.ts'
import { keyCard } from './changes.ts'
import { namesPeople, parseMapping } from './mapping.ts'
import { MOST_ROWS } from './model.ts'
import { placeTexts } from './places.ts'
import { predict } from './predict.ts'
import { useImports } from './queries.ts'
import { leftOut, reportOf } from './report.ts'
import { composeJson, composeRow, doubtsOf } from './rows.ts'
import { isTotal } from './totals.ts'
import { useHeld } from './useHeld.ts'
import { usePlaces } from './usePlaces.ts'
import { useReading } from './useReading.ts'
import { useRun } from './useRun.ts'

const PREVIEWED = 4

/** A cell of a row that can be corrected. */
export interface MendableCell {
	/** Its path in the row. */
	index: number
	column: Exclude<Column, ''>
	text: string
}

type Importing = ReturnType<typeof importing>

const importKey: InjectionKey<Importing> = Symbol('import')

/** The import around this component. */
export function useImport(): Importing {
	const found = inject(importKey)
	if (!found) {
		throw new Error('No import is provided')
	}
	return found
}

/** Provides an import for the component and its children. */
export function provideImport(): Importing {
	const begun = importing()
	provide(importKey, begun)
	return begun
}

/** An import from its file to its report; an answer that changes the request discards the earlier check. */
function importing() {
	const { data: imports, error: importsError, refetch } = useImports()
	const { data: vocabulary } = useVocabulary()
	const labels = useTermLabels()
	const { region, departements } = useSession()

	const source = useSource()
	const reading = useReading(source, () => imports.value?.map(({ mapping }) => mapping) ?? [])
	const agreement = ref<Agreement | null>(null)
	const choices = ref<Record<string, Place | null>>({})
	const anyway = ref<number[]>([])
	/** Numbers of the rows that are left out; sum lines are, unless the person includes them. */
	const dropped = ref<number[]>([])
	/** The cells of corrected rows, by number. They stay on this page. */
	const mended = ref<Record<number, string[]>>({})
	const run = useRun()

	const placeColumns = computed(() => reading.columns.value.flatMap((column, i) => column === 'territories' ? [i] : []))
	const places = usePlaces(() => [...new Set(reading.table.value?.rows.flatMap(({ cells }) => placeColumns.value.flatMap((i) => placeTexts(cells[i] ?? ''))) ?? [])], region, departements)

	/** The rows of an exported table: each is about an existing card, by its key. */
	const keyed = computed(() => new Map((reading.table.value?.rows ?? []).flatMap(({ position, cells }) => {
		const card = keyCard(cells[reading.columns.value.indexOf('id')] ?? '')
		return card === null ? [] : [[position, card] as const]
	})))
	const held = useHeld(() => [...new Set(keyed.value.values())])
	const heldCards = computed(() => ({ cards: held.cards.value, labels: labels.value, kinds: kindsByWord() }))

	const totals = computed(() => (reading.table.value?.rows ?? []).filter(isTotal).map(({ position }) => position))
	watch(reading.table, () => {
		dropped.value = totals.value
		mended.value = {}
	}, { flush: 'sync' })
	const total = computed(() => (reading.json.value?.length ?? reading.table.value?.rows.length ?? 0) - dropped.value.length)
	/** Whether there is something to check. */
	const ready = computed(() => total.value > 0 && total.value <= MOST_ROWS && reading.problem.value === null && vocabulary.value !== undefined
		&& !held.loading.value && held.error.value === null
		&& (reading.json.value !== null || namesPeople(reading.columns.value)))
	/** Whether rows can contain the agreement of their person. */
	const byRow = computed(() => reading.json.value !== null || reading.columns.value.includes('consentDate'))
	/** Other programs do not know an agreement to have a card here: each card is a draft. */
	const draftsOnly = computed(() => reading.foreign.value !== null)

	const isDropped = ({ position }: { position: number }) => dropped.value.includes(position)
	const isFresh = (row: { position: number }) => !isDropped(row) && !keyed.value.has(row.position)
	/** Number of people without a card. */
	const fresh = computed(() => (reading.json.value ?? reading.table.value?.rows ?? []).filter(isFresh).length)

	/** The first rows, or all of them, as they would be sent: without those left out, or only those. */
	function compose(most = Infinity, wanted = (row: { position: number }) => !isDropped(row)): Composed[] {
		const agreed = agreement.value && !draftsOnly.value ? { date: agreement.value.date, how: agreement.value.how.trim() } : null
		if (reading.json.value) {
			return reading.json.value.filter(wanted).slice(0, most).map((row) => composeJson(row, agreed))
		}
		const context = {
			headings: reading.table.value?.headings ?? [],
			columns: reading.columns.value,
			vocabulary: { values: vocabulary.value?.values ?? [], sectors: vocabulary.value?.sectors ?? [] },
			known: places.known.value,
			choices: choices.value,
			agreement: agreed,
			held: heldCards.value,
		}
		return (reading.table.value?.rows ?? []).filter(wanted).slice(0, most)
			.map(({ position, cells }) => composeRow({ position, cells: mended.value[position] ?? cells }, context))
	}

	const preview = computed(() => ready.value ? compose(PREVIEWED, isFresh) : [])
	const doubts = computed(() => !reading.table.value || placeColumns.value.length === 0 || places.loading.value || places.known.value.entries.length === 0 || held.loading.value
		? []
		: doubtsOf(reading.table.value, reading.columns.value, places.known.value, heldCards.value))

	/** Expected results for the rows, as far as checked. */
	const predicted = computed(() => byPosition([
		...reportOf(run.rows.value, predict(run.rows.value, run.checked.value, new Set(anyway.value)), reading.broken.value),
		...leftOut(compose(Infinity, isDropped), (position) => totals.value.includes(position)),
	]))
	/** Their results. */
	const report = computed(() => reportOf(run.rows.value, run.imported.value, reading.broken.value))

	/** The import of this file that was not finished. */
	const unfinished = computed(() => imports.value?.find(({ hash, state }) => state === 'running' && hash !== '' && hash === source.hash.value) ?? null)

	// Any change to the request invalidates the answers of the server.
	watch([source.text, reading.table, reading.columns, choices, agreement, held.cards], () => {
		if (run.stage.value !== 'idle' && run.stage.value !== 'importing' && run.stage.value !== 'imported') {
			run.reset()
			anyway.value = []
		}
	}, { deep: true })

	/** Rows are checked one after the other, with their latest values. */
	let asked: Promise<unknown> = Promise.resolve()
	function askAgain(position: number): void {
		asked = asked.then(() => {
			const row = run.rows.value.find((one) => one.position === position)
			return row && run.stage.value === 'checked' ? run.again.run(row, anyway.value.includes(position)) : undefined
		})
	}

	/** Leaves a row out, or includes it after all. */
	function drop(position: number, out: boolean): void {
		dropped.value = out ? [...dropped.value, position] : dropped.value.filter((one) => one !== position)
		run.change(compose())
		if (!out) {
			askAgain(position)
		}
	}

	/** The cells of a row that are read; empty for a file without a table. */
	function cellsOf(position: number): MendableCell[] {
		const cells = mended.value[position] ?? reading.table.value?.rows.find((row) => row.position === position)?.cells
		return cells === undefined ? [] : reading.columns.value.flatMap((column, index) => column === '' ? [] : [{ index, column, text: cells[index] ?? '' }])
	}

	/** Corrects a row before it is imported. */
	function mend(position: number, corrected: readonly MendableCell[]): void {
		const cells = [...mended.value[position] ?? reading.table.value?.rows.find((row) => row.position === position)?.cells ?? []]
		corrected.forEach(({ index, text }) => {
			cells[index] = text.trim()
		})
		mended.value = { ...mended.value, [position]: Array.from(cells, (cell) => cell ?? '') }
		run.change(compose())
		askAgain(position)
	}

	/** Resets everything for another file. */
	function begin(): void {
		run.reset()
		agreement.value = null
		choices.value = {}
		anyway.value = []
		dropped.value = totals.value
		mended.value = {}
	}

	function wantAnyway(position: number, wanted: boolean): void {
		anyway.value = wanted ? [...anyway.value, position] : anyway.value.filter((one) => one !== position)
		askAgain(position)
	}

	const job = () => ({
		hash: source.hash.value,
		mapping: reading.mapping.value,
		answers: { agreement: agreement.value, choices: choices.value, anyway: anyway.value, dropped: dropped.value, mended: [...Object.keys(mended.value).map(Number), ...run.unsent.value] },
	})

	/** Resumes an import of this file, with the answers from its start; rows whose corrections are lost are not sent. */
	async function resume(before: Import): Promise<void> {
		const mapping = parseMapping(before.mapping)
		if (mapping) {
			reading.apply(mapping)
		}
		const answers = parseAnswers(before.answers)
		agreement.value = answers.agreement
		choices.value = answers.choices
		anyway.value = answers.anyway
		dropped.value = answers.dropped
		await Promise.all([places.load(), held.load()])
		await run.start(job(), compose(), answers.mended.filter((position) => !(position in mended.value)))
	}

	return {
		imports,
		importsError,
		refetch,
		source,
		reading,
		agreement,
		choices,
		anyway,
		places,
		held,
		fresh,
		total,
		ready,
		byRow,
		draftsOnly,
		preview,
		doubts,
		predicted,
		report,
		unfinished,
		run,
		totals,
		begin,
		cellsOf,
		drop,
		mend,
		wantAnyway,
		resume,
		check: () => run.check(compose()),
		start: () => run.start(job()),
	}
}

function byPosition<T extends { position: number }>(rows: readonly T[]): T[] {
	return [...rows].sort((one, other) => one.position - other.position)
}
