/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache } from '@pinia/colada'
import type { Library, Sheet } from '../../model.ts'
import type { Fields } from '../../sheet/edit.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SheetEditPage from './SheetEditPage.vue'
import TellPage from './TellPage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { pressUndo } from '../../../shared/testing/pressUndo.ts'
import * as dav from '../../files/dav.ts'
import { rightsOf } from '../../files/model.ts'
import { ownerOf, saveDraft } from '../../sheet/draft.ts'
import { fieldsOf } from '../../sheet/edit.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleSheet } from '../../sheet/testing/sample.ts'
import { sampleEntry } from '../../testing/entry.ts'

vi.mock('../../files/dav.ts')
vi.mock('../../sheet/gateway.ts')
const files = vi.mocked(dav)
const server = vi.mocked(gateway)
const members = vi.hoisted(() => ({ listMembers: vi.fn() }))
vi.mock('../../../member/gateway.ts', async (original) => ({ ...await original<object>(), ...members }))

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
const KINDS = [{ slug: 'practice', label: 'Fiche de pratique' }, { slug: 'failure', label: 'Récit d’échec' }]

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	localStorage.clear()
	useUndo().dismiss()
	files.fileUrl.mockImplementation((id) => `/f/${id}`)
	files.findById.mockResolvedValue(sampleEntry('/Bib/Le_jardin.md', { id: '12' }))
})

function seedEditor(cache: QueryCache): void {
	cache.setQueryData(['members', 'mine'], { id: 3, name: 'Rémi Oustry', uid: 'remi' })
	cache.setQueryData(['groups', 'own'], [{ id: 5, title: 'Aller vers' }, { id: 6, title: 'Eau' }])
	cache.setQueryData(['vocabulary'], { values: [], sectors: [], themes: [{ id: 'jardins', label: 'Jardins' }], publics: [] })
}

async function show(answer: Sheet | Error, address = '/library/sheet/12/edit') {
	server.getSheet.mockImplementation(() => answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))
	server.getLibrary.mockResolvedValue({ state: 'open', root: { id: '1', path: '/Bib', name: 'Bib', team: true, can: { write: true } }, kinds: KINDS, groups: [], can: { deposit: false } })
	const mounted = mountPage(SheetEditPage, {
		props: { file: '12' },
		provide: [[sessionKey, session]],
		router: await routerAt(address),
		seed: seedEditor,
	})
	await flushPromises()
	return mounted
}
type Page = Awaited<ReturnType<typeof show>>['page']
const mayEdit = (changes: Partial<Sheet> = {}) => sampleSheet(changes, { edit: true, remove: true })
const button = (page: Page, text: string) => page.findAll('button').find((one) => one.text() === text)
async function press(page: Page, text: string) {
	await button(page, text)!.trigger('click')
	await flushPromises()
}
function labelled<E extends Element>(page: Page, label: string) {
	const { for: id } = page.findAll('label').find((one) => one.text() === label)!.attributes()
	return page.get<E & HTMLElement>(`[id="${id}"]`)
}
async function save(page: Page) {
	await page.get('form').trigger('submit')
	await flushPromises()
}

describe('a new sheet', () => {
	it('begins with the name of the file and the author, and is sent with all fields', async () => {
		const { page } = await show(new ApiError(404, 'not_found'), '/library/sheet/12/edit?name=Le_jardin.md')
		expect(labelled<HTMLInputElement>(page, 'Title').element.value).toBe('Le jardin')
		await save(page)
		expect(page.text()).toContain('Choose what it is from the list.')
		expect(server.writeSheet).not.toHaveBeenCalled()
		expect(document.activeElement).toBe(labelled(page, 'What is it?').element)
		await labelled(page, 'What is it?').setValue('failure')
		await labelled(page, 'What was learnt').setValue('La clé')
		await page.get('input[type=radio][value=failed]').trigger('change')
		server.writeSheet.mockResolvedValueOnce(mayEdit({ status: 'draft', version: 1 }))
		await save(page)
		expect(server.writeSheet).toHaveBeenCalledWith('12', 0, { kind: 'failure', title: 'Le jardin', learnt: 'La clé', outcome: 'failed', authors: [3] })
	})

	it('can have an organisation as author, like a person', async () => {
		const { page } = await show(new ApiError(404, 'not_found'))
		members.listMembers.mockResolvedValue({ members: [{ id: 9, uid: null, name: 'Le Fournil', line: 'Quillan' }] })
		await labelled(page, 'Authors who are members').setValue('fournil')
		await vi.waitFor(() => expect(members.listMembers).toHaveBeenCalled())
		expect(members.listMembers.mock.calls[0]![0]).not.toHaveProperty('facet')
		expect(members.listMembers.mock.calls[0]![0]).toMatchObject({ q: 'fournil' })
	})

	it('is named after its file if the address has no name', async () => {
		const { page } = await show(new ApiError(404, 'not_found'))
		expect(labelled<HTMLInputElement>(page, 'Title').element.value).toBe('Le jardin')
	})

	it.each([
		['is not in the library', null, 'This file is not in the library, or is not shown to you.'],
		['one may only read', sampleEntry('/Bib/a.md', { id: '12', rights: rightsOf('SG') }), 'Only people who can edit the file can edit its sheet.'],
	])('of a file that %s cannot be started', async (_, entry, sentence) => {
		files.findById.mockResolvedValue(entry)
		const { page } = await show(new ApiError(404, 'not_found'))
		expect(page.text()).toContain(sentence)
		expect(page.find('form').exists()).toBe(false)
		expect(page.get('a.button-vue').attributes('href')).toBe('/library')
	})

	it('says what is required before a practice is published, and not for other kinds', async () => {
		const { page } = await show(new ApiError(404, 'not_found'))
		expect(page.text()).not.toContain('Required before publishing.')
		await labelled(page, 'What is it?').setValue('practice')
		expect(page.text().match(/Required before publishing\./g)).toHaveLength(6)
	})
})

