/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import AboutChoice from './AboutChoice.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

const walls = { about: 'learn/old-walls', sentence: 'les vieux murs et la chaux : apprendre' }
const damp = { about: 'mend/damp', sentence: 'l’humidité : faire réparer' }

beforeEach(() => {
	vi.resetAllMocks()
	vi.useFakeTimers()
	document.body.innerHTML = ''
	server.proposeAbout.mockResolvedValue({ proposals: [walls, damp] })
})
afterEach(() => vi.useRealTimers())

async function show(props: object = {}) {
	const { page } = mountPage(AboutChoice, { props: { text: 'Remonter un mur', side: 'need', ...props } })
	await flushPromises()
	const write = async (text: string) => {
		await page.setProps({ text })
		await vi.advanceTimersByTimeAsync(1000)
		await flushPromises()
	}
	const buttons = () => page.findAll('button').map((button) => [button.text(), button.attributes('aria-pressed')])
	return { page, write, buttons }
}

it('asks after a pause in writing, and nothing of a few letters', async () => {
	const { page, write, buttons } = await show({ text: '' })
	await write('Un mur')
	expect(server.proposeAbout).not.toHaveBeenCalled()
	expect(page.text()).toBe('')
	await write('Remonter un mur à la chaux')
	expect(server.proposeAbout).toHaveBeenCalledExactlyOnceWith('Remonter un mur à la chaux', 'need', undefined, expect.anything())
	expect(buttons().map(([, pressed]) => pressed)).toEqual(['false', 'false'])
	expect(page.text()).toContain('What is it about?')
	expect(page.text()).toContain('If none fits, leave it.')
	expect(page.get('.ui-proposals').attributes('role')).toBe('status')
})

it('asks about what was written before when the person wants to say it', async () => {
	const { page, buttons } = await show()
	expect(server.proposeAbout).not.toHaveBeenCalled()
	await page.get('button').trigger('click')
	await flushPromises()
	expect(buttons()).toHaveLength(2)
})

it('asks immediately about what was just written', async () => {
	const { buttons } = await show({ now: true })
	expect(buttons()).toHaveLength(2)
})

it('keeps the proposals in place while a choice is stored', async () => {
	const { page, buttons } = await show({ now: true })
	server.proposeAbout.mockReturnValue(new Promise(() => {}))
	await page.setProps({ about: 'mend/damp' })
	await flushPromises()
	expect(buttons().map(([, pressed]) => pressed)).toEqual(['false', 'true'])
})

it('chooses with one click, and removes the choice with the second', async () => {
	const { page, write } = await show()
	await write('Remonter un mur à la chaux')
	await page.findAll('button')[1]!.trigger('click')
	expect(page.emitted('choose')).toEqual([['mend/damp']])
	await page.setProps({ about: 'mend/damp' })
	await flushPromises()
	expect(page.findAll('button')[1]!.attributes('aria-pressed')).toBe('true')
	expect(page.text()).not.toContain('If none fits')
	await page.findAll('button')[1]!.trigger('click')
	expect(page.emitted('choose')).toEqual([['mend/damp'], [undefined]])
})

it('shows what was chosen immediately, also if it is no longer proposed', async () => {
	server.proposeAbout.mockResolvedValue({ proposals: [walls], chosen: damp })
	const { buttons } = await show({ about: 'mend/damp' })
	expect(server.proposeAbout).toHaveBeenCalledExactlyOnceWith('Remonter un mur', 'need', 'mend/damp', expect.anything())
	expect(buttons().map(([, pressed]) => pressed)).toEqual(['true', 'false'])
})

it('says nothing where nothing is proposed, or nothing came', async () => {
	server.proposeAbout.mockResolvedValueOnce({ proposals: [] }).mockRejectedValueOnce(new ApiError(0, 'offline'))
	const { page, write } = await show()
	await write('Bonjour à vous toutes')
	expect(page.text()).toBe('')
	await write('Bonjour à vous tous ici')
	expect(page.text()).toBe('')
})
