/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, MaybeRefOrGetter, Ref } from 'vue'

import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onMounted, onUpdated, ref, toValue } from 'vue'
import { scrollersFrom } from '../scrolling.ts'

/** Up to this many rows are all rendered, so that the browser's search finds them. */
const FEW = 80

interface Rows {
	/** Rendered rows, from top to bottom. */
	shown: ComputedRef<readonly number[]>
	/** Heights of the rows that are not, above and below; the gaps between rows are in the rows. */
	style: ComputedRef<{ paddingBlock: string } | undefined>
	/** Scrolls a row into view; it is rendered afterwards. */
	reveal: (index: number) => Promise<void>
}

/**
 * Renders the visible part of a long list and some rows around it. Its rows have their index as `data-index`; the focused one stays, with
 * its neighbours, so that Tab continues from there.
 * The options: the number of rows, the focused one (-1: none), and an estimated row height, in pixels.
 */
export function useVirtualRows(list: Readonly<Ref<HTMLElement | null>>, options: { count: MaybeRefOrGetter<number>, focused: MaybeRefOrGetter<number>, height: number }): Rows {
	const scroller = ref<HTMLElement | null>(null)
	const begin = ref(0)
	const many = computed(() => toValue(options.count) > FEW)

	function measureBegin(): void {
		scroller.value ??= scrollersFrom(list.value)[0] ?? document.documentElement
		if (many.value && list.value && scroller.value) {
			const own = Number.parseFloat(getComputedStyle(scroller.value).borderTopWidth) || 0
			begin.value = Math.round(list.value.getBoundingClientRect().top - scroller.value.getBoundingClientRect().top - own + scroller.value.scrollTop)
		}
	}
	onMounted(measureBegin)
	onUpdated(measureBegin)

	const virtual = useVirtualizer(computed(() => {
		const focused = toValue(options.focused)
		return {
			enabled: many.value,
			count: toValue(options.count),
			getScrollElement: () => scroller.value,
			initialOffset: () => scroller.value?.scrollTop ?? 0,
			estimateSize: () => options.height,
			scrollMargin: begin.value,
			overscan: 8,
			rangeExtractor: ({ startIndex, endIndex, overscan, count }: { startIndex: number, endIndex: number, overscan: number, count: number }) => {
				const range = Array.from({ length: endIndex - startIndex + 1 + 2 * overscan }, (_, at) => startIndex - overscan + at)
				const near = focused < 0 ? [] : [focused - 1, focused, focused + 1]
				return [...new Set([...range, ...near])].filter((index) => index >= 0 && index < count).sort((one, other) => one - other)
			},
		}
	}))
	onUpdated(() => {
		const gaps = gapsBefore()
		list.value?.querySelectorAll<HTMLElement>(':scope > [data-index]').forEach((row) => {
			const gap = gaps.get(Number(row.dataset.index)) ?? 0
			row.style.marginBlockStart = gap > 0 ? `${gap}px` : ''
			if (many.value) {
				virtual.value.measureElement(row)
			}
		})
	})

	/** By row, the space for rows not rendered between it and the previous one: the focused row may be far from the visible ones. */
	function gapsBefore(): Map<number, number> {
		const items = many.value ? virtual.value.getVirtualItems() : []
		return new Map(items.slice(1).map(({ index, start }, i) => [index, start - items[i]!.end]))
	}

	const shown = computed(() => many.value
		? virtual.value.getVirtualItems().map(({ index }) => index)
		: Array.from({ length: toValue(options.count) }, (_, index) => index))
	const style = computed(() => {
		const items = many.value ? virtual.value.getVirtualItems() : []
		const first = items[0]
		const last = items.at(-1)
		return first && last && { paddingBlock: `${first.start - begin.value}px ${begin.value + virtual.value.getTotalSize() - last.end}px` }
	})

	async function reveal(index: number): Promise<void> {
		if (many.value) {
			virtual.value.scrollToIndex(index, { align: 'auto' })
		}
		await nextTick()
		list.value?.querySelector(`:scope > [data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' })
	}

	return { shown, style, reveal }
}
