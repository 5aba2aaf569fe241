/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { nextTick } from 'vue'

/** Focuses the page's heading when the focused element is gone, so that the keyboard continues from there. */
export async function restFocus(): Promise<void> {
	await nextTick()
	if (document.activeElement === document.body) {
		document.querySelector<HTMLElement>('#content-vue h1')?.focus({ preventScroll: true })
	}
}