describe('a sheet', () => {
	it('is changed field by field, and can be undone', async () => {
		const { page } = await show(mayEdit())
		await labelled(page, 'Title').setValue('La clé')
		server.writeSheet.mockResolvedValueOnce(mayEdit({ title: 'La clé', version: 4 })).mockResolvedValueOnce(mayEdit({ version: 5 }))
		await save(page)
		expect(server.writeSheet).toHaveBeenLastCalledWith('12', 3, { title: 'La clé' })
		await pressUndo('Sheet saved.')
		expect(server.writeSheet).toHaveBeenLastCalledWith('12', 4, { title: 'Le jardin sans clé' })
		expect(labelled<HTMLInputElement>(page, 'Title').element.value).toBe('La clé')
		expect(page.text()).toContain('Not saved; kept in this browser.')
	})

	it('is published after it is saved', async () => {
		const { page, router } = await show(mayEdit({ status: 'draft' }))
		await labelled(page, 'What was learnt').setValue('Autre')
		server.writeSheet.mockResolvedValueOnce(mayEdit({ status: 'draft', learnt: 'Autre', version: 4 }))
		server.setSheetStatus.mockResolvedValueOnce(mayEdit({ learnt: 'Autre', version: 5 }))
		await press(page, 'Publish')
		expect(server.setSheetStatus).toHaveBeenCalledWith('12', 4, 'published')
		expect(router.currentRoute.value.path).toBe('/library/sheet/12')
		server.setSheetStatus.mockResolvedValueOnce(mayEdit({ status: 'draft', learnt: 'Autre', version: 6 }))
		await pressUndo('Sheet published.')
		expect(router.currentRoute.value.path).not.toBe('/library/sheet/12')
		expect(labelled<HTMLTextAreaElement>(page, 'What was learnt').element.value).toBe('Autre')
	})

	it.each([
		['saved', async (page: Page) => save(page)],
		['published', async (page: Page) => press(page, 'Publish')],
		['taken away', async (page: Page) => {
			await press(page, 'Remove the sheet')
			await page.findAll('dialog button').at(-1)!.trigger('click')
		}],
	])('that is %s is reloaded by the panels around it', async (_, act) => {
		const { page, cache } = await show(mayEdit({ status: 'draft' }))
		const panel = cache.ensure({ key: ['links', 'around', 'member', '3'], query: async () => ({}) })
		await cache.refresh(panel)
		expect(panel.stale).toBe(false)
		server.writeSheet.mockResolvedValue(mayEdit({ status: 'draft', version: 4 }))
		server.setSheetStatus.mockResolvedValue(mayEdit({ version: 5 }))
		server.removeSheet.mockResolvedValue(null)
		await labelled(page, 'Title').setValue('La clé')
		await act(page)
		await flushPromises()
		expect(panel.stale).toBe(true)
	})

	it('that lacks its context stays a draft, names all that is missing and leads to the first', async () => {
		const { page } = await show(mayEdit({ status: 'draft', outcome: null, context: { ...sampleSheet().context, means: '', standpoint: ' ' } }))
		await labelled(page, 'Title').setValue('La clé')
		await press(page, 'Publish')
		await flushPromises()
		const gaps = () => page.findAll('.editor-gaps button').map((link) => link.text())
		expect(document.activeElement).toBe(page.get('input[type=radio]').element)
		expect(gaps()).toEqual(['What was the result?', 'With what resources', 'From whose point of view'])
		expect(server.writeSheet).not.toHaveBeenCalled()
		expect(useUndo().message.value).toBeNull()
		await page.get('input[type=radio][value=failed]').trigger('change')
		expect(gaps()).toEqual(['With what resources', 'From whose point of view'])
		await page.findAll('.editor-gaps button')[1]!.trigger('click')
		await flushPromises()
		expect(document.activeElement).toBe(labelled(page, 'From whose point of view').element)
		expect(page.findAll('.editor-gaps')).toHaveLength(1)
		await labelled(page, 'With what resources').setValue('Deux bancs')
		expect(gaps()).toEqual([])
		// As a draft it may stay so.
		server.writeSheet.mockResolvedValueOnce(mayEdit({ status: 'draft', version: 4 }))
		await save(page)
		expect(useUndo().message.value!.text).toBe('Sheet saved.')
	})

	it('that the server refuses to publish is no success, and leads to the field', async () => {
		const { page } = await show(mayEdit({ status: 'draft' }))
		await labelled(page, 'Title').setValue('La clé')
		server.writeSheet.mockResolvedValueOnce(mayEdit({ status: 'draft', title: 'La clé', version: 4 }))
		server.setSheetStatus.mockRejectedValueOnce(new ApiError(409, 'context_missing', { field: 'context.standpoint' }))
		await press(page, 'Publish')
		await flushPromises()
		expect(useUndo().message.value).toBeNull()
		const field = labelled<HTMLTextAreaElement>(page, 'From whose point of view')
		expect(document.activeElement).toBe(field.element)
		expect(field.attributes('aria-invalid')).toBe('true')
		await field.setValue('Une voisine')
		expect(field.attributes('aria-invalid')).toBeUndefined()
	})

	it('goes back to a draft, and is published again by undo', async () => {
		const { page } = await show(mayEdit())
		server.setSheetStatus.mockResolvedValueOnce(mayEdit({ status: 'draft', version: 4 })).mockResolvedValueOnce(mayEdit({ version: 5 }))
		await press(page, 'Revert to draft')
		expect(button(page, 'Publish')).toBeDefined()
		await pressUndo('The sheet is a draft again.')
		expect(server.setSheetStatus).toHaveBeenLastCalledWith('12', 4, 'published')
	})

	it('lets its anonymous author be written to, and says what is stored for that', async () => {
		const { page } = await show(mayEdit({ anonymous: true, authors: [] }))
		const box = () => page.findAll('input[type=checkbox]').find((one) => one.element.closest('label')?.textContent?.includes('without knowing who I am'))
		expect(page.text()).not.toContain('the number of your card')
		await box()!.setValue(true)
		expect(page.text()).toContain('Réseau stores with this sheet the number of your card, encrypted.')
		server.writeSheet.mockResolvedValueOnce(mayEdit({ anonymous: true, authors: [], reach: 'me', version: 4 }))
		await save(page)
		expect(server.writeSheet).toHaveBeenCalledWith('12', 3, { reachable: true })
	})

	it('leaves that choice to the author', async () => {
		const { page } = await show(mayEdit({ anonymous: true, authors: [], reach: 'author' }))
		expect(page.text()).not.toContain('without knowing who I am')
		expect(page.text()).toContain('The person who wrote it can be written to and stays unnamed, to you as well.')
	})

	it('names nobody once it is anonymous, and says what Files still shows', async () => {
		const { page } = await show(mayEdit())
		await page.findAll('input[type=checkbox]').find((box) => box.element.closest('label')?.textContent?.includes('Stay anonymous'))!.setValue(true)
		expect(page.text()).toContain('Réseau stores no names with this sheet: neither its authors nor the person writing it, not even in its history.')
		expect(page.text()).toContain('Files still shows who uploaded the file')
		expect(page.text()).not.toContain('Anselme Ginoulhac')
		server.writeSheet.mockResolvedValueOnce(mayEdit({ anonymous: true, authors: [], version: 4 }))
		await save(page)
		expect(server.writeSheet).toHaveBeenCalledWith('12', 3, { anonymous: true, authors: [] })
	})

	it('is deleted after saying what is deleted with it', async () => {
		const { page, router } = await show(mayEdit())
		await press(page, 'Remove the sheet')
		expect(page.get('dialog').text()).toContain('Its content is permanently deleted, with the readers’ answers and the signatures. The file is kept.')
		server.removeSheet.mockResolvedValueOnce(null)
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.removeSheet).toHaveBeenCalledWith('12', 3)
		expect(router.currentRoute.value.path).toBe('/library')
	})

	it('is not available to people who may not change the file', async () => {
		const { page } = await show(sampleSheet())
		expect(page.text()).toContain('Only people who can edit the file can edit its sheet.')
		expect(page.find('form').exists()).toBe(false)
	})
})

