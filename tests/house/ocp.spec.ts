/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFiles, read, root } from './support/files.ts'
import { phpFacts } from './support/php.ts'

/** The lines of the list, by class. */
function listed() {
	const lines = read('tests/sandbox/OCP.list').split('\n').filter((line) => line && !line.startsWith('#'))
	return new Map(lines.map((line) => line.split(/\s+(.*)/) as [string, string]))
}

/** Every class that lib/ names. */
function named() {
	return new Set(Object.values(phpFacts(projectFiles('lib/'))).flatMap((facts) => facts.names).map(({ name }) => name))
}

describe('Nextcloud’s public API', () => {
	it('is used in lib/ as listed in tests/sandbox/OCP.list, and nothing else is listed', () => {
		expect([...named()].filter((name) => name.startsWith('OCP\\')).sort()).toEqual([...listed().keys()].sort())
	})

	it('is listed with a reason, and exists in the sandbox', () => {
		expect([...listed()].filter(([, reason]) => !reason).map(([name]) => name)).toEqual([])
		const declared = projectFiles('tests/sandbox/OCP/').map((path) => path.slice('tests/sandbox/'.length, -'.php'.length).replaceAll('/', '\\'))
		expect([...listed().keys()].filter((name) => !declared.includes(name))).toEqual([])
	})

	it('is used without private classes', () => {
		expect([...named()].filter((name) => /^(OC|Doctrine)\\/.test(name))).toEqual([])
	})
})

/** A Nextcloud, a sandbox and an app of a few lines, held against each other. */
const small = {
	'there/OCP/IUser.php': 'namespace OCP; interface IUser { const MAX = 5; public function getUID(): string; }',
	'there/OCP/IUsers.php': 'namespace OCP; interface IUsers { /** @return IUser|null */ public function get(string $uid, bool $lazy = false); /** @return IUser[] */ public function all(); }',
	'there/OCP/Job.php': 'namespace OCP; abstract class Job { final public function start(): void {} abstract protected function run(array $argument): void; }',
	'tests/sandbox/OCP/IUser.php': 'namespace OCP; interface IUser { const MAX = 5; public function getUID(): string; }',
	'tests/sandbox/OCP/IUsers.php': 'namespace OCP; interface IUsers { public function get(string $uid, bool $lazy = false); public function all(); }',
	'tests/sandbox/OCP/Job.php': 'namespace OCP; abstract class Job { final public function start(): void {} abstract protected function run(array $argument): void; }',
	'tests/sandbox/OCP.list': 'OCP\\IUser who\nOCP\\IUsers all\nOCP\\Job work\n',
	'lib/A.php': app('return $this->users->get($uid)?->getUID() . IUser::MAX;'),
	'lib/B.php': job('protected function run(array $argument): void {}'),
}

function app(body: string): string {
	return `namespace OCA\\Reseau; use OCP\\IUser; use OCP\\IUsers; class A { public function __construct(private IUsers $users) {} public function a(string $uid) { ${body} } }`
}

function job(body: string): string {
	return `namespace OCA\\Reseau; use OCP\\Job; class B extends Job { ${body} }`
}

/** What the check prints and how it ends, with some files otherwise. */
function check(changes: Record<string, string>) {
	const folder = mkdtempSync(join(tmpdir(), 'ocp-'))
	try {
		for (const [path, text] of Object.entries({ ...small, ...changes })) {
			mkdirSync(join(folder, dirname(path)), { recursive: true })
			writeFileSync(join(folder, path), path.endsWith('.php') ? `<?php\n${text}\n` : text)
		}
		return spawnSync('php', [join(root, 'scripts/check-ocp.php'), join(folder, 'there')], { cwd: folder, encoding: 'utf8' })
	} finally {
		rmSync(folder, { recursive: true })
	}
}

