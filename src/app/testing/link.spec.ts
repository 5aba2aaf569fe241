/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type * as Client from '../../api/client.ts'

import { vi } from 'vitest'
import { NetworkPanel } from '../../link/ui/index.ts'
import { itShows } from './screens.ts'

vi.mock('../../api/client.ts', async (original) => ({ ...await original<typeof Client>(), ...(await import('./recordedServer.ts')).recordedClient }))

// The panel next to a page, tested as a page.
itShows('link', ['/panel/member/8', '/panel/member/4', '/panel/group/1', '/panel/file/53'], {
	routes: [{ path: '/panel/:type/:id', component: NetworkPanel, props: ({ params }) => ({ subject: params }) }],
})