describe('a sheet changed elsewhere', () => {
	const conflict = (changes: Partial<Sheet>) => new ApiError(409, 'stale_version', { current: mayEdit({ version: 7, ...changes }) })

	it('silently takes over what only others changed', async () => {
		const { page } = await show(mayEdit())
		await labelled(page, 'Title').setValue('La clé')
		server.writeSheet.mockRejectedValueOnce(conflict({ learnt: 'Autre' })).mockResolvedValueOnce(mayEdit({ title: 'La clé', learnt: 'Autre', version: 8 }))
		await save(page)
		expect(server.writeSheet).toHaveBeenLastCalledWith('12', 7, { title: 'La clé' })
		expect(labelled<HTMLTextAreaElement>(page, 'What was learnt').element.value).toBe('Autre')
	})

	it.each([
		['Keep mine', 'La clé', { title: 'La clé' }],
		['Use the other', 'Le portail', undefined],
	])('asks if both changed the same: %s', async (choice, value, sent) => {
		const { page } = await show(mayEdit())
		await labelled(page, 'Title').setValue('La clé')
		server.writeSheet.mockRejectedValueOnce(conflict({ title: 'Le portail' }))
		await save(page)
		expect(page.text()).toContain('The other version:Le portail')
		await save(page)
		expect(server.writeSheet).toHaveBeenCalledTimes(1)
		await press(page, choice)
		expect(labelled<HTMLInputElement>(page, 'Title').element.value).toBe(value)
		server.writeSheet.mockResolvedValueOnce(mayEdit({ title: value, version: 8 }))
		await save(page)
		if (sent) {
			expect(server.writeSheet).toHaveBeenLastCalledWith('12', 7, sent)
		} else {
			expect(server.writeSheet).toHaveBeenCalledTimes(1)
		}
	})
})

