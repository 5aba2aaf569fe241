/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'

import { toValue, watchEffect } from 'vue'

/** The server's document title without the name of the page: “Réseau - Nextcloud”. */
const site = withoutPage(document.title, document.getElementById('reseau-first')?.dataset.title)

/** A title of the document without the name of the page before it. */
export function withoutPage(title: string, page = ''): string {
	const head = `${page.replace(/\s+/g, ' ').trim()} - `
	return page !== '' && title.startsWith(head) ? title.slice(head.length) : title
}

/** Names the document after the page. */
export function useTitle(title: MaybeRefOrGetter<string>): void {
	watchEffect(() => {
		document.title = [toValue(title), site].filter(Boolean).join(' - ')
	})
}
