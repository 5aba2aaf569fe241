/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// On every page with texts: the widget for our links is loaded with the first one.
import { addWidget } from './reference/registry.ts'

addWidget('reseau_thing', async () => {
	const card = await import('./reference/card.ts')
	await card.ready()
	return card
})
