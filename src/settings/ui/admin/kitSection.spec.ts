/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { KitRow } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import KitSection from './KitSection.vue'
import { ApiError } from '../../../api/apiError.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { saveFile } from '../../../shared/saveFile.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../admin/gateway.ts'
import { useAdministration } from '../../admin/queries.ts'
import { NETWORK_LIMITS } from '../../model.ts'
import { administrationReasons } from '../../reasons.ts'

vi.mock('../../admin/gateway.ts')
vi.mock('../../../shared/saveFile.ts')
const server = vi.mocked(gateway)

const ROWS: KitRow[] = [
	{ part: 'charter', name: '', outcome: 'skipped', why: 'different' },
	{ part: 'values', name: 'Patience', outcome: 'made', why: '' },
	{ part: 'values', name: 'Écoute', outcome: 'unchanged', why: '' },
]

const KITS = [{ id: 'tiers-lieu', title: 'Tiers-lieu', about: 'Pour un lieu partagé.', language: 'fr', missing: [] as string[] }]

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	registerReasons(administrationReasons)
	server.getKits.mockResolvedValue({ empty: false, kits: KITS })
})

async function show(file: File) {
	const { page } = mountPage(KitSection)
	const input = page.get<HTMLInputElement>('input[type=file]')
	Object.defineProperty(input.element, 'files', { value: [file] })
	await input.trigger('change')
	await flushPromises()
	const press = async (name: string) => {
		await page.findAll('button').find((button) => button.text() === name)!.trigger('click')
		await flushPromises()
	}
	return { page, press }
}

it('says what would happen before anything is added', async () => {
	server.checkKit.mockResolvedValue(ROWS)
	const { page, press } = await show(new File(['{"a kit": 1}'], 'kit.json'))
	expect(server.checkKit).toHaveBeenCalledWith('{"a kit": 1}', [])
	expect(server.takeKit).not.toHaveBeenCalled()
	expect(page.get('[role=status]').text()).toBe('This is what would happen:')
	expect(page.findAll('dd')[1]!.findAll('p').map((sentence) => sentence.text())).toEqual(['Added: Patience.', '1 is already here.'])
	expect(page.get('dl').text()).toContain('Different here, and stays as it is here.')

	server.checkKit.mockResolvedValue([{ ...ROWS[0]!, outcome: 'updated', why: '' }, ...ROWS.slice(1)])
	await page.get('input[type=checkbox]').setValue(true)
	await flushPromises()
	expect(server.checkKit).toHaveBeenLastCalledWith('{"a kit": 1}', ['charter'])
	expect(page.get('dl').text()).toContain('Replaces what is here.')

	server.takeKit.mockResolvedValue(ROWS)
	await press('Add the kit')
	expect(server.takeKit).toHaveBeenCalledWith('{"a kit": 1}', ['charter'])
	expect(page.get('[role=status]').text()).toBe('The kit was added.')
	expect(page.find('input[type=checkbox]').exists()).toBe(false)
})

it('leads to the report, which begins below everything else', async () => {
	server.checkKit.mockResolvedValue(ROWS)
	const { page, press } = await show(new File(['{"a kit": 1}'], 'kit.json'))
	const report = page.get('[role=group]').element
	expect(document.activeElement).toBe(report)
	expect(report.textContent).toContain('This is what would happen:')

	;(document.activeElement as HTMLElement).blur()
	await page.get('input[type=checkbox]').setValue(true)
	await flushPromises()
	expect(document.activeElement).not.toBe(report)

	server.takeKit.mockResolvedValue(ROWS)
	await press('Add the kit')
	expect(document.activeElement).toBe(page.get('[role=group]').element)
	expect(document.activeElement!.textContent).toContain('The kit was added.')
})

it('checks the kit again, for its folders that had no library yet', async () => {
	const folder: KitRow = { part: 'folders', name: 'Récits', outcome: 'skipped', why: 'no_library' }
	server.checkKit.mockResolvedValue([ROWS[1]!, folder])
	const { page, press } = await show(new File(['{"a kit": 1}'], 'kit.json'))
	expect(page.findAll('button').map((button) => button.text())).not.toContain('Check again')
	server.takeKit.mockResolvedValue([ROWS[1]!, folder])
	await press('Add the kit')
	server.checkKit.mockResolvedValue([{ ...folder, outcome: 'made', why: '' }])
	;(document.activeElement as HTMLElement).blur()
	await press('Check again')
	expect(document.activeElement).toBe(page.get('[role=group]').element)
	expect(page.get('[role=status]').text()).toBe('This is what would happen:')
	expect(page.findAll('button').map((button) => button.text())).toContain('Add the kit')
})

it('says so if there is nothing to add', async () => {
	server.checkKit.mockResolvedValue([ROWS[2]!])
	const { page } = await show(new File(['{}'], 'kit.json'))
	expect(page.get('[role=status]').text()).toBe('There is nothing to add.')
	expect(page.findAll('button').map((button) => button.text())).not.toContain('Add the kit')
})

