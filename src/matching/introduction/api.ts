/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { AbsenceSchema, IntroductionSchema, IntroductionsSchema, MediationPlanSchema, MediationSchema, MediationsSchema, OutcomeSchema, ProposalSchema } from './model.ts'

export const introductionApi = {
	list: endpoint({
		method: 'GET',
		path: '/introductions',
		summary: 'Get the introductions proposed by or to the current user and the people whose cards they keep',
		who: 'account',
		answer: IntroductionsSchema,
		errors: [],
	}),
	propose: endpoint({
		method: 'POST',
		path: '/matches/{id}/introduction',
		summary: 'Propose an introduction to a person, or agree to theirs; proposing again changes nothing',
		who: 'viewer',
		body: ProposalSchema,
		answer: IntroductionSchema,
		status: 201,
		errors: ['wrong_type', 'no_card', 'own_card', 'kept_card', 'introduction_card_hidden', 'only_mediated', 'conversation_stopped', 'enough_introductions', 'enough_introductions_today', 'restricted'],
	}),
	accept: endpoint({
		method: 'POST',
		path: '/introductions/{introduction}/accept',
		summary: 'Agree to an introduction: opens the conversation of the two people, or asks the facilitators to introduce them',
		who: 'correspondent',
		answer: IntroductionSchema,
		errors: ['own_proposal', 'introduction_card_hidden', 'introduction_other_hidden', 'introduction_over', 'conversation_stopped'],
	}),
	end: endpoint({
		method: 'DELETE',
		path: '/introductions/{introduction}',
		summary: 'Withdraw a proposal, for one of the two people; cancel an introduction, for their mediator',
		who: 'correspondent',
		answer: v.null(),
		errors: ['not_your_proposal', 'introduced_already'],
	}),
	absence: endpoint({
		method: 'PUT',
		path: '/introductions/{introduction}/absence',
		summary: 'Inform the mediator that the current user cannot come, or can come after all',
		who: 'correspondent',
		body: AbsenceSchema,
		answer: IntroductionSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'no_appointment'],
	}),
	outcome: endpoint({
		method: 'PUT',
		path: '/introductions/{introduction}/outcome',
		summary: 'Record the outcome of an introduction, visible to the two people and their mediator; one of the two can thank the other with a link',
		who: 'correspondent',
		body: OutcomeSchema,
		answer: v.null(),
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_early', 'thanks_refused'],
	}),
	mediations: endpoint({
		method: 'GET',
		path: '/mediations',
		summary: 'Get the introductions that the facilitators were asked for',
		who: 'facilitator',
		answer: MediationsSchema,
		errors: [],
	}),
	take: endpoint({
		method: 'POST',
		path: '/introductions/{introduction}/mediation',
		summary: 'Take charge of an introduction',
		who: 'facilitator',
		answer: MediationSchema,
		errors: ['taken_already', 'own_introduction', 'introduction_over'],
	}),
	plan: endpoint({
		method: 'PUT',
		path: '/introductions/{introduction}/mediation',
		summary: 'Set where and when the two people meet, and when to look back; both get a notification and an email',
		who: 'facilitator',
		body: MediationPlanSchema,
		answer: MediationSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'place_missing', 'bad_day', 'bad_time', 'bad_look_back', 'not_your_mediation', 'introduction_over'],
	}),
	handOver: endpoint({
		method: 'DELETE',
		path: '/introductions/{introduction}/mediation',
		summary: 'Return an introduction to the other facilitators',
		who: 'facilitator',
		answer: MediationSchema,
		errors: ['not_your_mediation', 'introduction_over'],
	}),
} as const
