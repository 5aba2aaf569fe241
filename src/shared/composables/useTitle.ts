/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'

import { toValue, watchEffect } from 'vue'

/** What the server called the document before there was a page: “Réseau - Nextcloud”. */
const site = document.title

/** Names the document after the page. */
export function useTitle(title: MaybeRefOrGetter<string>): void {
	watchEffect(() => {
		document.title = [toValue(title), site].filter(Boolean).join(' - ')
	})
}