it('says what is wrong with a file, and sends none that is too large', async () => {
	server.checkKit.mockRejectedValue(new ApiError(400, 'newer_file'))
	const { page } = await show(new File(['{}'], 'kit.json'))
	expect(page.findAll('[role=alert]').map((problem) => problem.text()).join(' ')).toContain('Update Réseau here first. Nothing was changed.')
	expect(page.find('dl').exists()).toBe(false)

	server.checkKit.mockClear()
	const large = new File([''], 'kit.json')
	Object.defineProperty(large, 'size', { value: 4 * NETWORK_LIMITS.kit + 1 })
	const { page: other } = await show(large)
	expect(other.findAll('[role=alert]').map((problem) => problem.text()).join(' ')).toContain('This file is not a kit of Réseau.')
	expect(server.checkKit).not.toHaveBeenCalled()
})

it('saves the kit of the network', async () => {
	server.getKit.mockResolvedValue('{"format": "reseau-kit"}')
	const { page } = mountPage(KitSection)
	await page.findAll('button').find((button) => button.text() === 'Download the kit of this network')!.trigger('click')
	await flushPromises()
	expect(saveFile).toHaveBeenCalledWith('reseau-kit.json', 'application/json', '{"format": "reseau-kit"}')
})

it('offers the kits of the app while the network has nothing, and shows the content of one before it is applied', async () => {
	server.getKits.mockResolvedValue({ empty: true, kits: KITS })
	server.getShippedKit.mockResolvedValue('{"a kit": 2}')
	server.checkKit.mockResolvedValue([ROWS[1]!])
	const { page } = mountPage(KitSection)
	await flushPromises()
	expect(page.get('.admin-kits').text()).toContain('Language of its words and texts: French')
	await page.get('.admin-kits button').trigger('click')
	await flushPromises()
	expect(server.getShippedKit).toHaveBeenCalledWith('tiers-lieu')
	expect(server.checkKit).toHaveBeenCalledWith('{"a kit": 2}', [])
	expect(page.get('dl').text()).toContain('Added: Patience.')
	expect(server.takeKit).not.toHaveBeenCalled()
})

it('offers no kit of the app where the network has something', async () => {
	const { page } = mountPage(KitSection)
	await flushPromises()
	expect(page.find('.admin-kits').exists()).toBe(false)
})

it('offers the folders that a kit added before lacks, and adds these alone', async () => {
	server.getKits.mockResolvedValue({ empty: false, kits: [{ ...KITS[0]!, missing: ['Récits', 'Travaux'] }, { ...KITS[0]!, id: 'entraide', title: 'Entraide' }] })
	server.getShippedKit.mockResolvedValue('{"format": "reseau-kit", "version": 1, "charter": "Tenir parole.", "folders": ["Comptes", "Récits", "Travaux"]}')
	server.takeKit.mockResolvedValue(['Récits', 'Travaux'].map((name) => ({ part: 'folders', name, outcome: 'made', why: '' })))
	const { page } = mountPage(KitSection)
	await flushPromises()
	const button = page.findAll('button').find((one) => one.text() === 'Add what is missing')!
	expect(document.getElementById(button.attributes('aria-describedby')!)!.textContent.trim()).toBe('2 folders of the kit “Tiers-lieu” are missing in the library: Récits and Travaux')
	expect(page.text()).not.toContain('Entraide')

	server.getKits.mockResolvedValue({ empty: false, kits: KITS })
	await button.trigger('click')
	await flushPromises()
	expect(server.getShippedKit).toHaveBeenCalledWith('tiers-lieu')
	expect(server.takeKit).toHaveBeenCalledExactlyOnceWith('{"format":"reseau-kit","version":1,"folders":["Comptes","Récits","Travaux"]}', [])
	expect(document.activeElement).toBe(page.get('[role=group]').element)
	expect(page.get('dl').text()).toContain('Added: Récits and Travaux.')
	expect(page.text()).not.toContain('Add what is missing')
})

it('says why the folders could not be added', async () => {
	server.getKits.mockResolvedValue({ empty: false, kits: [{ ...KITS[0]!, missing: ['Récits'] }] })
	server.getShippedKit.mockResolvedValue('{}')
	server.takeKit.mockRejectedValue(new ApiError(0, 'offline'))
	const { page } = mountPage(KitSection)
	await flushPromises()
	expect(page.text()).toContain('1 folder of the kit “Tiers-lieu” is missing in the library: Récits')
	await page.findAll('button').find((one) => one.text() === 'Add what is missing')!.trigger('click')
	await flushPromises()
	expect(page.findAll('[role=alert]').map((problem) => problem.text()).join('')).not.toBe('')
	expect(page.text()).toContain('Add what is missing')
})

it('looks for folders again once the library has a place', async () => {
	const { page } = mountPage(defineComponent(() => {
		const { change } = useAdministration()
		return () => [h(KitSection), h('button', { id: 'choose', onClick: () => change({ library: '/Réseau', was: { library: '' } }) }), h('button', { id: 'rename', onClick: () => change({ name: 'Cordée', was: { name: '' } }) })]
	}))
	await flushPromises()
	server.changeNetwork.mockResolvedValue({} as never)
	server.getKits.mockResolvedValue({ empty: false, kits: [{ ...KITS[0]!, missing: ['Récits'] }] })
	await page.get('#rename').trigger('click')
	await flushPromises()
	expect(page.text()).not.toContain('Add what is missing')
	await page.get('#choose').trigger('click')
	await flushPromises()
	expect(page.text()).toContain('Add what is missing')
})
