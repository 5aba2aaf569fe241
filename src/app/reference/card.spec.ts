/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as link from '../../link/gateway.ts'
import { sampleAround, sampleThing } from '../../link/testing/sample.ts'
import { mount, unmount } from './card.ts'

vi.mock('../../link/gateway.ts')
const links = vi.mocked(link)

const root = document.createElement('div')
const at = document.createElement('div')

beforeEach(() => {
	vi.resetAllMocks()
	links.getNeighbourhood.mockResolvedValue(sampleAround())
	document.body.append(root)
	root.append(at)
})

afterEach(() => {
	unmount(root)
	document.body.replaceChildren()
})

it('shows the thing and loads its neighbours only on request', async () => {
	mount(at, sampleThing({ title: 'Quitterie', line: 'Maraîchère, Limoux', url: 'https://cloud.example.org/apps/reseau/members/3' }))
	await flushPromises()
	const title = at.querySelector('a')!
	expect([title.textContent, title.href, title.rel]).toEqual(['Quitterie', 'https://cloud.example.org/apps/reseau/members/3', 'noopener'])
	expect(at.textContent).toContain('Maraîchère, Limoux')
	expect(links.getNeighbourhood).not.toHaveBeenCalled()

	const more = at.querySelector('button')!
	expect([more.getAttribute('aria-expanded'), more.getAttribute('aria-label')]).toEqual(['false', 'Around Quitterie'])
	more.click()
	await flushPromises()
	expect(more.getAttribute('aria-expanded')).toBe('true')
	expect(at.querySelector('.network')).not.toBeNull()
	expect(links.getNeighbourhood).toHaveBeenCalledTimes(1)
	more.click()
	await flushPromises()
	expect(at.querySelector('.network')).toBeNull()
})

it('shows only the title of a deleted thing', async () => {
	mount(at, sampleThing({ title: 'Le jardin', gone: true }))
	await flushPromises()
	expect([at.querySelector('a'), at.querySelector('button')]).toEqual([null, null])
	expect(at.textContent).toContain('Le jardin')
})

it('is rendered again in the same place, and removed with its neighbours', async () => {
	mount(at, sampleThing({ title: 'Quitterie' }))
	mount(at, sampleThing({ title: 'Odile' }))
	await flushPromises()
	expect(at.querySelectorAll('.reference')).toHaveLength(1)
	expect(at.textContent).toContain('Odile')
	unmount(root)
	expect(at.querySelector('.reference')).toBeNull()
})

it('rejects data that is not a thing', () => {
	expect(() => mount(at, { title: 'Quitterie' })).toThrow()
})
