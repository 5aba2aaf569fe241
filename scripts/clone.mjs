/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// node scripts/clone.mjs: runs the first command of the README in a copy of the project that has no packages, no build and no state, until a member
// sees the people of the network; then again, after an upgrade. Ends with the seconds each took.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectFiles } from './lib/files.mjs'
import { at, output } from './lib/project.mjs'
import { freePort } from './lib/sandbox.mjs'

/** In ms: what must be installed comes from a registry. */
const MOST = 900_000
/** Adds a table, as a later version does. */
const LATER = 'Version990000Date20991231000000'

const readme = readFileSync(at('README.md'), 'utf8')
const [, command] = readme.match(/^## Try it with one command\n+ {4}(.+)$/m)
const [, member] = readme.match(/Log in as `([\w-]+)` \(a member\)/)
const [, password] = readme.match(/the password of all is\s+`([^`]+)`/)

const clone = mkdtempSync(join(tmpdir(), 'clone-'))
const port = await freePort()
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
try {
	for (const path of projectFiles()) {
		mkdirSync(dirname(join(clone, path)), { recursive: true })
		cpSync(at(path), join(clone, path))
	}
	const first = await tryIt()
	// What is edited during a build is newer than what was built.
	if (!(statSync(join(clone, 'data/vocabulary.json')).mtimeMs < statSync(join(clone, 'build/manifest.json')).mtimeMs)) {
		throw new Error('The build is dated from its end: an edit during it is lost')
	}
	writeFileSync(join(clone, `lib/Migration/${LATER}.php`), migration())
	const again = await tryIt()
	const tables = output('php', ['-r', 'print implode(" ", (new PDO("sqlite:$argv[1]"))->query("SELECT name FROM sqlite_master")->fetchAll(PDO::FETCH_COLUMN));', join(clone, 'tests/sandbox/.state', String(port), 'sandbox.sqlite')])
	if (!tables.includes('reseau_later')) {
		throw new Error('The state of an earlier version did not get the tables of this one')
	}
	console.log(`“${command}” in a new clone: ${first} s, again after an upgrade: ${again} s`)
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
} finally {
	rmSync(clone, { recursive: true, force: true })
}

/** Runs the command until a member's directory has people, and stops it. Answers the seconds this took; throws with what was printed. */
async function tryIt() {
	const start = Date.now()
	const child = spawn('sh', ['-c', `exec ${command} -- --port ${port}`], { cwd: clone, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
	const stop = () => child.exitCode === null && process.kill(-child.pid, 'SIGTERM')
	process.once('exit', stop)
	const exited = new Promise((resolve) => {
		child.once('exit', resolve)
	})
	let printed = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => {
			printed += text
		})
	}
	try {
		while (!printed.includes(`http://127.0.0.1:${port}`)) {
			if (child.exitCode !== null || Date.now() - start > MOST) {
				throw new Error(`“${command}” does not run in a new clone:\n${printed.slice(-4000)}`)
			}
			await new Promise((resolve) => {
				setTimeout(resolve, 200)
			})
		}
		const answer = await fetch(`http://127.0.0.1:${port}/index.php/apps/reseau/members`, {
			headers: { Authorization: `Basic ${Buffer.from(`${member}:${password}`).toString('base64')}` },
		})
		const people = (await answer.text()).match(/class="member-tile\b/g)?.length ?? 0
		if (people === 0) {
			throw new Error(`The directory answers ${answer.status} without people:\n${printed.slice(-4000)}`)
		}
		if (printed.includes('EBADENGINE')) {
			throw new Error(`Packages want another Node than ${process.versions.node}:\n${printed.slice(0, 4000)}`)
		}
		return Math.round((Date.now() - start) / 1000)
	} finally {
		stop()
		await exited
		process.off('exit', stop)
	}
}

/** A migration as the next version might have it. */
function migration() {
	return `<?php

namespace OCA\\Reseau\\Migration;

use Closure;
use OCP\\DB\\ISchemaWrapper;
use OCP\\Migration\\IOutput;
use OCP\\Migration\\SimpleMigrationStep;

class ${LATER} extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		$schema->createTable('reseau_later')->addColumn('id', 'bigint');
		return $schema;
	}
}
`
}
