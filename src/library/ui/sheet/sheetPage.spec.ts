/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sheet } from '../../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SheetPage from './SheetPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { pressUndo } from '../../../shared/testing/pressUndo.ts'
import * as dav from '../../files/dav.ts'
import { rightsOf } from '../../files/model.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleEvaluation, sampleManifesto, sampleSheet, sampleSignature } from '../../sheet/testing/sample.ts'
import { sampleEntry } from '../../testing/entry.ts'

vi.mock('../../files/dav.ts')
vi.mock('../../sheet/gateway.ts')
const files = vi.mocked(dav)
const server = vi.mocked(gateway)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	localStorage.clear()
	useUndo().dismiss()
	files.fileUrl.mockImplementation((id) => `/f/${id}`)
	server.listSignatures.mockRejectedValue(new ApiError(404, 'not_found'))
	server.getLibrary.mockResolvedValue({ state: 'open', root: { id: '1', path: '/Bib', name: 'Bib', team: true, can: { write: true } }, kinds: [], groups: [], can: { deposit: false } })
	files.findById.mockResolvedValue(sampleEntry('/Bib/Plan.md', { id: '12' }))
})

async function show(answer: Sheet | Error, address = '/library/sheet/12') {
	server.getSheet.mockImplementation(() => answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))
	const mounted = mountPage(SheetPage, { props: { file: '12' }, provide: [[sessionKey, session]], router: await routerAt(address) })
	await flushPromises()
	return mounted
}
type Page = Awaited<ReturnType<typeof show>>['page']
const button = (page: Page, text: string) => page.findAll('button').find((one) => one.text() === text)
async function press(page: Page, text: string) {
	await button(page, text)!.trigger('click')
	await flushPromises()
}

