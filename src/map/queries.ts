/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { NetworkQuery } from './gateway.ts'
import type { BridgeKind, Bridges, NetworkMap, Territories } from './model.ts'

import { useQuery } from '@pinia/colada'
import { toValue } from 'vue'
import * as gateway from './gateway.ts'

/** The network, optionally of one sector or territory; the old drawing stays while a new one loads. */
export function useNetwork(narrow: MaybeRefOrGetter<NetworkQuery>): UseQueryReturn<NetworkMap> {
	return useQuery({
		key: () => ['map', 'network', toValue(narrow).sector ?? '', toValue(narrow).territory ?? ''],
		query: ({ signal }) => gateway.getNetwork(toValue(narrow), signal),
		placeholderData: (before) => before,
	})
}

/** The places of people. */
export function useTerritoryCounts(): UseQueryReturn<Territories> {
	return useQuery({ key: ['map', 'territories'], query: ({ signal }) => gateway.getTerritories(signal) })
}

/** Which sectors or départements have groups in common. */
export function useBridges(by: MaybeRefOrGetter<BridgeKind>): UseQueryReturn<Bridges> {
	return useQuery({
		key: () => ['map', 'bridges', toValue(by)],
		query: ({ signal }) => gateway.getBridges(toValue(by), signal),
		placeholderData: (before) => before,
	})
}
