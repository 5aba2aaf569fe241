/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { loadState } from '@nextcloud/initial-state'
import { PiniaColada, useQueryCache } from '@pinia/colada'
import { createPinia } from 'pinia'
import * as v from 'valibot'
import { administrationReasons, AdminPage, NetworkSchema, seedAdministration, SetupCheckSchema } from '../settings/admin/index.ts'
import { QUERIES } from '../shared/queryOptions.ts'
import { registerReasons } from '../shared/reasons.ts'
import { safeApp, startSafely } from './safely.ts'

import '../shared/ui/base.css'

function start(): void {
	registerReasons(administrationReasons)

	const pinia = createPinia()
	const app = safeApp(AdminPage)
	app.use(pinia)
	app.use(PiniaColada, QUERIES)
	seedAdministration(
		useQueryCache(pinia),
		v.parse(NetworkSchema, loadState('reseau', 'network')),
		v.parse(v.array(SetupCheckSchema), loadState('reseau', 'setup')),
	)
	app.mount('#reseau-admin')
}

startSafely(start, '#reseau-admin')
