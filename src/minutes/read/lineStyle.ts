/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** How letters are set. */
export interface Look {
	bold: boolean
	/** In points; 0 where it is not known. */
	size: number
}

/** How a line of a document is set: what a person sees of it besides its words. */
export interface LineStyle {
	/** Most of its letters are. */
	bold: boolean
	/** Size of most of its letters, compared with most letters of the document: 1 is as usual. */
	size: number
	centred: boolean
	/** How deep in a list: 1 for its points, 2 for points below them, 0 outside of lists. */
	level: number
}

/** For each line of a text, null where it is blank. */
export type Styles = readonly (LineStyle | null)[]

export const PLAIN: Look = { bold: false, size: 0 }

/** A line as it was written, before the usual size is known. */
export interface Setting {
	letters: Letters
	centred: boolean
	level: number
}

/** Counts how letters are set. */
export class Letters {
	private all = 0
	private bold = 0
	private readonly sizes = new Map<number, number>()

	add(text: string, { bold, size }: Look): void {
		const letters = text.replace(/\s+/g, '').length
		this.count(letters, bold ? letters : 0, size)
	}

	/** Takes in the count of others. */
	merge(other: Letters): void {
		this.count(other.all, other.bold, 0)
		other.sizes.forEach((letters, size) => this.sizes.set(size, (this.sizes.get(size) ?? 0) + letters))
	}

	get isBold(): boolean {
		return this.bold > this.all * 0.8
	}

	/** Size of most letters, 0 where none is known. */
	get size(): number {
		let [most, found] = [0, 0]
		for (const [size, letters] of this.sizes) {
			if (letters > most) {
				[most, found] = [letters, size]
			}
		}
		return found
	}

	private count(letters: number, bold: number, size: number): void {
		this.all += letters
		this.bold += bold
		if (size > 0 && letters > 0) {
			this.sizes.set(size, (this.sizes.get(size) ?? 0) + letters)
		}
	}
}

/** The styles of lines. Lines that are set alike share one, so that a long text takes little room. */
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
