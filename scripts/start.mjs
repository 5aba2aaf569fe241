/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm start [-- --port N --fresh --bare --accounts FILE]: everything that is needed, then the app with the demo network in the sandbox, its
// groups with teams, boards and folders unless --bare. The file says what accounts are called that are not called like their member, such as
// tests/fixtures/accounts.json; it counts with a fresh state.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { at, root, run } from './lib/project.mjs'
import { ensureBuilt, ensureNode, ensurePackages } from './lib/ready.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

const PASSWORD = 'Cordee-2026-oc'

/** This port, or the next one nobody listens on. */
async function freePort(port) {
	const free = await new Promise((resolve) => {
		const server = createServer().on('error', () => resolve(false))
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
	})
	return free ? port : freePort(port + 1)
}

/**
 * Makes the database, the administrator and the demo network; a state folder where this did not finish starts over. One that is there already
 * gets the tables of today's code.
 */
async function load(state, env, { fresh, accounts, bare }) {
	const done = `${state}/loaded`
	const occ = async (...args) => {
		const code = await run('php', [at('tests/sandbox/console.php'), ...args], { env: { ...env, OC_PASS: PASSWORD } })
		if (code !== 0) {
			throw new Error(`occ ${args[0]} failed`)
		}
	}
	if (existsSync(done) && !fresh) {
		return occ('upgrade')
	}
	rmSync(state, { recursive: true, force: true })
	mkdirSync(state, { recursive: true })
	await occ('sandbox:empty')
	await occ('user:add', 'admin', '--display-name=Admin', '--language=fr', '--group=admin')
	await occ('reseau:demo', '--create-accounts', '--password-from-env', ...accounts ? [`--accounts=${accounts}`] : [], ...bare ? [] : ['--organisations'])
	writeFileSync(done, '')
}

/** Gives the groups of the demo network a team, a board and a folder, once. */
async function enliven(state, url, accounts) {
	const done = `${state}/live`
	if (!existsSync(done)) {
		// Not at the top: it imports a package, which ensurePackages() may have just installed.
		const { makeLive } = await import('./lib/live.mjs')
		await makeLive(url, { accounts })
		writeFileSync(done, '')
	}
}

/** Starts PHP's server, which goes when this program goes, and answers when it listens. */
async function serve(port, url, state, env) {
	const settings = ['opcache.enable_cli=1', 'opcache.revalidate_freq=0', 'apc.enable_cli=1', 'display_errors=0', 'log_errors=1', `error_log=${state}/php.log`]
	const php = spawn('php', [...settings.flatMap((setting) => ['-d', setting]), '-S', `127.0.0.1:${port}`, '-t', at('tests/sandbox/public'), at('tests/sandbox/serve.php')], {
		cwd: root,
		stdio: 'ignore',
		env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
	})
	php.on('exit', () => process.exit(1))
	process.on('exit', () => php.kill('SIGTERM'))
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => process.exit(0))
	}
	while (!await fetch(`${url}/csrftoken`).then(({ ok }) => ok, () => false)) {
		await new Promise((resolve) => {
			setTimeout(resolve, 50)
		})
	}
}

try {
	const { values } = parseArgs({ options: { port: { type: 'string', default: '8090' }, fresh: { type: 'boolean', default: false }, built: { type: 'boolean', default: false }, bare: { type: 'boolean', default: false }, accounts: { type: 'string' } } })
	if (!/^\d+$/.test(values.port) || Number(values.port) > 65535) {
		throw new Error('--port is a number up to 65535')
	}
	ensureNode()
	ensurePhp(FOR_SANDBOX)
	// A script that starts many has done this once.
	if (!values.built) {
		await ensurePackages()
		await ensureBuilt()
	}

	const port = await freePort(Number(values.port))
	const url = `http://127.0.0.1:${port}`
	const state = at('tests/sandbox/.state', String(port))
	const env = { ...process.env, RESEAU_STATE: state, RESEAU_URL: url }
	await load(state, env, values)
	await serve(port, url, state, env)
	if (!values.bare) {
		await enliven(state, url, values.accounts)
	}
	console.log(`
Réseau with its demo network: ${url}

  Log in as one of its members, such as maelle-roumegous, as romain-vielfaure who facilitates
  the network, or as admin. The password of all is ${PASSWORD}
  Mails it would send: ${url}/sandbox/mail

  It stops with Ctrl+C and keeps its state; npm start -- --fresh starts from scratch.
`)
} catch (error) {
	console.error(error.message)
	// PHP stops with it.
	process.exit(1)
}
