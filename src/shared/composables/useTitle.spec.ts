/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { withoutPage } from './useTitle.ts'

it.each([
	['Membres - Réseau - Nextcloud', 'Membres', 'Réseau - Nextcloud'],
	['Ana - Lise - Réseau', 'Ana  -  Lise', 'Réseau'],
	['Réseau - Nextcloud', 'Membres', 'Réseau - Nextcloud'],
	['Réseau - Nextcloud', undefined, 'Réseau - Nextcloud'],
	['Réseau - Nextcloud', '', 'Réseau - Nextcloud'],
])('%j without %j is %j', (title, page, site) => {
	expect(withoutPage(title, page)).toBe(site)
})
