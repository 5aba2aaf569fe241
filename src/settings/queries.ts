/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { NetworkText } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import * as gateway from './gateway.ts'

export { readWelcome } from './gateway.ts'

const keyOf = (which: NetworkText) => ['network-text', which]

/** A text the facilitators edit together. */
export function useText(which: NetworkText): UseQueryReturn<string> {
	return useQuery({ key: keyOf(which), query: ({ signal }) => gateway.getText(which, signal) })
}

/** Changes such a text; throws an ApiError if it is refused. */
export function useWriteText(which: NetworkText): (change: { text: string, was: string }) => Promise<string> {
	const cache = useQueryCache()
	return useMutation({
		mutation: ({ text, was }: { text: string, was: string }) => gateway.writeText(which, text, was),
		onSuccess: (text) => cache.setQueryData(keyOf(which), text),
	}).mutateAsync
}
