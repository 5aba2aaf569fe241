/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Voice } from './card.ts'
import type { Home, HomeNotice, Match } from './home/model.ts'
import type { Asked, CardKind, ItemKind, KeptState, Member, Status, Viewpoint } from './model.ts'
import type { Audience, Audiences, Part } from './parts.ts'

import { dateWords, listWords, t } from '../shared/l10n.ts'
import { VIEWPOINTS } from './model.ts'
import { PARTS } from './parts.ts'

interface PartWords {
	/** Its title on the person's own card. */
	title: () => string
	/** Before a line of another person's card, or above a column. */
	short: () => string
	/** Its label among other fields, if the short name is not enough. */
	label?: () => string
	/** Its title in the editor of a card kept for another person, where it has its own section. */
	kept?: () => string
	/** Its title on the card of an organisation, of which no other part is required. */
	organisation?: () => string
}

const parts: Record<Part, PartWords> = {
	headline: {
		title: () => t('reseau', 'In one line'),
		short: () => t('reseau', 'In short'),
		label: () => t('reseau', 'In one line'),
	},
	drives: {
		title: () => t('reseau', 'What motivates me'),
		short: () => t('reseau', 'Driven by'),
		label: () => t('reseau', 'What motivates the person'),
		kept: () => t('reseau', 'What motivates this person'),
		organisation: () => t('reseau', 'Why we exist'),
	},
	seeks: {
		title: () => t('reseau', 'What I seek'),
		short: () => t('reseau', 'Seeks'),
		label: () => t('reseau', 'What the person seeks'),
		kept: () => t('reseau', 'What this person seeks'),
		organisation: () => t('reseau', 'What we seek'),
	},
	offers: {
		title: () => t('reseau', 'What I offer'),
		short: () => t('reseau', 'Offers'),
		label: () => t('reseau', 'What the person offers'),
		kept: () => t('reseau', 'What this person offers'),
		organisation: () => t('reseau', 'What we offer'),
	},
	skills: {
		title: () => t('reseau', 'What I can do'),
		short: () => t('reseau', 'Skills'),
		kept: () => t('reseau', 'What this person can do'),
	},
	values: {
		title: () => t('reseau', 'What matters to me'),
		short: () => t('reseau', 'Values'),
		kept: () => t('reseau', 'What matters to this person'),
		organisation: () => t('reseau', 'What matters to us'),
	},
	territories: {
		title: () => t('reseau', 'My territories'),
		short: () => t('reseau', 'Place'),
		label: () => t('reseau', 'Territories'),
		organisation: () => t('reseau', 'Our territories'),
	},
	sectors: {
		title: () => t('reseau', 'My sectors'),
		short: () => t('reseau', 'Sector'),
		label: () => t('reseau', 'Sectors'),
		organisation: () => t('reseau', 'Our sectors'),
	},
	trades: {
		title: () => t('reseau', 'My trades'),
		short: () => t('reseau', 'Occupation'),
		label: () => t('reseau', 'Occupations'),
	},
	organisation: {
		title: () => t('reseau', 'My organisation'),
		short: () => t('reseau', 'Organisation'),
	},
	role: {
		title: () => t('reseau', 'My role'),
		short: () => t('reseau', 'Role'),
	},
	languages: {
		title: () => t('reseau', 'The languages I speak'),
		short: () => t('reseau', 'Languages'),
	},
	networks: {
		title: () => t('reseau', 'My other networks'),
		short: () => t('reseau', 'Networks'),
		kept: () => t('reseau', 'Their other networks'),
		organisation: () => t('reseau', 'Our other networks'),
	},
	availability: {
		title: () => t('reseau', 'My availability'),
		short: () => t('reseau', 'Available'),
		label: () => t('reseau', 'Availability'),
		organisation: () => t('reseau', 'When our places and equipment are free'),
	},
	limits: {
		title: () => t('reseau', 'My limits'),
		short: () => t('reseau', 'Limits'),
		organisation: () => t('reseau', 'Our limits'),
	},
	contact: {
		title: () => t('reseau', 'How to reach me'),
		short: () => t('reseau', 'Contact'),
		kept: () => t('reseau', 'How to reach this person'),
		organisation: () => t('reseau', 'How to reach us'),
	},
	phone: {
		title: () => t('reseau', 'My phone number'),
		short: () => t('reseau', 'Phone'),
		kept: () => t('reseau', 'Their phone number'),
		organisation: () => t('reseau', 'Our phone number'),
	},
}

const noticeReasons: Record<HomeNotice['reason'], () => string> = {
	offers: () => t('reseau', 'asks for what you offer'),
	near: () => t('reseau', 'near you'),
	theme: () => t('reseau', 'on your themes'),
	both: () => t('reseau', 'near you and on your themes'),
}

/** Why a notice is shown on Home. */
export function noticeReason(reason: HomeNotice['reason']): string {
	return noticeReasons[reason]()
}

/** Title of a part: in the first person, also on a kept card; an organisation's is in the plural. */
export function partWord(part: Part, voice: Voice = 'own'): string {
	return voice === 'organisation' ? parts[part].organisation?.() ?? partLabel(part) : parts[part].title()
}

