/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref, ShallowRef } from 'vue'
import type { Measure } from '../texts.ts'

import { onBeforeUnmount, onMounted, ref } from 'vue'

/** Average width of a letter, as a part of the font size, if texts cannot be measured. */
const LETTER = 0.6

/**
 * The current width of an element, in pixels (0 before it is rendered), and its texts.
 *
 * @param place rendered as long as the component is
 * @param weight of the letters, as in the styles
 */
export function useDrawn(place: Readonly<ShallowRef<HTMLElement | null>>, weight = 400): { width: Ref<number>, measure: Measure } {
	const width = ref(0)
	let context: CanvasRenderingContext2D | null | undefined
	let family = ''
	const observer = new ResizeObserver(() => {
		width.value = place.value?.clientWidth ?? 0
	})
	onMounted(() => {
		family = getComputedStyle(place.value!).fontFamily
		width.value = place.value!.clientWidth
		observer.observe(place.value!)
	})
	onBeforeUnmount(() => observer.disconnect())

	const known = new Map<string, number>()
	return {
		width,
		measure(text, size) {
			const key = `${size} ${text}`
			if (!known.has(key)) {
				context ??= document.createElement('canvas').getContext('2d')
				if (context) {
					context.font = `${weight} ${size}px ${family}`
				}
				known.set(key, context ? context.measureText(text).width : LETTER * size * text.length)
			}
			return known.get(key)!
		},
	}
}
