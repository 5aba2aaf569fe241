/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { nextTick } from 'vue'

/** Gives the focus to the page's heading when what had it is gone, so that the keyboard goes on from there. */
export async function restFocus(): Promise<void> {
	await nextTick()
	if (document.activeElement === document.body) {
		document.querySelector<HTMLElement>('#content-vue h1')?.focus({ preventScroll: true })
	}
}
