/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ApiError, isReason, mayHaveSucceeded } from '../../api/apiError.ts'

/** How often a call is tried before it fails. */
const TRIES = 3
/** ms before the second try, more before the third. */
const PAUSE = 1500
/** The lease lasts two minutes; it is renewed when it is this old (ms). */
const RENEW = 60_000
/** How often a run of the same account is asked whether it has ended (ms). */
const ASK_AGAIN = 4000
/** From this age on (ms) another runner may have had it: what is known of the servers may be outdated. */
const EXPIRED = 110_000

export interface CallOptions {
	/** ms, from a clock that runs while the machine sleeps. */
	now: () => number
	wait: (ms: number) => Promise<void>
	/** Nothing more is sent once it is aborted; the answer of a sent call is still processed. */
	signal?: AbortSignal
	/** Called with true while a run of the same account has the lease, which this one waits for, and with false when it has ended. */
	onHeld?: (held: boolean) => void
}

/** Why a run ends before its steps are done. */
export class RunEnded extends Error {
	/**
	 * @param end the person stopped it; another account has the lease; no request succeeds; the lease is over, or another run of the account has it: what is
	 *   known may be outdated, and the run begins again
	 */
	constructor(readonly end: 'stopped' | 'being_made' | 'interrupted' | 'expired', readonly reason: string, readonly maybeDone = false) {
		super(`${end} ${reason}`)
	}
}

/** Makes the calls of a run, one after another: counts them, stops between two, waits when throttled, re-reads what is uncertain. */
export class Calls {
	/** All sent calls, including repeated ones. */
	total = 0
	/** When it was last requested: the server granted it after that. */
	private renewed = 0
	private renew: (() => Promise<unknown>) | null = null

	constructor(private readonly options: CallOptions) {}

	/**
	 * Takes the lease, which this call keeps alive from now on. A run of the same account that has it, maybe of a page that was closed, is waited
	 * for rather than replaced: a request of it may still be under way, and what it creates would be created twice.
	 */
	async hold<T>(lease: () => Promise<T>): Promise<T> {
		for (let waited = false; ; waited = true) {
			try {
				const taken = await this.take(lease)
				if (waited) {
					this.options.onHeld?.(false)
				}
				return taken
			} catch (error) {
				if (!(error instanceof RunEnded && error.end === 'expired')) {
					throw error
				}
				this.options.onHeld?.(true)
				await this.options.wait(ASK_AGAIN)
			}
		}
	}

	private async take<T>(lease: () => Promise<T>): Promise<T> {
		this.letGo()
		const asked = this.options.now()
		const taken = await this.ours(() => this.read(lease))
		this.renew = lease
		this.renewed = asked
		return taken
	}

	/** The lease was returned or has expired: no more keep-alive. */
	letGo(): void {
		this.renew = null
	}

	/** Makes a call that can be repeated any number of times. */
	async read<T>(ask: () => Promise<T>): Promise<T> {
		return this.change(ask, async () => undefined)
	}

	/**
	 * Creates something. If it is uncertain whether that worked, looks for it before trying again.
	 *
	 * @param make the call
	 * @param find finds the created thing, undefined without it; omitted where repeating is harmless
	 * @param always run even after the person has stopped
	 */
	async change<T>(make: () => Promise<T>, find: () => Promise<T | undefined> = async () => undefined, always = false): Promise<T> {
		for (let tries = 1; ; tries++) {
			try {
				return await this.send(make, always)
			} catch (error) {
				if (!(error instanceof ApiError) || !mayHaveSucceeded(error)) {
					throw error
				}
				if (tries < TRIES) {
					await this.options.wait(PAUSE * tries)
				}
				const found = await find()
				if (found !== undefined) {
					return found
				}
				if (tries >= TRIES) {
					throw isReason(error, 'offline') ? new RunEnded('interrupted', 'offline', true) : error
				}
			}
		}
	}

	/**
	 * Saves to our own server, also when the person has just stopped: nothing is ever left without its saved id.
	 * Without that server nothing more is done.
	 */
	async remember<T>(save: () => Promise<T>): Promise<T> {
		const asked = this.options.now()
		const saved = await this.ours(() => this.change(save, undefined, true))
		this.renewed = asked
		return saved
	}

	/** A call made after the end of the run, whose failure changes nothing. */
	async lastly(call: () => Promise<unknown>): Promise<void> {
		this.total++
		try {
			await call()
		} catch (error) {
			if (!(error instanceof ApiError)) {
				throw error
			}
		}
	}

	/** A refusal by our own server ends the run. */
	private async ours<T>(call: () => Promise<T>): Promise<T> {
		try {
			return await call()
		} catch (error) {
			throw error instanceof ApiError ? new RunEnded('interrupted', error.reason, mayHaveSucceeded(error)) : error
		}
	}

	private async send<T>(call: () => Promise<T>, always: boolean): Promise<T> {
		for (let tries = 1; ; tries++) {
			if (this.options.signal?.aborted && !always) {
				throw new RunEnded('stopped', 'stopped')
			}
			await this.keepLease()
			this.total++
			try {
				return await call()
			} catch (error) {
				if (isReason(error, 'being_made')) {
					throw new RunEnded(error.mine ? 'expired' : 'being_made', 'being_made')
				}
				if (isReason(error, 'login') || (isReason(error, 'too_many_requests') && tries >= TRIES)) {
					throw new RunEnded('interrupted', error.reason)
				}
				if (!isReason(error, 'too_many_requests')) {
					throw error
				}
				await this.options.wait(PAUSE * 2 ** tries)
			}
		}
	}

	private async keepLease(): Promise<void> {
		const age = this.options.now() - this.renewed
		if (this.renew === null || age < RENEW) {
			return
		}
		if (age >= EXPIRED) {
			throw new RunEnded('expired', 'expired')
		}
		await this.take(this.renew)
	}
}
