/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from '../../files/model.ts'

import { useDebounced } from '../../../shared/composables/useDebounced.ts'
import { typeAhead } from '../../files/tree.ts'

/** Time within which letters belong together, in ms. */
const TYPING = 700

/** Moves to the row whose name begins with what is typed. */
export function useTypeAhead(rows: () => readonly { entry: Pick<Entry, 'id' | 'name'> }[], go: (id: string) => void) {
	let letters = ''
	const forget = useDebounced(() => {
		letters = ''
	}, TYPING)
	return {
		/** A space belongs to the name that is being typed. */
		typing: () => letters !== '',
		/** A letter, typed on the row with this id. */
		type(letter: string, id: string): void {
			letters += letter
			forget()
			const found = typeAhead(rows(), id, letters)
			if (found) {
				go(found)
			}
		},
	}
}