it('that was deleted meanwhile is created again from the entered text', async () => {
	const { page } = await show(mayEdit())
	await labelled(page, 'Title').setValue('La clé')
	server.writeSheet.mockRejectedValueOnce(new ApiError(409, 'stale_version')).mockResolvedValueOnce(mayEdit({ title: 'La clé', version: 1 }))
	await save(page)
	expect(page.get('.sheet-editor__foot [role=alert]').text()).not.toBe('')
	await save(page)
	expect(server.writeSheet).toHaveBeenLastCalledWith('12', 0, expect.objectContaining({ kind: 'failure', title: 'La clé', learnt: 'La clé était la règle du jeu.' }))
})

describe('unsaved input', () => {
	const owner = ownerOf('remi', '12')
	const draft = (changes: Partial<Fields>) => {
		const base = fieldsOf(mayEdit())
		saveDraft(localStorage, owner, base, { ...base, ...changes }, Date.now())
	}

	it('is kept by this browser while typing, and removed once it is saved', async () => {
		const { page } = await show(mayEdit())
		await labelled(page, 'Title').setValue('La clé')
		expect(page.text()).toContain('Not saved; kept in this browser.')
		expect(localStorage).toHaveLength(1)
		const leaving = new Event('beforeunload', { cancelable: true })
		window.dispatchEvent(leaving)
		expect(leaving.defaultPrevented).toBe(true)
		server.writeSheet.mockResolvedValueOnce(mayEdit({ title: 'La clé', version: 4 }))
		await save(page)
		expect(localStorage).toHaveLength(0)
	})

	it('stays when the server cannot be reached', async () => {
		const { page } = await show(mayEdit())
		await labelled(page, 'Title').setValue('La clé')
		server.writeSheet.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await save(page)
		expect(page.text()).toContain('What you wrote is still here.')
		page.unmount()
		expect(useUndo().message.value!.text).toContain('This browser keeps it')
		expect(localStorage).toHaveLength(1)
	})

	it('is offered on return, and restored next to changes stored meanwhile', async () => {
		draft({ title: 'La clé' })
		const { page } = await show(mayEdit({ learnt: 'Autre', version: 4 }))
		expect(page.text()).toContain('is still in this browser')
		await press(page, 'Restore this text')
		expect(labelled<HTMLInputElement>(page, 'Title').element.value).toBe('La clé')
		expect(labelled<HTMLTextAreaElement>(page, 'What was learnt').element.value).toBe('Autre')
	})

	it('is deleted, and restored by undo', async () => {
		draft({ title: 'La clé' })
		const { page } = await show(mayEdit())
		await press(page, 'Delete this draft')
		expect(page.text()).not.toContain('is still in this browser')
		expect(localStorage).toHaveLength(0)
		await pressUndo('Draft deleted.')
		await flushPromises()
		expect(page.text()).toContain('is still in this browser')
	})
})

