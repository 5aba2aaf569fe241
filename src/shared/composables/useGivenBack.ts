/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { shallowReactive, watch } from 'vue'

/** What was written, by the name of its form. */
const given = shallowReactive(new Map<string, unknown>())

interface GivenBack<Written> {
	/** Puts what was written aside for the form. */
	give: (written: Written) => void
	/** Takes what was put aside, once; null if there is nothing. */
	take: () => Written | null
}

/**
 * What an undo gives back to a form that was closed or left when it was sent: everything the person had written in it. Only in memory.
 *
 * @param form its name, with the id of what it is about
 */
export function useGivenBack<Written>(form: string): GivenBack<Written> {
	return {
		give(written) {
			given.set(form, written)
		},
		take() {
			const found = given.get(form) as Written | undefined
			given.delete(form)
			return found ?? null
		},
	}
}

/**
 * Opens a form of this page again when something is given back to it, or was before the page was shown.
 *
 * @param mayOpen whether the form with this name is one of the page, and can be opened now: false as long as it would replace another one
 * @param open opens the form with this name
 */
export function onGivenBack(mayOpen: (form: string) => boolean, open: (form: string) => void): void {
	watch(() => [...given.keys()].find(mayOpen), (form) => {
		if (form !== undefined) {
			open(form)
		}
	}, { immediate: true })
}
