/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Why a part of a page is missing. */
export interface Failure {
	error: unknown
	/** Its code could not be loaded. */
	loading: boolean
	/** The phase of Vue's work, and the component. */
	where: string
}

/**
 * Vue's names of the places where an error leaves the view intact: event handlers, watcher callbacks, and code that runs while a view
 * is unmounted. In the built app the place is the end of an address, with a code (ErrorTypeStrings of Vue's runtime).
 */
const VIEW_INTACT = /event handler|watcher (?:callback|cleanup)|transition hook|[uU]nmount|deactivated|#runtime-(?:3|4|5|6|9|bum|um|da|16)$/
const LOADING = /async component loader|#runtime-13$/

/** Whether the view is intact after an error at this place. */
export function leavesViewIntact(info: string): boolean {
	return VIEW_INTACT.test(info)
}

/** Logs the trace of our own bug for developers: the page shows no more than traces(). */
export function logError(error: unknown): void {
	// eslint-disable-next-line no-console -- the console is where developers look
	console.error(error)
}

/** The data of an error caught by Vue. */
export function failureOf(error: unknown, info: string, component?: string): Failure {
	return { error, loading: LOADING.test(info), where: [info.replace(/^.*#/, ''), component].filter(Boolean).join(' · ') }
}

/** Maximum number of code locations. */
const FRAMES = 4

/**
 * What a developer needs to find the cause: the kind of error, and where. Without its message, which may name people, and without
 * any address but that of the script.
 */
export function errorTraces({ error, where }: Failure): string[] {
	const stack = error instanceof Error ? error.stack ?? '' : ''
	const frames = [...stack.matchAll(/(?<![\w.-])([\w.-]{1,200}\.(?:mjs|js|ts|vue))(?:\?[^\s:)]{0,200})?:(\d+):(\d+)/g)].map(([, file, line, column]) => `${file}:${line}:${column}`)
	return [error instanceof Error ? error.name : typeof error, where, ...frames.slice(0, FRAMES)].filter((trace) => trace !== '')
}