describe('npm run check:ocp', () => {
	it('reports nothing for correct code', () => {
		const { stdout, stderr, status } = check({})
		expect(stderr).toBe('')
		expect(stdout).toContain(' 0 unresolved, 0 violations')
		expect(status).toBe(0)
	})

	it.each([
		['a method that does not exist', { 'lib/A.php': app('$this->users->find($uid);') }, 'IUsers has no find()'],
		['a method that does not exist, at the end of a chain', { 'lib/A.php': app('$this->users->get($uid)->getMail();') }, 'IUser has no getMail()'],
		['a method that does not exist, in a loop', { 'lib/A.php': app('foreach ($this->users->all() as $user) { $user->getMail(); }') }, 'IUser has no getMail()'],
		['a class that does not exist', { 'lib/A.php': app('return \\OCP\\IGroup::class;') }, 'OCP\\IGroup is missing'],
		['a constant that does not exist', { 'lib/A.php': app('return IUser::LEAST;') }, 'IUser::LEAST is missing'],
		['a missing argument', { 'lib/A.php': app('$this->users->get();') }, 'needs $uid'],
		['an argument too many', { 'lib/A.php': app('$this->users->get($uid, true, 3);') }, 'has no argument 3'],
		['an argument by another name', { 'lib/A.php': app('$this->users->get(id: $uid);') }, 'has no argument id'],
		['an argument of another type', { 'lib/A.php': app('$this->users->get([$uid]);') }, 'as $uid'],
		['a method left out', { 'lib/B.php': job('') }, 'does not implement OCP\\Job::run'],
		['a final method overridden', { 'lib/B.php': job('protected function run(array $argument): void {} public function start(): void {}') }, 'overrides a final method'],
		['a narrower parameter', { 'lib/B.php': job('protected function run(int $argument): void {}') }, 'takes a narrower $argument'],
		['a return type left out', { 'lib/B.php': job('protected function run(array $argument) {}') }, 'does not return void'],
		['a class that is not listed', { 'tests/sandbox/OCP.list': 'OCP\\IUsers all\nOCP\\Job work\n' }, 'OCP\\IUser is used in lib/ and missing in OCP.list'],
		['a default the sandbox made up', { 'tests/sandbox/OCP/IUsers.php': 'namespace OCP; interface IUsers { public function get(string $uid, bool $lazy = true); public function all(); }' }, 'OCP\\IUsers::get() is '],
		['a method the sandbox made up', { 'tests/sandbox/OCP/IUser.php': 'namespace OCP; interface IUser { const MAX = 5; public function getUID(): string; public function getMail(); }' }, 'OCP\\IUser::getMail() is missing'],
		['a constant the sandbox made up', { 'tests/sandbox/OCP/IUser.php': 'namespace OCP; interface IUser { const MAX = 6; public function getUID(): string; }' }, 'OCP\\IUser::MAX has another value'],
	])('finds %s', (_, changes, message) => {
		const { stdout, status } = check(changes)
		expect(stdout).toContain(message)
		expect(status).toBe(1)
	})

	it('lets a class be missing in an older version that is listed with a newer one', () => {
		const newer = { 'lib/C.php': 'namespace OCA\\Reseau; use OCP\\IReview; class C implements IReview { public function all(): array { return []; } }', 'tests/sandbox/OCP/IReview.php': 'namespace OCP; interface IReview { public function all(): array; }' }
		expect(check({ ...newer, 'tests/sandbox/OCP.list': `${small['tests/sandbox/OCP.list']}OCP\\IReview\t@34.0.2 review\n` }).status).toBe(0)
		const { stdout } = check({ ...newer, 'tests/sandbox/OCP.list': `${small['tests/sandbox/OCP.list']}OCP\\IReview\treview\n` })
		expect(stdout).toContain('OCP\\IReview is missing')
		expect(check({ ...newer, 'there/OCP/IReview.php': 'namespace OCP; interface IReview { public function all(bool $open): array; }', 'tests/sandbox/OCP.list': `${small['tests/sandbox/OCP.list']}OCP\\IReview\t@34.0.2 review\n` }).status).toBe(1)
	})

	it('counts what it cannot resolve', () => {
		expect(check({ 'lib/A.php': app('$uid[0]->go();') }).stdout).toContain('1 unresolved, 0 violations')
	})
})
