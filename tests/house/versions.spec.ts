/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { fingerprint, RECORD } from '../../scripts/version.mjs'
import { projectFiles, read } from './support/files.ts'

/** A version as one number, to compare. */
const rank = (version: string) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)

describe('the version', () => {
	const version = read('appinfo/info.xml').match(/<version>(\d+\.\d+\.\d+)<\/version>/)?.[1] ?? ''

	it('is the same in every file', () => {
		const lock = JSON.parse(read('package-lock.json'))
		const named = [JSON.parse(read('package.json')).version, lock.version, lock.packages[''].version, JSON.parse(read('openapi.json')).info.version]
		expect(named).toEqual([version, version, version, version])
	})

	it('is the one at the top of the changelog, whose headings the app store reads', () => {
		const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, text]) => text!)
		const released = headings.filter((text) => text !== '[Unreleased]')
		expect(released.filter((text) => !/^\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d$/.test(text))).toEqual([])
		const versions = released.map((text) => text.split(' ')[0]!)
		expect(versions).toEqual([...new Set(versions)].sort((a, b) => rank(b) - rank(a)))
		// Unreleased changes are above, and become the section of this version.
		const unreleased = headings[0] === '[Unreleased]'
		expect(headings.length - released.length).toBe(unreleased ? 1 : 0)
		expect(Math.sign(rank(version) - rank(versions[0]!))).toBe(unreleased ? 1 : 0)
	})

	it('is raised with every change of the migrations, without which Nextcloud does not run them', () => {
		expect(JSON.parse(read(RECORD))[version], '`npm version patch` raises the version').toBe(fingerprint())
	})

	it('is not lower than any migration’s', () => {
		// Version000200Date… is of 0.2.0; Nextcloud runs it when the app's version has changed.
		const migrations = projectFiles('lib/Migration/').map((path) => path.match(/Version(\d\d)(\d\d)(\d\d)Date/)!.slice(1, 4).map(Number).join('.'))
		expect(migrations.length).toBeGreaterThan(0)
		expect(migrations.filter((of) => rank(of) > rank(version))).toEqual([])
	})
})
