/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { groupRoutes } from '../../group/index.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

itShows('group', [
	'/groups', '/groups/new', '/groups/1', '/groups/2', '/groups/3', '/groups/4', '/groups/2/join', '/groups/1/write', '/groups/1/leave', '/groups/1/edit', '/groups/4/making', '/charter', '/boards',
], { routes: groupRoutes })
