/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry, Ownership } from './model.ts'

import { ApiError } from '../../api/apiError.ts'
import { pathFromHref } from '../../shared/lib/davPath.ts'
import { rightsOf } from './model.ts'
import { nameOf } from './names.ts'

/** One response of a multistatus answer. */
export interface DavResponse {
	/** Below the requested base, begins with a slash. */
	path: string
	/** The text of a property, empty without it. */
	property: (name: string) => string
	/** The child elements of a property. */
	children: (name: string) => Element[]
}

/** Share type of an account. */
const ACCOUNT = 0

/** The error for an answer that cannot be parsed. */
export function unreadable(why: string): ApiError {
	return new ApiError(200, 'server', { cause: new Error(why) })
}

/**
 * The responses of a multistatus answer, regardless of its namespace prefixes. All folders of a library come in one answer, so it is parsed in
 * one pass.
 *
 * @param answer XML
 * @param base the part of the request, such as `['files', 'ann@example.org']`
 * @throws {ApiError} server, if it is not a multistatus or is not about `base`
 */
export function parseMultistatus(answer: string, base: readonly string[]): DavResponse[] {
	const found: DavResponse[] = []
	const root = new DOMParser().parseFromString(answer, 'application/xml').documentElement
	if (root?.localName !== 'multistatus') {
		throw unreadable('The answer is not a multistatus')
	}
	for (let response = root.firstElementChild; response; response = response.nextElementSibling) {
		if (response.localName === 'response') {
			found.push(responseOf(response, base))
		}
	}
	return found
}

function responseOf(response: Element, base: readonly string[]): DavResponse {
	const properties = new Map<string, Element>()
	let href = ''
	for (let part = response.firstElementChild; part; part = part.nextElementSibling) {
		if (part.localName === 'href') {
			href = part.textContent
		} else if (part.localName === 'propstat' && isFound(part)) {
			for (let property = childOf(part, 'prop')?.firstElementChild ?? null; property; property = property.nextElementSibling) {
				properties.set(property.localName, property)
			}
		}
	}
	const path = pathFromHref(href, base)
	if (path === null) {
		throw unreadable(`${href} is not below ${base.join('/')}`)
	}
	return {
		path,
		property: (name) => properties.get(name)?.textContent ?? '',
		children: (name) => [...properties.get(name)?.children ?? []],
	}
}

/** Missing properties are in a propstat with status 404. */
function isFound(part: Element): boolean {
	return childOf(part, 'status')?.textContent.includes(' 200 ') ?? false
}

function childOf(around: Element, name: string): Element | null {
	let child = around.firstElementChild
	while (child && child.localName !== name) {
		child = child.nextElementSibling
	}
	return child
}

/** A file or folder as the account sees it. */
export function entryOf(response: DavResponse, uid: string): Entry {
	const { path, property, children } = response
	const folder = children('resourcetype').length > 0
	return {
		id: property('fileid'),
		path,
		name: nameOf(path),
		folder,
		mime: folder ? '' : property('getcontenttype'),
		size: Number(property('size')),
		mtime: Math.round(Date.parse(property('getlastmodified')) / 1000) || 0,
		etag: property('getetag'),
		preview: property('has-preview') === 'true',
		rights: rightsOf(property('permissions'), property('is-mount-root') === 'true'),
		ownership: ownershipOf(response, uid),
	}
}

/** The owner and sharees, without the account itself. */
function ownershipOf({ property, children }: DavResponse, uid: string): Ownership {
	const type = property('mount-type')
	const where = type === '' ? 'own' : type === 'group' ? 'team' : type === 'shared' ? 'shared' : 'elsewhere'
	const text = (sharee: Element, name: string) => childOf(sharee, name)?.textContent.trim() ?? ''
	return {
		where,
		owner: where === 'shared' ? property('owner-display-name') : '',
		root: property('is-mount-root') === 'true',
		with: children('sharees')
			.filter((sharee) => Number(text(sharee, 'type')) !== ACCOUNT || text(sharee, 'id') !== uid)
			.map((sharee) => ({ type: Number(text(sharee, 'type')), name: text(sharee, 'display-name') })),
	}
}
