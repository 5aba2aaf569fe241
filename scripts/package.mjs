/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Makes build/reseau-VERSION.tar.gz for the app store from a clean checkout of the last commit; the same commit gives the
// same bytes. With --working-tree, from the files as they are, for trying out.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appVersion, at, output, run } from './lib/project.mjs'

/** What the app needs to run, and what tells about it. */
const SHIPPED = [
	'appinfo', 'lib', 'js', 'css', 'img', 'l10n', 'templates', 'data', 'CHANGELOG.md', 'README.md', 'LICENSES', 'REUSE.toml',
]

const work = mkdtempSync(join(tmpdir(), 'reseau-package-'))
const checkout = join(work, 'checkout')
const top = join(work, 'reseau')
try {
	mkdirSync(checkout)
	if (process.argv.includes('--working-tree')) {
		for (const path of output('git', ['ls-files', '-z', '-co', '--exclude-standard']).split('\0').filter(Boolean)) {
			if (existsSync(at(path))) {
				mkdirSync(dirname(join(checkout, path)), { recursive: true })
				cpSync(at(path), join(checkout, path))
			}
		}
	} else {
		const archive = join(work, 'checkout.tar')
		output('git', ['archive', '-o', archive, 'HEAD'])
		output('tar', ['-xf', archive, '-C', checkout])
	}
	if (existsSync(at('node_modules'))) {
		symlinkSync(at('node_modules'), join(checkout, 'node_modules'))
	} else {
		await step('npm', ['ci'])
	}
	await step(process.execPath, ['scripts/build.mjs'])

	mkdirSync(top)
	for (const path of SHIPPED) {
		cpSync(join(checkout, path), join(top, path), { recursive: true })
	}
	const file = at('build', `reseau-${appVersion(checkout)}.tar.gz`)
	mkdirSync(dirname(file), { recursive: true })
	output('tar', [
		'--sort=name', `--mtime=@${commitTime()}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX',
		'--format=ustar', '--use-compress-program=gzip -n9', '-cf', file, '-C', work, 'reseau',
	])
	console.log(`${file} ${(statSync(file).size / 1e6).toFixed(2)} MB`)
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
} finally {
	rmSync(work, { recursive: true, force: true })
}

/** Runs a step in the checkout; a failing one ends it all. */
async function step(command, args) {
	if (await run(command, args, { cwd: checkout }) !== 0) {
		throw new Error(`${args.join(' ')} failed in the checkout`)
	}
}

/** When the last commit was made, in seconds; 0 before the first one. */
function commitTime() {
	try {
		return output('git', ['log', '-1', '--format=%ct']).trim()
	} catch {
		return '0'
	}
}
