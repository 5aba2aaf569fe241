/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { Group } from '../group/index.ts'
import type { GroupRun, MakingOrder } from '../group/making/index.ts'
import type { Asked } from './ask/model.ts'
import type { PlannedGroup } from './review/plan.ts'

import { computed, onScopeDispose, ref, shallowRef, toValue } from 'vue'
import { folderOf, useMaking } from '../group/making/index.ts'
import { useSession } from '../settings/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { ASK_LIMITS } from './ask/model.ts'
import { useMinutes, useMinutesActions } from './queries.ts'
import { keptGroups, personLabel, personOf } from './review/draft.ts'
import { parsePlan } from './review/parsePlan.ts'
import { askedOf } from './review/plan.ts'
import { useReview } from './useReview.ts'

/** Outcomes after which asking again continues. */
const NOT_YET: readonly Asked['outcome'][] = ['mail_failed', 'later']

/** How far asking the people is. */
export interface AskedGroup {
	position: number
	answers: Asked[]
	/** What to call those who have to be asked otherwise. */
	byHand: string[]
}

/**
 * What is made of confirmed minutes: the rows of all groups first, so that people can be asked while their addresses are still in this tab; then
 * the people; then teams, boards and folders. Each can be stopped and gone on with, and makes nothing twice.
 */
export function useImportRun(id: MaybeRefOrGetter<number>) {
	const query = useMinutes(id)
	const actions = useMinutesActions()
	const making = useMaking()
	const { library } = useSession()
	const { draft, minutes: inTab, known, close } = useReview()

	const minutes = computed(() => query.data.value)
	const plan = computed(() => minutes.value ? parsePlan(minutes.value.plan) : null)
	const stage = ref<'idle' | 'groups' | 'people' | 'making'>('idle')
	/** Of the run under way or the last one, in the order of `orders`. */
	const groups = shallowRef<readonly GroupRun[]>([])
	const asked = shallowRef<readonly AskedGroup[]>([])
	const done = ref(0)
	const stopped = ref(false)
	let controller = new AbortController()
	onScopeDispose(() => controller.abort())

	/** Whether this tab still knows whom to ask. */
	const knowsPeople = computed(() => draft.value !== null && inTab.value === toValue(id))
	/** Groups whose people were not asked. */
	const unasked = computed(() => plan.value?.groups.filter(({ position, people }) => people > 0 && !plan.value?.asked.includes(position)) ?? [])

	/** The row of every group; one that is there is found again. */
	async function makeRows(planned: readonly PlannedGroup[]): Promise<Group[]> {
		const rows: Group[] = []
		stage.value = 'groups'
		for (const { position, title, mandate, model } of planned) {
			if (controller.signal.aborted) {
				break
			}
			rows.push(await making.create({ title, mandate, model, key: `minutes-${toValue(id)}-${position}`, minutes: { id: toValue(id), position } }))
			done.value = rows.length
		}
		return rows
	}

	async function askPeople(rows: readonly Group[]): Promise<void> {
		if (!draft.value || !knowsPeople.value) {
			return
		}
		const people = askedOf(draft.value, known.value)
		const kept = keptGroups(draft.value)
		const settled: number[] = []
		stage.value = 'people'
		try {
			for (const [position, row] of rows.entries()) {
				done.value = position
				if (controller.signal.aborted) {
					return
				}
				const answers: Asked[] = []
				for (let at = 0; at < people[position]!.length; at += ASK_LIMITS.people) {
					answers.push(...await actions.ask(row.id, people[position]!.slice(at, at + ASK_LIMITS.people)))
				}
				const nameOf = (key: string) => personLabel(personOf(draft.value!, kept[position]!.roster.find((entry) => entry.id === key)?.person ?? ''))
				asked.value = [...asked.value.filter((one) => one.position !== position), {
					position,
					answers,
					byHand: answers.filter(({ outcome }) => outcome === 'by_hand' || outcome === 'bad_address').map(({ key }) => nameOf(key)),
				}]
				if (!answers.some(({ outcome }) => NOT_YET.includes(outcome))) {
					settled.push(position)
				}
			}
		} finally {
			await keepAsked(settled)
		}
	}

	/** What was asked is kept with the plan; with the last of it the addresses in this tab are removed. */
	async function keepAsked(positions: readonly number[]): Promise<void> {
		const { version, plan: text } = await actions.get(toValue(id))
		const before = parsePlan(text)
		if (before && positions.some((position) => !before.asked.includes(position))) {
			await actions.save(toValue(id), { version, plan: JSON.stringify({ ...before, asked: [...new Set([...before.asked, ...positions])] }) })
		}
		if (unasked.value.length === 0) {
			close()
		}
	}

	const running = useAction(async () => {
		controller = new AbortController()
		stopped.value = false
		done.value = 0
		const current = await actions.get(toValue(id))
		const planned = parsePlan(current.plan)
		if (!planned) {
			return
		}
		if (current.state !== 'making') {
			await actions.save(toValue(id), { version: current.version, state: 'making' })
		}
		try {
			const rows = await makeRows(planned.groups)
			if (rows.length < planned.groups.length) {
				return
			}
			await askPeople(rows)
			if (controller.signal.aborted) {
				return
			}
			stage.value = 'making'
			const orders = rows.flatMap((row, index): MakingOrder[] => {
				const { position, title, mandate, model, board } = planned.groups[index]!
				return row.status === 'closed'
					? []
					: [{
							groupId: row.id,
							plan: {
								key: `minutes-${toValue(id)}-${position}`,
								title,
								purpose: '',
								mandate,
								join: row.join,
								minutes: { id: toValue(id), position },
								asked: [],
								team: { facilitators: [], members: [] },
								model,
								board,
								folder: folderOf(title, library),
								talk: false,
							},
						}]
			})
			const several = await making.make(orders, controller.signal, (told) => {
				groups.value = told
			})
			groups.value = several.groups
			const { version } = await actions.get(toValue(id))
			if (several.done) {
				await actions.save(toValue(id), { version, state: 'made' })
			}
		} finally {
			stage.value = 'idle'
			stopped.value = controller.signal.aborted
			actions.tell()
		}
	})

	/** What was sent is answered, nothing more is sent. */
	function stop(): void {
		controller.abort()
	}

	return { ...query, minutes, plan, stage, groups, asked, done, stopped, unasked, knowsPeople, running, stop }
}
