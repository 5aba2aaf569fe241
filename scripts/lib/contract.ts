/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GenericSchema } from 'valibot'
import type { Endpoint } from '../../src/api/endpoint.ts'

export { openData } from '../../src/showcase/openData.ts'

export interface NamedEndpoint extends Endpoint {
	/** Folder that lists it, of src/ or of a domain. */
	domain: string
	/** Its key in the list. */
	name: string
}

const lists = import.meta.glob<Record<string, Record<string, Endpoint>>>(['/src/*/api.ts', '/src/*/*/api.ts'], { eager: true })
const models = import.meta.glob<Record<string, unknown>>(['/src/*/model.ts', '/src/*/*/model.ts'], { eager: true })

/** Every endpoint that an api.ts lists: of a domain, or of a use case that has a folder of its own in one. */
export const endpoints: NamedEndpoint[] = Object.entries(lists).flatMap(([file, exported]) => {
	const domain = file.split('/').at(-2)!
	return Object.entries(exported[`${domain}Api`]!).map(([name, endpoint]) => ({ ...endpoint, domain, name }))
})

/** Every schema of a domain with endpoints, by its name without the ending `Schema`. */
export const schemas: Record<string, GenericSchema> = Object.fromEntries(Object.entries(models)
	.filter(([file]) => file.replace('model.ts', 'api.ts') in lists || file.replace(/[^/]+\/model\.ts$/, 'api.ts') in lists)
	.flatMap(([, exported]) => Object.entries(exported))
	.filter(([name]) => name.endsWith('Schema'))
	.map(([name, schema]) => [name.slice(0, -'Schema'.length), schema as GenericSchema]))
