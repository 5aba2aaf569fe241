/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { endpoints, openData, schemas } from '../../scripts/lib/contract.ts'
import { openapi } from '../../scripts/lib/openapi.mjs'
import { projectFiles, read } from './support/files.ts'
import { phpFacts } from './support/php.ts'

it('PHP has exactly the endpoints that TypeScript lists', () => {
	const controllers = Object.values(phpFacts(projectFiles('lib/Controller/')))
	const routes = controllers.flatMap((facts) => facts.routes)
		.filter(({ kind }) => kind === 'ApiRoute')
		.map(({ verb, url }) => `${verb} ${url}`)
	expect(routes.sort()).toEqual(endpoints.map(({ method, path }) => `${method} /api/v1${path}`).sort())
})

it('PHP has exactly the open data that TypeScript lists', () => {
	const routes = Object.values(phpFacts(['lib/Controller/PublicDataController.php'])).flatMap((facts) => facts.routes)
	expect(routes.map(({ verb, url }) => `${verb} ${url}`).sort()).toEqual(openData.map(({ path }) => `GET ${path}`).sort())
})

it('openapi.json is up to date', () => {
	const version = read('appinfo/info.xml').match(/<version>([^<]+)</)?.[1]
	expect(read('openapi.json'), 'node scripts/openapi.mjs writes it').toBe(JSON.stringify(openapi(endpoints, schemas, version, openData), null, '\t') + '\n')
})

it('each list is checked against real answers in tests/contract', () => {
	const domains = new Set(endpoints.map(({ domain }) => domain))
	expect(projectFiles('tests/contract/')).toEqual(expect.arrayContaining([...domains].map((domain) => `tests/contract/${domain}.spec.ts`)))
})
