/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { AdminPage, seedAdministration } from '../../settings/admin/index.ts'
import { answered } from './recordedServer.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

itShows('settings', ['/admin'], {
	routes: [{ path: '/admin', component: AdminPage }],
	askers: ['facilitator'],
	seed: (cache) => seedAdministration(cache, answered('/network') as never, answered('/network/setup') as never),
})
