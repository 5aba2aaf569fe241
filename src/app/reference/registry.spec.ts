/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { destroyWidget, isWidgetRegistered, renderWidget } from '@nextcloud/vue/functions/registerReference'
import { afterEach, expect, it, vi } from 'vitest'
import { addWidget } from './registry.ts'

const thing = { type: 'member', id: '3', title: 'Odile', url: 'https://cloud.example.org/apps/reseau/members/3' }
const reference = (kind: string) => ({ richObjectType: kind, richObject: thing as unknown as Record<string, Record<string, unknown>>, openGraphObject: { id: '', name: 'Odile', description: null, thumb: null, link: thing.url }, accessible: true, interactive: true })

function element(): HTMLElement {
	const made = document.createElement('div')
	document.body.append(made)
	return made
}

afterEach(() => document.body.replaceChildren())

it('the widget is registered where texts look for it, and loaded with the first one', async () => {
	const card = { mount: vi.fn(), unmount: vi.fn() }
	const load = vi.fn(async () => card)
	addWidget('test_drawn', load)
	expect(isWidgetRegistered('test_drawn')).toBe(true)
	expect(load).not.toHaveBeenCalled()

	const [one, other] = [element(), element()]
	renderWidget(one, reference('test_drawn'))
	renderWidget(other, reference('test_drawn'))
	await vi.waitFor(() => expect(card.mount).toHaveBeenCalledTimes(2))
	expect(load).toHaveBeenCalledTimes(1)
	expect(card.mount).toHaveBeenCalledWith(one, thing)

	destroyWidget('test_drawn', one)
	await vi.waitFor(() => expect(card.unmount).toHaveBeenCalledWith(one))
})

it('a text that has changed meanwhile gets no widget', async () => {
	const card = { mount: vi.fn(), unmount: vi.fn() }
	addWidget('test_gone', async () => card)
	const gone = element()
	renderWidget(gone, reference('test_gone'))
	gone.remove()
	await new Promise((resolve) => setTimeout(resolve))
	expect(card.mount).not.toHaveBeenCalled()
})

it('if loading fails the title stays a link, and the next one retries', async () => {
	const card = { mount: vi.fn(), unmount: vi.fn() }
	const load = vi.fn<() => Promise<typeof card>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(card)
	addWidget('test_failed', load)
	const first = element()
	renderWidget(first, reference('test_failed'))
	await vi.waitFor(() => expect(first.querySelector('a')?.href).toBe(thing.url))
	expect(first.textContent).toBe('Odile')

	renderWidget(element(), reference('test_failed'))
	await vi.waitFor(() => expect(card.mount).toHaveBeenCalledTimes(1))
})