/** Title of the place of a person or an organisation. */
export function standpointWord(voice: Voice): string {
	return voice === 'organisation' ? t('reseau', 'Where we are') : t('reseau', 'Where I speak from')
}

/** Title of availability and limits together. */
export function timesWord(voice: Voice): string {
	return voice === 'organisation' ? t('reseau', 'When we are available, and our limits') : t('reseau', 'My availability and my limits')
}

/** Title of a part in the editor of a kept card, which is about another person. */
export function keptPartWord(part: Part): string {
	return (parts[part].kept ?? parts[part].title)()
}

/** Name of a part as one field among others. */
export function partLabel(part: Part): string {
	return (parts[part].label ?? parts[part].short)()
}

/** Short name of a part, shown before a line of another person's card. */
export function foundWord(part: 'name' | Part): string {
	return part === 'name' ? t('reseau', 'Name') : parts[part].short()
}

const audiences: Record<Audience, () => string> = {
	me: () => t('reseau', 'Only me'),
	groups: () => t('reseau', 'My groups'),
	members: () => t('reseau', 'Members of the network'),
	public: () => t('reseau', 'Everybody'),
}

/** On a kept card nothing refers to the keeper: the groups are those of its person. */
const audiencesOfKept: Record<Audience, () => string> = {
	...audiences,
	me: () => t('reseau', 'The person and the keeper of the card'),
	groups: () => t('reseau', 'Their groups'),
}

/** An organisation is in no group. */
const audiencesOfOrganisation: Record<Audience, () => string> = {
	...audiencesOfKept,
	me: () => t('reseau', 'Only the keeper of the card'),
}

const audiencesIn: Record<Voice, typeof audiences> = { own: audiences, kept: audiencesOfKept, organisation: audiencesOfOrganisation }

/** The audience of a part, in a word for the card's keeper; on a kept card from the view of its person. */
export function audienceWord(audience: Audience, voice: Voice = 'own'): string {
	return audiencesIn[voice][audience]()
}

/** The audience words of every part. */
export function audienceWords(audiences: Audiences, voice: Voice): Record<Part, string> {
	return Object.fromEntries(PARTS.map((part) => [part, audienceWord(audiences[part], voice)])) as Record<Part, string>
}

const statuses: Record<Status, () => string> = {
	draft: () => t('reseau', 'Draft'),
	published: () => t('reseau', 'Published'),
	paused: () => t('reseau', 'Paused'),
	withdrawn: () => t('reseau', 'Withdrawn'),
}

/** Status of a card. */
export function statusWord(status: Status): string {
	return statuses[status]()
}

/** Whether the person of a kept card was asked and agreed. */
export function keptStateWord(state: KeptState): string {
	return {
		unasked: t('reseau', 'Not asked yet'),
		asked: t('reseau', 'Asked, no answer yet'),
		agreed: t('reseau', 'Agreed'),
	}[state]
}

/** The new status of a card; none becomes a draft again. */
export function statusSentence(status: Exclude<Status, 'draft'>): string {
	switch (status) {
		case 'published':
			return t('reseau', 'The card is shown to the network.')
		case 'paused':
			return t('reseau', 'The card is paused: no one else sees it and nothing is lost.')
		case 'withdrawn':
			return t('reseau', 'The card is withdrawn: no one else sees it.')
	}
}

/** How a person agreed with the consent mail, as stored by lib/Member/Consent/Consent.php. */
const BY_LINK = 'answered by the link sent to their address'

/** How the person agreed. */
export function agreedHow(how: string): string {
	return how === BY_LINK ? t('reseau', 'by the link sent to their email address') : how
}

/** That the person was asked by mail. */
export function askedSentence(asked: Asked, agreed: boolean): string {
	return agreed && asked.until !== null
		? t('reseau', 'The link to their page was sent by email on {date}.', { date: dateWords(asked.on) })
		: t('reseau', 'Agreement requested by email on {date}.', { date: dateWords(asked.on) })
}

const kinds: Record<ItemKind, () => string> = {
	knowledge: () => t('reseau', 'Knowledge'),
	skill: () => t('reseau', 'Skill'),
	practice: () => t('reseau', 'Practice'),
	place: () => t('reseau', 'Place'),
	equipment: () => t('reseau', 'Equipment'),
	time: () => t('reseau', 'Time'),
}

/** The kind of a thing sought or offered. */
export function kindWord(kind: ItemKind): string {
	return kinds[kind]()
}

const cardKinds: Record<CardKind, () => string> = {
	person: () => t('reseau', 'A person'),
	organisation: () => t('reseau', 'An organisation'),
}

/** The kind of a card alone in a cell. */
export function cardKindName(kind: CardKind): string {
	return kind === 'organisation' ? t('reseau', 'Organisation') : t('reseau', 'Person')
}

/** The kind of a card. */
export function cardKindWord(kind: CardKind): string {
	return cardKinds[kind]()
}

const viewpoints: Record<Exclude<Viewpoint, 'groups'>, () => string> = {
	visitor: () => t('reseau', 'A visitor'),
	member: () => t('reseau', 'A member'),
}

