/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileNode } from './registry.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineTab } from './element.ts'

const words = { action: 'Relier', loading: 'En route…', failed: 'N’a pas pu être chargé.', retry: 'Réessayer' }
const node = (id: string) => ({ id }) as unknown as FileNode

let number = 0
let tag = ''
beforeEach(() => {
	tag = `reseau-tab-${++number}`
})
afterEach(() => document.body.replaceChildren())

/** Defines the panel: an element that keeps its properties. */
const panel = { define: vi.fn(async (name: string) => customElements.define(name, class extends HTMLElement {})) }

function show() {
	const element = document.createElement(tag) as HTMLElement & { node?: FileNode, active?: boolean }
	document.body.append(element)
	return element
}
const inner = (element: HTMLElement) => element.querySelector<HTMLElement & { node?: FileNode, active?: boolean }>(`${tag}-panel`)

it('shows a loading message immediately, and passes on the properties set by Files', async () => {
	let come!: () => void
	defineTab(tag, words, async () => {
		await new Promise<void>((resolve) => {
			come = resolve
		})
		return panel
	})
	const element = show()
	expect(element.querySelector('[role=status]')!.textContent).toBe('En route…')
	element.node = node('42')
	element.active = true
	come()
	await flushPromises()
	expect(element.querySelector('[role=status]')).toBeNull()
	expect([inner(element)!.node!.id, inner(element)!.active]).toEqual(['42', true])
	element.node = node('43')
	element.active = false
	expect([inner(element)!.node!.id, inner(element)!.active, element.node.id, element.active]).toEqual(['43', false, '43', false])
	// Files takes it out and puts it back.
	element.remove()
	document.body.append(element)
	expect(element.querySelectorAll(`${tag}-panel`)).toHaveLength(1)
})

it('shows an error if loading fails, and retries', async () => {
	const load = vi.fn<() => Promise<typeof panel>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(panel)
	defineTab(tag, words, load)
	const element = show()
	await flushPromises()
	expect(element.querySelector('[role=alert] p')!.textContent).toBe(words.failed)
	element.node = node('42')
	element.querySelector('button')!.click()
	expect(element.querySelector('[role=status]')).not.toBeNull()
	await flushPromises()
	expect(element.querySelector('[role=alert]')).toBeNull()
	expect(inner(element)!.node!.id).toBe('42')
	expect(load).toHaveBeenCalledTimes(2)
})

it('loads once for several files', async () => {
	const load = vi.fn(async () => panel)
	defineTab(tag, words, load)
	show()
	show()
	await flushPromises()
	expect(load).toHaveBeenCalledTimes(1)
	expect(document.querySelectorAll(`${tag}-panel`)).toHaveLength(2)
})

it('keeps properties set before it was defined', async () => {
	const element = show()
	element.node = node('42')
	defineTab(tag, words, async () => panel)
	customElements.upgrade(element)
	await flushPromises()
	expect(inner(element)?.node?.id).toBe('42')
})