describe('a story without a file', () => {
	const notice = { id: 4, by: { id: 8, name: 'Berthe Fournil', uid: null } }
	const story = { title: 'Un four à pain', tried: 'Cuire dehors.', happened: 'Quarante miches.', notice }

	async function mountTell(write = true, groups: Library['groups'] = []) {
		server.getLibrary.mockResolvedValue({ state: 'open', root: { id: '1', path: '/Bib', name: 'Bib', team: true, can: { write } }, kinds: KINDS, groups, can: { deposit: false } })
		const router = await routerAt('/notices/4')
		await router.push({ path: '/library/tell', state: { story } })
		const { page } = mountPage(TellPage, { router, provide: [[sessionKey, session]] })
		await flushPromises()
		return { page, router }
	}

	it('gets one, named after it, and its sheet begins with what is known', async () => {
		files.list.mockResolvedValueOnce({ self: sampleEntry('/Bib/', { id: '1' }), inside: [] })
			.mockResolvedValueOnce({ self: sampleEntry('/Bib/Stories/'), inside: [sampleEntry('/Bib/Stories/Un four à pain.md')] })
		files.put.mockResolvedValueOnce('77')
		const { page, router } = await mountTell()
		expect(labelled<HTMLInputElement>(page, 'What is your story called?').element.value).toBe('Un four à pain')
		expect(page.find('select').exists()).toBe(false)
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(files.mkcol).toHaveBeenCalledWith('/Bib/Stories')
		expect(files.put.mock.calls[0]![0]).toBe('/Bib/Stories/Un four à pain (2).md')
		expect(router.currentRoute.value.path).toBe('/library/sheet/77/edit')
		expect(router.options.history.state.story).toEqual(story)
		server.getSheet.mockRejectedValue(new ApiError(404, 'not_found'))
		const { page: sheet } = mountPage(SheetEditPage, { props: { file: '77' }, router, provide: [[sessionKey, session]], seed: seedEditor })
		await flushPromises()
		expect(labelled<HTMLInputElement>(sheet, 'Title').element.value).toBe('Un four à pain')
		expect(labelled<HTMLTextAreaElement>(sheet, 'What happened').element.value).toBe('Quarante miches.')
		expect(sheet.text()).toContain('Berthe Fournil')
	})

	it('goes where one wants it, and keeps a title that is no name of a file', async () => {
		files.list.mockResolvedValue({ self: sampleEntry('/Bib/Aller vers/', { id: '5' }), inside: [] })
		files.findById.mockResolvedValue(sampleEntry('/Bib/Aller vers/', { id: '5' }))
		files.put.mockResolvedValueOnce('77')
		const { page, router } = await mountTell(true, [{ id: 1, title: 'Aller vers', folderId: '5', elsewhere: null }, { id: 2, title: 'Ailleurs', folderId: '6', elsewhere: '/Ailleurs' }])
		await labelled<HTMLInputElement>(page, 'What is your story called?').setValue(' Un four :  chez qui ? ')
		expect(page.findAll('option').map((option) => option.text())).toEqual(['With the stories of the network', 'In the folder of the group “Aller vers”'])
		await page.get('select').setValue('5')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(files.mkcol).not.toHaveBeenCalled()
		expect(files.put.mock.calls[0]![0]).toBe('/Bib/Aller vers/Un four chez qui.md')
		expect(router.options.history.state.story).toEqual({ ...story, title: 'Un four : chez qui ?' })
	})

	it('keeps the name when it cannot be created, and needs one', async () => {
		files.list.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { page } = await mountTell()
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(page.text()).toContain('The server did not answer.')
		await labelled<HTMLInputElement>(page, 'What is your story called?').setValue(' ')
		await page.get('form').trigger('submit')
		expect(files.put).not.toHaveBeenCalled()
		expect(page.find('[aria-invalid]').exists()).toBe(true)
	})

	it('says so without permission to add files', async () => {
		const { page } = await mountTell(false)
		expect(page.text()).toContain('You cannot add files to the library.')
		expect(page.find('form').exists()).toBe(false)
	})
})
