/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, MyCharter } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import JoinPage from './JoinPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { useUndo } from '../../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import { pressUndo } from '../../shared/testing/pressUndo.ts'
import * as gateway from '../gateway.ts'
import { groupKeys, seedGroups } from '../queries.ts'
import * as teams from '../teams.ts'
import { may, sampleGroup, sampleMine } from '../testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('../teams.ts', async (original) => ({ ...await original<typeof teams>(), join: vi.fn(), listMine: vi.fn() }))
const server = vi.mocked(gateway)
const team = vi.mocked(teams)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'absent', teams: true, talk: false, library: '', preset: 'request' }
const charter: MyCharter = { version: 2, date: '2026-11-01T10:00:00+00:00', text: 'Sans étiquettes.', accepted: null, asked: false }

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
})

async function show(group: Group, signing: MyCharter | null = null) {
	const mounted = mountPage(JoinPage, {
		props: { id: 5 },
		provide: [[sessionKey, session]],
		router: await routerAt('/groups/5/join'),
		seed(cache) {
			seedGroups(cache, [], { group, roster: [] })
			cache.setQueryData(groupKeys.charter, signing)
		},
	})
	await flushPromises()
	return mounted
}

async function submit(page: Awaited<ReturnType<typeof show>>['page']) {
	await page.get('form').trigger('submit')
	await flushPromises()
}

it('asks three things, accepts the charter by its button, and joins the group and its team', async () => {
	const { page, router } = await show(sampleGroup({ join: 'open', teamId: 'team' }), charter)
	const [commitment, limits] = page.findAll('textarea')
	await commitment!.setValue(' Les cuves ')
	await limits!.setValue('Pas le soir')
	await page.get('input[type=text]').setValue('2 h')
	await page.get('input[type=date]').setValue('2099-06-30')
	expect(page.get('.charter-text').text()).toContain('Sans étiquettes.')
	expect(page.get('button[type=submit]').text()).toBe('I accept the charter and join')
	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine(), can: may('engage') }))
	team.join.mockResolvedValueOnce(true)
	await submit(page)
	expect(server.joinGroup).toHaveBeenCalledWith(5, expect.objectContaining({ commitment: 'Les cuves', hours: '2 h', until: '2099-06-30', limits: 'Pas le soir', charter: 2 }))
	expect(team.join).toHaveBeenCalledWith('team')
	expect(useUndo().message.value?.text).toContain('You are in the group and its team: you have access to what the team shares (board, files).')
	expect(router.currentRoute.value.path).toBe('/groups/5')
})

it.each([
	['requested', false, 'You asked to join.'],
	['active', false, 'A facilitator still has to add you to its team'],
] as const)('shows the new state: %s, in the team: %s', async (state, inTeam, sentence) => {
	const { page } = await show(sampleGroup({ teamId: 'team' }))
	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine({ state }), can: may() }))
	team.join.mockResolvedValueOnce(inTeam)
	await submit(page)
	expect(useUndo().message.value?.text).toContain(sentence)
})

it('says what is done if the team did not answer, and retries only that', async () => {
	const { page, router } = await show(sampleGroup({ teamId: 'team' }))
	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine(), can: may('engage') }))
	team.join.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(true)
	await submit(page)
	expect(page.get('[role=alert]').text()).toContain('You are in the group, but not yet in its team, which gives access to its board and folder.')
	await page.findAll('button').find((one) => one.text() === 'Retry the team')!.trigger('click')
	await flushPromises()
	expect(server.joinGroup).toHaveBeenCalledTimes(1)
	expect(router.currentRoute.value.path).toBe('/groups/5')
})

it('does not say that a person who asked to join is in the group, if the team did not answer', async () => {
	const { page } = await show(sampleGroup({ teamId: 'team' }))
	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine({ state: 'requested' }), can: may() }))
	team.join.mockRejectedValueOnce(new ApiError(0, 'offline'))
	await submit(page)
	expect(page.get('[role=alert]').text()).toContain('You asked to join the group, but not yet its team')
})

it.each([
	['is not in it yet', [], 'A facilitator still has to add you to its team'],
	['was added to it before', [{ id: 'team', name: 'Eau', description: '', config: 0, population: 2, creation: 0 }], 'You are in the group and its team'],
] as const)('does not ask the team of a private group, which lets nobody in by themselves: the person %s', async (_, mine, words) => {
	const { page, router } = await show(sampleGroup({ teamId: 'team', join: 'private', mine: sampleMine({ state: 'invited' }) }))
	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine(), join: 'private', can: may('engage') }))
	team.listMine.mockResolvedValueOnce([...mine])
	await submit(page)
	expect(team.join).not.toHaveBeenCalled()
	expect(useUndo().message.value?.text).toContain(words)
	expect(router.currentRoute.value.path).toBe('/groups/5')
})

it.each([
	['refused', 400, 'A facilitator still has to add you to its team'],
	['not_allowed', 403, 'A facilitator still has to add you to its team'],
	['not_found', 404, 'Its team no longer exists; a facilitator of the group can create it again'],
	['absent', 404, 'Teams is not available to you'],
] as const)('offers no retry where Teams would answer the same again: %s', async (reason, status, words) => {
	const { page, router } = await show(sampleGroup({ teamId: 'team', join: 'open' }))
	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine(), join: 'open', can: may('engage') }))
	team.join.mockRejectedValueOnce(new ApiError(status, reason))
	await submit(page)
	expect(page.get('[role=alert]').text()).toBe('')
	expect(useUndo().message.value?.text).toContain(words)
	expect(router.currentRoute.value.path).toBe('/groups/5')
})

