/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ownership, Sharee } from './model.ts'

import { expect, it } from 'vitest'
import { OWN, rightsOf } from './model.ts'
import { maySentence, sharedSentence, shareLine, whoseSentence } from './words.ts'

it.each([
	['RGDNVW', false, 'You can read it, change it, rename it, move it, delete it, and share it.'],
	['SGNVW', false, 'You can read it, change it, and rename it.'],
	['SG', false, 'You can read it, but not edit it.'],
	['RG', false, 'You can read and share it, but not edit it.'],
	// Mounted by another person, who decides where it is.
	['SRGDNVW', true, 'You can read it, change it, and share it.'],
])('%s (set up here: %s): %s', (letters, mounted, sentence) => {
	expect(maySentence({ rights: rightsOf(letters, mounted) })).toBe(sentence)
})

const belonging = (values: Partial<Ownership>): Ownership => ({ ...OWN, ...values })

it.each([
	[{}, '', ''],
	[{ where: 'team', root: true }, 'In a Team folder: it belongs to everyone with access to that folder.', ''],
	[{ where: 'shared', owner: 'Odile', root: true }, 'It belongs to Odile, who shares it with you.', 'Shared by Odile'],
	// Only the top of a share says that it is shared.
	[{ where: 'shared', owner: 'Odile' }, 'It belongs to Odile, who shares it with you.', ''],
	[{ where: 'shared' }, 'Someone shares it with you.', ''],
	[{ where: 'elsewhere', root: true }, 'On an external storage connected to this Nextcloud.', ''],
] as [Partial<Ownership>, string, string][])('%j is “%s”, in a list “%s”', (values, sentence, line) => {
	expect([whoseSentence(belonging(values)), shareLine(belonging(values))]).toEqual([sentence, line])
})

const account = (name: string): Sharee => ({ type: 0, name })

it.each([
	[[], ''],
	[[account('Linh')], 'Shared with Linh.'],
	[[{ type: 7, name: 'Eau de pluie (Odile est propriétaire de l’équipe)' }, { type: 1, name: 'mairies' }], 'Shared with the team “Eau de pluie” and the group “mairies”.'],
	[[{ type: 3, name: '' }, { type: 3, name: '' }], 'Shared with anyone with the link.'],
	// A team of people that is not ours to know, a kind that is not known yet.
	[[{ type: 7, name: '' }, { type: 99, name: '' }], 'Shared with other people.'],
	[[{ type: 99, name: 'x@y.example' }], 'Shared with x@y.example.'],
	[['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(account), 'Shared with A, B, C, D, E, and 2 more.'],
] as [Sharee[], string][])('with %j: “%s”', (sharees, sentence) => {
	expect(sharedSentence(belonging({ with: sharees }))).toBe(sentence)
})
