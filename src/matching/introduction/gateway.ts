/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Introduction, Introductions, Mediation, MediationPlan, Mediations, Outcome } from './model.ts'

import { call } from '../../api/client.ts'
import { introductionApi } from './api.ts'

/** My introductions, and those of the people whose cards I keep. */
export function listIntroductions(signal?: AbortSignal): Promise<Introductions> {
	return call(introductionApi.list, { signal })
}

/** Proposes an introduction to a person, for me or for a person whose card I keep. */
export function proposeIntroduction(memberId: number, mediated: boolean, member?: number): Promise<Introduction> {
	return call(introductionApi.propose, { path: { id: memberId }, body: { mediated, member } })
}

/** Agrees to an introduction. */
export function acceptIntroduction(introduction: number): Promise<Introduction> {
	return call(introductionApi.accept, { path: { introduction } })
}

/** Withdraws a proposal, or cancels an introduction. */
export function endIntroduction(introduction: number): Promise<null> {
	return call(introductionApi.end, { path: { introduction } })
}

/** Informs the mediator why I cannot come; null: I can. */
export function setAbsence(introduction: number, text: string | null): Promise<Introduction> {
	return call(introductionApi.absence, { path: { introduction }, body: text === null ? { absent: false } : { absent: true, text } })
}

/** Records the outcome. */
export function recordOutcome(introduction: number, outcome: Outcome): Promise<null> {
	return call(introductionApi.outcome, { path: { introduction }, body: outcome })
}

/** The introductions the facilitators were asked for. */
export function listMediations(signal?: AbortSignal): Promise<Mediations> {
	return call(introductionApi.mediations, { signal })
}

/** Takes charge of an introduction. */
export function takeMediation(introduction: number): Promise<Mediation> {
	return call(introductionApi.take, { path: { introduction } })
}

/** Sets where and when the two meet. */
export function planMediation(introduction: number, plan: MediationPlan): Promise<Mediation> {
	return call(introductionApi.plan, { path: { introduction }, body: plan })
}

/** Returns an introduction to the other facilitators. */
export function handOverMediation(introduction: number): Promise<Mediation> {
	return call(introductionApi.handOver, { path: { introduction } })
}
