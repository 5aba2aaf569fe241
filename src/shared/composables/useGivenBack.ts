/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { shallowRef, watch } from 'vue'

const given = shallowRef<{ form: string, written: unknown } | null>(null)

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
			given.value = { form, written }
		},
		take() {
			const found = given.value?.form === form ? given.value.written as Written : null
			if (found !== null) {
				given.value = null
			}
			return found
		},
	}
}

/** Opens a form of this page again when something is given back to it, or was before the page was shown. */
export function onGivenBack(form: () => string, open: () => void): void {
	watch(() => given.value?.form === form(), (now) => {
		if (now) {
			open()
		}
	}, { immediate: true })
}
