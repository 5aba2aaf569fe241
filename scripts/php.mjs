/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Finds PHP and what the sandbox and the tests need of it: libraries that composer installed (composer.json), or Debian's packages. What is
// missing is installed where that is a matter of apt; elsewhere a sentence names it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { postgresqlFolder } from './lib/databases.mjs'
import { at } from './lib/project.mjs'

const OLDEST = 80200

/** What the sandbox runs on: Debian packages by what shows that they are there. */
export const FOR_SANDBOX = {
	'php-sqlite3': { extension: 'pdo_sqlite' },
	'php-mbstring': { extension: 'mbstring' },
	'php-intl': { extension: 'intl' },
	'php-xml': { extension: 'simplexml' },
	'php-doctrine-dbal': { library: 'doctrine/dbal', file: '/usr/share/php/Doctrine/DBAL/autoload.php' },
	'php-symfony-console': { library: 'symfony/console', file: '/usr/share/php/Symfony/Component/Console/autoload.php' },
	'php-psr-log': { library: 'psr/log', file: '/usr/share/php/Psr/Log/autoload.php' },
	'php-psr-container': { library: 'psr/container', file: '/usr/share/php/Psr/Container/autoload.php' },
}

/** What the tests need in addition. */
export const FOR_TESTS = {
	...FOR_SANDBOX,
	phpunit: { library: 'phpunit/phpunit', file: '/usr/bin/phpunit' },
	'php-parser': { library: 'nikic/php-parser', file: '/usr/share/php/PhpParser/autoload.php' },
}

/** What the tests on MariaDB and PostgreSQL need in addition. */
export const FOR_DATABASES = {
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

/** Whether `composer install` was run: then all libraries are its own. */
const composed = () => existsSync(at('vendor/autoload.php'))

/**
 * Names of the missing packages.
 *
 * @param {object} packages FOR_SANDBOX, FOR_TESTS or FOR_DATABASES
 * @return {string[]} as Debian calls them
 */
export function missing(packages) {
	const php = ask()
	const has = ({ extension, library, file, there }) => {
		if (extension) {
			return php?.extensions.includes(extension)
		}
		return there?.() ?? existsSync(library && composed() ? at('vendor', library) : file)
	}
	return [...php ? [] : ['php-cli'], ...Object.keys(packages).filter((name) => !has(packages[name]))]
}

/** Runs apt-get and answers whether it did what it was asked. */
export function apt(...args) {
	const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
	return status === 0
}

/** What to do about packages that are missing, on any system. */
function advice(packages, lacking) {
	const names = (kind) => lacking.map((name) => packages[name]?.[kind]).filter(Boolean)
	const extensions = names('extension')
	const libraries = names('library')
	const others = lacking.filter((name) => !packages[name]?.extension && !packages[name]?.library && name !== 'php-cli')
	return [
		...lacking.includes('php-cli') ? ['PHP 8.2 or newer, as “php”'] : [],
		...extensions.length > 0 ? [`PHP’s extensions ${extensions.join(', ')}`] : [],
		...libraries.length > 0 ? [`${libraries.join(', ')}, by “composer install”`] : [],
		...others,
	].map((line) => `  ${line}`).join('\n') + (composed() ? '' : `\nOn Debian and Ubuntu, all of it as root: apt-get install ${lacking.join(' ')}`)
}

/**
 * Makes sure of PHP and these packages; throws with what is missing and how to get it.
 *
 * @param {object} packages FOR_SANDBOX, FOR_TESTS or FOR_DATABASES
 */
export function ensurePhp(packages) {
	let lacking = missing(packages)
	// Debian's libraries would not be loaded together with those of composer.
	const installable = lacking.filter((name) => !composed() || !packages[name]?.library)
	if (installable.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log(`Installing ${installable.join(', ')}`)
		const install = ['install', '-y', '-qq', '--no-install-recommends', ...installable]
		if (!apt(...install)) {
			apt('update', '-qq')
			apt(...install)
		}
		lacking = missing(packages)
	}
	if (lacking.length > 0) {
		throw new Error(`These are needed:\n${advice(packages, lacking)}`)
	}
	if (ask().version < OLDEST) {
		throw new Error('PHP 8.2 or newer is needed')
	}
	// Behind the folders it has by itself.
	process.env.PHP_INI_SCAN_DIR ??= `${delimiter}${at('scripts/php')}`
}
