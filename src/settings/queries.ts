/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import * as gateway from './gateway.ts'

export { readWelcome } from './gateway.ts'

const WELCOME = ['welcome']

/** The network’s welcome text, for facilitators. */
export function useWelcome(): UseQueryReturn<string> {
	return useQuery({ key: WELCOME, query: ({ signal }) => gateway.getWelcome(signal) })
}

/** Changes the welcome text; throws an ApiError when it is refused. */
export function useWriteWelcome(): (change: { text: string, was: string }) => Promise<string> {
	const cache = useQueryCache()
	return useMutation({
		mutation: ({ text, was }: { text: string, was: string }) => gateway.writeWelcome(text, was),
		onSuccess: (text) => cache.setQueryData(WELCOME, text),
	}).mutateAsync
}
