/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { compileScript, parse } from '@vue/compiler-sfc'
import { describe, expect, it } from 'vitest'
import { projectFiles, read } from './support/files.ts'

/** Places in a file where a failure would leave the page blank. */
function blanks(path: string, text: string): string[] {
	const code = path.endsWith('.vue') ? parse(text).descriptor.scriptSetup?.content ?? '' : text
	return [
		...path !== 'src/app/safely.ts' && /\bcreate(?:SSR)?App\(/.test(code) ? [`${path}: only safeApp() (src/app/safely.ts) creates an app`] : [],
		.../\bdefineCustomElement\((?!withBoundary\()/.test(code) ? [`${path}: a custom element is wrapped by withBoundary()`] : [],
		...path !== 'src/shared/laterPart.ts' && /\bdefineAsyncComponent\(/.test(code) && !text.includes('<UiBoundary')
			? [`${path}: a part that is loaded later is created by laterPart() or is inside a UiBoundary`]
			: [],
		...isAsync(path, text) ? [`${path}: await in setup: Vue renders nothing, and no boundary catches its errors`] : [],
	]
}

/** Whether the setup of a component is async. */
function isAsync(path: string, text: string): boolean {
	if (!path.endsWith('.vue') || !/\bawait\b/.test(text)) {
		return false
	}
	const { descriptor } = parse(text)
	return descriptor.scriptSetup !== null
		&& /\basync setup\(/.test(compileScript(descriptor, { id: path, fs: { fileExists: () => true, readFile: read } }).content)
}

describe('no page is ever blank', () => {
	it('every app, custom element and async component is inside a boundary', () => {
		const code = projectFiles('src/').filter((path) => /\.(?:ts|vue)$/.test(path) && !/\.spec\.|\/testing\//.test(path))
		expect(code.length).toBeGreaterThan(500)
		expect(code.flatMap((path) => blanks(path, read(path)))).toEqual([])
	})

	it('each entry starts its page with startSafely(), or extends a page of another app', () => {
		const starts = projectFiles('src/entry/').map((path) => [path, read(`src/app/${/import '\.\.\/app\/(\w+\.ts)'/.exec(read(path))![1]}`)] as const)
		expect(starts.length).toBeGreaterThan(3)
		expect(starts.filter(([, text]) => !/^startSafely\(|^addSidebarTab\(|^addWidget\(|^addSection\(/m.test(text)).map(([path]) => path)).toEqual([])
	})
})

describe('the check of blank pages', () => {
	it.each([
		['src/a.ts', 'createApp(App).mount(\'#a\')', 'safeApp()'],
		['src/a.ts', 'customElements.define(tag, defineCustomElement(Tab))', 'withBoundary()'],
		['src/A.vue', '<script setup lang="ts">\nconst B = defineAsyncComponent(() => import(\'./B.vue\'))\n</script>\n<template><B /></template>', 'laterPart()'],
		['src/A.vue', '<script setup lang="ts">\nconst b = await ask()\n</script>\n<template>{{ b }}</template>', 'await in setup'],
	])('in %s finds %s', (path, text, said) => {
		expect(blanks(path, text).join()).toContain(said)
	})

	it('accepts an async component inside a boundary', () => {
		expect(blanks('src/A.vue', '<script setup lang="ts">\nconst B = defineAsyncComponent(() => import(\'./B.vue\'))\nasync function c() { await ask() }\n</script>\n<template><UiBoundary><B /></UiBoundary></template>')).toEqual([])
	})
})
