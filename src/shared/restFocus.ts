/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { nextTick } from 'vue'

/**
 * Focuses the page's heading if the focused element was removed, so that the keyboard continues from there.
 *
 * @param next returns something nearer than the heading, if available
 */
export async function restFocus(next: () => HTMLElement | null | undefined = () => null): Promise<void> {
	await nextTick()
	if (document.activeElement === document.body) {
		const target = next() ?? document.querySelector<HTMLElement>('#content-vue h1')
		target?.focus({ preventScroll: true })
	}
}
