/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { KitRow } from '../model.ts'

import { expect, it } from 'vitest'
import { partsOf } from './kit.ts'

function row(part: string, name: string, outcome: KitRow['outcome'], why = ''): KitRow {
	return { part, name, outcome, why }
}

it('has a part for each kind of thing, in the order of the report', () => {
	expect(partsOf([
		row('welcome', '', 'skipped', 'different'),
		row('values', 'Écoute', 'unchanged'),
		row('values', 'Patience', 'made'),
		row('values', 'Soin', 'skipped', 'different'),
		row('values', 'Entendre', 'skipped', 'duplicate_label'),
		row('values', 'Lien', 'skipped', 'different'),
		row('charter', '', 'updated'),
	])).toEqual([
		{ part: 'welcome', added: [], replaced: [], same: 0, left: [{ why: 'different', names: [''] }], replaceable: 'welcome' },
		{ part: 'values', added: ['Patience'], replaced: [], same: 1, left: [{ why: 'different', names: ['Soin', 'Lien'] }, { why: 'duplicate_label', names: ['Entendre'] }], replaceable: null },
		{ part: 'charter', added: [], replaced: [''], same: 0, left: [], replaceable: 'charter' },
	])
	expect(partsOf([])).toEqual([])
})
