/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What stands for the picture in what the server makes: in a mail a part of it, on a page a picture of no length. */
const PICTURES = ['src="cid:letter.jpg"', 'src="data:image/jpeg;base64,"']

/**
 * A letter to be looked at in a frame, with the picture that the browser has.
 *
 * @param html a document of the server
 * @param picture base64 of a JPEG picture
 */
export function framed(html: string, picture: string): string {
	return PICTURES
		.reduce((text, src) => text.replace(src, `src="data:image/jpeg;base64,${picture}"`), html)
		// In a frame without popups, links that open a window do nothing.
		.replace('<head>', '<head><base target="_blank">')
}
