/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Finds PHP and what the sandbox and the tests need of Debian; installs what is missing where that is a matter of apt.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { postgresqlFolder } from './lib/databases.mjs'

const OLDEST = 80200

/** What the sandbox runs on: Debian packages by what shows that they are there. */
export const FOR_SANDBOX = {
	'php-sqlite3': { extension: 'pdo_sqlite' },
	'php-mbstring': { extension: 'mbstring' },
	'php-intl': { extension: 'intl' },
	'php-xml': { extension: 'simplexml' },
	'php-doctrine-dbal': { file: '/usr/share/php/Doctrine/DBAL/autoload.php' },
	'php-symfony-console': { file: '/usr/share/php/Symfony/Component/Console/autoload.php' },
	'php-psr-log': { file: '/usr/share/php/Psr/Log/autoload.php' },
	'php-psr-container': { file: '/usr/share/php/Psr/Container/autoload.php' },
}

/** What the tests need beside. */
export const FOR_TESTS = {
	...FOR_SANDBOX,
	phpunit: { file: '/usr/bin/phpunit' },
	'php-parser': { file: '/usr/share/php/PhpParser/autoload.php' },
	'php-mysql': { extension: 'pdo_mysql' },
	'php-pgsql': { extension: 'pdo_pgsql' },
	'mariadb-server-core': { file: '/usr/sbin/mariadbd' },
	'mariadb-client-core': { file: '/usr/bin/my_print_defaults' },
	postgresql: { there: () => postgresqlFolder() !== null },
}

/** Answers the version and the extensions, or null where there is no PHP. */
function ask() {
	const { status, stdout } = spawnSync('php', ['-r', 'echo PHP_VERSION_ID, " ", strtolower(implode(" ", get_loaded_extensions()));'], { encoding: 'utf8' })
	const [version, ...extensions] = status === 0 ? stdout.split(' ') : []
	return version ? { version: Number(version), extensions } : null
}

/** Names of the packages that are not there. */
function missing(packages) {
	const php = ask()
	const has = ({ extension, file, there }) => there?.() ?? (extension ? php?.extensions.includes(extension) : existsSync(file))
	return [...php ? [] : ['php-cli'], ...Object.keys(packages).filter((name) => !has(packages[name]))]
}

/** Runs apt-get and answers whether it did what it was asked. */
export function apt(...args) {
	const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
	return status === 0
}

/**
 * Makes sure of PHP and these packages; throws with a sentence that says what to install.
 *
 * @param {object} packages FOR_SANDBOX or FOR_TESTS
 */
export function ensurePhp(packages) {
	let lacking = missing(packages)
	if (lacking.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log(`Installing ${lacking.join(', ')}`)
		const install = ['install', '-y', '-qq', '--no-install-recommends', ...lacking]
		if (!apt(...install)) {
			apt('update', '-qq')
			apt(...install)
		}
		lacking = missing(packages)
	}
	if (lacking.length > 0) {
		throw new Error(`These are needed: ${lacking.join(', ')} (as Debian and Ubuntu call them). Install them, as root: apt-get install ${lacking.join(' ')}`)
	}
	if (ask().version < OLDEST) {
		throw new Error('PHP 8.2 or newer is needed')
	}
}
