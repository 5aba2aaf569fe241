/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { InjectionKey, Ref } from 'vue'

/** Ids of a control's label and descriptions. */
export interface ControlAttributes {
	id: string
	'aria-labelledby': string | undefined
	'aria-describedby': string | undefined
	'aria-invalid': true | undefined
}

/** What the fields of a section need to know. */
export const sectionKey: InjectionKey<{
	/** Id of its title, which names a field without its own label. */
	titleId: string
	/** Whether each field shows its audience. */
	lineByLine: Readonly<Ref<boolean>>
}> = Symbol('section of the card editor')