it.each([
	['open', 'I commit'],
	['request', 'Ask to join'],
] as const)('to a person in the team of a group by %s, the form says: %s', async (join, word) => {
	const { page } = await show(sampleGroup({ join, mine: sampleMine({ state: 'unsigned' }) }))
	expect(page.get('button[type=submit]').text()).toBe(word)
})

it('shows a charter that was changed meanwhile, and keeps the entered text', async () => {
	const { page } = await show(sampleGroup(), charter)
	await page.findAll('textarea')[0]!.setValue('Les cuves')
	server.joinGroup.mockRejectedValueOnce(new ApiError(409, 'charter_not_signed', { current: 3 }))
	server.getCharter.mockResolvedValueOnce({ ...charter, version: 3, text: 'Autre chose.' })
	await submit(page)
	await flushPromises()
	expect(page.get('.charter-text').text()).toContain('Autre chose.')
	expect(page.get('button[type=submit]').text()).toBe('I accept the charter and ask to join')
	expect(page.get<HTMLTextAreaElement>('textarea').element.value).toBe('Les cuves')
})

it('accepts the version that was there to read, not one that came meanwhile, and leads to the new text', async () => {
	const { page, cache } = await show(sampleGroup(), charter)
	document.body.append(page.element)
	cache.setQueryData(groupKeys.charter, { ...charter, version: 3, text: 'Autre chose.' })
	await flushPromises()
	server.joinGroup.mockRejectedValueOnce(new ApiError(409, 'charter_not_signed', { current: 3 }))
	server.getCharter.mockResolvedValue({ ...charter, version: 3, text: 'Autre chose.' })
	await submit(page)
	await flushPromises()
	expect(server.joinGroup.mock.lastCall![1]).toMatchObject({ charter: 2 })
	expect(document.activeElement?.className).toBe('charter-text')

	server.joinGroup.mockResolvedValueOnce(sampleGroup({ mine: sampleMine({ state: 'requested' }) }))
	await submit(page)
	expect(server.joinGroup.mock.lastCall![1]).toMatchObject({ charter: 3 })
})

it('does not accept the charter by Enter in a field', async () => {
	const pressed = async (signing: MyCharter) => {
		const { page } = await show(sampleGroup(), signing)
		const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
		page.get('input[type=text]').element.dispatchEvent(enter)
		return enter.defaultPrevented
	}
	expect(await pressed(charter)).toBe(true)
	expect(await pressed({ ...charter, accepted: { version: 2, date: '2026-11-02' } })).toBe(false)
})

it('changes an engagement, which can be undone', async () => {
	const { page } = await show(sampleGroup({ mine: sampleMine(), can: may('engage') }), charter)
	expect(page.get('h1').text()).toBe('My commitment in “Eau de pluie”')
	expect(page.find('.charter-text').exists()).toBe(false)
	expect(page.get('button[type=submit]').text()).toBe('Record it')
	await page.findAll('textarea')[0]!.setValue('Autre chose')
	server.changeEngagement.mockResolvedValue(sampleGroup({ mine: sampleMine({ commitment: 'Autre chose' }), can: may('engage') }))
	await submit(page)
	expect(server.changeEngagement).toHaveBeenLastCalledWith(5, expect.objectContaining({ commitment: 'Autre chose', from: '2026-01-10', until: null }))
	await pressUndo('Your commitment was recorded.')
	expect(server.changeEngagement).toHaveBeenLastCalledWith(5, expect.objectContaining({ commitment: 'Les permanences' }))
	const again = await show(sampleGroup({ mine: sampleMine(), can: may('engage') }), charter)
	expect(again.page.findAll<HTMLTextAreaElement>('textarea')[0]!.element.value).toBe('Autre chose')
})

it('does not send invalid fields, and says why', async () => {
	const { page } = await show(sampleGroup())
	await page.findAll('textarea')[0]!.setValue('x'.repeat(1001))
	await page.get('input[type=date]').setValue('2020-01-01')
	await submit(page)
	expect(page.text()).toContain('1 character too long.')
	expect(page.text()).toContain('The end of the commitment is before its start.')
	expect(server.joinGroup).not.toHaveBeenCalled()
})

it.each([
	['closed', { status: 'closed' }, 'nobody can join any more', ['Write to the facilitators', 'Go to the group']],
	['by invitation only, after a no or without any', { join: 'private' }, 'and you have no invitation at the moment. Write to its facilitators.', ['Write to the facilitators', 'Go to the group']],
	['without a facilitator to write to', { join: 'private', facilitators: [] }, 'you have no invitation at the moment', ['Go to the group']],
	['open, but my card is hidden', { join: 'open' }, 'you need a card that members can see', ['Go to the group']],
] as const)('says why nobody can join here by themselves: %s', async (_, changes, words, ways) => {
	const { page } = await show(sampleGroup({ ...changes, facilitators: 'facilitators' in changes ? [] : sampleGroup().facilitators, can: may() }))
	expect(page.text()).toContain(words)
	expect(page.findAll('.empty-content a').map((link) => link.text())).toEqual(ways)
})
