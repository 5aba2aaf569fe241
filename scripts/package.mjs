/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Makes build/reseau-VERSION.tar.gz for the app store from a clean checkout of the last commit, and holds it to the store's rules; the
// same commit gives the same bytes. With --working-tree, from the files as they are, for trying out. With --check it is made twice, in
// two folders, with other rights, another time zone and another language, must be the same, and is not kept.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectFiles } from './lib/files.mjs'
import { addLicences } from './lib/licences.mjs'
import { appVersion, at, output, run } from './lib/project.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

/** What the app needs to run, and its documentation. */
const SHIPPED = [
	'appinfo', 'lib', 'js', 'css', 'img', 'l10n', 'templates', 'data', 'CHANGELOG.md', 'README.md', 'LICENSES', 'REUSE.toml',
]
/** The store takes no larger archive, in bytes. */
const MOST = 30 << 20

try {
	ensurePhp(FOR_SANDBOX)
	mkdirSync(at('build'), { recursive: true })
	const { bytes, version } = await make(tmpdir(), linkedModules)
	const size = `${(bytes.length / 1e6).toFixed(2)} MB`
	if (process.argv.includes('--check')) {
		process.umask(0o077)
		const other = await make(at('build'), ownModules, { TZ: 'Pacific/Auckland', LC_ALL: 'C' })
		if (!bytes.equals(other.bytes)) {
			throw new Error('Two archives of the same files differ')
		}
		console.log(`Version ${version}: ${size}, twice the same`)
	} else {
		writeFileSync(at('build', `reseau-${version}.tar.gz`), bytes)
		console.log(`${at('build', `reseau-${version}.tar.gz`)} ${size}`)
	}
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}

/**
 * The archive, made in a folder of its own below `place`.
 *
 * @param {string} place
 * @param {(checkout: string) => Promise<void>} modules puts node_modules there
 * @param {object} env added to the present one
 * @return {Promise<{bytes: Buffer, version: string}>}
 */
async function make(place, modules, env = {}) {
	const work = mkdtempSync(join(place, 'package-'))
	const checkout = join(work, 'checkout')
	const top = join(work, 'reseau')
	const file = join(work, 'archive.tar.gz')
	const step = async (command, args, cwd) => {
		if (await run(command, args, { cwd, env: { ...process.env, ...env } }) !== 0) {
			throw new Error(`${args.join(' ')} failed`)
		}
	}
	try {
		mkdirSync(checkout)
		checkOut(checkout, work)
		await modules(checkout)
		await step(process.execPath, ['scripts/build.mjs'], checkout)
		mkdirSync(top)
		for (const path of SHIPPED) {
			cpSync(join(checkout, path), join(top, path), { recursive: true })
		}
		addLicences(top, join(checkout, 'node_modules'))
		await step('php', [at('scripts/check-package.php'), top], work)
		await step('tar', [
			'--sort=name', `--mtime=@${commitTime()}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX',
			'--format=ustar', '--use-compress-program=gzip -n9', '-cf', file, '-C', work, 'reseau',
		], work)
		const bytes = readFileSync(file)
		if (bytes.length > MOST) {
			throw new Error(`The archive has ${bytes.length} bytes, more than the ${MOST} the store takes`)
		}
		return { bytes, version: appVersion(top) }
	} finally {
		rmSync(work, { recursive: true, force: true })
	}
}

/** Puts the files of the last commit, or of the working tree, into a folder. */
function checkOut(checkout, work) {
	if (process.argv.includes('--working-tree')) {
		for (const path of projectFiles()) {
			mkdirSync(dirname(join(checkout, path)), { recursive: true })
			cpSync(at(path), join(checkout, path))
		}
	} else {
		const archive = join(work, 'checkout.tar')
		output('git', ['archive', '-o', archive, 'HEAD'])
		output('tar', ['-xf', archive, '-C', checkout])
	}
}

/** What is installed here. */
async function linkedModules(checkout) {
	symlinkSync(at('node_modules'), join(checkout, 'node_modules'))
}

/** As they are after npm ci: a folder, not a link to one. */
async function ownModules(checkout) {
	output('cp', ['-al', at('node_modules'), join(checkout, 'node_modules')])
}

/** When the last commit was made, in seconds; 0 before the first one. */
function commitTime() {
	try {
		return output('git', ['log', '-1', '--format=%ct']).trim()
	} catch {
		return '0'
	}
}
