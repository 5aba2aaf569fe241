/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryOf } from '../api/endpoint.ts'
import type { BridgeKind, Bridges, NetworkMap, Territories } from './model.ts'

import { call } from '../api/client.ts'
import { mapApi } from './api.ts'

/** Filters of the map of the network. */
export type NetworkQuery = QueryOf<typeof mapApi.network>

/** The network as far as I can see it. */
export function getNetwork(query: NetworkQuery, signal?: AbortSignal): Promise<NetworkMap> {
	return call(mapApi.network, { query, signal })
}

/** The places of people. */
export function getTerritories(signal?: AbortSignal): Promise<Territories> {
	return call(mapApi.territories, { signal })
}

/** Which sectors or départements have groups in common. */
export function getBridges(by: BridgeKind, signal?: AbortSignal): Promise<Bridges> {
	return call(mapApi.bridges, { query: { by }, signal })
}
