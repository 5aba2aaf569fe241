/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, MaybeRefOrGetter, Ref } from 'vue'
import type { View } from '../../criteria.ts'
import type { MemberSummary } from '../../model.ts'

import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onBeforeUnmount, ref, toValue, watch } from 'vue'

/** Up to this many people, all rows are rendered: windowing gains nothing, and searching in the page or printing finds them all. */
const FEW = 60
/** Minimum width for two columns, and the gap between them; pixels, as in DirectoryResults.vue. */
const TWO_COLUMNS = 760
const GAP = 16
/** Estimated heights. */
const CARD = 230
const ROW = 60

interface Shown {
	member: MemberSummary
	position: number
	row: number
	/** Height of the rows left out before it, in pixels. */
	before: number
}

interface WindowedRows {
	/** The people rendered in the page. */
	shown: ComputedRef<readonly Shown[]>
	/** Height of the rows left out after them. */
	style: ComputedRef<{ paddingBlockEnd: string } | undefined>
	onFocusin: (event: FocusEvent) => void
	onFocusout: (event: FocusEvent) => void
}

/** Measured heights of a list that was left, so that going back finds its position. */
let left: { first: number | undefined, width: number, view: View, rows: ReturnType<typeof useVirtualizer>['value']['measurementsCache'] } | null = null

/**
 * The visible part of a long list and some rows around it. The rows are those of a grid, which gives adjacent cards the same
 * height; rows left out are replaced by a margin.
 */
export function useWindowedRows(
	list: Readonly<Ref<HTMLElement | null>>,
	people: MaybeRefOrGetter<readonly MemberSummary[]>,
	look: MaybeRefOrGetter<View>,
): WindowedRows {
	const scroller = document.getElementById('app-content-vue')
	const width = ref(left?.width ?? 0)
	/** The offset of the list in the scroller. */
	const begin = ref(0)
	/** The focused person: their row stays, and those next to it, so that Tab continues from there. */
	const focused = ref<number | null>(null)

	const members = computed(() => toValue(people))
	const view = computed(() => toValue(look))
	const many = computed(() => scroller !== null && members.value.length > FEW)
	const columns = computed(() => view.value === 'cards' && width.value >= TWO_COLUMNS ? 2 : 1)
	const gap = computed(() => view.value === 'cards' ? GAP : 0)
	const count = computed(() => Math.ceil(members.value.length / columns.value))
	const focusedRow = computed(() => {
		const position = focused.value === null ? -1 : members.value.findIndex(({ id }) => id === focused.value)
		return position < 0 ? null : Math.floor(position / columns.value)
	})
	const kept = left?.first === members.value[0]?.id && left?.view === view.value ? left?.rows : undefined

	const rows = useVirtualizer(computed(() => {
		const keys = members.value
		const side = columns.value
		const around = focusedRow.value
		return {
			enabled: many.value,
			count: count.value,
			getScrollElement: () => scroller,
			initialOffset: () => scroller?.scrollTop ?? 0,
			initialMeasurementsCache: kept,
			estimateSize: () => view.value === 'cards' ? CARD : ROW,
			getItemKey: (row: number) => `${side} ${keys[row * side]?.id}`,
			indexAttribute: 'data-row',
			gap: gap.value,
			scrollMargin: begin.value,
			overscan: 6,
			rangeExtractor: ({ startIndex, endIndex, overscan, count }: { startIndex: number, endIndex: number, overscan: number, count: number }) => {
				const wanted = new Set<number>()
				const add = (from: number, to: number) => {
					for (let row = Math.max(from, 0); row <= Math.min(to, count - 1); row++) {
						wanted.add(row)
					}
				}
				add(startIndex - overscan, endIndex + overscan)
				if (around !== null) {
					add(around - 1, around + 1)
				}
				return [...wanted].sort((one, other) => one - other)
			},
		}
	}))

	const shown = computed<readonly Shown[]>(() => {
		const all = members.value
		if (!many.value) {
			return all.map((member, position) => ({ member, position, row: position, before: 0 }))
		}
		let end = begin.value - gap.value
		return rows.value.getVirtualItems().flatMap(({ index: row, start, end: stop }) => {
			const before = start - gap.value - end
			end = stop
			return all.slice(row * columns.value, (row + 1) * columns.value)
				.map((member, column) => ({ member, position: row * columns.value + column, row, before }))
		})
	})
	const style = computed(() => {
		const last = many.value ? rows.value.getVirtualItems().at(-1) : undefined
		return last && { paddingBlockEnd: `${begin.value + rows.value.getTotalSize() - last.end}px` }
	})

	// The first card of a row defines its height.
	watch([shown, list], async () => {
		await nextTick()
		if (many.value) {
			list.value?.querySelectorAll<HTMLElement>(':scope > [data-row]').forEach((element) => {
				if (Number(element.dataset.position) % columns.value === 0) {
					rows.value.measureElement(element)
				}
			})
		}
	}, { flush: 'post' })

	const observer = new ResizeObserver(() => {
		if (list.value && scroller) {
			width.value = list.value.clientWidth
			begin.value = Math.round(list.value.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop)
		}
	})
	watch(list, (element) => {
		observer.disconnect()
		// The page around it too: elements above the list move it.
		for (const target of [element, element?.closest('.ui-page')]) {
			if (target) {
				observer.observe(target)
			}
		}
	}, { flush: 'post' })

	onBeforeUnmount(() => {
		observer.disconnect()
		left = many.value ? { first: members.value[0]?.id, width: width.value, view: view.value, rows: rows.value.takeSnapshot() } : null
	})

	function keep(target: EventTarget | null): void {
		const item = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null
		focused.value = item ? members.value[Number(item.dataset.position)]?.id ?? null : null
	}

	return {
		shown,
		style,
		onFocusin: ({ target }) => keep(target),
		// The page is rendered between the two: the target of the focus must be kept before it arrives.
		onFocusout: ({ relatedTarget }) => keep(relatedTarget),
	}
}
