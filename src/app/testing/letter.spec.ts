/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { letterRoutes } from '../../letter/index.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

itShows('letter', [
	'/letters', '/letters/1/edit', '/letters/1/send', '/letters/2', '/letters/4', '/letters/5', '/letters/5/print',
], { routes: letterRoutes })
