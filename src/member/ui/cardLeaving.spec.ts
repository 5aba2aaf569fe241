/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CardLeaving from './CardLeaving.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { saveFile } from '../../shared/saveFile.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import * as gateway from '../gateway.ts'
import { sampleMember } from '../testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('../../shared/saveFile.ts')
const server = vi.mocked(gateway)
const saved = vi.mocked(saveFile)

const session = { uid: 'ida', name: 'Ida', email: 'ida@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0 }
const can = { ...sampleMember().can, pause: true, export: true, withdraw: true, delete: true }

let mounted: ReturnType<typeof mountPage>

beforeEach(() => {
	vi.resetAllMocks()
	useUndo().dismiss()
})
afterEach(() => {
	mounted.page.unmount()
	document.body.innerHTML = ''
})

function show(changes: Partial<Member> = {}) {
	const member = sampleMember({ uid: 'ida', can, ...changes })
	mounted = mountPage(CardLeaving, {
		props: { member },
		provide: [[sessionKey, session]],
		seed: (cache) => seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] }),
	})
	return member
}
const buttons = () => [...document.querySelectorAll('button')].filter(({ textContent }) => textContent !== '')
const text = () => document.body.textContent ?? ''
async function press(words: string, which = 0) {
	buttons().filter(({ textContent }) => textContent!.trim() === words).at(which)!.click()
	await flushPromises()
}

describe('leaving', () => {
	it('offers only the possible actions', () => {
		show({ can: { ...sampleMember().can, export: true } })
		expect(buttons().map(({ textContent }) => textContent!.trim())).toEqual(['Page to read (HTML)', 'File for programs (JSON)', 'Card for an address book (vCard)'])
	})

	it('is a pause that can be undone', async () => {
		const member = show()
		server.setStatus.mockResolvedValueOnce({ ...member, status: 'paused', version: 8 }).mockResolvedValueOnce(member)
		await press('Pause the card')
		expect(server.setStatus).toHaveBeenCalledExactlyOnceWith(member.id, 'paused', member.version)
		await pressUndo('The card is paused: no one else sees it and nothing is lost.')
		expect(server.setStatus).toHaveBeenLastCalledWith(member.id, 'published', 8)
	})

	it('says why it failed', async () => {
		show()
		server.setStatus.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await press('Pause the card')
		expect(document.querySelector('[role=alert]')).not.toBeNull()
		expect(useUndo().message.value).toBeNull()
	})

	it('downloads a file without a name of a person in its name', async () => {
		const member = show()
		server.exportMember.mockResolvedValueOnce({ member: { name: member.name } } as never)
		await press('File for programs (JSON)')
		expect(server.exportMember).toHaveBeenCalledExactlyOnceWith(member.id)
		const [name, type, held] = saved.mock.calls[0]!
		expect([name, type, JSON.parse(held as string)]).toEqual(['reseau-export.json', 'application/json', { member: { name: member.name } }])
	})

	it('downloads the same as a page to read', async () => {
		const member = show()
		server.exportMemberPage.mockResolvedValueOnce('<!DOCTYPE html>')
		await press('Page to read (HTML)')
		expect(server.exportMemberPage).toHaveBeenCalledExactlyOnceWith(member.id)
		expect(saved).toHaveBeenCalledExactlyOnceWith('reseau-export.html', 'text/html', '<!DOCTYPE html>')
	})

	it('says if the page could not be loaded', async () => {
		show()
		server.exportMemberPage.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await press('Page to read (HTML)')
		expect(document.querySelector('[role=alert]')).not.toBeNull()
		expect(saved).not.toHaveBeenCalled()
	})

	it('says if the file could not be loaded', async () => {
		show()
		server.exportMember.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await press('File for programs (JSON)')
		expect(document.querySelector('[role=alert]')).not.toBeNull()
		expect(saved).not.toHaveBeenCalled()
	})

	it('withdraws after a confirmation, and offers no incomplete undo', async () => {
		const member = show()
		await press('Withdraw the card')
		expect(server.setStatus).not.toHaveBeenCalled()
		expect(text()).not.toContain('The written agreement ends too')
		server.setStatus.mockResolvedValueOnce({ ...member, status: 'withdrawn' })
		await press('Withdraw the card', -1)
		expect(server.setStatus).toHaveBeenCalledExactlyOnceWith(member.id, 'withdrawn', member.version)
		expect(useUndo().message.value?.undo).toBeUndefined()
	})

	it('deletes after a confirmation, and returns to the members', async () => {
		const member = show()
		await press('Delete the card')
		expect(text()).toContain('your saved searches, and what you agreed to.')
		expect(server.deleteMember).not.toHaveBeenCalled()
		await press('Delete permanently')
		expect(server.deleteMember).toHaveBeenCalledExactlyOnceWith(member.id)
		expect(mounted.router.currentRoute.value.path).toBe('/members')
		expect(useUndo().message.value?.text).toBe('The card was deleted, with everything that belonged to it.')
	})

	it('stays on the page if deleting failed', async () => {
		show()
		await press('Delete the card')
		server.deleteMember.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await press('Delete permanently')
		expect(mounted.router.currentRoute.value.path).not.toBe('/members')
		expect(useUndo().message.value).toBeNull()
		expect(text()).toContain('Delete permanently')
	})

	it('is worded for the keeper of a kept card', async () => {
		show({ uid: null, steward: { uid: 'ida', name: 'Ida' } })
		await press('Withdraw the card')
		expect(text()).toContain('The recorded agreement also ends: showing the card again needs a new one.')
		await press('Delete the card')
		expect(text()).toContain('Export the card first if the person may want it back.')
		await press('Delete permanently')
		expect(mounted.router.currentRoute.value.path).toBe('/kept')
	})
})
