/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, MaybeRefOrGetter, Ref } from 'vue'

import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onMounted, ref, toValue, watch } from 'vue'

/** Up to so many rows all stand in the page: searching in it finds them all. */
const FEW = 60
/** Height of a row before it is measured, in pixels. */
const ROW = 48

interface Placed {
	index: number
	/** Pixels from the head of the list; null where all rows stand in the page. */
	start: number | null
}

interface LongList {
	shown: ComputedRef<readonly Placed[]>
	/** Height of the whole list in pixels; null where all rows stand in the page. */
	height: ComputedRef<number | null>
	onFocusin: (event: FocusEvent) => void
	onFocusout: (event: FocusEvent) => void
}

/** The part of a long list that is in sight and around it; rows carry their index as `data-index`. */
export function useLongList(list: Readonly<Ref<HTMLElement | null>>, count: MaybeRefOrGetter<number>): LongList {
	const scroller = ref<HTMLElement | null>(null)
	/** Where in what scrolls the list begins. */
	const begin = ref(0)
	/** The row that has the focus stays, and those beside it, so that Tab goes on from there. */
	const focused = ref<number | null>(null)
	const many = computed(() => toValue(count) > FEW)

	onMounted(() => {
		scroller.value = scrolling(list.value)
	})
	watch([list, scroller], () => {
		if (list.value && scroller.value) {
			begin.value = list.value.getBoundingClientRect().top - scroller.value.getBoundingClientRect().top + scroller.value.scrollTop
		}
	}, { flush: 'post' })

	const rows = useVirtualizer(computed(() => {
		const kept = focused.value
		return {
			enabled: many.value,
			count: toValue(count),
			getScrollElement: () => scroller.value,
			estimateSize: () => ROW,
			scrollMargin: begin.value,
			overscan: 8,
			rangeExtractor: ({ startIndex, endIndex, overscan, count: size }: { startIndex: number, endIndex: number, overscan: number, count: number }) => {
				const near = kept === null ? [] : [kept - 1, kept, kept + 1]
				const range = Array.from({ length: endIndex - startIndex + 1 + 2 * overscan }, (_, at) => startIndex - overscan + at)
				return [...new Set([...range, ...near])].filter((index) => index >= 0 && index < size).sort((one, other) => one - other)
			},
		}
	}))

	const shown = computed<readonly Placed[]>(() => many.value
		? rows.value.getVirtualItems().map(({ index, start }) => ({ index, start: start - begin.value }))
		: Array.from({ length: toValue(count) }, (_, index) => ({ index, start: null })))
	const height = computed(() => many.value ? rows.value.getTotalSize() : null)

	watch([shown, list], async () => {
		await nextTick()
		if (many.value) {
			list.value?.querySelectorAll<HTMLElement>(':scope > [data-index]').forEach((row) => rows.value.measureElement(row))
		}
	}, { flush: 'post' })

	function keep(target: EventTarget | null): void {
		const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
		focused.value = row ? Number(row.dataset.index) : null
	}

	return {
		shown,
		height,
		onFocusin: ({ target }) => keep(target),
		onFocusout: ({ relatedTarget }) => keep(relatedTarget),
	}
}

/** What scrolls around an element. */
function scrolling(element: HTMLElement | null): HTMLElement {
	for (let around = element?.parentElement; around; around = around.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(around).overflowY)) {
			return around
		}
	}
	return document.documentElement
}
