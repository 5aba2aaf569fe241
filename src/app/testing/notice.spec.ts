/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { noticeRoutes } from '../../notice/index.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

itShows('notice', [
	'/notices', '/notices/1', '/notices/2', '/notices/4', '/notices/mine', '/notices/unanswered', '/notices/print', '/notices/new', '/notices/1/edit', '/notices/4/for', '/notices/4/answer',
], { routes: noticeRoutes })
