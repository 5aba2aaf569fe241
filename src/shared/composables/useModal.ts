/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { watch } from 'vue'
import { restFocus } from '../restFocus.ts'

interface Modal {
	/** To be called on `close`, and on the Escape key: another app on the page may have taken that key for itself. */
	closed: () => void
	close: () => void
}

/** Shows a `<dialog>` over the page as long as `open` is true; the browser keeps the focus inside and gives it back afterwards. */
export function useModal(dialog: Readonly<Ref<HTMLDialogElement | null>>, open: Ref<boolean>): Modal {
	watch([dialog, open], () => {
		if (open.value && dialog.value?.open === false) {
			dialog.value.showModal()
		} else if (!open.value) {
			dialog.value?.close()
		}
	}, { flush: 'post', immediate: true })

	function close(): void {
		open.value = false
	}

	function closed(): void {
		close()
		// What opened it may be gone with what was done in it.
		void restFocus()
	}

	return { close, closed }
}