describe('reading a sheet', () => {
	it('begins with its kind and outcome, then the text of its file and the story, the context at its side', async () => {
		files.read.mockResolvedValue('# Le jardin sans clé\n\nIl y avait **un** portail.\n')
		const { page } = await show(sampleSheet())
		await flushPromises()
		expect(files.read).toHaveBeenCalledWith('/Bib/Récits d’échec/Le jardin sans clé.md', expect.anything())
		await vi.waitFor(() => page.get('.ui-markdown'))
		const text = page.text()
		const order = ['Le jardin sans clé', 'failed', 'Pyrénées-Orientales', 'Il y avait un portail.', 'What was tried', 'What happened', 'What was learnt', 'Anselme Ginoulhac', 'Source of this story', 'Une habitante', 'Worked on by']
		expect(order.map((part) => text.indexOf(part))).toEqual(order.map((part) => text.indexOf(part)).sort((a, b) => a - b))
		expect(order.every((part) => text.includes(part))).toBe(true)
		expect(text).not.toContain('Help wanted')
		expect(page.get('a[href="/members/7"]').text()).toBe('Anselme Ginoulhac')
		expect(page.get('a[href="/groups/5"]').text()).toBe('Aller vers')
		expect(page.findAll('a').some((link) => link.attributes('href')?.endsWith('/f/12'))).toBe(true)
		expect(page.find('a[href="/library/sheet/12/edit"]').exists()).toBe(false)
	})

	it('leads from its kind, outcome, places and words to what else has them', async () => {
		const { page } = await show(sampleSheet())
		const to = (text: string) => decodeURI(page.findAll('a').find((link) => link.text() === text)!.attributes('href')!)
		expect(['Récit d’échec', 'failed', 'Pyrénées-Orientales', 'Jardins'].map(to)).toEqual([
			'/library?facet[kind][]=failure', '/library?facet[outcome][]=failed', '/library?facet[territory][]=departement:66', '/library?facet[term][]=jardins',
		])
	})

	it('says that the text of its file could not be loaded, and shows the rest', async () => {
		files.read.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce('Un portail.')
		const { page } = await show(sampleSheet())
		await flushPromises()
		expect(page.get('.sheet-body').text()).toContain('Could not load the text of the file.')
		expect(page.text()).toContain('Douze parcelles')
		await press(page, 'Try again')
		expect(page.get('.sheet-body').text()).toBe('Un portail.')
	})

	it('is edited from its end, by those who may', async () => {
		const { page } = await show(sampleSheet({}, { edit: true, remove: true }))
		expect(page.get('.ui-page__head').find('a.button-vue').exists()).toBe(false)
		expect(page.get('.sheet-manage a').attributes('href')).toBe('/library/sheet/12/edit')
		expect(page.text()).not.toContain('Remove the sheet')
	})

	it('shows nobody on an anonymous one', async () => {
		const { page } = await show(sampleSheet({ anonymous: true, authors: [], deposited: true }))
		expect(page.text()).toContain('The author is anonymous.')
		expect(page.text()).toContain('The facilitators of the network added it for them.')
		expect(page.findAll('a[href^="/members/"]')).toEqual([])
		expect(page.find('.ui-avatar').exists()).toBe(false)
	})

	it('keeps the sheet when the file is gone', async () => {
		const { page } = await show(sampleSheet({ file: null }))
		expect(page.text()).toContain('The file of this sheet is no longer in the library.')
		expect(page.text()).toContain('Douze parcelles')
		expect(page.findAll('a').some((link) => link.attributes('href')?.includes('/f/12'))).toBe(false)
	})

	it('of a deleted file can be deleted by those who may', async () => {
		const { page } = await show(sampleSheet({ file: null }, { remove: true }))
		await press(page, 'Remove the sheet')
		expect(page.get('dialog').text()).not.toContain('The file stays.')
		server.removeSheet.mockResolvedValueOnce(null)
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.removeSheet).toHaveBeenCalledWith('12', 3)
		expect(useUndo().message.value!.text).toBe('Sheet removed.')
	})

	it('marks a draft', async () => {
		const { page } = await show(sampleSheet({ status: 'draft' }, { edit: true }))
		expect(page.text()).toContain('Draft: only people who can edit the file can see this sheet.')
		expect(page.find('a[href="/library/sheet/12/edit"]').exists()).toBe(true)
	})

	it('of a file without one leads to describing it, with its name', async () => {
		const { page } = await show(new ApiError(404, 'not_found'), '/library/sheet/12?name=Plan.md')
		expect(page.get('h1').text()).toBe('No sheet here')
		expect(page.text()).toContain('Nobody has described this file yet.')
		expect(page.get('a.button-vue').attributes('href')).toBe('/library/sheet/12/edit?name=Plan.md')
		expect(files.findById).toHaveBeenCalledWith('/Bib', '12', expect.anything())
	})

	it.each([
		['is not in the library', null, 'This file is not in the library, or is not shown to you.'],
		['one may only read', sampleEntry('/Bib/Plan.md', { id: '12', rights: rightsOf('SG') }), 'People who can edit the file can describe it.'],
	])('of a file that %s leads nowhere', async (_, entry, sentence) => {
		files.findById.mockResolvedValue(entry)
		const { page } = await show(new ApiError(404, 'not_found'))
		expect(page.text()).toContain(sentence)
		expect(page.find('a.button-vue').exists()).toBe(false)
	})

	it('leads to describing it if Files does not say who may', async () => {
		files.findById.mockRejectedValue(new ApiError(0, 'offline'))
		const { page } = await show(new ApiError(404, 'not_found'))
		expect(page.find('a.button-vue').exists()).toBe(true)
	})

	it('is retried after a failure', async () => {
		const { page } = await show(new ApiError(0, 'offline'))
		expect(page.text()).toContain('Could not load the sheet.')
		server.getSheet.mockResolvedValueOnce(sampleSheet())
		await press(page, 'Try again')
		expect(page.get('h1').text()).toBe('Le jardin sans clé')
	})
})

