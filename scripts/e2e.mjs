/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run e2e: the Playwright suite on a sandbox of its own.
// npm run e2e -- --nextcloud URL --occ "COMMAND": the same on a real Nextcloud that has the app; the demo network is loaded first. The
// command must hand on OC_PASS and reach the folder of temporary files: tests make accounts and load cards by it. Those of tests/e2e/surfaces
// run there only: they are on pages of other apps, which the sandbox has not.
// --mail PORT: the suite is the mail server of that Nextcloud, at this port of 127.0.0.1 (mail_smtpmode smtp, mail_smtphost 127.0.0.1,
// mail_smtpport PORT), so that its tests open the links of mails, as on the sandbox; without it they end where a mail would be read.
// --accounts odd: the accounts of the demo network have names that are hard on addresses (tests/fixtures/accounts.json); so they have on the
// sandbox. --accounts plain: they are called like their members; so they are on a Nextcloud. One network has the one or the other.
// Other arguments are passed to Playwright, such as a file or --headed.
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startMailServer } from './lib/mailServer.mjs'
import { at, run } from './lib/project.mjs'
import { startSandbox } from './lib/sandbox.mjs'
import { ensureChromium } from './lib/setup.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

const { values, tokens } = parseArgs({
	options: { nextcloud: { type: 'string' }, occ: { type: 'string' }, mail: { type: 'string' }, accounts: { type: 'string' } },
	strict: false,
	tokens: true,
})
const ours = tokens.filter(({ kind, name }) => kind === 'option' && ['nextcloud', 'occ', 'mail', 'accounts'].includes(name))
	.flatMap(({ index, inlineValue }) => inlineValue ? [index] : [index, index + 1])
const rest = process.argv.slice(2).filter((_, index) => !ours.includes(index))
const accounts = (values.accounts ?? (values.nextcloud ? 'plain' : 'odd')) === 'odd' ? at('tests/fixtures/accounts.json') : ''
const password = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'

try {
	ensureChromium()
	// Also on a Nextcloud: some tests start a sandbox of their own, to take Deck away or to have an untouched demonstration.
	ensurePhp(FOR_SANDBOX)
} catch (error) {
	console.error(error.message)
	process.exit(1)
}

if (values.nextcloud && values.occ) {
	// Through a shell, because the command may carry words of its own: docker exec -u www-data cloud php occ.
	const loaded = await loadDemo(values.occ)
	if (loaded !== 0) {
		process.exit(loaded)
	}
} else if (values.nextcloud || values.occ) {
	console.error('--nextcloud and --occ belong together')
	process.exit(2)
}

rmSync(at('build/sessions'), { recursive: true, force: true })
const sandbox = values.nextcloud ? null : await startSandbox({ accounts })
const mails = sandbox?.mails ?? (values.mail ? at('build/mails') : '')
const stopMailServer = values.nextcloud && values.mail ? await startMailServer(Number(values.mail), mails) : null
try {
	process.exitCode = await run(process.execPath, [at('node_modules/@playwright/test/cli.js'), 'test', ...rest], {
		env: { ...process.env, RESEAU_URL: values.nextcloud ?? sandbox.url, RESEAU_OCC: values.occ ?? sandbox.occ, RESEAU_REAL: values.nextcloud ? '1' : '', RESEAU_MAILS: mails, RESEAU_ACCOUNTS: accounts },
	})
} finally {
	await stopMailServer?.()
	await sandbox?.stop()
}

/** Loads the demo network into a Nextcloud; answers the command's status. */
async function loadDemo(occ) {
	const folder = mkdtempSync(join(tmpdir(), 'reseau-e2e-'))
	const file = join(folder, 'accounts.json')
	try {
		// Nextcloud's commands run as another user, who may not read this project.
		chmodSync(folder, 0o755)
		if (accounts) {
			copyFileSync(accounts, file)
			chmodSync(file, 0o644)
		}
		return await run('sh', ['-c', `${occ} reseau:demo --create-accounts --password-from-env${accounts ? ` --accounts='${file}'` : ''}`], { env: { ...process.env, OC_PASS: password } })
	} finally {
		rmSync(folder, { recursive: true })
	}
}
