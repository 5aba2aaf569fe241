/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Belonging, Entry } from './model.ts'

import { ApiError } from '../../api/apiError.ts'
import { pathBelow } from '../../shared/lib/davAddress.ts'
import { rightsOf } from './model.ts'
import { nameOf } from './names.ts'

/** What WebDAV answers of one file. */
export interface Response {
	/** Below the part of WebDAV that was asked, begins with a slash. */
	path: string
	/** The text of a property, empty if there is none. */
	told: (name: string) => string
	/** What a property is made of. */
	inside: (name: string) => Element[]
}

/** Shared with an account, of all kinds of sharing. */
const ACCOUNT = 0

/** What a server failed with that answered something nobody can read. */
export function unreadable(why: string): ApiError {
	return new ApiError(200, 'server', { cause: new Error(why) })
}

/**
 * The properties of each file in an answer, whatever prefixes the server uses. All folders of a library come in one answer: it is read in
 * one pass, without a list for each step.
 *
 * @param answer XML
 * @param base the part of the request, such as `['files', 'ann@example.org']`
 * @throws {ApiError} server, if it is not such an answer, or is about another place
 */
export function responses(answer: string, base: readonly string[]): Response[] {
	const found: Response[] = []
	const root = new DOMParser().parseFromString(answer, 'application/xml').documentElement
	if (root?.localName !== 'multistatus') {
		throw unreadable('The answer is no multistatus')
	}
	for (let response = root.firstElementChild; response; response = response.nextElementSibling) {
		if (response.localName === 'response') {
			found.push(responseOf(response, base))
		}
	}
	return found
}

function responseOf(response: Element, base: readonly string[]): Response {
	const properties = new Map<string, Element>()
	let href = ''
	for (let part = response.firstElementChild; part; part = part.nextElementSibling) {
		if (part.localName === 'href') {
			href = part.textContent
		} else if (part.localName === 'propstat' && isThere(part)) {
			for (let property = childOf(part, 'prop')?.firstElementChild ?? null; property; property = property.nextElementSibling) {
				properties.set(property.localName, property)
			}
		}
	}
	const path = pathBelow(href, base)
	if (path === null) {
		throw unreadable(`${href} is not below ${base.join('/')}`)
	}
	return {
		path,
		told: (name) => properties.get(name)?.textContent ?? '',
		inside: (name) => [...properties.get(name)?.children ?? []],
	}
}

/** Missing properties are in a propstat of their own, with its status. */
function isThere(part: Element): boolean {
	return childOf(part, 'status')?.textContent.includes(' 200 ') ?? false
}

function childOf(around: Element, name: string): Element | null {
	let child = around.firstElementChild
	while (child && child.localName !== name) {
		child = child.nextElementSibling
	}
	return child
}

/** A file or folder as an account sees it. */
export function entryOf(response: Response, uid: string): Entry {
	const { path, told, inside } = response
	const folder = inside('resourcetype').length > 0
	return {
		id: told('fileid'),
		path,
		name: nameOf(path),
		folder,
		mime: folder ? '' : told('getcontenttype'),
		size: Number(told('size')),
		changed: Math.round(Date.parse(told('getlastmodified')) / 1000) || 0,
		etag: told('getetag'),
		preview: told('has-preview') === 'true',
		rights: rightsOf(told('permissions'), told('is-mount-root') === 'true'),
		belongs: belongingOf(response, uid),
	}
}

/** Whose it is; the account itself is left out of those it is shared with. */
function belongingOf({ told, inside }: Response, uid: string): Belonging {
	const type = told('mount-type')
	const where = type === '' ? 'own' : type === 'group' ? 'team' : type === 'shared' ? 'shared' : 'elsewhere'
	const text = (sharee: Element, name: string) => childOf(sharee, name)?.textContent.trim() ?? ''
	return {
		where,
		owner: where === 'shared' ? told('owner-display-name') : '',
		root: told('is-mount-root') === 'true',
		with: inside('sharees')
			.filter((sharee) => Number(text(sharee, 'type')) !== ACCOUNT || text(sharee, 'id') !== uid)
			.map((sharee) => ({ type: Number(text(sharee, 'type')), name: text(sharee, 'display-name') })),
	}
}
