/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { watch } from 'vue'
import { restFocus } from '../restFocus.ts'

interface Modal {
	/** Called on `close`, and on the Escape key: another app on the page may handle that key itself. */
	closed: () => void
	close: () => void
}

/** Shows a `<dialog>` over the page as long as `open` is true; the browser traps the focus and restores it afterwards. */
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
		// The element that opened it may have been removed by the action.
		void restFocus()
	}

	return { close, closed }
}
