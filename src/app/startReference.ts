/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// On every page in which texts are read: what draws an address of ours comes with the first of them.
import { addWidget } from './reference/registry.ts'

addWidget('reseau_thing', async () => {
	const card = await import('./reference/card.ts')
	await card.ready()
	return card
})
