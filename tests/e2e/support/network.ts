/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { api } from './api.ts'

/** A person of the demo network, as in its file. */
interface Person {
	id: string
	name: string
	account: boolean
	steward?: string
	audience: Record<string, string>
	contact: Record<string, string | null>
	[part: string]: unknown
}

interface Group {
	title: string
	memberships: { member: string, left?: string }[]
}

const read = (file: string) => JSON.parse(readFileSync(`tests/fixtures/network/${file}`, 'utf8'))

export const people: Person[] = read('members.json')
const groups: Group[] = read('groups.json')

const rows: Record<string, { kind: string, audience: string }> = JSON.parse(readFileSync('tests/fixtures/rules/card-parts.json', 'utf8')).parts
const parts = Object.entries(rows)
/** The parts of a card, empty. */
const EMPTY = Object.fromEntries(parts.filter(([, { kind }]) => kind !== 'contact').map(([part, { kind }]) => [part, ['line', 'text'].includes(kind) ? '' : []]))
const defaults = Object.fromEntries(parts.map(([part, { audience }]) => [part, audience]))

export function person(id: string): Person {
	const found = people.find((one) => one.id === id)
	if (!found) {
		throw new Error(`Nobody in the demo network is called ${id}`)
	}
	return found
}

/** Titles of the groups two people are both in now. */
export function together(one: string, other: string): string[] {
	const isIn = ({ memberships }: Group, id: string) => memberships.some(({ member, left }) => member === id && !left)
	return groups.filter((group) => isIn(group, one) && isIn(group, other)).map(({ title }) => title)
}

/** Restores the card of an account to that of the demo network; returns its id. */
export async function restoreCard(uid: string): Promise<number> {
	const { name, audience, contact, ...rest } = person(uid)
	const parts = Object.fromEntries(Object.entries(EMPTY).map(([part, empty]) => [part, rest[part] ?? empty]))
	const card = { name, ...parts, contact: { email: null, phone: null, website: null, ...contact }, audience: { ...defaults, ...audience } }
	const own = await api(uid)
	const { status, data } = await own.get('/members/me')
	let { data: stored } = await own.put('/members/me', { ...card, version: status === 200 ? data.version : 0 })
	if (stored.status !== 'published') {
		stored = (await own.put(`/members/${stored.id}/status`, { status: 'published', version: stored.version })).data
	}
	await own.dispose()
	if (stored.status !== 'published') {
		throw new Error(`The card of ${uid} could not be put back: ${JSON.stringify(stored)}`)
	}
	return stored.id
}

/** Leaves an account without a card. */
export async function removeCard(uid: string): Promise<void> {
	const own = await api(uid)
	await own.delete('/members/me')
	await own.dispose()
}

/** Deletes the cards an account keeps for others. Only for accounts that keep none in the demo network. */
export async function removeKept(uid: string): Promise<void> {
	const own = await api(uid)
	const { data } = await own.get('/members/kept?limit=100')
	for (const { id } of data.members) {
		await own.delete(`/members/${id}`)
	}
	await own.dispose()
}

/** Number of a card of the demo network that is shown to everybody with an account. */
export async function cardId(id: string): Promise<number> {
	const reader = await api('maelle-roumegous')
	const { data } = await reader.get('/members?limit=100')
	await reader.dispose()
	const { name } = person(id)
	const card = data.members.find((member: { name: string }) => member.name === name)
	if (!card) {
		throw new Error(`No card of ${id} is shown`)
	}
	return card.id
}
