/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { compileScript, parse } from '@vue/compiler-sfc'
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

/** Where something of ours can fail without a word, by file. */
function blanks(path: string, text: string): string[] {
	const code = path.endsWith('.vue') ? parse(text).descriptor.scriptSetup?.content ?? '' : text
	return [
		...path !== 'src/app/safely.ts' && /\bcreate(?:SSR)?App\(/.test(code) ? [`${path}: an app is made by safeApp() alone (src/app/safely.ts)`] : [],
		.../\bdefineCustomElement\((?!safely\()/.test(code) ? [`${path}: what becomes an element goes through safely()`] : [],
		...path !== 'src/shared/laterPart.ts' && /\bdefineAsyncComponent\(/.test(code) && !text.includes('<UiBoundary')
			? [`${path}: a part that is loaded later is made by laterPart(), or stands in a UiBoundary`]
			: [],
		...isAsync(path, text) ? [`${path}: await in setup: Vue shows nothing at all of it, and no boundary hears of it`] : [],
	]
}

/** Whether setup of a component waits. */
function isAsync(path: string, text: string): boolean {
	if (!path.endsWith('.vue') || !/\bawait\b/.test(text)) {
		return false
	}
	const { descriptor } = parse(text)
	return descriptor.scriptSetup !== null
		&& /\basync setup\(/.test(compileScript(descriptor, { id: path, fs: { fileExists: () => true, readFile: read } }).content)
}

describe('no page is ever blank', () => {
	it('whatever is shown stands in a boundary', () => {
		const code = projectFiles('src/').filter((path) => /\.(?:ts|vue)$/.test(path) && !/\.spec\.|\/testing\//.test(path))
		expect(code.length).toBeGreaterThan(500)
		expect(code.flatMap((path) => blanks(path, read(path)))).toEqual([])
	})

	it('each entry starts a page safely, or adds something to a page of another app', () => {
		const starts = projectFiles('src/entry/').map((path) => [path, read(`src/app/${/import '\.\.\/app\/(\w+\.ts)'/.exec(read(path))![1]}`)] as const)
		expect(starts.length).toBeGreaterThan(3)
		expect(starts.filter(([, text]) => !/^startSafely\(|^addSidebarTab\(|^addWidget\(/m.test(text)).map(([path]) => path)).toEqual([])
	})
})

describe('the check of blank pages', () => {
	it.each([
		['src/a.ts', 'createApp(App).mount(\'#a\')', 'safeApp()'],
		['src/a.ts', 'customElements.define(tag, defineCustomElement(Tab))', 'safely()'],
		['src/A.vue', '<script setup lang="ts">\nconst B = defineAsyncComponent(() => import(\'./B.vue\'))\n</script>\n<template><B /></template>', 'laterPart()'],
		['src/A.vue', '<script setup lang="ts">\nconst b = await ask()\n</script>\n<template>{{ b }}</template>', 'await in setup'],
	])('in %s finds %s', (path, text, said) => {
		expect(blanks(path, text).join()).toContain(said)
	})

	it('has nothing to say of what stands in a boundary', () => {
		expect(blanks('src/A.vue', '<script setup lang="ts">\nconst B = defineAsyncComponent(() => import(\'./B.vue\'))\nasync function c() { await ask() }\n</script>\n<template><UiBoundary><B /></UiBoundary></template>')).toEqual([])
	})
})
