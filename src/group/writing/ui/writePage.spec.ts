/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupWriting } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import WritePage from './WritePage.vue'
import { ApiError } from '../../../api/apiError.ts'
import { messageReasons } from '../../../message/index.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import { seedGroups } from '../../queries.ts'
import { sampleGroup } from '../../testing/sample.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const session = { uid: 'odile', name: 'Odile', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0 }

let mounted: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.body.innerHTML = ''
	registerReasons(messageReasons)
	useUndo().dismiss()
})
afterEach(() => mounted?.page.unmount())

async function show(writing: GroupWriting | ApiError) {
	if (writing instanceof ApiError) {
		server.getGroupWriting.mockRejectedValue(writing)
	} else {
		server.getGroupWriting.mockResolvedValue(writing)
	}
	mounted = mountPage(WritePage, {
		props: { id: 5 },
		provide: [[sessionKey, session]],
		router: await routerAt('/groups/5/write'),
		seed: (cache) => seedGroups(cache, [], { group: sampleGroup(), roster: [] }),
	})
	await vi.dynamicImportSettled()
	await flushPromises()
	return mounted
}

async function send(text: string) {
	await mounted!.page.get('textarea').setValue(text)
	await mounted!.page.get('form').trigger('submit')
	await flushPromises()
}

it('says who gets it, keeps what is written, and leads to the messages once it is sent', async () => {
	const { page, router } = await show({ to: 'people', people: 12, kept: 2, obstacle: null })
	expect(page.get('h1').text()).toBe('Write to the people of “Eau de pluie”')
	expect(page.text()).toContain('Your message goes to 12 people of the group.')
	expect(page.text()).toContain('You keep the cards of 2 more people')
	expect(page.get('button[type=submit]').text()).toBe('Send to 12 people')

	server.writeToGroup.mockRejectedValueOnce(new ApiError(429, 'enough_group_messages'))
	await send('Jeudi à 18 h.')
	expect(page.text()).toContain('You have written to this group several times within an hour.')
	expect(localStorage.length).toBe(1)

	server.writeToGroup.mockResolvedValue({ to: 'people', people: 12, conversation: 3 })
	await page.get('form').trigger('submit')
	await flushPromises()
	const [first, second] = server.writeToGroup.mock.calls.map(([group, message]) => ({ group, ...message }))
	expect(second).toEqual({ group: 5, text: 'Jeudi à 18 h.', to: 'people', key: first!.key })
	expect(router.currentRoute.value.fullPath).toBe('/messages')
	expect(localStorage.length).toBe(0)
})

it('leads to the conversation where it went to one person', async () => {
	const { page, router } = await show({ to: 'facilitators', people: 1, kept: 0, obstacle: null })
	expect(page.get('h1').text()).toBe('Write to the facilitators of “Eau de pluie”')
	server.writeToGroup.mockResolvedValue({ to: 'facilitators', people: 1, conversation: 3 })
	await send('Puis-je venir voir ?')
	expect(router.currentRoute.value.fullPath).toBe('/messages/3')
})

it('says why writing is not possible', async () => {
	const { page } = await show({ to: 'facilitators', people: 0, kept: 0, obstacle: 'nobody_facilitates' })
	expect(page.text()).toContain('Nobody facilitates this group at the moment.')
	expect(page.find('form').exists()).toBe(false)
})

it('asks again when someone joined or left in the meantime', async () => {
	const { page } = await show({ to: 'facilitators', people: 1, kept: 0, obstacle: null })
	server.writeToGroup.mockRejectedValue(new ApiError(422, 'group_changed'))
	server.getGroupWriting.mockResolvedValue({ to: 'people', people: 3, kept: 0, obstacle: null })
	await send('Bonjour')
	expect(page.text()).toContain('You joined or left the group in the meantime')
	expect(page.get('button[type=submit]').text()).toBe('Send to 3 people')
	expect(page.get('textarea').element.value).toBe('Bonjour')
})

it('can be tried again where it did not load, and says that a group is gone', async () => {
	const failed = await show(new ApiError(500, 'server'))
	server.getGroupWriting.mockResolvedValue({ to: 'people', people: 3, kept: 0, obstacle: null })
	await failed.page.findAll('button').find((button) => button.text() === 'Try again')!.trigger('click')
	await flushPromises()
	expect(failed.page.find('form').exists()).toBe(true)
	failed.page.unmount()
	const gone = await show(new ApiError(404, 'not_found'))
	expect(gone.page.text()).toContain('This group no longer exists.')
})