/** The viewers a card can be previewed as: nobody shares a group with an organisation. */
export function viewpointsOf(voice: Voice): Viewpoint[] {
	return VIEWPOINTS.filter((viewpoint) => voice !== 'organisation' || viewpoint !== 'groups')
}

/**
 * Short label for the switch that shows a card as others see it.
 *
 * @param viewpoint the viewer
 * @param voice of a card kept for another person: “Their groups” instead of “My groups”
 */
export function viewpointLabel(viewpoint: Viewpoint, voice: Voice = 'own'): string {
	return viewpoint === 'groups' ? audienceWord('groups', voice) : viewpoints[viewpoint]()
}

const viewers: Record<Viewpoint, () => string> = {
	visitor: () => t('reseau', 'A visitor without an account'),
	member: () => t('reseau', 'Someone in the network'),
	groups: () => t('reseau', 'Someone in my groups'),
}

function viewerWord(viewpoint: Viewpoint, voice: Voice): string {
	return voice !== 'own' && viewpoint === 'groups' ? t('reseau', 'Someone in their groups') : viewers[viewpoint]()
}

/** The parts another person cannot see; if the visible ones are the shorter list, those instead. */
export function hiddenSentence(viewpoint: Viewpoint, hidden: Part[], seen?: Part[], voice: Voice = 'own'): string {
	const viewer = viewerWord(viewpoint, voice)
	const list = (parts: Part[], join: 'and' | 'or') => listWords(parts.map((part) => t('reseau', '“{part}”', { part: partWord(part, voice) })), join)
	if (hidden.length === 0) {
		return t('reseau', '{viewer} sees everything filled in.', { viewer })
	}
	if (seen?.length === 0) {
		return t('reseau', '{viewer} sees only the name.', { viewer })
	}
	return seen && seen.length < hidden.length
		? t('reseau', '{viewer} only sees {list}.', { viewer, list: list(seen, 'and') })
		: t('reseau', '{viewer} does not see {list}.', { viewer, list: list(hidden, 'or') })
}

/** Who will see what a person seeks, as a sentence; the name is always visible in lists. */
export function seenSentence(audience: Audience): string {
	switch (audience) {
		case 'me':
			return t('reseau', 'Only you see this sentence. The members see your name in the list.')
		case 'groups':
			return t('reseau', 'The members of your groups see this sentence. The other members see your name in the list.')
		case 'members':
			return t('reseau', 'Only the members of the network see your name and this sentence.')
		case 'public':
			return t('reseau', 'Anyone can see your name and this sentence, including on a public page if the network has one.')
	}
}

/** The keeper of a card, and that it is an organisation's. */
export function keptByWord(steward: NonNullable<Member['steward']>, kind?: Member['kind']): string {
	if (kind === 'organisation') {
		return steward.uid === null
			? t('reseau', 'Organisation, card kept by the facilitators of the network')
			: t('reseau', 'Organisation, card kept by {name}', { name: steward.name })
	}
	return steward.uid === null
		? t('reseau', 'Card kept by the facilitators of the network')
		: t('reseau', 'Card kept by {name}', { name: steward.name })
}

/** The first steps of the network, and their pages. */
export function beginningWords(kind: Home['beginning'][number]['kind']): { sentence: string, action: string } {
	switch (kind) {
		case 'name':
			return { sentence: t('reseau', 'The network has no name yet.'), action: t('reseau', 'Name the network') }
		case 'facilitation':
			return { sentence: t('reseau', 'Nobody facilitates the network yet.'), action: t('reseau', 'Choose facilitators') }
		case 'words':
			return { sentence: t('reseau', 'The network has no vocabulary of its own yet.'), action: t('reseau', 'Start with a suggested list') }
		case 'people':
			return { sentence: t('reseau', 'Only the facilitators are here so far.'), action: t('reseau', 'Import members') }
	}
}

/** The reasons to meet, line by line, like FirstHome before the scripts are loaded. */
export function matchLines({ member: { name }, seek, offer, given, back, notice }: Match, subject?: string, short = false): { label: string, text: string, notice?: number }[] {
	const iSeek = (sought: string, offered: string) => [
		{ label: subject === undefined ? t('reseau', 'You seek') : t('reseau', '{name} seeks', { name: subject }), text: sought },
		{ label: t('reseau', '{name} offers', { name }), text: offered },
	]
	const theySeek = (sought: string, offered: string) => [
		{ label: t('reseau', '{name} seeks', { name }), text: sought },
		{ label: subject === undefined ? t('reseau', 'You offer') : t('reseau', '{name} offers', { name: subject }), text: offered },
	]
	const [first, second] = given === 'theyOffer' ? [iSeek, theySeek] : [theySeek, iSeek]
	const theirs = given === 'theyOffer' ? 1 : 0
	const best = first(seek, offer).map((line, index) => index === theirs && notice !== undefined ? { ...line, notice } : line)
	return [...short ? [best[theirs]!] : best, ...back ? second(back.seek, back.offer) : []]
}
