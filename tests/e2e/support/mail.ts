/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './test.ts'

export interface Mail {
	/** names by address */
	to: Record<string, string>
	subject: string
	plain: string
	html: string
}

/** Where the host of the tests leaves its mails; empty for a Nextcloud whose mails go elsewhere. */
const folder = process.env.RESEAU_MAILS

/** All mails to an address, the last one first; null where the tests cannot see them. */
export function mailsTo(address: string): Mail[] | null {
	return mails()?.filter(({ to }) => Object.keys(to).some((one) => one.toLowerCase() === address.toLowerCase())) ?? null
}

/** All mails, the last one first; null where the tests cannot see them. */
export function mails(): Mail[] | null {
	return folder
		? readdirSync(folder).filter((name) => name.endsWith('.json')).sort().reverse().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
		: null
}

/**
 * The link in the last mail to an address that has one, as a path; null where the tests cannot see mails.
 *
 * @param kind of the light page it leads to
 */
export async function linkTo(address: string, kind: 'consent' | 'ask' | 'reply' | 'notice' | 'passed' | 'subscribe' | 'leave' | 'own' | 'letter' | 'write'): Promise<string | null> {
	if (!folder) {
		return null
	}
	const link = () => mailsTo(address)!.map(({ plain }) => new RegExp(`http\\S+/${kind}(?:/\\d+)?/[\\w-]+`).exec(plain)?.[0]).find(Boolean)
	// Some mails are sent once the page has its answer.
	await expect.poll(link).toBeTruthy()
	return new URL(link()!).pathname
}
