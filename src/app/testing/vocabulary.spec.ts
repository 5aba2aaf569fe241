/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { vocabularyRoutes } from '../../vocabulary/index.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

itShows('vocabulary', [
	'/vocabulary', '/vocabulary/expressions', '/vocabulary/glossary',
], { routes: vocabularyRoutes })
