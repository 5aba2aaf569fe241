/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { nextTick, watch } from 'vue'
import { useRoute } from 'vue-router'
import { leadTo } from '../../shared/scrolling.ts'

/** The section for facilitators on the page of a group. */
export const FACILITATE = 'facilitate'

/**
 * Goes to the part of a page that the address names, as a browser does between two documents.
 *
 * @param ready whether the part is rendered
 */
export function useNamedPart(ready: () => boolean): void {
	const route = useRoute()
	watch([ready, () => route.hash], async ([is, hash]) => {
		if (!is || hash === '') {
			return
		}
		await nextTick()
		// After the focus has moved to the heading of the new page.
		setTimeout(() => {
			const part = document.getElementById(hash.slice(1))
			if (part) {
				part.tabIndex = part.tagName === 'SUMMARY' ? 0 : -1
				part.focus({ preventScroll: true })
				leadTo(part)
			}
		})
	}, { immediate: true })
}
