/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A worker that says what the test wants. */
export class TestWorker {
	onmessage: (event: { data: unknown }) => void = () => undefined
	onerror: (event: { message: string }) => void = () => undefined
	asked: unknown[] = []
	ended = false

	postMessage(message: unknown): void {
		this.asked.push(message)
	}

	terminate(): void {
		this.ended = true
	}

	say(data: unknown): void {
		this.onmessage({ data })
	}
}
