/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Place } from '../model.ts'
import type { Import } from './model.ts'
import type { Agreement, Composed } from './rows.ts'

import { computed, ref, watch } from 'vue'
import { useSession } from '../../settings/index.ts'
import { useVocabulary } from '../../vocabulary/index.ts'
import { parseAnswers } from './answers.ts'
import { namesPeople, parseMapping } from './mapping.ts'
import { MOST_ROWS } from './model.ts'
import { placeTexts } from './places.ts'
import { predict } from './predict.ts'
import { useImports } from './queries.ts'
import { reportOf } from './report.ts'
import { composeJson, composeRow, doubtsOf } from './rows.ts'
import { usePlaces } from './usePlaces.ts'
import { useReading } from './useReading.ts'
import { useRun } from './useRun.ts'
import { useSource } from './useSource.ts'

const PREVIEWED = 4

/** An import from its file to its report; each answer that changes what would be sent takes back what was asked before. */
export function useImport() {
	const { data: imports, error: importsError, refetch } = useImports()
	const { data: vocabulary } = useVocabulary()
	const { region, departements } = useSession()

	const source = useSource()
	const reading = useReading(source, () => imports.value?.map(({ mapping }) => mapping) ?? [])
	const agreement = ref<Agreement | null>(null)
	const choices = ref<Record<string, Place | null>>({})
	const anyway = ref<number[]>([])
	const run = useRun()

	const placeColumns = computed(() => reading.columns.value.flatMap((column, i) => column === 'territories' ? [i] : []))
	const places = usePlaces(() => [...new Set(reading.table.value?.rows.flatMap(({ cells }) => placeColumns.value.flatMap((i) => placeTexts(cells[i] ?? ''))) ?? [])], region, departements)

	const total = computed(() => reading.json.value?.length ?? reading.table.value?.rows.length ?? 0)
	/** Whether there is something to check. */
	const ready = computed(() => total.value > 0 && total.value <= MOST_ROWS && reading.problem.value === null && vocabulary.value !== undefined
		&& (reading.json.value !== null || namesPeople(reading.columns.value)))
	/** Whether rows can say themselves that their person agreed. */
	const byRow = computed(() => reading.json.value !== null || reading.columns.value.includes('consentDate'))

	/** The first rows, or all of them, as they would be sent. */
	function compose(most = Infinity): Composed[] {
		const agreed = agreement.value && { date: agreement.value.date, how: agreement.value.how.trim() }
		if (reading.json.value) {
			return reading.json.value.slice(0, most).map((row) => composeJson(row, agreed))
		}
		const context = {
			headings: reading.table.value?.headings ?? [],
			columns: reading.columns.value,
			vocabulary: { values: vocabulary.value?.values ?? [], sectors: vocabulary.value?.sectors ?? [] },
			known: places.known.value,
			choices: choices.value,
			agreement: agreed,
		}
		return (reading.table.value?.rows ?? []).slice(0, most).map((row) => composeRow(row, context))
	}

	const preview = computed(() => ready.value ? compose(PREVIEWED) : [])
	/** Of the places alone, which takes no other answer into account. */
	const doubts = computed(() => placeColumns.value.length === 0 || places.loading.value || places.known.value.entries.length === 0
		? []
		: doubtsOf((reading.table.value?.rows ?? []).map((row) => composeRow(
				{ position: row.position, cells: placeColumns.value.map((i) => row.cells[i] ?? '') },
				{
					headings: placeColumns.value.map((i) => reading.table.value?.headings[i] ?? ''),
					columns: placeColumns.value.map(() => 'territories' as const),
					vocabulary: { values: [], sectors: [] },
					known: places.known.value,
					choices: {},
					agreement: null,
				},
			))))

	/** Expected results for the rows, as far as checked. */
	const predicted = computed(() => reportOf(run.rows.value, predict(run.rows.value, run.checked.value, new Set(anyway.value)), reading.broken.value))
	/** Their results. */
	const report = computed(() => reportOf(run.rows.value, run.told.value, reading.broken.value))

	/** The import of this file that was not finished. */
	const unfinished = computed(() => imports.value?.find(({ hash, state }) => state === 'running' && hash !== '' && hash === source.hash.value) ?? null)

	// Any change of the data to be sent makes the answers of the server outdated.
	watch([source.text, reading.table, reading.columns, choices, agreement], () => {
		if (run.stage.value !== 'idle' && run.stage.value !== 'importing' && run.stage.value !== 'imported') {
			run.reset()
			anyway.value = []
		}
	}, { deep: true })

	/** Another file: nothing said of the last one holds any more. */
	function begin(): void {
		run.reset()
		agreement.value = null
		choices.value = {}
		anyway.value = []
	}

	function wantAnyway(position: number, wanted: boolean): void {
		anyway.value = wanted ? [...anyway.value, position] : anyway.value.filter((one) => one !== position)
		const row = run.rows.value.find((one) => one.position === position)
		if (row) {
			void run.again.run(row, wanted)
		}
	}

	const job = () => ({
		hash: source.hash.value,
		mapping: reading.mapping.value,
		answers: { agreement: agreement.value, choices: choices.value, anyway: anyway.value },
	})

	/** Resumes an import of this file, with the answers from its start. */
	async function resume(before: Import): Promise<void> {
		const mapping = parseMapping(before.mapping)
		if (mapping) {
			reading.apply(mapping)
		}
		const answers = parseAnswers(before.answers)
		agreement.value = answers.agreement
		choices.value = answers.choices
		anyway.value = answers.anyway
		await places.load()
		await run.start(job(), compose())
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
		total,
		ready,
		byRow,
		preview,
		doubts,
		predicted,
		report,
		unfinished,
		run,
		begin,
		wantAnyway,
		resume,
		check: () => run.check(compose()),
		start: () => run.start(job()),
	}
}
