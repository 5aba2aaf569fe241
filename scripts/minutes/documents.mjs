/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Makes the documents of tests/fixtures/minutes/manners that are missing, from the marked texts: as a word processor saves them, and as a scanned page is read.
// Needs LibreOffice, poppler, ImageMagick and Tesseract with French.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/project.mjs'

/** @param load imports TypeScript */
export async function makeDocuments(load) {
	const { markedTexts } = await load('/tests/support/marked.ts')
	const { htmlOf, STYLES } = await load('/scripts/minutes/html.ts')
	const target = join(root, 'tests/fixtures/minutes/manners/documents')
	const work = mkdtempSync(join(tmpdir(), 'minutes-'))
	mkdirSync(target, { recursive: true })
	const texts = markedTexts().filter(({ name }) => !existsSync(join(target, `${name}.docx`)))
	texts.forEach((text, i) => writeFileSync(join(work, `${text.name}.html`), htmlOf(text, STYLES[i % STYLES.length])))
	const named = (ending) => readdirSync(work).filter((file) => file.endsWith(ending)).map((file) => join(work, file))
	const convert = (to, files, ...more) => execFileSync('soffice', [`-env:UserInstallation=file://${join(work, 'profile')}`, '--headless', ...more, '--convert-to', to, '--outdir', work, ...files], { stdio: 'ignore' })
	convert('odt', named('.html'), '--infilter=HTML (StarWriter)')
	convert('docx:MS Word 2007 XML', named('.odt'))
	convert('pdf', named('.odt'))
	for (const [i, { name }] of texts.entries()) {
		execFileSync('pdftoppm', ['-r', '170', '-gray', '-png', join(work, `${name}.pdf`), join(work, name)])
		const pages = named('.png').filter((file) => file.startsWith(join(work, `${name}-`)) && /-\d+\.png$/.test(file.slice(work.length))).filter((file) => file.slice(work.length + name.length + 1).match(/^-\d+\.png$/)).sort()
		const text = pages.map((page) => {
			// As a hurried hand lays it on the glass: not straight, not sharp, not clean.
			execFileSync('convert', [page, '-background', 'white', '-rotate', String([0.7, -0.9, 0.4][i % 3]), '-blur', `0x${[0.8, 1.0, 1.2][i % 3]}`, '-seed', String(i), '-attenuate', '0.25', '+noise', 'Gaussian', '-contrast-stretch', '1%x2%', `${page}.scan.png`])
			return execFileSync('tesseract', [`${page}.scan.png`, '-', '-l', 'fra'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
		})
		writeFileSync(join(target, `${name}.ocr.txt`), text.join(''))
		for (const kind of ['docx', 'odt', 'pdf']) {
			writeFileSync(join(target, `${name}.${kind}`), readFileSync(join(work, `${name}.${kind}`)))
		}
	}
	rmSync(work, { recursive: true })
}
