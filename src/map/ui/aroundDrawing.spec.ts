/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Branch } from '../surroundings.ts'

import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import AroundDrawing from './AroundDrawing.vue'
import { mountPage } from '../../shared/testing/mountPage.ts'

vi.mock('./useDrawn.ts', () => ({ useDrawn: () => ({ width: ref(900), measure: (text: string, size: number) => text.length * size / 2 }) }))

const person: Branch = { key: 'm7', kind: 'member', label: 'Linh', words: 'parle pour', people: [] }
const organisation: Branch = { ...person, key: 'm8', label: 'Le Fournil', organisation: true }

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/map', name: 'map', component: { render: () => null } }] })
const draw = (branches: Branch[]) => mountPage(AroundDrawing, { props: { title: 'Around Eau', name: 'Eau', branches }, router }).page

it('draws organisations as triangles, names them so and explains it', () => {
	const page = draw([person, organisation])
	const nodes = page.findAll('a.around-drawing__node')
	expect(nodes.map((node) => [node.attributes('aria-label'), node.find('circle').exists(), node.find('path').exists()])).toEqual([
		['Linh: parle pour', true, false],
		['Le Fournil (organisation): parle pour', false, true],
	])
	expect(page.get('p').text()).toContain('Triangles are organisations.')
})

it('explains no triangles where there are none', () => {
	expect(draw([person]).get('p').text()).not.toContain('Triangles')
})