describe('evaluations by readers', () => {
	const mine = sampleEvaluation({ id: 2, mine: true, standpoint: 'jardinier' })

	it('are shown with their standpoint and the answered questions, without a count', async () => {
		const { page } = await show(sampleSheet({ evaluations: [sampleEvaluation(), sampleEvaluation({ id: 3 })] }))
		expect(page.text()).toContain('Seen from: élue, un village de 300')
		expect(page.text()).toContain('What helpsUne place qui existe déjà')
		expect(page.text()).not.toContain('What hinders')
		expect(page.get('.sheet-evaluations').text()).not.toMatch(/\b2\b/)
		expect(button(page, 'Answer from my point of view')).toBeUndefined()
	})

	it('are added, and removed by undo', async () => {
		const { page } = await show(sampleSheet({}, { evaluate: true }))
		await press(page, 'Answer from my point of view')
		await page.get('form').trigger('submit')
		expect(page.text()).toContain('Enter your point of view.')
		expect(page.text()).toContain('Answer at least one of the questions.')
		expect(server.evaluateSheet).not.toHaveBeenCalled()
		await page.get('form input').setValue(' jardinier ')
		await page.findAll('form textarea')[3]!.setValue('Décider qui ouvre')
		server.evaluateSheet.mockResolvedValueOnce(sampleSheet({ evaluations: [mine] }, { evaluate: true }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.evaluateSheet).toHaveBeenCalledWith('12', { standpoint: 'jardinier', answers: { helps: '', hinders: '', elsewhere: '', conditions: 'Décider qui ouvre' } })
		expect(page.text()).toContain('Seen from: jardinier')
		server.deleteEvaluation.mockResolvedValueOnce(sampleSheet({}, { evaluate: true }))
		await pressUndo('Your answer is on the sheet.')
		expect(page.text()).not.toContain('Seen from')
		expect(page.get<HTMLInputElement>('form input').element.value).toBe(' jardinier ')
		expect(page.findAll<HTMLTextAreaElement>('form textarea')[3]!.element.value).toBe('Décider qui ouvre')
	})

	it('are kept by the browser while writing, restored into the fields, and can be discarded', async () => {
		const first = await show(sampleSheet({}, { evaluate: true }))
		await press(first.page, 'Answer from my point of view')
		await first.page.findAll('form textarea')[1]!.setValue('La pluie')
		first.page.unmount()
		expect(useUndo().message.value!.text).toContain('This browser keeps it')
		const { page } = await show(sampleSheet({}, { evaluate: true }))
		await press(page, 'Answer from my point of view')
		expect(page.findAll<HTMLTextAreaElement>('form textarea')[1]!.element.value).toBe('La pluie')
		expect(page.get('form').text()).toContain('was not saved and is still in this browser')
		await press(page, 'Delete this draft')
		expect(page.findAll<HTMLTextAreaElement>('form textarea')[1]!.element.value).toBe('')
		expect(localStorage).toHaveLength(0)
		await page.get('form input').setValue('jardinier')
		await page.findAll('form textarea')[1]!.setValue('Le gel')
		server.evaluateSheet.mockResolvedValueOnce(sampleSheet({ evaluations: [mine] }, { evaluate: true }))
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(localStorage).toHaveLength(0)
		expect(useUndo().message.value!.text).toBe('Your answer is on the sheet.')
	})

	it('are changed, and restored by undo', async () => {
		const { page } = await show(sampleSheet({ evaluations: [mine] }, { evaluate: true }))
		await press(page, 'Edit my answer')
		expect(page.get<HTMLInputElement>('form input').element.value).toBe('jardinier')
		await page.get('form input').setValue('jardinière')
		server.evaluateSheet.mockResolvedValue(sampleSheet({ evaluations: [mine] }, { evaluate: true }))
		await page.get('form').trigger('submit')
		await flushPromises()
		await pressUndo('Your answer is on the sheet.')
		expect(server.evaluateSheet).toHaveBeenLastCalledWith('12', { standpoint: 'jardinier', answers: mine.answers })
		expect(page.get<HTMLInputElement>('form input').element.value).toBe('jardinière')
	})

	it('are withdrawn, and added again by undo', async () => {
		const { page } = await show(sampleSheet({ evaluations: [mine] }, { evaluate: true }))
		server.deleteEvaluation.mockResolvedValueOnce(sampleSheet({}, { evaluate: true }))
		await press(page, 'Withdraw')
		expect(page.text()).toContain('Nobody has shared yet what would help or hinder where they are.')
		server.evaluateSheet.mockResolvedValueOnce(sampleSheet({ evaluations: [mine] }, { evaluate: true }))
		await pressUndo('Your answer was withdrawn.')
		await flushPromises()
		expect(page.text()).toContain('Seen from: jardinier')
	})
})

describe('signing', () => {
	const hash = 'a'.repeat(64)
	const signed = { id: 4, day: '2026-11-24', current: true }

	it('is one button that says what it means, and can be undone', async () => {
		const { page } = await show(sampleManifesto({}, { sign: true }))
		expect(page.text()).toContain('unchanged since')
		expect(page.text()).toContain('Your name and the date are in the list of signatures, visible to everyone who can read this text. You can withdraw at any time.')
		server.signSheet.mockResolvedValueOnce(sampleManifesto({ total: 1, mine: signed }, { sign: true }))
		await press(page, 'Sign with my account')
		expect(server.signSheet).toHaveBeenCalledWith('12', hash)
		expect(page.text()).toContain('You signed it on')
		expect(button(page, 'Sign with my account')).toBeUndefined()
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto({}, { sign: true }))
		await pressUndo('You signed “Des villages qui ouvrent leurs volets”.')
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 4)
	})

	it('says where to read a text that cannot be shown', async () => {
		const file = { ...sampleSheet().file!, name: 'Manifeste.pdf', mime: 'application/pdf' }
		const { page } = await show({ ...sampleManifesto({}, { sign: true }), file })
		expect(files.read).not.toHaveBeenCalled()
		expect(page.get('.sheet-signing').text()).toContain('Read it before you sign: Manifeste.pdf')
	})

	it('says that the text was changed in the meantime', async () => {
		const { page } = await show(sampleManifesto({}, { sign: true }))
		server.signSheet.mockRejectedValueOnce(new ApiError(409, 'version_changed'))
		await press(page, 'Sign with my account')
		expect(page.get('.sheet-signing [role=alert]').text()).not.toBe('')
		expect(useUndo().message.value).toBeNull()
		expect(server.getSheet).toHaveBeenCalledTimes(2)
	})

	it('is offered again if the text has changed', async () => {
		const { page } = await show(sampleManifesto({ total: 1, mine: { ...signed, current: false } }, { sign: true }))
		expect(page.text()).toContain('You signed an older text')
		server.signSheet.mockResolvedValueOnce(sampleManifesto({ total: 1, mine: signed }, { sign: true }))
		await press(page, 'Sign the current text')
		expect(useUndo().message.value!.undo).toBeUndefined()
	})

	it('is withdrawn, and given again by undo', async () => {
		const { page } = await show(sampleManifesto({ total: 1, mine: signed }, { sign: true }))
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto({}, { sign: true }))
		await press(page, 'Withdraw my signature')
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 4)
		server.signSheet.mockResolvedValueOnce(sampleManifesto({ total: 1, mine: signed }, { sign: true }))
		await pressUndo('Your signature is withdrawn.')
		expect(server.signSheet).toHaveBeenCalledWith('12', hash)
	})

	it('is withdrawn from a text that can no longer be signed, after a warning', async () => {
		const { page } = await show(sampleSheet({ file: null, left: { id: 4, day: '2026-11-24' } }))
		expect(page.text()).toContain('you can still withdraw your signature')
		await press(page, 'Withdraw my signature')
		expect(server.withdrawSignature).not.toHaveBeenCalled()
		server.withdrawSignature.mockResolvedValueOnce(sampleSheet({ file: null }))
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 4)
		expect(button(page, 'Withdraw my signature')).toBeUndefined()
		expect(useUndo().message.value!.undo).toBeUndefined()
	})

	it('is withdrawn from a sheet that is no longer shown', async () => {
		server.listSignatures.mockResolvedValue([sampleSignature({ id: 4, current: false, can: { withdraw: true } })])
		const { page } = await show(new ApiError(404, 'not_found'))
		await press(page, 'Withdraw my signature')
		server.withdrawSignature.mockResolvedValueOnce(null)
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 4)
		expect(button(page, 'Withdraw my signature')).toBeUndefined()
		expect(page.text()).toContain('Nobody has described this file yet.')
	})

	it('of an older text is withdrawn only after a warning that it cannot be given again', async () => {
		const { page } = await show(sampleManifesto({ total: 1, mine: { ...signed, current: false } }, { sign: true }))
		await press(page, 'Withdraw my signature')
		expect(server.withdrawSignature).not.toHaveBeenCalled()
		expect(page.get('dialog').text()).toContain('you cannot sign it again')
		server.withdrawSignature.mockResolvedValueOnce(sampleManifesto({}, { sign: true }))
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.withdrawSignature).toHaveBeenCalledWith('12', 4)
		expect(useUndo().message.value!.undo).toBeUndefined()
	})
})
