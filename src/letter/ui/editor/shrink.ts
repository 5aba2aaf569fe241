/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Widths in pixels and qualities to try, the best first: a mail shows 600. */
const TRIED = [[1200, 0.8], [1000, 0.75], [800, 0.7], [600, 0.7], [600, 0.5], [400, 0.5]] as const

/**
 * A small JPEG of a picture, without metadata such as the place where it was taken.
 *
 * @param url of the file
 * @param most bytes
 * @return base64
 * @throws {Error} if this browser cannot show it as a picture
 */
export async function shrink(url: string, most: number): Promise<string> {
	const image = new Image()
	image.src = url
	await image.decode()
	for (const [width, quality] of TRIED) {
		const scale = Math.min(1, width / image.naturalWidth)
		const canvas = document.createElement('canvas')
		canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
		canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
		const context = canvas.getContext('2d')!
		// Transparent parts would be black.
		context.fillStyle = '#fff'
		context.fillRect(0, 0, canvas.width, canvas.height)
		context.drawImage(image, 0, 0, canvas.width, canvas.height)
		const [, base64 = ''] = canvas.toDataURL('image/jpeg', quality).split(',')
		if (base64 !== '' && atob(base64).length <= most) {
			return base64
		}
	}
	throw new Error('No size of this picture is small enough')
}
