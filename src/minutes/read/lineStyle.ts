/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The formatting of letters. */
export interface Look {
	bold: boolean
	/** In points; 0 if unknown. */
	size: number
}

/** The formatting of a line of a document, as far as it is visible. */
export interface LineStyle {
	/** Most of its letters are bold. */
	bold: boolean
	/** Font size of most of its letters, relative to most letters of the document: 1 is normal. */
	size: number
	centred: boolean
	/** Level in a list: 1 for its points, 2 for subpoints, 0 outside of lists. */
	level: number
}

/** For each line of a text, null if it is blank. */
export type Styles = readonly (LineStyle | null)[]

export const PLAIN: Look = { bold: false, size: 0 }

/** A line before the normal font size is known. */
export interface Setting {
	letters: Letters
	centred: boolean
	level: number
}

/** Counts letters by formatting. */
export class Letters {
	private all = 0
	private bold = 0
	/** The only size so far, with its number of letters: most lines need no more. */
	private only: readonly [size: number, letters: number] = [0, 0]
	private sizes: Map<number, number> | null = null

	add(text: string, { bold, size }: Look): void {
		const letters = text.replace(/\s+/g, '').length
		this.all += letters
		this.bold += bold ? letters : 0
		this.count(size, letters)
	}

	/** Adds the count of others. */
	merge(other: Letters): void {
		this.all += other.all
		this.bold += other.bold
		for (const [size, letters] of other.sizes ?? [other.only]) {
			this.count(size, letters)
		}
	}

	get isBold(): boolean {
		return this.bold > this.all * 0.8
	}

	/** Font size of most letters, 0 if unknown. */
	get size(): number {
		let [found, most] = this.only
		for (const [size, letters] of this.sizes ?? []) {
			if (letters > most) {
				[found, most] = [size, letters]
			}
		}
		return found
	}

	private count(size: number, letters: number): void {
		if (size === 0 || letters === 0) {
			return
		}
		if (this.sizes) {
			this.sizes.set(size, (this.sizes.get(size) ?? 0) + letters)
		} else if (this.only[1] === 0 || this.only[0] === size) {
			this.only = [size, this.only[1] + letters]
		} else {
			this.sizes = new Map([this.only, [size, letters]])
			this.only = [0, 0]
		}
	}
}

/** The styles of lines. Equal styles are shared, so that a long text needs little memory. */
export function stylesOf(settings: readonly (Setting | null)[]): Styles {
	const whole = new Letters()
	settings.forEach((setting) => setting && whole.merge(setting.letters))
	const usual = whole.size
	const known = new Map<string, LineStyle>()
	return settings.map((setting) => {
		if (!setting) {
			return null
		}
		const { letters, centred, level } = setting
		const size = usual > 0 && letters.size > 0 ? Math.round(letters.size / usual * 100) / 100 : 1
		const style = { bold: letters.isBold, size, centred, level }
		const key = JSON.stringify(style)
		const same = known.get(key) ?? style
		known.set(key, same)
		return same
	})
}
