/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Appointment, Introduction } from './model.ts'

import { dateWords, t } from '../../shared/l10n.ts'

/** The other person, by name if their card is shown. */
export function otherName({ with: other }: Pick<Introduction, 'with'>): string {
	return other?.name ?? t('reseau', 'a person whose card is no longer shown')
}

/**
 *
 */
export function appointmentWords({ place, day, time }: Appointment): string {
	return t('reseau', '{date}, {time}: {place}', { date: dateWords(day), time, place })
}

/** The state of an introduction, for one of the two people. */
export function stateWords(introduction: Introduction): string {
	const { state, mine, mediated, mediator, appointment, conversation } = introduction
	const name = otherName(introduction)
	if (state === 'ended') {
		return t('reseau', 'The introduction was called off. It can be proposed again later.')
	}
	if (state === 'untaken') {
		return t('reseau', 'No facilitator of the network could introduce you within four weeks. You can propose to get to know each other directly.')
	}
	if (state === 'proposed' && mine) {
		return mediated
			? t('reseau', 'You proposed to get to know each other, with the help of a facilitator. Without an answer, the proposal ends after four weeks.')
			: t('reseau', 'You proposed to get to know each other. Without an answer, the proposal ends after four weeks.')
	}
	if (state === 'proposed') {
		return mediated
			? t('reseau', '{name} would like to get to know you, with the help of a facilitator of the network.', { name })
			: t('reseau', '{name} would like to get to know you.', { name })
	}
	if (introduction.can.tell) {
		return introduction.answered ? t('reseau', 'Thank you for looking back.') : t('reseau', 'Some weeks have passed: what came of it?')
	}
	if (appointment) {
		return t('reseau', '{mediator} introduces you to each other.', { mediator: mediator ?? t('reseau', 'A facilitator of the network') })
	}
	if (conversation !== null) {
		return t('reseau', 'You both would like to get to know each other: Réseau has opened a conversation between you.')
	}
	return mediator === null
		? t('reseau', 'You both would like to get to know each other. A facilitator of the network will introduce you.')
		: t('reseau', '{mediator} introduces you to each other, and will tell you where and when.', { mediator })
}
