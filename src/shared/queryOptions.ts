/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { PiniaColadaOptions, PiniaColadaPlugin } from '@pinia/colada'

/**
 * A request is cancelled when the last component that needs its answer is unmounted. The next page may need the same answer at
 * that moment: it would wait for the cancelled request, whose end is not reported (@pinia/colada 1.4.6). It requests it again.
 */
export const askAfterCancel: PiniaColadaPlugin = ({ queryCache }) => {
	queryCache.$onAction(({ name, args }) => {
		if (name === 'refresh' && args[0].pending?.abortController.signal.aborted) {
			args[0].pending = null
		}
	})
}

/** How long answers are shown without a new request, in ms, on all our pages. */
export const QUERIES: PiniaColadaOptions = { queryOptions: { staleTime: 30_000 }, plugins: [askAfterCancel] }
