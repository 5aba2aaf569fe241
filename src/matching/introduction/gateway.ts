/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Introduction, Introductions, Mediation, MediationPlan, Mediations, Outcome } from './model.ts'

import { call } from '../../api/client.ts'
import { introductionApi } from './api.ts'

/** Introductions of mine, and of the people whose cards I keep. */
export function listIntroductions(signal?: AbortSignal): Promise<Introductions> {
	return call(introductionApi.list, { signal })
}

/** Proposes to meet a person; for a person whose card I keep, or for myself. */
export function proposeIntroduction(memberId: number, mediated: boolean, member?: number): Promise<Introduction> {
	return call(introductionApi.propose, { path: { id: memberId }, body: { mediated, member } })
}

/** Agrees to meet. */
export function acceptIntroduction(introduction: number): Promise<Introduction> {
	return call(introductionApi.accept, { path: { introduction } })
}

/** Takes a proposal back, or calls an introduction off. */
export function endIntroduction(introduction: number): Promise<null> {
	return call(introductionApi.end, { path: { introduction } })
}

/** Informs the mediator why I cannot come; null: I can. */
export function setAbsence(introduction: number, text: string | null): Promise<Introduction> {
	return call(introductionApi.absence, { path: { introduction }, body: text === null ? { absent: false } : { absent: true, text } })
}

/** Records the outcome. */
export function tellOutcome(introduction: number, outcome: Outcome): Promise<null> {
	return call(introductionApi.outcome, { path: { introduction }, body: outcome })
}

/** What two people asked the facilitators for. */
export function listMediations(signal?: AbortSignal): Promise<Mediations> {
	return call(introductionApi.mediations, { signal })
}

/** Takes an introduction on. */
export function takeMediation(introduction: number): Promise<Mediation> {
	return call(introductionApi.take, { path: { introduction } })
}

/** Sets where and when the two meet. */
export function planMediation(introduction: number, plan: MediationPlan): Promise<Mediation> {
	return call(introductionApi.plan, { path: { introduction }, body: plan })
}

/** Gives an introduction back to the other facilitators. */
export function handOverMediation(introduction: number): Promise<Mediation> {
	return call(introductionApi.handOver, { path: { introduction } })
}
