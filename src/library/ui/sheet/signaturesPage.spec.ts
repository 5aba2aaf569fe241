/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sheet, Signature } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SignaturesPage from './SignaturesPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { saveFile } from '../../../shared/saveFile.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { pressUndo } from '../../../shared/testing/pressUndo.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleManifesto, sampleSignature } from '../../sheet/testing/sample.ts'

vi.mock('../../sheet/gateway.ts')
vi.mock('../../../shared/saveFile.ts')
const server = vi.mocked(gateway)
const HASH = 'a'.repeat(64)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
})

async function show(signatures: Signature[] | Error, can: Partial<Sheet['can']> = {}) {
	server.getSheet.mockResolvedValue(sampleManifesto({ total: 2 }, can))
	server.listSignatures.mockImplementation(() => signatures instanceof Error ? Promise.reject(signatures) : Promise.resolve(signatures))
	const mounted = mountPage(SignaturesPage, {
		props: { file: '12' },
		provide: [[sessionKey, { uid: 'remi', network: 'Cordée' }]],
		router: await routerAt('/library/sheet/12/signatures'),
	})
	await flushPromises()
	return mounted
}
type Page = Awaited<ReturnType<typeof show>>['page']
const button = (page: Page, text: string) => page.findAll('button').find((one) => one.text() === text)
async function press(page: Page, text: string) {
	await button(page, text)!.trigger('click')
	await flushPromises()
}

describe('the signatures', () => {
	it('say who, when, how and under which text', async () => {
		const { page } = await show([sampleSignature(), sampleSignature({ id: 2, name: 'Sans Compte', member: null, how: 'paper', current: false })])
		const rows = page.findAll('.signature').map((row) => row.text())
		expect(rows[0]).toMatch(/^Odile Marty.*2026 · with an account$/)
		expect(rows[1]).toMatch(/^Sans Compte.*on paper · older text$/)
		expect(page.find('a[href="/members/9"]').exists()).toBe(true)
		expect(page.text()).not.toContain('People without an account')
		expect(button(page, 'Export as a table')).toBeUndefined()
		expect(button(page, 'Print')).toBeDefined()
	})

	it('are exported as a table for those who collect', async () => {
		const { page } = await show([sampleSignature({ name: '=1+1' }), sampleSignature({ id: 2, waiting: true, name: 'Attend' })], { collect: true })
		await press(page, 'Export as a table')
		const [name, type, content] = vi.mocked(saveFile).mock.calls[0]!
		expect(name).toMatch(/^signatures-\d{4}-\d\d-\d\d\.csv$/)
		expect(type).toContain('csv')
		expect(content).toContain('\'=1+1')
		expect(content).not.toContain('Attend')
	})

	it('are reloaded after a failure, and an empty list says so', async () => {
		const { page } = await show(new ApiError(0, 'offline'))
		expect(page.text()).toContain('Could not load the signatures.')
		server.listSignatures.mockResolvedValueOnce([])
		await press(page, 'Try again')
		expect(page.text()).toContain('Nobody has signed yet.')
	})

	it('of the viewer is withdrawn, and given again by undo', async () => {
		const { page } = await show([sampleSignature({ can: { withdraw: true } })])
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto())
		await press(page, 'Withdraw')
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 1)
		server.signSheet.mockResolvedValueOnce(sampleManifesto())
		await pressUndo('The signature of {name} was withdrawn.')
		expect(server.signSheet).toHaveBeenCalledWith('12', HASH)
	})

	it('from paper is withdrawn by those who collect, and entered again by undo', async () => {
		const { page } = await show([sampleSignature({ how: 'paper', note: 'Classeur vert', can: { withdraw: true } })], { collect: true })
		expect(page.get('.signature').text()).toContain('on paper · Classeur vert')
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto())
		await press(page, 'Withdraw')
		server.enterSignature.mockResolvedValueOnce(sampleSignature())
		await pressUndo('The signature of {name} was withdrawn.')
		expect(server.enterSignature).toHaveBeenCalledWith('12', { name: 'Odile Marty', day: '2026-11-14', how: 'Classeur vert' })
	})

	it('of a person asked by mail is withdrawn after a confirmation', async () => {
		const { page } = await show([sampleSignature({ how: 'mail', waiting: true, can: { withdraw: true } })], { collect: true })
		expect(page.text()).toContain('Asked by email, no answer yet')
		await press(page, 'Stop asking')
		expect(server.withdrawSignature).not.toHaveBeenCalled()
		expect(page.get('dialog').text()).toContain('The address is deleted')
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto())
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 1)
	})
})

describe('collecting', () => {
	const fill = async (page: Page, values: Record<string, string>) => {
		for (const [selector, value] of Object.entries(values)) {
			await page.get(`form ${selector}`).setValue(value)
		}
		await page.get('form').trigger('submit')
		await flushPromises()
	}

	it('asks by mail', async () => {
		const { page } = await show([], { collect: true })
		await fill(page, { 'input[type=text]': ' ' })
		expect(page.text()).toContain('A signature needs a name.')
		expect(page.text()).toContain('Enter the email address to send to.')
		server.askSignature.mockResolvedValueOnce(sampleSignature({ waiting: true }))
		await fill(page, { 'input[type=text]': 'Lise', 'input[type=email]': 'lise@example.org' })
		expect(server.askSignature).toHaveBeenCalledWith('12', { name: 'Lise', email: 'lise@example.org' })
		expect(useUndo().message.value?.text).toContain('Lise will receive an email')
		expect(server.listSignatures).toHaveBeenCalledTimes(2)
	})

	it('enters a signature from paper, and removes it by undo', async () => {
		const { page } = await show([], { collect: true })
		await page.get('input[value=paper]').setValue()
		server.enterSignature.mockResolvedValueOnce(sampleSignature({ id: 8, how: 'paper' }))
		await page.findAll('form input[type=text]')[1]!.setValue('Classeur vert')
		await fill(page, { 'input[type=text]': 'Lise', 'input[type=date]': '2026-11-20' })
		expect(server.enterSignature).toHaveBeenCalledWith('12', { name: 'Lise', day: '2026-11-20', how: 'Classeur vert' })
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto({}, { collect: true }))
		await pressUndo('The signature of Lise was added.')
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 8)
		expect(page.findAll<HTMLInputElement>('form input[type=text]').map(({ element }) => element.value)).toEqual(['Lise', 'Classeur vert'])
	})
})
