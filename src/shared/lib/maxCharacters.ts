/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** The number of characters of a text, as PHP and a reader count them: an emoji of two UTF-16 units is one. */
export function countCharacters(text: string): number {
	return [...text].length
}

/** Valibot's maxLength by characters instead of UTF-16 units; in JSON schema both are `maxLength`. */
export function maxCharacters(requirement: number): v.MaxLengthAction<string, number, undefined> {
	const action = v.maxLength<string, number>(requirement)
	return {
		...action,
		'~run': function(dataset, config) {
			return dataset.typed && countCharacters(dataset.value) <= requirement ? dataset : action['~run'](dataset, config)
		},
	}
}
