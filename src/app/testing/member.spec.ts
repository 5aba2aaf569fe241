/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { memberRoutes } from '../../member/index.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

itShows('member', [
	'/', '/members', '/members?q=seeks', '/members/1', '/members/4', '/members/8', '/members/13', '/members/print', '/me', '/welcome', '/kept', '/kept/new', '/import',
], { routes: memberRoutes })
