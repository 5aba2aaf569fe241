/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { toJsonSchema } from '@valibot/to-json-schema'

/** Where Nextcloud answers for the app. */
export const base = '/ocs/v2.php/apps/reseau/api/v1'

/** Where its pages are. */
const pages = '/index.php/apps/reseau'

/** Path parameters that are not a word. */
const pathTypes = { id: { type: 'integer' }, entry: { type: 'integer' }, version: { type: 'integer' }, group: { type: 'integer' }, member: { type: 'integer' }, notice: { type: 'integer' } }

const component = (name) => ({ $ref: `#/components/schemas/${name}` })

/** What surrounds every answer. */
const meta = {
	type: 'object',
	properties: {
		status: { type: 'string' },
		statuscode: { type: 'integer' },
		message: { type: ['string', 'null'] },
	},
	required: ['status', 'statuscode'],
}

/** The body of every refusal, of any status. */
const failure = {
	type: 'object',
	properties: {
		error: { type: 'string', description: 'The reason, as a fixed word' },
		field: { type: 'string', description: 'Field of the body, such as seeks.0.text' },
		max: { type: 'integer' },
		mine: { type: 'boolean', description: 'With being_made: no other account has the lease' },
		current: component('Member'),
	},
	required: ['error'],
}

/** The OpenAPI description of the endpoints and of what anyone may read; a schema that a model names is written once and referred to. */
export function openapi(endpoints, schemas, version, openData) {
	const names = new Map(Object.entries(schemas).map(([name, schema]) => [schema, name]))
	const refer = (schema) => names.has(schema) ? component(names.get(schema)) : convert(schema, schemas)

	const paths = {}
	for (const endpoint of endpoints) {
		const path = paths[base + endpoint.path] ??= {}
		path[endpoint.method.toLowerCase()] = operation(endpoint, refer)
	}
	for (const document of openData) {
		paths[pages + document.path] = { get: reading(document) }
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Réseau',
			version,
			description: 'Every request needs the header `OCS-APIRequest: true`; ask for JSON with `Accept: application/json`.',
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
		},
		security: [{ basic: [] }],
		paths,
		components: {
			securitySchemes: { basic: { type: 'http', scheme: 'basic' } },
			responses: { Refused: { description: 'The request was refused', ...json(ocs(component('Failure'))) } },
			schemas: { ...describe(schemas), Meta: meta, Failure: failure },
		},
	}
}

/** The named schemas; each refers to the others it holds. */
function describe(schemas) {
	return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => {
		const others = Object.fromEntries(Object.entries(schemas).filter(([other]) => other !== name))
		return [name, convert(schema, others)]
	}))
}

/** A valibot schema as JSON schema, without what belongs to a whole document. */
function convert(schema, definitions) {
	const converted = toJsonSchema(schema, {
		target: 'draft-2020-12',
		definitions,
		overrideRef: ({ referenceId }) => component(referenceId).$ref,
	})
	delete converted.$schema
	delete converted.$defs
	return converted
}

/** One endpoint as an OpenAPI operation. */
function operation(endpoint, refer) {
	const parameters = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
		return { name, in: 'path', required: true, schema: pathTypes[name] ?? { type: 'string' } }
	})
	for (const [name, schema] of Object.entries(endpoint.query?.entries ?? {})) {
		parameters.push({ name, in: 'query', required: schema.type !== 'optional', schema: refer(schema) })
	}
	return {
		operationId: `${endpoint.domain}-${endpoint.name}`,
		summary: endpoint.summary,
		tags: [endpoint.domain],
		'x-who': endpoint.who,
		'x-reasons': endpoint.errors,
		...parameters.length > 0 && { parameters },
		...endpoint.body && { requestBody: { required: true, ...json(refer(endpoint.body)) } },
		responses: {
			[endpoint.status ?? 200]: { description: 'OK', ...json(ocs(refer(endpoint.answer))) },
			default: { $ref: '#/components/responses/Refused' },
		},
	}
}

/** A file of the public showcase as an OpenAPI operation: without login, and without the envelope. */
function reading({ name, path, summary, type, paged }) {
	const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => {
		return { name: parameter, in: 'path', required: true, schema: pathTypes[parameter] ?? { type: 'string' } }
	})
	return {
		operationId: `public-${name}`,
		summary,
		tags: ['public'],
		'x-who': 'anyone',
		security: [],
		...(paged || parameters.length > 0) && { parameters: [...parameters, ...paged ? [{ name: 'cursor', in: 'query', required: false, schema: { type: 'string' } }] : []] },
		responses: {
			200: { description: paged ? 'A page of results; the header Link has the address of the next one' : 'OK', headers: { ETag: { schema: { type: 'string' } } }, content: { [type]: {} } },
			304: { description: 'Not modified' },
			...paged && { 400: { description: 'Invalid cursor' } },
			404: { description: 'Not found' },
			429: { description: 'Too many requests; the header Retry-After has the number of seconds to wait' },
		},
	}
}

/** Content of the type every endpoint speaks. */
function json(schema) {
	return { content: { 'application/json': { schema } } }
}

/** An answer in the envelope of Nextcloud's OCS. */
function ocs(data) {
	return {
		type: 'object',
		properties: {
			ocs: { type: 'object', properties: { meta: component('Meta'), data }, required: ['meta', 'data'] },
		},
		required: ['ocs'],
	}
}
