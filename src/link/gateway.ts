/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Centre, Link, Neighbourhood, NeighbourKind, NewLink, Relation, Thing } from './model.ts'

import { call } from '../api/client.ts'
import { linkApi } from './api.ts'
import { LATE_KIND, LINK_LIMITS } from './model.ts'

/** Leaves out what the page next to it shows. */
const BESIDE = { beside: 'page' } as const

/** The neighbourhood of a thing: the first things of each kind except files, or all of one kind. */
export function getNeighbourhood({ type, id, own }: Centre, kind: NeighbourKind | null, signal?: AbortSignal): Promise<Neighbourhood> {
	return call(linkApi.neighbourhood, { path: { type, id }, query: { ...kind !== null && { kind }, ...own && BESIDE }, signal })
}

/** The first files in the neighbourhood of a thing. */
export function getFilesAround({ type, id, own }: Centre, signal?: AbortSignal): Promise<Neighbourhood> {
	return call(linkApi.neighbourhood, { path: { type, id }, query: { kind: LATE_KIND, limit: LINK_LIMITS.first, ...own && BESIDE }, signal })
}

/** Things to link that match some words or an address. */
export function findThings(q: string, signal?: AbortSignal): Promise<Thing[]> {
	return call(linkApi.things, { query: { q }, signal })
}

/** The relations of the network. */
export function listRelations(signal?: AbortSignal): Promise<Relation[]> {
	return call(linkApi.relations, { signal })
}

/** Links two things; if the link exists already, it is returned. */
export function createLink(body: NewLink): Promise<Link> {
	return call(linkApi.create, { body })
}

/** Deletes a link. */
export function removeLink(link: number): Promise<null> {
	return call(linkApi.remove, { path: { link } })
}
