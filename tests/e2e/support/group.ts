/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { expect } from '@playwright/test'
import { api } from './api.ts'
import { fr } from './french.ts'

/** What the button says where the charter has to be accepted. */
const WITH_CHARTER = {
	'Ask to join': 'I accept the charter and ask to join',
	Join: 'I accept the charter and join',
	'I accept the invitation': 'I accept the charter and the invitation',
} as const

/** A new group that an account facilitates, active, without team, board or folder; answers its number. */
export async function makeGroup(uid: string, group: Record<string, unknown>): Promise<number> {
	const own = await api(uid)
	const { status, data } = await own.post('/groups', group)
	if (status !== 201) {
		throw new Error(`No group was made: ${JSON.stringify(data)}`)
	}
	await own.post(`/groups/${data.id}/making/lease`, { runner: 'e2e' })
	await own.put(`/groups/${data.id}/making`, { runner: 'e2e', step: 'done' })
	await own.dispose()
	return data.id
}

/** Deletes a group, in any state a test left it in, as the first of these accounts that may: a facilitator of the network or the group. */
export async function removeGroup(id: number, ...uids: string[]): Promise<void> {
	const answers: number[] = []
	for (const uid of uids) {
		const own = await api(uid)
		const { data } = await own.get(`/groups/${id}`)
		if (data?.can?.close) {
			await own.put(`/groups/${id}/status`, { status: 'closed', version: data.version })
		}
		const { status } = await own.delete(`/groups/${id}`)
		await own.dispose()
		if (status === 200) {
			return
		}
		answers.push(status)
	}
	throw new Error(`The group ${id} stays: ${answers.join(', ')}`)
}

/** Number of a group of the demo network. */
export async function groupId(title: string): Promise<number> {
	const reader = await api('maelle-roumegous')
	const { data } = await reader.get('/groups')
	await reader.dispose()
	const group = data.find((one: { title: string }) => one.title === title)
	if (!group) {
		throw new Error(`There is no group ${title}`)
	}
	return group.id
}

/** Opens the place of facilitators on the page of a group, unless it was left open in this browser. */
export async function openFacilitation(page: Page): Promise<void> {
	const place = page.getByRole('main').locator('details', { has: page.getByRole('heading', { level: 2, name: fr('Facilitate this group'), exact: true }) })
	await place.waitFor()
	if (!await place.evaluate((details: HTMLDetailsElement) => details.open)) {
		await place.locator('summary').click()
	}
	await expect(place.getByRole('link', { name: fr('Edit'), exact: true })).toBeVisible()
}

/** The button of the form that leads into a group, with these words where the charter was accepted before. */
export function joinButton(page: Page, text: keyof typeof WITH_CHARTER): Locator {
	const button = (name: string) => page.getByRole('main').getByRole('button', { name: fr(name), exact: true })
	return button(text).or(button(WITH_CHARTER[text]))
}

/** The network has a charter; which one stays open, for other tests write it too. */
export async function ensureCharter(): Promise<void> {
	const admin = await api('admin')
	const { data } = await admin.get('/network')
	if (!data.charter?.text) {
		await admin.put('/network/charter', { version: data.charter?.version ?? 0, text: 'Tenir parole.\n\nDire ses limites.' })
	}
	await admin.dispose()
}

/** The end of a making: all of it, or, on a Nextcloud whose library this account may not share, all but that. */
export async function expectMade(page: Page): Promise<void> {
	const all = page.getByRole('main').getByText(fr('Everything was created: the group is ready.'))
	const folder = fr('{thing} ({why})', { thing: fr('Folder'), why: fr('created, but you are not allowed to share it with the team') })
	const allBut = page.getByRole('main').getByText(fr('Everything was created, except: {what}. The group is ready, and what was created is kept. Fix the problem, then resume to create the rest.', { what: folder }))
	await expect(process.env.RESEAU_REAL ? all.or(allBut) : all).toBeVisible()
}
