/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { VueWrapper } from '@vue/test-utils'
import type { Place, RegionFile } from '../model.ts'

import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import TerritoryPicker from './TerritoryPicker.vue'
import { buildTerritories } from '../../../scripts/territories.mjs'
import * as files from '../load.ts'
import { liesIn, territoriesOf } from '../model.ts'

vi.mock('../load.ts')
const server = vi.mocked(files)
const built = buildTerritories()
const regions = built.regions as unknown as Record<string, RegionFile>

const limoux: Place = { code: '11206', kind: 'commune', name: 'Limoux' }
const aude: Place = { code: '11', kind: 'departement', name: 'Aude' }
let picker: VueWrapper

function show(places: Place[] = []) {
	picker = mount(TerritoryPicker, {
		attachTo: document.body,
		props: { modelValue: places, label: 'Territories', 'onUpdate:modelValue': (modelValue: Place[]) => picker.setProps({ modelValue }) },
	})
}
const input = () => picker.get('input')
const chosen = () => picker.getComponent(TerritoryPicker).props('modelValue')
const labels = () => picker.findAll('.ui-chip').map((chip) => chip.text())
const found = () => picker.findAll('[role=option]').map((option) => option.text())

async function look(name: string) {
	await input().trigger('focusin')
	await flushPromises()
	await input().setValue(name)
}

async function choose(name: string) {
	await look(name)
	await input().trigger('keydown', { key: 'Enter' })
}

beforeEach(() => {
	vi.resetAllMocks()
	server.loadNear.mockResolvedValue([])
	server.loadRegion.mockImplementation(async (code) => territoriesOf(regions[code]!))
	server.loadIndex.mockResolvedValue(built.index as never)
})
afterEach(() => picker.unmount())

describe('the choice of territories', () => {
	it('finds the places of départements outside the region along with its own, each once', async () => {
		server.loadNear.mockImplementation(async (region, codes) => {
			expect([region, codes]).toEqual(['76', ['48', '15']])
			return territoriesOf(regions['84']!).filter((place) => liesIn(place, { code: '15', kind: 'departement', name: '' }))
		})
		picker = mount(TerritoryPicker, { attachTo: document.body, props: { modelValue: [], label: 'Territories', near: ['48', '15'] } })
		await look('aurillac')
		expect(found()).toContainEqual(expect.stringContaining('Cantal (15)'))
		await look('limoux')
		expect(found()[0]).toContain('Aude (11)')
		await look('cc')
		expect(new Set(found()).size).toBe(found().length)
	})

	it('loads the region of the network once the field is opened', async () => {
		show([limoux])
		await flushPromises()
		expect(server.loadRegion).not.toHaveBeenCalled()
		await look('albi')
		await look('auch')
		expect(server.loadRegion.mock.calls).toEqual([['76']])
		expect(server.loadIndex).not.toHaveBeenCalled()
	})

	it('chooses by name, as written on a card', async () => {
		show()
		await choose('limoux')
		await choose('aude')
		expect(chosen()).toEqual([limoux, aude])
		expect(input().element.value).toBe('')
		expect(picker.text()).toContain('Aude was added.')
	})

	it('distinguishes communes with the same name', async () => {
		show()
		await look('aigues-vives')
		expect(found().slice(0, 4)).toEqual(['Ariège (09)', 'Aude (11)', 'Gard (30)', 'Hérault (34)'].map((place) => `Aigues-Vives${place}`))
		await input().trigger('keydown', { key: 'ArrowDown' })
		await input().trigger('keydown', { key: 'Enter' })
		expect(labels()).toEqual(['Aigues-Vives (Aude)'])
	})

	it('offers no chosen place again, and says how many were found', async () => {
		show([limoux])
		await look('limoux')
		expect(found().some((label) => label.startsWith('Limoux'))).toBe(false)
		await look('xyz')
		expect(picker.text()).toContain('No place with this name here.')
		await look('carmaux')
		expect(picker.text()).toContain('2 places found')
	})

	it('shows which one is the home, and can replace it', async () => {
		show([limoux, aude])
		expect(labels()).toEqual(['Limouxhome', 'Aude'])
		await picker.get('[aria-label="Move Aude to top"]').trigger('click')
		expect(chosen()).toEqual([aude, limoux])
		expect(picker.text()).toContain('Aude is now home.')
		expect(document.activeElement).toBe(input().element)
	})

	it('removes a place, and moves the focus to a sensible element', async () => {
		show([limoux, aude])
		await picker.get('[aria-label="Remove Limoux"]').trigger('click')
		await flushPromises()
		expect(chosen()).toEqual([aude])
		expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove Aude')
		await picker.get('[aria-label="Remove Aude"]').trigger('click')
		await flushPromises()
		expect(document.activeElement).toBe(input().element)
	})

	it('searches in another region on request', async () => {
		show()
		await picker.get('.region-select button').trigger('click')
		await flushPromises()
		const select = picker.get('select')
		expect(select.element.value).toBe('76')
		expect(select.findAll('option').map((option) => option.text())).toContain('Bretagne')
		await select.setValue('53')
		await choose('brest')
		expect(chosen()).toEqual([{ code: '29019', kind: 'commune', name: 'Brest' }])
		await choose('normandie')
		expect(chosen()[1]).toEqual({ code: '28', kind: 'region', name: 'Normandie' })
	})

	it('shows an error if the names cannot be loaded, and retries', async () => {
		server.loadRegion.mockRejectedValueOnce(new Error('away'))
		show()
		await look('limoux')
		expect(picker.text()).toContain('Could not load the place names.')
		await picker.get('.territory-picker__note button').trigger('click')
		await choose('limoux')
		expect(chosen()).toEqual([limoux])
	})
})
