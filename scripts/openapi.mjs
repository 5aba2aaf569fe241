/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Writes openapi.json from the endpoint lists of src/*/api.ts, and from src/showcase/openData.ts.
import { writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { openapi } from './lib/openapi.mjs'
import { appVersion, at, root } from './lib/project.mjs'

// Node 20 does not import TypeScript by itself.
const { module: { endpoints, openData, schemas } } = await runnerImport(at('scripts/lib/contract.ts'), { root, configFile: false })
writeFileSync(at('openapi.json'), JSON.stringify(openapi(endpoints, schemas, appVersion(), openData), null, '\t') + '\n')
console.log(`openapi.json: ${endpoints.length} endpoints`)
