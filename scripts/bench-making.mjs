/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run bench:making [-- --runs N]: how long it takes to make ten groups, as a multiple of the bare requests, on a sandbox of its own.
// npm run bench:making -- --nextcloud URL --occ "COMMAND": the same on a Nextcloud with Teams and Deck; the demo network is loaded first.
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { nextcloudHost, sandboxHost } from './bench/hosts.mjs'
import { median, percentile, Report } from './bench/report.mjs'
import { root } from './lib/project.mjs'

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '5' }, nextcloud: { type: 'string' }, occ: { type: 'string' } } })
if (Boolean(options.nextcloud) !== Boolean(options.occ)) {
	console.error('--nextcloud and --occ belong together')
	process.exit(2)
}
const password = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'
const host = options.nextcloud ? await nextcloudHost(options.nextcloud, options.occ, password) : await sandboxHost()
process.env.RESEAU_URL = host.url
const server = await createServer({ root, configFile: false, logLevel: 'silent', appType: 'custom', server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true, include: [] } })
try {
	const { measure } = await server.ssrLoadModule('/scripts/lib/making.ts')
	const pairs = []
	for (let run = 0; run < Number(options.runs); run++) {
		pairs.push(await measure(run))
		console.error(`… ${run + 1}: ${JSON.stringify(pairs.at(-1), (_, value) => typeof value === 'number' ? Math.round(value) : value)}`)
	}
	const report = new Report()
	const { sent, needed } = pairs[0]
	const seconds = (of) => `${(median(pairs.map(of)) / 1000).toFixed(2)} s`
	report.part('ten groups from minutes')
	report.row('requests ÷ those needed', sent / needed, `${sent} of ${needed}, ${(sent / 10).toFixed(1)} a group`, { most: 1.3 })
	for (const [what, of] of [['its own waiting for answers', 'waited'], ['the same requests alone', 'replayed'], ['the needed requests alone', 'bare']]) {
		const ratios = pairs.map((pair) => pair.journal / pair[of])
		report.row(`journal ÷ ${what}, p50`, median(ratios), `${seconds(({ journal }) => journal)} of ${seconds((pair) => pair[of])}; worst ${percentile(ratios, 1).toFixed(2)}`, { most: 1.3 })
	}
	console.log(`\n${options.nextcloud ? 'Nextcloud' : 'The sandbox'}, ${pairs.length} runs\n\n${report}`)
} finally {
	await server.close()
	await host.stop()
}
